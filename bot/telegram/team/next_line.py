"""The line of a card that says when one comes back to the buyer, and with what."""

from __future__ import annotations

import html

from bot.telegram.team.seen import Seen
from bot.telegram.team.standing import moment
from bot.telegram.team.typeset import line
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords


def next_line(words: TeamWords, seen: Seen) -> str | None:
    """What comes next, in the team's and the buyer's time; that the buyer wants none; None: nothing does."""
    shown = seen.next
    if shown is None or seen.erased:
        return None
    if shown.row is None:
        return words.say("next-stopped") if shown.silence == "stopped" else None
    console = console_words(words.language)
    what = html.escape(console.say(f"next-kind-{shown.row.kind}"), quote=False)
    if shown.about:
        what = f"{what} {line(shown.about, 40)}"
    there = "–".join(at.strftime("%H:%M") for at in shown.there)
    return words.say(f"next-{shown.row.state}", what=what, at=moment(seen, shown.row.arrives_at), there=there)
