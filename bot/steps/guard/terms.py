"""Looking up phrases in a text: plain substring search with word boundaries, so that it stays linear.

A table is a file of phrases below `[concept]` lines; `stem*` goes on to the end of the word. Phrases in plain
ASCII are found in the Latin reading of the text (accents and look-alikes gone), all others as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.steps.guard.phrases import phrases
from bot.steps.guard.sight import is_cjk, latin, look, lowered

_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|[。！？।؟;；\n]")
_NO_BOUNDARY = re.compile(r"[\u0600-\u06ff\u0900-\u097f\u2e80-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Term:
    concept: str
    phrase: str
    stem: bool
    ascii: bool
    bounded: bool
    rare: str
    """A character that is not in most texts: its script's, or the first."""


Terms = tuple[Term, ...]


@cache
def terms(name: str) -> Terms:
    """The phrases of `phrases/NAME.txt`."""
    found: list[Term] = []
    for concept, lines in phrases(name).items():
        for line in lines:
            bare = line.rstrip("*")
            bounded = _NO_BOUNDARY.search(bare) is None
            rare = next((char for char in bare if not char.isascii()), bare[0])
            found.append(Term(concept, bare, line != bare, bare.isascii(), bounded, rare))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Readings:
    """One text in the two forms that terms are looked up in; places are the same in all."""

    text: str
    lowered: str
    latin: str


def read(text: str) -> Readings:
    small = lowered(text)
    return Readings(text, small, small if text.isascii() else latin(text))


@dataclass(frozen=True, slots=True)
class Hit:
    concept: str
    start: int
    end: int


def hits(readings: Readings, table: Terms) -> Iterator[Hit]:
    """Every place where a term of the table stands."""
    letters = frozenset(readings.lowered) | frozenset(readings.latin)
    for term in table:
        if term.rare not in letters:
            continue
        text = readings.latin if term.ascii else readings.lowered
        at = text.find(term.phrase)
        while at >= 0:
            end = at + len(term.phrase)
            if not term.bounded or (
                not (at and _goes_on(text[at - 1]))
                and (term.stem or not (end < len(text) and _goes_on(text[end])))
            ):
                while term.stem and term.bounded and end < len(text) and _goes_on(text[end]):
                    end += 1
                yield Hit(term.concept, at, end)
            at = text.find(term.phrase, at + len(term.phrase))


def _goes_on(char: str) -> bool:
    """Whether a word in letters goes on with this one: 私のPayPalは holds the word PayPal."""
    return char.isalpha() and not is_cjk(char)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of the sentence around a place; looks 400 characters to either side at most."""
    low = max(0, start - 400)
    begin = low
    for mark in _SENTENCE_END.finditer(text, low, start):
        begin = mark.end()
    found = _SENTENCE_END.search(text, end, min(len(text), end + 400))
    return begin, found.start() if found else min(len(text), end + 400)


_NEGATIONS = re.compile(
    r"\b(?:not|no|never|cannot|neither|nor|unable|decline|avoid|don't|won't|can't|doesn't|nunca|jamas|"
    r"tampoco|ni|"
    r"nao|nem|ne|pas|aucun|aucune|jamais|nicht|kein|keine|keinen|keiner|keinem|nie|niemals|non|mai|"
    r"nessun|nessuna|"
    r"nigdy|tidak|bukan|jangan|belum|khong|chua|dung|asla|hicbir|degil\w*)\b|\bn'|"
    r"\w+(?:miyor|muyor|mayiz|meyiz|mamakta|memekte|amiyor|emiyor|mez|maz)\w*"
)
_NEGATIONS_ELSEWHERE = re.compile(
    r"\b(?:не|нет|никогда|нельзя|без|ни)\b|không|chưa|đừng|não|(?<![\u0600-\u06ff])(?:و)?(?:لا|لن|"
    r"ليس|ليست|غير|لم|دون|بدون)(?![\u0600-\u06ff])|"
    r"नहीं|(?<![\u0900-\u097f])न(?![\u0900-\u097f])|कभी|मत |不|没|沒|無法|无法|勿|拒绝|拒絕|禁止|未|"
    r"ません|ない|お断り|ずに|なく"
)


_WILLING = re.compile(
    r"\b(?:do not|don't|never) hesitate|"
    r"\bno (?:problem\w*|worries|doubt|need to worry)|\bwhy not|\bnot only|\bsin problema\w*|"
    r"\bsem problema\w*|\bpas de probleme\w*"
    r"|\bkein problem|\bnessun problema|\bnon solo|\bnicht nur|\bno solo|\bnie ma problemu|"
    r"\btidak masalah|\bsorun degil|\bkhong sao"
)
_WILLING_ELSEWHERE = re.compile(
    r"без проблем|не только|لا مشكلة|لا مانع|कोई बात नहीं|कोई समस्या नहीं|没问题|沒問題|不仅|"
    r"問題ありません|問題ない|構いません|かまいません|差し支え(?:ありません|ない)|không sao"
)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """The places of the sentences of a text, their end marks included."""
    at = 0
    for mark in _SENTENCE_END.finditer(text):
        if text[at : mark.end()].strip():
            yield at, mark.end()
        at = mark.end()
    if text[at:].strip():
        yield at, len(text)


def says_no(text: str) -> bool:
    """Whether any sentence of the text says no to something."""
    readings = read(look(text).text)
    return any(declines(readings, begin, begin) for begin, _ in sentences_of(readings.text))


def declines(readings: Readings, start: int, end: int) -> bool:
    """Whether the sentence around a place says no, and not "no problem"."""
    begin, stop = sentence(readings.text, start, end)
    folded = _WILLING.sub("", readings.latin[begin:stop])
    written = _WILLING_ELSEWHERE.sub("", readings.lowered[begin:stop])
    return bool(_NEGATIONS.search(folded) or _NEGATIONS_ELSEWHERE.search(written))
