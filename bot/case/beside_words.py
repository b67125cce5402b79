"""What there is to say of a translation, in the words of the team's pages."""

from __future__ import annotations

from bot.compare import Difference
from prompts.console import ConsoleWords


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
