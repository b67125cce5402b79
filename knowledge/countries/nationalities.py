"""Nationality words beside a word for a buyer or a market: "our German customers", "empresa peruana"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from knowledge.countries.place_cues import Cues
from knowledge.countries.place_roles import Role, stops
from knowledge.countries.words import Word, key_of

if TYPE_CHECKING:
    from knowledge.countries.places import PlaceMention

_ENDING = re.compile(
    r"(?:|[aeioyn]|[aeo]s|e[nrms]|se[rsn]?|nes?|nos?|nas?|sk[aeoiy]|hes?|hi|ch[eo]s?|i[ao]|i[ae]?|iego|iej|ich|imi?|"
    r"ego|ej|ym?i?|[ао]й|[ыи]й|[ыоие]е|[ыи]х|ого|ему|ому|[ыи]ми?|ую|[ао]я|ая|ии|ом|ه|ين|ون|ات)\Z"
)


@lru_cache(maxsize=1)
def _stems() -> tuple[dict[str, str], dict[str, str]]:
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    text = (files("knowledge.countries") / "data" / "adjectives.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        code, colon, rest = line.partition(":")
        if colon and not line.startswith("#"):
            for word in rest.split(";"):
                name = word.strip()
                (stems if name.endswith("*") else whole).setdefault(key_of(name.rstrip("*")), code)
    return whole, stems


@lru_cache(maxsize=4096)
def nationality(key: str) -> str | None:
    """The country that an adjective (a key of `words.key_of`) speaks of."""
    whole, stems = _stems()
    for word in (key, key[2:]) if key.startswith("ال") else (key,):
        if word in whole:
            return whole[word]
        for length in range(len(word), max(2, len(word) - 6), -1):
            code = stems.get(word[:length])
            if code is not None and _ENDING.match(word[length:]):
                return code
    return None


def nationality_mentions(
    text: str, words: list[Word], cues: Cues, taken: list[tuple[int, int]], make: Callable[..., PlaceMention]
) -> list[PlaceMention]:
    """Nationalities that stand beside a noun for a buyer (origin) or for a market (destination)."""
    found = []
    for at, word in enumerate(words):
        role = _role_beside(text, words, at, cues)
        code = nationality(word.key) if role and len(word.key) > 2 else None
        if role is None or code is None or any(start <= word.start < end for start, end in taken):
            continue
        found.append(make(word.start, word.end, word.raw, code, "nationality", role, word.key, (code,)))
    return found


def _role_beside(text: str, words: list[Word], at: int, cues: Cues) -> Role | None:
    for step in (1, 2):
        ahead, back = at + step, at - step
        if ahead < len(words) and not stops(text, words[at].end, words[ahead].start):
            if words[ahead].key in cues.house_after:
                return "origin"
            if words[ahead].key in cues.market_after:
                return "destination"
        if back >= 0 and not stops(text, words[back].end, words[at].start):
            if words[back].key in cues.house_before:
                return "origin"
            if words[back].key in cues.market_before:
                return "destination"
    return None
