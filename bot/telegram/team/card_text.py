"""The parts of a card, as Telegram's HTML. Each is short enough that all of them make one message."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import timedelta

from bot.case.case import ShownDraft
from bot.case.marked import Piece
from bot.case.shown import country_name, in_zone, language_name
from bot.desk.acknowledging import is_acknowledgement
from bot.domain.plan import Finding
from bot.telegram.team.seen import Seen
from bot.telegram.team.standing import moment
from bot.telegram.team.typeset import exact, flag, line, parted, passage, units
from prompts.console import load as console_words
from prompts.telegram_team import TeamWords
from storage.talks import SpokenMessage

_FOLDED_FROM = 280
"""Units or lines from which a quotation is folded."""
_FOLDED_LINES = 6
_MOST_FINDINGS = 8
_MOST_SOURCES = 3
_MOST_MARKS = 60
"""Telegram keeps 100 marks of a message."""
_NEW_FOR = timedelta(hours=24)
_LATE = timedelta(0)
_SOON = (timedelta(hours=2), timedelta(hours=8))


def name_of(words: TeamWords, seen: Seen) -> str:
    """Escaped: the buyer's name, or a number that stands for it."""
    return line(seen.case.buyer.name, 60) or words.say("unnamed-buyer", number=str(seen.case.buyer.id))


def buyer_lines(words: TeamWords, seen: Seen) -> str:
    """Who writes, from where, how late it is there, and what to think of it."""
    case = seen.case
    code = case.country_code
    who = [f"{flag(code)} <b>{name_of(words, seen)}</b>"]
    if case.buyer.company:
        who.append(line(case.buyer.company, 60))
    if code:
        country = html.escape(country_name(code, words.language), quote=False)
        guessed = case.country_basis == "language"
        who.append(words.say("country-guessed", country=country) if guessed else country)
    who.append(channel_of(words, seen))
    lines = [" · ".join(who)]
    there = _there(words, seen)
    if there:
        lines.append(there)
    about = [*_grade(words, seen), _known(words, seen)]
    lines.append(" · ".join(about))
    return "\n".join(lines)


def channel_of(words: TeamWords, seen: Seen) -> str:
    if seen.account is not None:
        return words.say("channel-account", name=line(seen.account, 40))
    channel = seen.case.talk.channel
    named = f"channel-{channel}"
    return words.say(named) if named in words.variables else line(channel)


def clock_line(words: TeamWords, seen: Seen) -> str:
    """Until when an answer is due, how pressing that is, and whose it is."""
    parts = []
    clock = seen.case.clock
    if clock is not None:
        left = clock.due - seen.now
        at = moment(seen, clock.due)
        if left < _LATE:
            parts.append(words.say("clock-late", at=at))
        elif left < _SOON[0]:
            parts.append(words.say("clock-now", at=at))
        elif left < _SOON[1]:
            parts.append(words.say("clock-soon", at=at))
        else:
            parts.append(words.say("clock-due", at=at))
        if clock.closes_before and clock.answer_by is not None and left > _LATE:
            parts.append(words.say("clock-closes", at=moment(seen, clock.answer_by)))
    assigned = seen.case.person(seen.case.talk.assignee_id)
    parts.append(words.say("assigned", name=line(assigned, 40)) if assigned else words.say("assigned-nobody"))
    return " · ".join(parts)


def words_of_buyer(words: TeamWords, seen: Seen, longest: int) -> str | None:
    """What the buyer has said that is not answered, or what was answered last; None: nothing."""
    said = unanswered(seen)
    if not said:
        return None
    language = seen.case.talk.language
    title = words.say("buyer-wrote", language=_language(words, language)) if language else None
    body = passage("\n".join(_spoken(words, each) for each in said), longest)
    if not body.strip():
        return None
    return f"<b>{title or words.say('buyer-wrote-plain')}</b>\n{quoted(body)}"


def reply(words: TeamWords, pieces: Sequence[Piece], language: str, *, suggestion: bool = False) -> str:
    """The whole draft as the buyer would get it, with the places that the guard found underlined."""
    title = "suggestion-title" if suggestion else "reply-title"
    # Never folded: what is approved must have been seen.
    shown = f"<blockquote>{marked(pieces)}</blockquote>"
    return f"<b>{words.say(title, language=_language(words, language))}</b>\n{shown}"


def marked(pieces: Sequence[Piece]) -> str:
    """HTML of a text in pieces, findings underlined."""
    told = []
    marks = 0
    for piece in pieces:
        text = exact(piece.text)
        if piece.finding is not None and piece.text.strip() and marks < _MOST_MARKS:
            marks += 1
            text = f"<u><b>{text}</b></u>"
        told.append(text)
    return "".join(told)


def in_parts(pieces: Sequence[Piece], longest: int) -> tuple[str, ...]:
    """HTML of a text in pieces, in messages of at most `longest` units each."""
    whole = "".join(piece.text for piece in pieces)
    parts = []
    for start, end in parted(whole, longest):
        at = 0
        inside = []
        for piece in pieces:
            cut = piece.text[max(0, start - at) : max(0, end - at)]
            at += len(piece.text)
            if cut:
                inside.append(Piece(cut, piece.finding))
        parts.append(marked(inside))
    return tuple(part for part in parts if part.strip())


def findings_lines(words: TeamWords, findings: Sequence[Finding]) -> str | None:
    """What was found, place by place, in words; blocking ones first."""
    if not findings:
        return None
    console = console_words(words.language)
    told = []
    for finding in sorted(findings, key=lambda each: each.severity != "block")[:_MOST_FINDINGS]:
        named = f"finding-{finding.rule.replace('_', '-')}"
        why = console.say(named) if named in console.variables else finding.rule.replace("_", " ")
        place = f" <u>{line(finding.excerpt, 60)}</u>" if finding.excerpt.strip() else ""
        icon = "⛔️" if finding.severity == "block" else "⚠️"
        told.append(f"{icon} {html.escape(why, quote=False)}{place}")
    if len(findings) > _MOST_FINDINGS:
        told.append(words.say("findings-more", count=len(findings) - _MOST_FINDINGS))
    if any(finding.severity == "block" for finding in findings):
        told.append(words.say("findings-reason"))
    return "\n".join(told)


def choices_line(words: TeamWords, draft: ShownDraft) -> str | None:
    """The answers that the buyer could tap."""
    labels = [line(str(each.get("label", "")), 40) for each in draft.row.choices][:6]
    return words.say("choices", choices=" | ".join(labels)) if labels else None


def sources_line(words: TeamWords, draft: ShownDraft) -> str | None:
    """The headings of the policies that the draft rests on."""
    named = []
    for each in draft.row.answer.get("evidence") or ():
        if each.get("team"):
            named.append(line(words.say("source-own", name=each["team"]["accepted_by"]), 50))
            continue
        path, _, heading = str(each.get("source", "")).partition("#")
        file = path.rsplit("/", 1)[-1].removesuffix(".md")
        named.append(line(f"{file} › {heading.replace('-', ' ')}" if heading else file, 50))
    named = list(dict.fromkeys(named))[:_MOST_SOURCES]
    return words.say("sources", names=", ".join(named)) if named else None


def quoted(body: str) -> str:
    """A quotation, folded where it is long."""
    folded = units(body) > _FOLDED_FROM or body.count("\n") >= _FOLDED_LINES
    return f"<blockquote{' expandable' if folded else ''}>{body}</blockquote>"


def unanswered(seen: Seen) -> list[SpokenMessage]:
    """What the buyer has said last, not answered yet or answered last."""
    said: list[SpokenMessage] = []
    for message in reversed(seen.case.messages):
        if message.sender == "buyer":
            said.append(message)
        elif said and not is_acknowledgement(message):
            break
    return said[::-1]


def _spoken(words: TeamWords, message: SpokenMessage) -> str:
    parts = [message.text] if message.text.strip() else []
    parts += [f"📎 {file.name}" for file in message.files]
    told = "\n".join(parts)
    if message.deleted_at is not None:
        return words.say("words-taken-back", words=told)
    return words.say("words-edited", words=told) if message.edited_at is not None else told


def _there(words: TeamWords, seen: Seen) -> str | None:
    """The time where the buyer is, beside the shop's, and what that means."""
    card = seen.case.country
    if card is None or card.earliest is None or card.latest is None:
        return None
    at = seen.now.replace(minute=0) if seen.whole_hours else seen.now
    early = at.astimezone(card.earliest.tzinfo).strftime("%H:%M")
    late = at.astimezone(card.latest.tzinfo).strftime("%H:%M")
    here = in_zone(at, seen.case.serving.shop.company.timezone).strftime("%H:%M")
    hints = [words.say("there-time", there=f"{early}–{late}" if card.zones_differ else early, here=here)]
    if card.asleep:
        hints.append(words.say("there-night"))
    if card.holiday_today is not None:
        hints.append(words.say("there-holiday", name=line(card.holiday_today.name, 60)))
    elif card.weekend_today:
        hints.append(words.say("there-weekend"))
    return " · ".join(hints)


def _grade(words: TeamWords, seen: Seen) -> list[str]:
    grade = seen.case.talk.grade
    if grade is None:
        return []
    reasons = ((seen.case.answer or {}).get("grade") or {}).get("reasons") or ()
    told = line(", ".join(str(each) for each in reasons), 120)
    return [words.say("grade-why", grade=grade, why=told) if told else words.say("grade", grade=grade)]


def _known(words: TeamWords, seen: Seen) -> str:
    since = seen.case.buyer.created_at
    if seen.talks > 1 or seen.now - since > _NEW_FOR:
        return words.say("buyer-returns", day=since.strftime("%Y-%m-%d"))
    return words.say("buyer-new")


def _language(words: TeamWords, code: str) -> str:
    return html.escape(language_name(code, words.language), quote=False)
