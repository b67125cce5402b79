"""Which passages of a text a person has changed, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.domain.fold import fold
from bot.steps.guard.terms import sentences_of

_SIGNS = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
"""What may change without a word being another; a point between digits is part of the figure."""
_ALIKE = 0.35
"""Sentences that share less were not made of each other."""
_MOST_SENTENCES = 200
_DOT_INSIDE = re.compile(r"\b(?:Co|Ltd|Inc|No|Nos|Nr|Art|Tel|approx|e\.g|i\.e|vs|Mr|Ms|Mrs|Dr|St|ca|bzw)\.$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence before and after; "" where there was, or is, none.

    `around` is all that was changed at this place before: of sentences that were split or joined, the whole.
    """

    before: str
    after: str
    around: str


def changed_passages(before: str, after: str) -> tuple[Passage, ...]:
    """What was changed, in the order of the new text. Blanks, letter case and punctuation alone are nothing;
    a sentence that only stands elsewhere now is nothing either."""
    old, new = sentences(before), sentences(after)
    old_keys, new_keys = [_key(each) for each in old], [_key(each) for each in new]
    found: list[Passage] = []
    for kind, a, b, c, d in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone = [each for each, key in zip(old[a:b], old_keys[a:b], strict=True) if key not in new_keys]
        come = [each for each, key in zip(new[c:d], new_keys[c:d], strict=True) if key not in old_keys]
        around = " ".join(gone)
        found += (Passage(one, other, around) for one, other in _paired(gone, come))
    return tuple(found)


def sentences(text: str) -> list[str]:
    """The sentences of a text; of very long ones the lines. Marks of lists and empty ones are left out."""
    pieces = [text[start:end].strip() for start, end in sentences_of(text)]
    if len(pieces) > _MOST_SENTENCES:
        pieces = [line.strip() for line in text.splitlines()]
    whole: list[str] = []
    for piece in pieces:
        if whole and (_DOT_INSIDE.search(whole[-1]) or _goes_on(whole[-1], piece)):
            whole[-1] = f"{whole[-1]} {piece}"
        elif _key(piece):
            whole.append(piece)
    return whole


def _goes_on(before: str, piece: str) -> bool:
    """After a point that only shortens a word (500 pcs. for) the sentence goes on in small letters."""
    return before.endswith(".") and piece[:1].islower()


def _key(sentence: str) -> str:
    return _SIGNS.sub(" ", fold(sentence).text).strip()


def _paired(gone: Sequence[str], come: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each new sentence with the old one that it is most like, if any; then the old ones that are left."""
    left = list(gone)
    for each in come:
        likeness = [(SequenceMatcher(None, other, each, autojunk=False).ratio(), other) for other in left]
        best = max(likeness, default=(0.0, ""), key=lambda pair: pair[0])
        if best[0] >= _ALIKE or (len(gone) == len(come) == 1 and best[0] >= _ALIKE / 2):
            left.remove(best[1])
            yield best[1], each
        else:
            yield "", each
    for each in left:
        yield each, ""
