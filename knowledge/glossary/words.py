"""Cutting a message into words, and the forms under which a word is compared.

Spans are (start, end) offsets into the original text. A key is a lower-case form without diacritics.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

_CJK = "\u3005\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
)
_WORD = re.compile(
    rf"[{_CJK}]+|[^\W\d_{_CJK}][^\W\d_{_CJK}{_MARKS}]*(?:[{_MARKS}]+[^\W\d_{_CJK}]*)*|\d+(?:[.,]\d+)*"
)
_IS_CJK = re.compile(rf"[{_CJK}]")
_IS_KANA = re.compile("[\u3040-\u30ff\uff66-\uff9f]")

_ALGORITHMS = {
    "en": "english", "es": "spanish", "pt": "portuguese", "fr": "french", "de": "german", "it": "italian",
    "ru": "russian", "ar": "arabic", "tr": "turkish", "pl": "polish", "id": "indonesian", "hi": "hindi",
}  # fmt: skip
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
     "ى": "ي", "ة": "ه", "ـ": None, "ँ": "ं", "़": None, "\u200c": None, "\u200d": None}
)  # fmt: skip
_ARABIC_PREFIXES = (
    "وبال",
    "وال",
    "بال",
    "كال",
    "فال",
    "ولل",
    "لل",
    "ال",
    "وب",
    "ول",
    "و",
    "ب",
    "ل",
    "ف",
    "ك",
)
_ARABIC_SUFFIXES = ("كم", "هم", "نا", "ها", "ات", "ين", "ون", "يه", "ه", "ي", "ك")
_TURKISH_SUFFIXES = (
    "larinizdan", "lerinizden", "lariniz", "leriniz", "larinin", "lerinin", "larini", "lerini",
    "larin", "lerin",
    "lari", "leri", "larda", "lerde", "lardan", "lerden", "lar", "ler", "iniz", "unuz", "sinin", "sunun",
    "nin", "nun", "dan", "den", "tan", "ten", "siz", "suz", "lik", "luk", "li", "lu", "da", "de", "ta", "te",
    "si", "su", "yi", "yu", "ya", "ye", "in", "un", "i", "u", "a", "e",
)  # fmt: skip
_RUSSIAN_FLEETING = re.compile(r"(.{2,})[еоё]к$")
_POLISH_FLEETING = re.compile(r"(.{2,})ek$")


class Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str

    @property
    def cjk(self) -> bool:
        return bool(_IS_CJK.match(self.text))


def words(text: str) -> list[Word]:
    """The words and numbers of `text`; a run of Chinese or Japanese is one word."""
    return [Word(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]


def holds_cjk(text: str) -> bool:
    return bool(_IS_CJK.search(text))


def holds_kana(text: str) -> bool:
    return bool(_IS_KANA.search(text))


@lru_cache(maxsize=16384)
def folded(word: str) -> str:
    """Lower case, without diacritics, letters that buyers mix up made one."""
    if word.isascii():
        return word.lower()
    lower = word.casefold().translate(_LETTERS)
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c) or c >= "\u0900"
    )
    return unicodedata.normalize("NFC", plain).translate(_LETTERS)


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Stemmer | None:
    import Stemmer as Snowball

    algorithm = _ALGORITHMS.get(language)
    # cache size 0: `keys` remembers results itself
    return Snowball.Stemmer(algorithm, 0) if algorithm else None


@lru_cache(maxsize=32768)
def keys(word: str, language: str) -> tuple[str, ...]:
    """The forms of `word` to look up in `language`, its own folded form first."""
    own = folded(word)
    forms = [own]
    if language == "vi" and not word.isascii():
        return (_marked(word),)
    stemmer = _stemmer(language)
    if stemmer is None or len(own) < 3 or own[0].isdigit():
        return (own,)
    bare = _bared(own, language)
    # what only lost a clitic is surer than what was stemmed
    forms += bare
    forms += [folded(stemmer.stemWord(word.casefold())), stemmer.stemWord(own)]
    forms += [stemmer.stemWord(form) for form in bare]
    return tuple(dict.fromkeys(form for form in forms if len(form) > 2))


def paths(phrase: str, language: str) -> tuple[tuple[str, ...], ...]:
    """The key sequences under which a glossary phrase is filed, the exact one first."""
    parts = [word.text for word in words(phrase)]
    exact = tuple(folded(part) for part in parts)
    if language == "vi":
        return tuple(dict.fromkeys((tuple(_marked(part) for part in parts), exact)))
    stemmer = _stemmer(language)
    if stemmer is None:
        return (exact,)
    stems = tuple(_at_least_3(folded(stemmer.stemWord(part.casefold())), folded(part)) for part in parts)
    bare = tuple(_at_least_3(stemmer.stemWord(part), part) for part in exact)
    return tuple(dict.fromkeys((exact, stems, bare)))


def _at_least_3(stem: str, whole: str) -> str:
    """A stem of one or two letters fits too much."""
    return stem if len(stem) > 2 else whole


def _marked(word: str) -> str:
    """A Vietnamese word with its marks: without them it is another word."""
    return unicodedata.normalize("NFC", word.casefold())


def _bared(own: str, language: str) -> list[str]:
    """Forms that the stemmer does not reach: clitics, agglutinated endings, fleeting vowels, ae for ä."""
    if language == "ar":
        starts = [own[len(p) :] for p in _ARABIC_PREFIXES if own.startswith(p) and len(own) - len(p) >= 3]
        return starts + [
            form[: -len(s)]
            for form in (own, *starts)
            for s in _ARABIC_SUFFIXES
            if form.endswith(s) and len(form) - len(s) >= 3
        ]
    if language == "tr":
        return [own[: -len(s)] for s in _TURKISH_SUFFIXES if own.endswith(s) and len(own) - len(s) >= 4]
    if language == "ru" and (fleeting := _RUSSIAN_FLEETING.match(own)):
        return [fleeting.group(1) + "к", fleeting.group(1) + "ка"]
    if language == "pl" and (fleeting := _POLISH_FLEETING.match(own)):
        return [fleeting.group(1) + "k", fleeting.group(1) + "ka"]
    if language == "de" and any(pair in own for pair in ("ae", "oe", "ue")):
        return [own.replace("ae", "a").replace("oe", "o").replace("ue", "u")]
    return []
