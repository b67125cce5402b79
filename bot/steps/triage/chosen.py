"""Which of several ways named in a text is the one wanted: "not CIF, FOB", "by sea instead of air"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from prompts.cues import cues

_BEFORE, _BEHIND = 22, 12
_BETWEEN = re.compile(r"[^,.;:!?，。；：！？\n]{0,12}")
_JOINED = re.compile(
    r"[^\w\n]{0,3}(?:or|and|oder|und|o|y|u|ou|et|e|или|и|او|ام|و|veya|ya da|mi|mu|ve|yoksa|lub|czy|albo|i|"
    r"atau|dan|hay|hoac|va|या|और|还是|或者?|和|か|と|または|それとも)?"
    r"[^\w\n]{0,3}(?:by |via |per |por |par |en |за |با)?"
)


@dataclass(frozen=True, slots=True)
class NamedWay:
    """`name` at [start, end) of a folded text."""

    start: int
    end: int
    name: str


def chosen(folded: str, ways: Iterable[NamedWay], refused: set[str]) -> tuple[str | None, bool]:
    """(the way wanted, whether the text leaves it open); what it turns down is added to `refused`.

    Two ways that "or", "and" or a comma joins are both asked about: neither is chosen. Else the last counts.
    """
    kept: list[NamedWay] = []
    for way in sorted(ways, key=lambda w: (w.start, -w.end)):
        if kept and way.start < kept[-1].end:
            continue
        if turned_down(folded, way.start, way.end):
            refused.add(way.name)
        else:
            kept.append(way)
    kept = [way for way in kept if way.name not in refused]
    former = [way for way in kept if _former(folded, way)]
    if 0 < len({w.name for w in former}) < len({w.name for w in kept}):
        kept = [way for way in kept if way not in former]
    if not kept:
        return None, False
    both = any(a.name != b.name and _JOINED.fullmatch(folded[a.end : b.start]) for a, b in pairwise(kept))
    return (None, True) if both else (kept[-1].name, False)


def turned_down(folded: str, start: int, end: int) -> bool:
    """Whether the words around [start, end) refuse what stands there."""
    table = cues()["refusals"]
    lead, tail = folded[max(0, start - _BEFORE) : start], folded[end : end + _BEHIND].lstrip()
    before = _reaches(table["before"], lead, 1) or _reaches(table["instead"], lead, 1)
    return before or any(table[name].match(tail) is not None for name in ("after", "instead_behind"))


def _reaches(pattern: re.Pattern[str], lead: str, words: int) -> bool:
    """Whether a cue stands before, with at most so many words and no comma between."""
    return any(
        _BETWEEN.fullmatch(lead[m.end() :]) and lead[m.end() :].strip(" '").count(" ") <= words - 1
        for m in pattern.finditer(lead)
    )


def _former(folded: str, way: NamedWay) -> bool:
    lead = folded[max(0, way.start - _BEFORE) : way.start]
    return any(_BETWEEN.fullmatch(lead[m.end() :]) for m in cues()["refusals"]["former"].finditer(lead))


def last_chosen(texts: Sequence[str], ways_of: Iterable[Sequence[NamedWay]]) -> str | None:
    """The way that the newest text chooses; `texts` are folded and newest first, as are their ways."""
    refused: set[str] = set()
    for folded, ways in zip(texts, ways_of, strict=True):
        name, left_open = chosen(folded, ways, refused)
        if name is not None or left_open:
            return name
    return None
