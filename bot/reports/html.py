"""A report as a message of Telegram's HTML, which has room for 4,096 characters."""

from __future__ import annotations

import html
from collections.abc import Sequence

from bot.reports.telling import Line, Section
from prompts.reports import ReportWords

_ROOM = 3_900
"""Characters, with something to spare for what Telegram counts otherwise."""
_LONGEST_LINE = 300


def message_of(
    words: ReportWords, head: Sequence[str], sections: Sequence[Section], public_url: str | None
) -> str:
    """The whole; conversations are links to the console, where `public_url` is known."""
    lines = [f"<b>{html.escape(words.say('report-digest'))}</b> · {html.escape(head[0])}"]
    lines += [f"<i>{html.escape(each)}</i>" for each in head[1:]]
    for section in sections:
        lines += ["", f"<b>{html.escape(section.heading)}</b>"]
        lines += [f"• {line_of(words, line, public_url)}" for line in section.lines]
    return cut(lines)


def line_of(words: ReportWords, line: Line, public_url: str | None) -> str:
    """A line with its conversation."""
    text = html.escape(line.text[:_LONGEST_LINE])
    if line.conversation_id is None:
        return text
    name = html.escape(words.say("report-talk", number=str(line.conversation_id)))
    if public_url is None:
        return f"{text} · {name}"
    address = html.escape(f"{public_url}/console/conversations/{line.conversation_id}")
    return f'{text} · <a href="{address}">{name}</a>'


def cut(lines: Sequence[str]) -> str:
    """As many whole lines as there is room for: a tag that is cut in two is refused."""
    kept: list[str] = []
    left = _ROOM
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            break
        kept.append(line)
    return "\n".join(kept)
