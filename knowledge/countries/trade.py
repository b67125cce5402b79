"""Curated facts for trading countries: certificates by goods group, a point of import, courtesy
(data/trade.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from knowledge.countries.corrections import EUROPEAN_UNION

GOODS = ("electrical", "radio", "battery", "toys", "food contact", "textiles", "cosmetics")

_ALWAYS_POLITE = frozenset({"de", "fr", "it", "es", "ru", "pl", "tr", "ja", "id", "hi", "vi", "ar", "zh"})
"""Languages whose polite form is right in every letter to a stranger."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """What goods of some groups usually need in a market. English; `check`: verify before promising."""

    goods: tuple[str, ...]
    marks: tuple[str, ...]
    says: str
    source: str
    as_of: str
    check: bool


@dataclass(frozen=True, slots=True)
class TradePoint:
    """One line on import. English; `check`: verify before promising."""

    says: str
    source: str
    as_of: str
    check: bool


@dataclass(frozen=True, slots=True)
class Courtesy:
    """How one writes to a buyer there. Source: common usage in business letters."""

    formal: bool
    greeting: str
    address: str


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    return tomllib.loads((files("knowledge.countries") / "data" / "trade.toml").read_text(encoding="utf-8"))


def curated_countries() -> tuple[str, ...]:
    """Countries with an entry of their own, sorted."""
    return tuple(sorted(_table()["country"]))


def certificates_of(code: str, goods: str | None = None) -> tuple[Certificate, ...]:
    """What the market asks for, for one group of `GOODS` or all; the EU's rules hold for every member
    state."""
    table = _table()
    named = table["country"].get(code, {}).get("schemes", ["eu"] if code in EUROPEAN_UNION else [])
    schemes = [scheme for name in named for scheme in table["block"].get(name, [name])]
    found = (_certificate(table["scheme"][scheme], table["as_of"]) for scheme in schemes)
    return tuple(certificate for certificate in found if goods is None or goods in certificate.goods)


def _certificate(row: dict[str, Any], as_of: str) -> Certificate:
    return Certificate(
        tuple(row["goods"]), tuple(row["marks"]), row["says"], row["source"], as_of, row.get("check", False)
    )


def trade_points(code: str) -> tuple[TradePoint, ...]:
    """Customs and VAT points worth a line; empty for countries outside the table."""
    table = _table()
    points: list[TradePoint] = []
    row = table["country"].get(code)
    if row is not None:
        points.append(TradePoint(row["point"], row["source"], table["as_of"], row.get("check", False)))
    if code in EUROPEAN_UNION:
        general = table["eu_point"]
        points.append(TradePoint(general["customs"], general["source"], table["as_of"], general["check"]))
    return tuple(points)


def courtesy_of(code: str) -> Courtesy | None:
    """Greeting and form of address; None outside the table."""
    row = _table()["country"].get(code)
    return None if row is None else Courtesy(row["formal"], row["greeting"], row["address"])


def formal(code: str | None, language: str) -> bool:
    """Whether a letter in `language` to that country takes the polite form (Sie, vous, usted, Bapak …).

    In English and Portuguese it depends on the country; unknown country: plain but courteous English, formal
    otherwise only where the language itself asks for it.
    """
    if language in _ALWAYS_POLITE:
        return True
    courtesy = courtesy_of(code) if code else None
    if language == "pt":
        return courtesy.formal if courtesy else code in ("AO", "MZ", "CV")
    return courtesy.formal if courtesy else False
