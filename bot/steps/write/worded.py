"""A model's parts as one reply: every point said, every value in its place, nothing written down by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.plan import Finding
from bot.steps.write.echo import echoed
from bot.steps.write.points import ASKS, Brief, Point
from bot.steps.write.tokens import (
    AMOUNT,
    DATE,
    NUMBER,
    PERCENT,
    QUANTITY,
    TIME,
    filled,
    named,
    without_tokens,
)

_ORDERED = frozenset({AMOUNT, QUANTITY, DATE, PERCENT, TIME, NUMBER})
_MOST_PARTS, _LONGEST_PART = 40, 1_200
_ROOM, _TIMES = 700, 2.5
"""A reply may be so many characters longer than the templates', and so many times as long."""


@dataclass(frozen=True, slots=True)
class Part:
    points: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What came of a model's answer: the whole text, or what is wrong with it."""

    text: str
    own_words: str
    """Without anything that code put in."""
    faults: tuple[Finding, ...] = ()


def parts_of(data: Mapping[str, object] | None) -> tuple[Part, ...] | None:
    """The parts of a structured answer; None where it is not one."""
    found = None if data is None else data.get("parts")
    if not isinstance(found, list) or len(found) > _MOST_PARTS:
        return None
    parts = []
    for each in found:
        if not isinstance(each, Mapping):
            return None
        points, text = each.get("points"), each.get("text")
        if not isinstance(text, str) or not isinstance(points, list):
            return None
        if not all(isinstance(point, str) for point in points):
            return None
        parts.append(Part(tuple(points), text.strip()))
    return tuple(parts)


def worded(brief: Brief, parts: Sequence[Part], templates: str, heard: Iterable[str] = ()) -> Wording:
    """The reply that `parts` make of `brief`, with what is wrong in it.

    `templates` is the same reply by the templates; `heard` are the buyer's messages, whose quoted words no
    reply repeats.
    """
    own_words = "\n".join(without_tokens(part.text) for part in parts)
    faults = tuple(_faults(brief, parts, templates, own_words, heard))
    if any(name not in brief.tokens for part in parts for name in named(part.text)):
        return Wording("", own_words, faults)
    body = [filled(part.text, brief.tokens) for part in parts if part.text]
    text = "\n\n".join(each for each in (brief.opening, *body, brief.closing) if each)
    return Wording(text, own_words, faults)


def _faults(
    brief: Brief, parts: Sequence[Part], templates: str, own_words: str, heard: Iterable[str]
) -> Iterator[Finding]:
    known = {point.id: point for point in brief.points}
    for part in parts:
        yield from _in_part(part, known, brief)
    yield from _left_out(brief, parts)
    for char in own_words:
        if char.isdigit():
            at = own_words.index(char)
            yield Finding("own_figure", "block", own_words[max(0, at - 20) : at + 20].strip())
            break
    if "{" in own_words or "}" in own_words or "<<<" in own_words:
        yield Finding("unknown_token", "block", "{" if "{" in own_words else "}")
    length = sum(len(part.text) for part in parts)
    if length > max(len(templates) * _TIMES, len(templates) + _ROOM):
        yield Finding("too_long", "block", "")
    for words in echoed(own_words, heard):
        yield Finding("echoes_buyer", "block", words)


def _in_part(part: Part, known: Mapping[str, Point], brief: Brief) -> Iterator[Finding]:
    points = [known[each] for each in part.points if each in known]
    if not part.text or not points or len(points) != len(part.points):
        yield Finding("unknown_point", "block", part.text[:60])
        return
    if len(part.text) > _LONGEST_PART:
        yield Finding("too_long", "block", part.text[:60])
    allowed = {name for point in points for name in point.tokens}
    used = named(part.text)
    for name in used:
        if name not in allowed:
            rule = "misplaced_token" if name in brief.tokens else "unknown_token"
            yield Finding(rule, "block", name)
    for point in points:
        placed = [name for name in dict.fromkeys(used) if name in point.tokens and name[0] in _ORDERED]
        wanted = [name for name in point.tokens if name in placed]
        for kind in _ORDERED:
            ours = [name for name in placed if name[0] == kind]
            if ours != [name for name in wanted if name[0] == kind]:
                yield Finding("misplaced_token", "block", ours[0])
        if point.question and ASKS.search(part.text) is None:
            yield Finding("not_asked", "block", part.text[:60])
    silent = not any(char.isalpha() for char in without_tokens(part.text))
    if silent and any(point.worded for point in points):
        yield Finding("not_said", "block", ", ".join(part.points))


def _left_out(brief: Brief, parts: Sequence[Part]) -> Iterator[Finding]:
    for point in brief.points:
        covering = [part for part in parts if point.id in part.points]
        if not covering:
            if not point.optional:
                yield Finding("left_out", "block", point.subject)
            continue
        used = {name for part in covering for name in named(part.text)}
        for name in point.tokens:
            if name not in used:
                yield Finding("missing_token", "block", f"{name} ({point.subject})")
