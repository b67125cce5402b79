"""What there is to say of a translation, in the words of the team's pages."""

from __future__ import annotations

from dataclasses import dataclass

from bot.compare import Comparison, Difference
from prompts.console import ConsoleWords


@dataclass(frozen=True, slots=True)
class Told:
    """One kind of difference: what stands in the original, and what in the translation instead."""

    what: str
    here: tuple[str, ...]
    there: tuple[str, ...]


def differences_told(words: ConsoleWords, comparison: Comparison) -> list[Told]:
    """The differences by kind, in the order of the original; each text once."""
    names = dict.fromkeys(
        difference_words(words, each) for each in (*comparison.original, *comparison.translation)
    )

    def texts(name: str, side: tuple[Difference, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(each.text for each in side if difference_words(words, each) == name))

    return [
        Told(each, texts(each, comparison.original), texts(each, comparison.translation)) for each in names
    ]


def difference_words(words: ConsoleWords, difference: Difference) -> str:
    """What differs: "Number", "Trade term (deposit)"."""
    kind = words.say(f"differs-{difference.kind}")
    if not difference.meaning:
        return kind
    meaning = words.say(f"term-{difference.meaning.replace(' ', '-')}")
    return words.say("differs-meaning", kind=kind, meaning=meaning)


def beside_trouble(words: ConsoleWords, outcome: str | None) -> str:
    """Why something could not be translated, and what to do."""
    name = f"beside-trouble-{(outcome or 'unavailable').replace('_', '-')}"
    return words.say(name if name in words.variables else "beside-trouble-unavailable")
