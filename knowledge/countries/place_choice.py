"""Which of several places of one name is meant: the one whose country stands beside it, or fits the
language."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.countries.places import PlaceMention

_TOWNS = frozenset({"city", "port"})


@lru_cache(maxsize=16)
def _official_in(language: str) -> frozenset[str]:
    """Countries where `language` is an official one."""
    from babel.core import get_global

    return frozenset(
        code
        for code, spoken in get_global("territory_languages").items()
        if spoken.get(language, {}).get("official_status") in ("official", "de_facto_official")
    )


def choose_countries(
    text: str, found: tuple[PlaceMention, ...], language: str | None
) -> tuple[PlaceMention, ...]:
    """`found` with each town in the country that the text names, if there is such a town there."""
    named = {m.country for m in found if m.kind not in _TOWNS}
    chosen: list[PlaceMention] = []
    for index, mention in enumerate(found):
        code = mention.country
        if mention.kind in _TOWNS:
            behind = found[index + 1] if index + 1 < len(found) else None
            if (
                behind
                and behind.kind in ("country", "region")
                and text[mention.end : behind.start].strip() in ("", ",", "(")
            ):
                code = behind.country
            elif len(mention.candidates) > 1:
                code = next((c for c in mention.candidates if c in named), None) or _by_language(
                    mention, language
                )
        elif mention.kind == "country" and len(mention.candidates) > 1 and index + 1 < len(found):
            # عمان: Oman, or Amman where Jordan follows.
            behind = found[index + 1]
            if behind.country in mention.candidates and not text[mention.end : behind.start].strip(" ,،("):
                code = behind.country
        chosen.append(mention if code == mention.country else replace(mention, country=code))
    return tuple(chosen)


def _by_language(mention: PlaceMention, language: str | None) -> str:
    if language in (None, "en", "ar", "zh", "ja") or mention.kind == "port":
        return mention.country
    home = _official_in(str(language))
    if mention.country in home:
        return mention.country
    return next((code for code in mention.candidates if code in home), mention.country)
