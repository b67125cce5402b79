"""A text with the places that the guard found, and what a person has changed in it, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bot.domain.plan import Finding

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\d[\d.,]*\d|\w+|\s+|.", re.DOTALL)
"""Chinese and Japanese are compared sign by sign, for they part no words."""
_OF_THE_WHOLE = frozenset({"wrong_language", "empty_draft"})
_OF_THE_MODEL = "model_"
"""What such findings name is not in the text."""
_MOST_TOKENS = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text; `finding` is what the guard says of it."""

    text: str
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Change:
    kind: Literal["same", "added", "removed"]
    text: str


def _is_of_the_whole(rule: str) -> bool:
    return rule in _OF_THE_WHOLE or rule.startswith(_OF_THE_MODEL)


def marked(text: str, findings: Sequence[Finding]) -> tuple[Piece, ...]:
    """The whole text in pieces, every place of a finding's excerpt marked; blocking ones first."""
    text = unicodedata.normalize("NFC", text)
    places: list[tuple[int, int, Finding]] = []
    for finding in sorted(findings, key=lambda each: (each.severity != "block", -len(each.excerpt))):
        if not finding.excerpt.strip() or _is_of_the_whole(finding.rule):
            continue
        for match in re.finditer(re.escape(finding.excerpt), text):
            if all(match.end() <= start or match.start() >= end for start, end, _ in places):
                places.append((match.start(), match.end(), finding))
    pieces: list[Piece] = []
    at = 0
    for start, end, finding in sorted(places, key=lambda place: place[0]):
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], finding))
        at = end
    if at < len(text) or not pieces:
        pieces.append(Piece(text[at:]))
    return tuple(pieces)


def changes(before: str, after: str) -> tuple[Change, ...]:
    """What makes `after` of `before`, in the order of reading. Very long texts are compared line by line."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if len(old) + len(new) > _MOST_TOKENS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Change("same", "".join(old[a:b])))
            continue
        if b > a:
            found.append(Change("removed", "".join(old[a:b])))
        if d > c:
            found.append(Change("added", "".join(new[c:d])))
    return tuple(found)


def shortened(found: Sequence[Change], around: int = 80) -> tuple[Change, ...]:
    """`found` with no more than `around` characters of what stayed the same beside a change."""
    short: list[Change] = []
    for index, change in enumerate(found):
        text = change.text
        if change.kind == "same" and len(text) > 2 * around + 20:
            head = text[:around].rsplit("\n", 1)[0] if index else ""
            tail = text[-around:].split("\n", 1)[-1] if index < len(found) - 1 else ""
            text = f"{head} … {tail}".strip(" ") if head or tail else text
        short.append(Change(change.kind, text))
    return tuple(short)
