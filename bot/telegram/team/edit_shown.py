"""New words for a draft as the team looks at them before they go out: what changed, all of it, findings."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.case.marked import Change, changes, shortened
from bot.domain.plan import Finding
from bot.telegram.team.refusals import finding_in_words
from prompts.telegram_team import TeamWords

_MOST = 3_600
"""Signs of one message, with room for what stands around them."""
_MOST_CHANGES = 6_000
"""Signs of changes that are shown: of more nobody reads each, and the whole text follows."""
_TAGS = {"added": ("<u>", "</u>"), "removed": ("<s>", "</s>"), "same": ("", "")}
_MOST_FINDINGS = 12


def messages_of(words: TeamWords, before: str, after: str, findings: Sequence[Finding]) -> list[str]:
    """HTML messages, each short enough: changes, the whole new text, findings; the last is for buttons."""
    found = changes(before, after)
    if sum(len(each.text) for each in found) > _MOST // 2:
        found = shortened(found)
    told = [f"<b>{words.say('edit-changes')}</b>\n{piece}" for piece in _typeset(_cut(found))]
    whole = [f"<blockquote>{html.escape(piece)}</blockquote>" for piece in _pieces(after)] or ["–"]
    told += [f"<b>{words.say('edit-whole')}</b>\n{whole[0]}", *whole[1:]]
    return list(_packed([*told, _findings(words, findings)]))


def _cut(found: Sequence[Change]) -> list[Change]:
    """`found` up to the most that is shown."""
    kept, room = [], _MOST_CHANGES
    for each in found:
        if len(each.text) > room:
            kept.append(Change(each.kind, f"{each.text[:room]} …"))
            break
        kept.append(each)
        room -= len(each.text)
    return kept


def _typeset(found: Sequence[Change]) -> Iterator[str]:
    """Changes in pieces of at most _MOST signs, each with its own tags."""
    signs = [(change.kind, sign) for change in found for sign in change.text]
    # Signs outside of the first plane count twice.
    most = _MOST if all(sign <= "\uffff" for _, sign in signs) else _MOST // 2
    for at in range(0, len(signs), most):
        made = ""
        for kind, group in groupby(signs[at : at + most], key=lambda each: each[0]):
            begin, end = _TAGS[kind]
            made += begin + html.escape("".join(sign for _, sign in group)) + end
        yield made


def _pieces(text: str) -> list[str]:
    """The text in pieces of at most _MOST signs, cut at the ends of lines or words where there are any."""
    pieces = []
    while _length(text) > _MOST:
        head = text[:_MOST]
        while _length(head) > _MOST:
            head = head[: -max(1, (_length(head) - _MOST) // 2)]
        cut = max(head.rfind("\n"), head.rfind(" "))
        cut = cut + 1 if cut > _MOST // 2 else len(head)
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text] if text else pieces


def _findings(words: TeamWords, findings: Sequence[Finding]) -> str:
    if not findings:
        return words.say("edit-no-findings")
    lines = [
        f"{'⛔️' if each.severity == 'block' else '⚠️'} {html.escape(finding_in_words(words, each)[:250])}"
        for each in findings[:_MOST_FINDINGS]
    ]
    return "\n".join([f"<b>{words.say('edit-findings')}</b>", *lines])


def _packed(parts: Sequence[str]) -> Iterator[str]:
    """As few messages as hold the parts in order."""
    message = ""
    for part in parts:
        if message and _length(message) + _length(part) > _MOST:
            yield message
            message = ""
        message = f"{message}\n\n{part}" if message else part
    yield message


def _length(text: str) -> int:
    """As Telegram counts: in UTF-16. Tags count here too, though not there."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
