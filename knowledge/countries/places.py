"""Places that a message names: countries, nationalities, regions, cities and ports, in fifteen languages.

`find_places` favours precision: a name that is also an ordinary word counts only where a capital letter or
a word
such as "to", "CIF" or "our shop in" makes it a place. Home-country ports are found like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from knowledge.countries.nationalities import nationality_mentions
from knowledge.countries.place_choice import choose_countries
from knowledge.countries.place_cues import Cues, cues, product_words
from knowledge.countries.place_forms import Match, match_at
from knowledge.countries.place_han import han_matches
from knowledge.countries.place_index import place_index
from knowledge.countries.place_roles import (
    Near,
    Role,
    han_role,
    near_after,
    near_before,
    role_of,
    stops,
    suffix_cue,
)
from knowledge.countries.words import HAN_WORD, Word, cut

_LOWER_CASE_COUNTRIES = frozenset(
    {
        "china",
        "turkey",
        "chile",
        "peru",
        "cuba",
        "jordan",
        "oman",
        "qatar",
        "panama",
        "armenia",
        "malta",
        "monaco",
        "bali",
    }
)
_IN_PREPOSITIONS = frozenset({"в", "во", "на", "w", "we", "na", "in"})


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in a text: `text[start:end]`, its country (ISO 3166-1 alpha-2) and what it is to the buyer."""

    start: int
    end: int
    text: str
    country: str
    kind: str
    """country, nationality, region, city or port"""
    role: Role
    """origin: the buyer is there; destination: goods go there; transit; loading: behind FOB, EXW; bare: not
    told."""
    key: str = ""
    """The name as compared (no case, no accents)."""
    candidates: tuple[str, ...] = ()
    """All countries that have such a place."""


def find_places(text: str, language: str | None = None) -> tuple[PlaceMention, ...]:
    """The places that `text` names, in order. `language` (one of our fifteen) sharpens case endings and
    cues."""
    words = cut(text[:20_000])
    known = cues(language)
    shouting = _shouting(words)
    found: list[PlaceMention] = []
    at = 0
    while at < len(words):
        if HAN_WORD.match(words[at].raw):
            found += _in_han(text, words[at])
            at += 1
            continue
        match = match_at(text, words, at, place_index(), language)
        mention = _judge(text, words, match, known, shouting, found) if match else None
        if match is None or mention is None:
            at += 1
            continue
        found.append(mention)
        at = match.after
    found += nationality_mentions(
        text, words, known, taken=[(m.start, m.end) for m in found], make=PlaceMention
    )
    found.sort(key=lambda mention: mention.start)
    return choose_countries(text, tuple(found), language)


def _shouting(words: list[Word]) -> bool:
    cased = [word.raw for word in words if word.raw.lower() != word.raw.upper()]
    return len(cased) > 3 and sum(raw.isupper() for raw in cased) > 0.6 * len(cased)


def _judge(
    text: str, words: list[Word], match: Match, known: Cues, shouting: bool, found: list[PlaceMention]
) -> PlaceMention | None:
    """The mention, or None where these words hardly mean the place."""
    first, after, place = match.first, match.after, match.place
    if _of_goods(text, words, first, after):
        return None
    near = match.prefix_cue or near_before(text, words, first, known)
    behind: Near = suffix_cue(match.suffix) if match.suffix else near_after(text, words, after, known)
    follows = _follows(text, found, words[first].start)
    if not _enough(text, words, match, near, behind, shouting, follows, sure_language=known.sure):
        return None
    start, end = words[first].start, words[after - 1].end
    # A name typed in Latin letters keeps its postposition apart ("Dubai ko"); a case ending wins over a
    # word before.
    nearest = behind if match.suffix and behind else (near or behind)
    role = role_of(text, words, first, after, nearest, known, moved=_moved(words, match))
    if role == "bare" or (near is None and behind is None and not match.suffix):
        role = follows or role
    return PlaceMention(start, end, text[start:end], place.codes[0], place.kind, role, match.key, place.codes)


def _follows(text: str, found: list[PlaceMention], start: int) -> Role | None:
    """The role of the place right before ("Warsaw, Poland"; "Accra Ghana"), where nothing else is between."""
    if found and text[found[-1].end : start].strip() in ("", ",", "(", "/", "-", "،"):
        return found[-1].role
    return None


def _moved(words: list[Word], match: Match) -> bool | None:
    """Russian, Polish and German: whether the case or article behind "в", "na", "in" says movement."""
    if match.first == 0:
        return None
    prior, last = words[match.first - 1], words[match.after - 1].key
    if prior.key in ("die", "den") and match.first >= 2 and words[match.first - 2].key == "in":
        return True
    if prior.key in ("der", "dem") and match.first >= 2 and words[match.first - 2].key == "in":
        return False
    if prior.key not in _IN_PREPOSITIONS or prior.key == "in":
        return None
    if "\u0400" <= last[0] <= "\u04ff":
        if last.endswith(("ах", "ях")):
            return False
        if not match.place.inflected:
            return None if last[-1] in "иое" or last in ("баку", "перу") else True
        return not last.endswith(("е", "и", "ом"))
    return words[match.after - 1].raw.endswith("ę") if prior.key == "na" else False


def _of_goods(text: str, words: list[Word], first: int, after: int) -> bool:
    """Whether the words beside it make it a matter of goods ("US plug", "made in Italy", "bone china")."""
    product = product_words()
    if after < len(words) and {words[after].key, words[after].key.removesuffix("s")} & product.after:
        gap = text[words[after - 1].end : words[after].start]
        if not gap.strip(" -"):
            return True
    if (
        first
        and words[first - 1].key in product.before
        and not stops(text, words[first - 1].end, words[first].start)
    ):
        return not text[words[first - 1].end : words[first].start].strip()
    if (
        first >= 2
        and words[first - 2].key in product.before
        and words[first - 1].key in ("in", "en", "de", "du", "da", "di")
    ):
        return True
    around = " ".join(word.key for word in words[max(0, first - 2) : after + 2])
    return any(f" {phrase} " in f" {around} " for phrase in product.phrases)


def _enough(
    text: str,
    words: list[Word],
    match: Match,
    near: Near,
    behind: Near,
    shouting: bool,
    follows: Role | None,
    *,
    sure_language: bool,
) -> bool:
    place, first = match.place, match.first
    raw = words[first].raw
    cased = raw[0].lower() != raw[0].upper()
    capital = cased and raw[0].isupper() and not shouting
    single = match.after - first == 1
    trade = near in ("incoterm", "loading")
    cue = near is not None or behind is not None
    if match.exact:
        return len(raw) > 2 or not single or not shouting
    if trade and len(match.key) > 2:
        return True
    if place.level == 0:
        return not single or not cased or capital or len(match.key) > 4 or cue or follows is not None
    mid = first > 0 and not stops(text, words[first - 1].end, words[first].start)
    if place.level == 1:
        if cue or (follows is not None and (capital or not cased)):
            return True
        return (capital and mid and not _among_names(words, match)) or _country_follows(text, words, match)
    if place.kind == "country":
        if not cased:
            return cue and not _number_follows(words, match, text)
        if capital:
            return mid or cue or len(words) <= 3
        return cue and match.key in _LOWER_CASE_COUNTRIES
    if match.suffix and capital:
        return True
    if (capital or not cased) and _country_follows(text, words, match):
        return True
    # The prepositions of all languages together mark too much: an ordinary word needs a known language.
    marked = sure_language and near not in (None, "based")
    return marked and (not cased or (capital and not _among_names(words, match)))


def _among_names(words: list[Word], match: Match) -> bool:
    """Whether a capitalised word stands on either side, as in a person's or company's name."""
    sides = []
    if match.first > 0:
        sides.append(words[match.first - 1])
    if match.after < len(words):
        sides.append(words[match.after])
    return any(
        side.raw[0].isupper() and not side.raw.isupper() and place_index().get(side.key) is None
        for side in sides
    )


def _is_country(key: str) -> bool:
    place = place_index().get(key)
    return place is not None and place.kind in ("country", "region")


def _country_follows(text: str, words: list[Word], match: Match) -> bool:
    if match.after >= len(words):
        return False
    gap = text[words[match.after - 1].end : words[match.after].start]
    row = match_at(text, words, match.after, place_index(), None)
    return gap.strip() in ("", ",", "(", "-") and row is not None and row.place.kind in ("country", "region")


def _number_follows(words: list[Word], match: Match, text: str) -> bool:
    return text[words[match.after - 1].end :].lstrip()[:1].isdigit()


def _in_han(text: str, run: Word) -> list[PlaceMention]:
    found: list[PlaceMention] = []
    for start, end, place in han_matches(run.raw, text[run.end : run.end + 6]):
        left, right = run.start + start, run.start + end
        role = han_role(text[max(0, left - 14) : left], text[right : right + 8])
        follows = _follows(text, found, left)
        if place.level == 2 and role == "bare" and follows is None:
            continue
        found.append(
            PlaceMention(
                left,
                right,
                text[left:right],
                place.codes[0],
                place.kind,
                follows or role if role == "bare" else role,
                text[left:right],
                place.codes,
            )
        )
    return _share_roles(found, text)


def _share_roles(found: list[PlaceMention], text: str) -> list[PlaceMention]:
    """中国大阪-style runs: a country right before its city takes the city's role."""
    for index in range(len(found) - 2, -1, -1):
        if found[index].role == "bare" and not text[found[index].end : found[index + 1].start].strip(
            "，, 的"
        ):
            found[index] = replace(found[index], role=found[index + 1].role)
    return found
