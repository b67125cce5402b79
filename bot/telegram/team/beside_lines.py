"""The buyer's words and the draft in the team's language, below the originals of a card."""

from __future__ import annotations

import html
from collections.abc import Sequence

from bot.case.beside_shown import Part, Translation
from bot.case.beside_words import Told, beside_trouble, differences_told
from bot.case.shown import language_name
from bot.telegram.team.seen import Seen
from bot.telegram.team.typeset import clean, line, shortened, units
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords
from storage.talks import SpokenMessage

_MOST_DIFFERENCES = 5
_MOST_MARKS = 20
_MOST_TEXTS = 3
_LEAST = 40
"""Units of a text of which less is not worth a quotation."""


def beside_words(words: TeamWords, seen: Seen, said: Sequence[SpokenMessage], longest: int) -> str | None:
    """HTML of these messages in the team's language; None where nothing of them is."""
    shown = seen.case.beside
    if shown is None:
        return None
    read = [shown.messages[each.seq] for each in said if each.seq in shown.messages]
    return _block(words, [each for each in read if each.text], longest)


def beside_draft(words: TeamWords, seen: Seen, longest: int) -> str | None:
    """HTML of the draft in the team's language, or why it is not there."""
    shown = seen.case.beside
    if shown is None:
        return None
    console = console_words(words.language)
    if shown.standing == "asked":
        return f"<i>{_plain(console.say('beside-asked'))}</i>"
    if shown.standing == "planted":
        return f"<i>{_plain(console.say('beside-planted'))}</i>"
    told = _block(words, [shown.draft] if shown.draft is not None and shown.draft.text else [], longest)
    if told is None and shown.standing == "trouble":
        return f"<i>{_plain(beside_trouble(console, shown.trouble))}</i>"
    return told


def _block(words: TeamWords, read: Sequence[Translation], longest: int) -> str | None:
    """A heading, what was said, and what differs. What is too long is cut: the console has all of it."""
    if not read:
        return None
    console = console_words(words.language)
    language = language_name(words.language, words.language)
    told = [f"<i>{_plain(console.say('beside-in', language=language))}</i>"]
    if longest >= _LEAST:
        room, bodies = longest, []
        for each in read:
            bodies.append(_marked(each.parts, room))
            room -= units(each.text)
            if room < _LEAST:
                break
        body = "\n".join(bodies)
        told.append(f"<blockquote expandable>{body}</blockquote>")
    else:
        told[0] = f"<i>{_plain(words.say('beside-elsewhere'))}</i>"
    told += _differences(words, read)
    return "\n".join(told)


def _differences(words: TeamWords, read: Sequence[Translation]) -> list[str]:
    """One line: what to hold against the original."""
    console = console_words(words.language)
    named = [_named(words, each) for one in read for each in differences_told(console, one.comparison)]
    named += [_plain(console.say(f"beside-{kind}")) for one in read for kind in one.comparison.whole]
    named = list(dict.fromkeys(named))
    if not named:
        return []
    more = len(named) - _MOST_DIFFERENCES
    told = "; ".join(named[:_MOST_DIFFERENCES])
    if more > 0:
        told = f"{told}; {_plain(words.say('beside-more', count=more))}"
    return [f"⚠️ {told}"]


def _named(words: TeamWords, told: Told) -> str:
    console = console_words(words.language)
    parts = [f"{_plain(told.what)}:"]
    if told.here:
        parts.append(_plain(console.say("beside-original" if told.there else "beside-original-alone")))
        parts.append(", ".join(f"<u>{line(each, 40)}</u>" for each in told.here[:_MOST_TEXTS]))
    if told.there:
        parts.append(_plain(console.say("beside-translation" if told.here else "beside-translation-alone")))
        parts.append(", ".join(f"<u>{line(each, 40)}</u>" for each in told.there[:_MOST_TEXTS]))
    return " ".join(parts)


def _marked(parts: Sequence[Part], longest: int) -> str:
    """HTML of at most `longest` units, what differs underlined."""
    told, marks = [], 0
    for part in parts:
        text = clean(part.text)
        cut = shortened(text, longest)
        escaped = html.escape(cut, quote=False)
        if part.difference is not None and cut.strip() and marks < _MOST_MARKS:
            marks += 1
            escaped = f"<u><b>{escaped}</b></u>"
        told.append(escaped)
        longest -= units(text)
        if longest <= 0:
            break
    return "".join(told)


def _plain(text: str) -> str:
    return line(text, 400)
