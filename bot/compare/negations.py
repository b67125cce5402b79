"""Where a text says no. A "not" that is lost, or put in, turns an answer round."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.compare.sentences import Bead
from bot.compare.side import Side, Span


@dataclass(frozen=True, slots=True)
class Negations:
    """`no` must be answered by the other side's `no` or `perhaps`."""

    no: tuple[Span, ...]
    perhaps: tuple[Span, ...]


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]]:
    table = tomllib.loads(files("bot.compare").joinpath("negations.toml").read_text("utf-8"))
    return {
        language: (_either(row["no"]), _either(row["perhaps"]), _either(row["never"]))
        for language, row in table.items()
    }


def _either(patterns: list[str]) -> re.Pattern[str]:
    # No group around each: `(.)不\1` counts its own.
    return re.compile("|".join(patterns), re.MULTILINE)


def negations_in(side: Side) -> Negations | None:
    """None where nothing is known of how the language says no."""
    known = _patterns().get(side.language)
    if known is None:
        return None
    no, perhaps, never = known
    text = side.sight.text.replace("’", "'")
    text = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)  # places stay
    text = never.sub(lambda found: "\x1f" * len(found[0]), text)
    return Negations(_spans(no, text), _spans(perhaps, text))


def _spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return tuple(found.span() for found in pattern.finditer(text) if found.end() > found.start())


def lost_negations(together: list[Bead], here: Negations, there: Negations) -> Iterator[Span]:
    """Places here that say no where the other side does not; what stands in the sentence beside counts."""
    beads = [(bead, _within(here.no, bead.here), _says_no(bead, here, there)) for bead in together]
    spare = [
        bool(_within(there.no, bead.there)) and not mine and not _within(here.perhaps, bead.here)
        for bead, mine, _ in beads
    ]
    for index, (_, mine, theirs) in enumerate(beads):
        if not mine or theirs:
            continue
        beside = next((at for at in (index - 1, index + 1) if 0 <= at < len(beads) and spare[at]), None)
        if beside is not None:
            spare[beside] = False
            continue
        yield from mine


def _says_no(bead: Bead, here: Negations, there: Negations) -> bool:
    """Whether the other side says no, too. What only may be a no counts where this side has not the same word
    besides: "no free samples" is not answered by "free samples"."""
    perhaps = len(_within(there.perhaps, bead.there)) - len(_within(here.perhaps, bead.here))
    return bool(_within(there.no, bead.there)) or perhaps > 0


def _within(spans: tuple[Span, ...], sentences: tuple[Span, ...]) -> list[Span]:
    return [span for span in spans if any(begin <= span[0] < end for begin, end in sentences)]
