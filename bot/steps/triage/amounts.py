"""How many of an entry are wanted, and which goods a count that came before them means."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.products import SIZE_LETTER, Feature
from bot.steps.triage.asides import place_of_sample_word
from bot.steps.triage.entry import Entry, Talk
from bot.steps.triage.quantities import is_series
from bot.steps.triage.quantity import Quantity
from bot.steps.triage.segments import Segment

_BESIDE_SAMPLE = 16
"""Characters between a number and the word for a sample that it counts."""
_MOST_SAMPLES = 100


def take_counts(entry: Entry, text: str, counts: Sequence[Quantity], turn: int, *, more: bool) -> None:
    """The counts of one segment of `text`. `more`: one of a later turn is added to the earlier count."""
    chosen = [c for c in counts if c.strong and not c.package] or [c for c in counts if c.strong]
    chosen = chosen or _first_series(text, counts)
    if not chosen:
        return
    package = chosen[0].package
    series = all(is_series(text, a, b) for a, b in pairwise(chosen))
    values = [c.value for c in chosen]
    again = entry.counted == turn and package == entry.package
    if again and entry.quantities and not (len(values) > 1 and series):
        entry.quantities.extend(v for v in values if v not in entry.quantities)
    elif more and len(values) == len(entry.quantities) == 1 and 0 <= entry.counted < turn:
        if package == entry.package:
            entry.quantities = [entry.quantities[0] + values[0]]
    else:
        entry.quantities = list(dict.fromkeys(values)) if series else values[:1]
        entry.package = package
    entry.turn = entry.counted = turn


def _first_series(text: str, counts: Sequence[Quantity]) -> list[Quantity]:
    """Of counts without a counting word the first, with those that are alternatives to it: "1000 or 5000"."""
    run = list(counts[:1])
    for count in counts[1:]:
        if not is_series(text, run[-1], count) or count.value <= run[-1].value:
            break
        run.append(count)
    return run


def take_size(entry: Entry, counts: Sequence[Quantity], features: Sequence[Feature]) -> None:
    """Keeps apart how many of one letter size are wanted."""
    letters = [f.value for f in features if f.key == SIZE_LETTER]
    if len(letters) == len(counts) == 1:
        entry.sizes[letters[0]] = counts[0].value


def take_sample(entry: Entry, text: str, counts: Sequence[Quantity], segment: Segment) -> None:
    """How many samples; a count farther from the word for them is one of the goods."""
    place = place_of_sample_word(text[segment.start : segment.end])
    assert place is not None
    start, end = segment.start + place[0], segment.start + place[1]
    near = [c for c in counts if min(abs(start - c.end), abs(c.start - end)) <= _BESIDE_SAMPLE]
    entry.samples = near[0].value if near and near[0].value < _MOST_SAMPLES else 1
    rest = [c for c in counts if c not in near[:1]]
    if rest:
        entry.quantities, entry.package = [rest[0].value], rest[0].package


def lend_goods(talk: Talk, new: Sequence[Entry]) -> None:
    """Gives the goods to a count that came before them: "300 red and 300 blue dog collars size M"."""
    finder = talk.finder
    for bare, named in pairwise(new):
        if bare.named() or not named.named() or talk.resolution(bare).sku is not None:
            continue
        lent = [
            f for f in named.features
            if not any(finder.rivals(f, own) or not finder.together(f, own) for own in bare.features)
        ]  # fmt: skip
        bare.features = [*bare.features, *lent]
