"""Mains sockets of the world and the trade's words for plugs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

SOURCE = "IEC World Plugs"
AS_OF = "2026-11"

TRADE_PLUGS: dict[str, frozenset[str]] = {
    "EU": frozenset("CEF"),
    "US": frozenset("AB"),
    "UK": frozenset("G"),
    "AU": frozenset("I"),
    "JP": frozenset("A"),
    "CN": frozenset("AI"),
    "IN": frozenset("DM"),
    "ZA": frozenset("M"),
    "BR": frozenset("N"),
    "CH": frozenset("J"),
    "IT": frozenset("L"),
    "DK": frozenset("K"),
    "IL": frozenset("H"),
    "KR": frozenset("CF"),
    "TH": frozenset("O"),
}
"""The trade's plug names (EU plug, US plug …) and the IEC letters that each covers."""

_NATIONAL = {"D": "IN", "M": "ZA", "N": "BR", "J": "CH", "L": "IT", "K": "DK", "H": "IL", "O": "TH"}
# Sockets that take a two-pin Europlug (type C) although their own earthed plug is another one.
_TAKES_EUROPLUG = frozenset("CEFJKLNHO")


@dataclass(frozen=True, slots=True)
class Mains:
    """Sockets (IEC letters, commonest first), volts and hertz as people write them ("127/220")."""

    plugs: tuple[str, ...]
    volts: str
    hertz: str
    source: str = SOURCE
    as_of: str = AS_OF


@lru_cache(maxsize=1)
def _mains() -> dict[str, Mains]:
    table: dict[str, Mains] = {}
    text = (files("knowledge.countries") / "data" / "sockets.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, _, rest = line.partition(":")
            plugs, volts, hertz = (part.strip() for part in rest.split(";"))
            table[code] = Mains(tuple(plugs.split()), volts, hertz)
    return table


def mains_of(code: str) -> Mains | None:
    """Sockets and mains of a country; None where the table has none."""
    return _mains().get(code)


def plug_of(code: str) -> tuple[str, ...]:
    """IEC letters of a country's sockets, commonest first; empty where not known."""
    mains = mains_of(code)
    return mains.plugs if mains else ()


def trade_plug_of(code: str) -> tuple[str, ...]:
    """Plug versions as sellers name them (EU, US, UK, AU …) that fit the country's sockets, best first.

    The four usual versions come first where one of them fits; a national one (IN, ZA, BR, CH …) follows.
    """
    letters = plug_of(code)
    if not letters:
        return ()
    ranked: list[str] = []
    for letter in letters:
        if letter in "AB":
            ranked.append("US")
        elif letter == "G":
            ranked.append("UK")
        elif letter == "I":
            ranked.append("AU")
        elif letter in _TAKES_EUROPLUG:
            ranked.append("EU")
    if code == "JP":
        ranked.insert(0, "JP")
    if code == "CN":
        ranked.insert(0, "CN")
    ranked += [_NATIONAL[letter] for letter in letters if letter in _NATIONAL][:1]
    return tuple(dict.fromkeys(ranked))


def plug_fits(trade_name: str, code: str) -> bool | None:
    """Whether a plug version ("EU", "US" …) fits the sockets of a country; None where either is unknown."""
    letters, covers = plug_of(code), TRADE_PLUGS.get(trade_name.upper())
    if not letters or covers is None:
        return None
    if trade_name.upper() == "EU":
        return bool(_TAKES_EUROPLUG & set(letters))
    return bool(covers & set(letters))
