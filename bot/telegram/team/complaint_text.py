"""The open complaint of a conversation as lines of its card: what is known, what lacks, how long there is."""

from __future__ import annotations

from bot.case.shown import span
from bot.telegram.team.seen import Seen
from bot.telegram.team.typeset import line
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords

_LONGEST = 60


def complaint_lines(words: TeamWords, seen: Seen) -> str | None:
    """HTML; None where no complaint is open. The times are told in hours, so that a card is not redrawn each
    minute."""
    told = []
    for each in seen.complaints:
        if not each.is_open or each.clock is None:
            continue
        console = console_words(words.language)
        told.append(words.say("complaint-line", number=str(each.row.number)))
        facts = [each.row.quote] if each.row.quote else []
        facts += [each.known[name].value for name in ("quantity", "batch") if name in each.known]
        if facts:
            told.append(" · ".join(line(str(fact), _LONGEST) for fact in facts))
        if each.clock.window_left is not None:
            over = each.clock.window_left.total_seconds() <= 0
            left = span(each.clock.window_left).split(" ")
            message = "complaint-line-over" if over else "complaint-line-window"
            told.append(words.say(message) if over else words.say(message, span=" ".join(left[:2])))
        if each.lacking:
            names = (
                console.say("complaint-photos" if name == "photos" else f"complaint-field-{name}")
                for name in each.lacking
            )
            told.append(words.say("complaint-line-lacks", names=", ".join(names)))
    return "\n".join(told) or None
