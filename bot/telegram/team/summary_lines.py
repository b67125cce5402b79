"""The inside note on a card for whoever has just taken the conversation on."""

from __future__ import annotations

import html

from bot.case.summary_shown import summary_lines, summary_note
from bot.telegram.team.seen import Seen
from bot.telegram.team.typeset import exact, line, shortened
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords

_LONGEST = 260
"""Signs of one line: a card holds the draft besides."""


def summary_block(words: TeamWords, seen: Seen) -> str | None:
    """HTML, folded; None where there is no summary to show."""
    shown = seen.case.summary
    if shown is None:
        return None
    console = console_words(words.language)
    name = line(seen.case.person(shown.row.staff_id), 40) or words.say("somebody")
    before = seen.case.person(shown.row.from_id) or console.say("summary-nobody")
    why = console.say(f"summary-why-{shown.row.why.replace('_', '-')}", **{"from": before})
    lines = [
        f"<b>{html.escape(about, quote=False)}:</b> {exact(shortened(text, _LONGEST))}"
        for about, text in summary_lines(console, shown, seen.case.serving.shop)
    ]
    note = console.say("summary-being-told") if shown.being_told else summary_note(console, shown)
    if note is not None:
        lines.append(f"<i>{line(note, 200)}</i>")
    title = html.escape(console.say("summary", name="{}"), quote=False).replace("{}", name)
    body = "\n".join(lines)
    return f"📋 <b>{title}</b> {line(why, 120)}\n<blockquote expandable>{body}</blockquote>"
