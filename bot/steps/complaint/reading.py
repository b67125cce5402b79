"""What a buyer's messages and the names of their files say of a complaint: each value stands in the words.

Nothing is guessed: two quantities that could both be meant are none, and the reply asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.complaints import Field, Known, Told
from bot.domain.fold import fold
from bot.steps.complaint.batches import batch_in
from bot.steps.complaint.quantities import affected_in, bare_quantity
from prompts.topics import topics_in

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|(?<=[。！？；।؟])|\n+")
_LONGEST = 500
_DEFECTS = "defects"


@dataclass(frozen=True, slots=True)
class Heard:
    """A message of the buyer's: its words without marks of files, and its files' names."""

    seq: int
    text: str
    files: tuple[str, ...] = ()


def read(
    heard: Sequence[Heard], *, order: str | None, counted: frozenset[int] = frozenset(),
    asked: frozenset[str] = frozenset(),
) -> Known:  # fmt: skip
    """What the messages say, the newest word on each field; `wrong` is the first that tells of a fault.

    `order`: a number that triage has found in the talk. `counted`: quantities of goods that it has. `asked`:
    fields that we have asked for: "12" alone answers a question for the quantity.
    """
    found: dict[Field, Told] = {}
    for message in heard:
        for sentence in _sentences(message.text):
            folded = fold(sentence)
            bad = _DEFECTS in topics_in(folded.text)
            if bad and "wrong" not in found:
                found["wrong"] = Told(sentence[:_LONGEST], "buyer", message.seq, sentence[:_LONGEST])
            quantity = affected_in(folded.text, counted, batch_in(folded.text)) if bad else None
            if quantity is not None and quantity != order:
                found["quantity"] = Told(quantity, "buyer", message.seq, sentence[:_LONGEST])
        found |= _batch(message)
        if "quantity" in asked and "quantity" not in found:
            bare = bare_quantity(fold(message.text).text)
            if bare is not None:
                found["quantity"] = Told(bare, "buyer", message.seq, message.text.strip()[:_LONGEST])
        for name in message.files:
            found = _of_file(name, message.seq) | found
        place = _where(order, message)
        if order is not None and place is not None:
            found["order"] = Told(order, "buyer", message.seq, place)
    if "wrong" not in found and not asked and heard and heard[0].text.strip():
        words = heard[0].text.strip()[:_LONGEST]
        found["wrong"] = Told(words, "buyer", heard[0].seq, words)
    return found


def _batch(message: Heard) -> dict[Field, Told]:
    """Read line by line: in "lot no. 2311B" a point ends no sentence."""
    for line in message.text.splitlines():
        span = batch_in(fold(line).text)
        if span is not None:
            start, end = fold(line).at(*span)
            return {"batch": Told(line[start:end], "buyer", message.seq, line.strip()[:_LONGEST])}
    return {}


def _of_file(name: str, seq: int) -> dict[Field, Told]:
    """A file's name is read for a batch alone: `LOT_2311B_broken.jpg`."""
    stem = name.rpartition(".")[0] or name
    folded = fold(stem.replace("_", " "))
    span = batch_in(folded.text)
    if span is None:
        return {}
    start, end = folded.at(*span)
    return {"batch": Told(stem[start:end], "buyer", seq, name[:_LONGEST])}


def _where(number: str | None, message: Heard) -> str | None:
    """The sentence or the file's name in which a number stands, whatever its spaces and case."""
    wanted = _plain(number or "")
    if not wanted:
        return None
    places = (*_sentences(message.text), *message.files)
    return next((each[:_LONGEST] for each in places if wanted in _plain(each)), None)


def _plain(text: str) -> str:
    return "".join(char for char in fold(text).text if char.isalnum())


def _sentences(text: str) -> Iterator[str]:
    return (each.strip() for each in _SENTENCE.split(text) if each and each.strip())
