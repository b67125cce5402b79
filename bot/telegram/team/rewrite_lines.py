"""What a card tells of rewrites of its draft: one is being made, it came to nothing, or what it changed."""

from __future__ import annotations

import html

from bot.case.case import ShownDraft
from bot.case.marked import Change
from bot.case.rewrites_shown import LastRewrite
from bot.desk.rewriting import HOWS
from bot.telegram.team.seen import Seen
from bot.telegram.team.typeset import line
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords

_MOST_CHANGES = 700
"""Signs of changes on a card, which shows the whole text besides."""
_TAGS = {"added": ("<u>", "</u>"), "removed": ("<s>", "</s>"), "same": ("", "")}


def rewrite_lines(words: TeamWords, seen: Seen, draft: ShownDraft) -> str | None:
    """HTML; None where nobody has had these words rewritten."""
    tried, made = draft.rewrites.tried, draft.rewrites.made
    console = console_words(words.language)
    told = []
    if tried is not None and tried.standing == "asked":
        told.append(f"✨ <i>{_plain(console.say(f'rewrite-running-{tried.how}'))}</i>")
    elif tried is not None:
        told.append(f"⚠️ {_plain(why_not(words, tried))}")
    if made is not None and made.how != "back":
        name = seen.case.person(made.staff_id) or words.say("somebody")
        told.append(f"✨ {_plain(console.say(f'rewrite-made-{made.how}', name=name))}")
        changed = _typeset(made.changes)
        if changed:
            told.append(f"<blockquote expandable>{changed}</blockquote>")
    elif made is not None and tried is None:
        told.append(f"↩️ {_plain(console.say('rewrite-made-back'))}")
    return "\n".join(told) or None


def more_of(how: str) -> str:
    """One of the desk's ways to rewrite, as a button carries it."""
    return str(next(place for place, each in enumerate(HOWS) if each == how))


def how_of(more: str) -> str | None:
    """The way that a button carries."""
    return next((each for place, each in enumerate(HOWS) if str(place) == more), None)


def why_not(words: TeamWords, last: LastRewrite) -> str:
    """Why the draft is as it was, without mark-up."""
    console = console_words(words.language)
    named = f"rewrite-{(last.outcome or 'same').replace('_', '-')}"
    told = console.say(named if named in console.variables else "rewrite-model-unavailable")
    found = [
        console.say(name).rstrip(":：")
        for rule in last.found[:3]
        if (name := f"finding-{rule.replace('_', '-')}") in console.variables
    ]
    return f"{told} {console.say('rewrite-found')} {'; '.join(found)}" if found else told


def _typeset(changes: tuple[Change, ...]) -> str:
    made, room = "", _MOST_CHANGES
    for each in changes:
        text = each.text if len(each.text) <= room else f"{each.text[:room]} …"
        begin, end = _TAGS[each.kind]
        made += f"{begin}{html.escape(text, quote=False)}{end}"
        room -= len(text)
        if room <= 0:
            break
    return made.strip()


def _plain(text: str) -> str:
    return line(text, 400)
