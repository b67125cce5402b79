"""Matches the words of a text with the gazetteer, case endings and attached particles included."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.countries.place_index import Place, PlaceIndex
from knowledge.countries.place_roles import Near
from knowledge.countries.words import Word

_JOINTS = re.compile(r"[ \u00a0.'’ʼ`\-‐–]{1,3}\Z|\Z")
_APOSTROPHES = frozenset("'’ʼ`´")
_TURKISH = (
    "sindan", "sinden", "dayiz", "deyiz", "tayiz", "teyiz", "dayim", "deyim", "tayim", "teyim", "liyiz",
    "daki", "deki", "taki", "teki", "dan", "den", "tan", "ten", "nin", "nun", "lik", "ya", "ye",
    "na", "ne", "da", "de", "ta", "te", "in", "un", "yi", "yu", "ni", "a", "e", "i", "u",
)  # fmt: skip
_VIETNAMESE_SHORT = {
    "đức": "DE", "pháp": "FR", "mỹ": "US", "nga": "RU", "úc": "AU", "nhật": "JP", "hàn": "KR", "thái": "TH",
    "bỉ": "BE", "anh": "GB", "ý": "IT", "áo": "AT", "lào": "LA",
}  # fmt: skip
_VIETNAMESE_CUES = frozenset(
    {"sang", "đi", "ở", "từ", "qua", "tới", "đến", "tại", "về", "nước", "trường", "ship"}
)
_PARTICLES: dict[str, Near] = {"ب": "in", "ل": "to", "لل": "to"}
_ARABIC_PREFIX = re.compile("^([وف])?(لل|[بلك])?(.+)$")


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` .. `after - 1` are `place`; `suffix` is a Turkish case ending, `prefix_cue` an Arabic
    particle."""

    first: int
    after: int
    key: str
    place: Place
    exact: bool = False
    suffix: str = ""
    prefix_cue: Near = None


def match_at(text: str, words: list[Word], at: int, index: PlaceIndex, language: str | None) -> Match | None:
    """The longest place that starts at word `at`, or None."""
    word = words[at]
    for count in range(min(index.longest.get(word.key, 1), len(words) - at), 0, -1):
        if count > 1 and not _joined(text, words, at, count):
            continue
        key = word.key if count == 1 else " ".join(part.key for part in words[at : at + count])
        place = index.get(key)
        if place is not None:
            return _with_apostrophe(text, words, Match(at, at + count, key, place))
    return _exact(text, words, at, index) or _changed(text, words, at, index, language)


def _joined(text: str, words: list[Word], at: int, count: int) -> bool:
    return all(
        _JOINTS.match(text[words[i].end : words[i + 1].start]) is not None for i in range(at, at + count - 1)
    )


def _with_apostrophe(text: str, words: list[Word], match: Match) -> Match:
    """Takes in a Turkish ending behind an apostrophe: Almanya'ya."""
    after = match.after
    if after < len(words) and text[words[after - 1].end : words[after].start] in _APOSTROPHES:
        suffix = words[after].key
        if suffix in _TURKISH:
            return Match(
                match.first, after + 1, match.key, match.place, match.exact, suffix, match.prefix_cue
            )
    return match


def _exact(text: str, words: list[Word], at: int, index: PlaceIndex) -> Match | None:
    if not words[at].raw[0].isupper() or len(words[at].raw) > 6:
        return None
    for count in (4, 3, 2, 1):
        if at + count <= len(words) and (count == 1 or _joined(text, words, at, count)):
            key = "^" + " ".join(part.raw for part in words[at : at + count])
            place = index.get(key)
            if place is not None:
                return _with_apostrophe(text, words, Match(at, at + count, key, place, exact=True))
    return None


def _changed(text: str, words: list[Word], at: int, index: PlaceIndex, language: str | None) -> Match | None:
    word = words[at]
    letter = word.key[0]
    if "\u0600" <= letter <= "\u06ff":
        return _arabic(words, at, index, text)
    if language == "vi":
        return _vietnamese(words, at)
    if len(word.key) >= 5 and (language == "tr" or (language is None and any(c in "ığşİ" for c in text))):
        return _turkish(word, at, index, language)
    if language == "de" and word.key.endswith("s") and len(word.key) > 5:
        place = index.get(word.key[:-1])
        return Match(at, at + 1, word.key[:-1], place) if place and place.level < 2 else None
    return None


def _turkish(word: Word, at: int, index: PlaceIndex, language: str | None) -> Match | None:
    for suffix in _TURKISH:
        if word.key.endswith(suffix) and (len(suffix) > 1 or language == "tr"):
            stem = word.key[: -len(suffix)]
            place = index.get(stem) if len(stem) >= 4 else None
            if place is not None and (place.level == 0 or (place.level == 1 and word.raw[0].isupper())):
                return Match(at, at + 1, stem, place, suffix=suffix)
    return None


def _vietnamese(words: list[Word], at: int) -> Match | None:
    raw = words[at].raw
    code = _VIETNAMESE_SHORT.get(raw.casefold())
    if code is None or at == 0 or not raw[0].isupper():
        return None
    prior = words[at - 1].raw.casefold()
    sure = prior in ("nước", "trường") or (
        prior in _VIETNAMESE_CUES and raw.casefold() not in ("anh", "áo", "ý")
    )
    return Match(at, at + 1, words[at].key, Place(0, "country", False, (code,))) if sure else None


def _arabic(words: list[Word], at: int, index: PlaceIndex, text: str) -> Match | None:
    parts = _ARABIC_PREFIX.match(words[at].key)
    if parts is None:
        return None
    and_, particle, rest = parts.groups()
    if not and_ and not particle:
        return None
    bare = "ال" + rest if particle == "لل" else rest
    if len(bare) < 3:
        return None
    trimmed = [*words[:at], words[at]._replace(key=bare), *words[at + 1 :]]
    for count in range(min(index.longest.get(bare, 1), len(words) - at), 0, -1):
        key = " ".join(part.key for part in trimmed[at : at + count])
        place = index.get(key)
        if (
            place is not None
            and (count == 1 or _joined(text, words, at, count))
            and (place.level < 2 or particle)
        ):
            near = _PARTICLES.get(particle or "")
            return Match(at, at + count, key, place, prefix_cue=near)
    return None
