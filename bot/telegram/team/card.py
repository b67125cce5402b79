"""A card: how a conversation stands, as one message that is edited in place.

Drawing is pure: what was seen goes in, text and buttons come out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from aiogram.types import InlineKeyboardMarkup

from bot.telegram.office import Office
from bot.telegram.team import card_text
from bot.telegram.team.beside_lines import beside_draft, beside_words
from bot.telegram.team.complaint_text import complaint_lines
from bot.telegram.team.keyboards import main_keyboard
from bot.telegram.team.next_line import next_line
from bot.telegram.team.order_text import order_line
from bot.telegram.team.quote_table import quote_table
from bot.telegram.team.rewrite_lines import rewrite_lines
from bot.telegram.team.seen import Seen
from bot.telegram.team.standing import headline, of_draft, trouble, warnings
from bot.telegram.team.summary_lines import summary_block
from bot.telegram.team.typeset import exact, line, shortened, shown_units, units
from prompts.telegram_team import TeamWords
from storage.base import AnyRow

LONGEST_CARD = 3_500
"""Units of a card that holds its draft; above, the draft goes before it in messages of its own."""
LONGEST_MESSAGE = 4_096
"""Units that Telegram takes."""
_LONGEST_PART = 3_900
_WORDS = ((900, 1_200), (500, 900), (200, 600), (200, 250), (200, 0))
"""How much of the buyer's words and of each translation a card holds, the less the more there is besides."""
_LONGEST_PAST = 1_500
_BOLD = "<b>{}</b>"


@dataclass(frozen=True, slots=True)
class Card:
    """`before`: the draft in full, where the card is too long to hold it. All of it HTML."""

    text: str
    keyboard: InlineKeyboardMarkup | None
    before: tuple[str, ...] = ()

    @property
    def look(self) -> str:
        """Another look, another hash."""
        buttons = self.keyboard.model_dump_json() if self.keyboard is not None else ""
        whole = "\0".join((self.text, buttons, *self.before))
        return hashlib.sha256(whole.encode()).hexdigest()[:32]


def draw_card(office: Office, words: TeamWords, seen: Seen) -> Card:
    """The live card of a conversation."""
    if seen.erased:
        return draw_erased(words)
    keyboard = main_keyboard(office, words, seen)
    for longest, beside in _WORDS:
        text = _text(words, seen, longest, beside, inline=True)
        if shown_units(text) <= LONGEST_CARD:
            return Card(text, keyboard)
    draft = seen.case.draft
    before = () if draft is None else card_text.in_parts(draft.pieces, _LONGEST_PART)
    for longest, beside in _WORDS:
        text = _text(words, seen, longest, beside, inline=False)
        if shown_units(text) <= LONGEST_CARD:
            break
    return Card(text, keyboard, before)


def look_of(office: Office, words: TeamWords, seen: Seen) -> str:
    """The look of a card, but for the minutes of the clock, which move without anything happening."""
    return draw_card(office, words, replace(seen, whole_hours=True)).look


def draw_past(words: TeamWords, seen: Seen, draft: AnyRow | None) -> Card:
    """A card that is not the live one any more: what became of its draft (None: it had none). No buttons."""
    if seen.erased:
        return draw_erased(words)
    if draft is None:
        return Card(words.say("past-card"), None)
    if draft.state == "waiting":
        return Card(words.say("past-waiting"), None)
    body = card_text.quoted(exact(shortened(draft.text, _LONGEST_PAST)))
    return Card(f"{of_draft(words, seen, draft)}\n{body}", None)


def draw_erased(words: TeamWords) -> Card:
    """What is left of a card whose buyer was erased."""
    return Card(words.say("erased"), None)


def draw_elsewhere(words: TeamWords, seen: Seen) -> Card:
    """The card of somebody whose conversation another one has now."""
    if seen.erased:
        return draw_erased(words)
    name = line(seen.case.person(seen.case.talk.assignee_id), 40)
    buyer = card_text.name_of(words, seen)
    told = (
        words.say("elsewhere", buyer=buyer, name=name) if name else words.say("elsewhere-nobody", buyer=buyer)
    )
    return Card(told, None)


def _text(words: TeamWords, seen: Seen, longest: int, beside: int, *, inline: bool) -> str:
    case = seen.case
    draft = case.draft
    stuck = trouble(words, seen)
    top = [stuck] if stuck else []
    top += [*warnings(words, seen), headline(words, seen)]
    blocks: list[str | None] = [
        "\n".join(top),
        f"{card_text.buyer_lines(words, seen)}\n{card_text.clock_line(words, seen)}",
        next_line(words, seen),
        summary_block(words, seen),
        card_text.words_of_buyer(words, seen, longest),
        beside_words(words, seen, card_text.unanswered(seen), min(longest, beside)),
        order_line(words, seen),
        complaint_lines(words, seen),
    ]
    if draft is not None:
        if case.changed_before is not None:
            blocks.append(words.say("changed-before", number=str(case.changed_before.id)))
        if inline:
            suggestion = case.talk.state == "taken_over"
            blocks.append(card_text.reply(words, draft.pieces, draft.row.language, suggestion=suggestion))
        else:
            blocks.append(words.say("reply-above", count=units(draft.row.text)))
        blocks.append(beside_draft(words, seen, beside))
        blocks += [
            rewrite_lines(words, seen, draft),
            card_text.choices_line(words, draft),
            card_text.findings_lines(words, draft.findings),
            quote_table(words, draft.quote) if draft.quote is not None else None,
            words.say("dates-of", day=draft.dates_of.isoformat()) if draft.dates_of is not None else None,
            card_text.sources_line(words, draft),
        ]
    else:
        blocks.append(_answered(words, seen))
    return "\n\n".join(block for block in blocks if block)


def _answered(words: TeamWords, seen: Seen) -> str | None:
    """What went out last, or was to."""
    case = seen.case
    if case.being_written or case.newest is None:
        return None
    if case.newest.state in ("approved", "sending", "sent", "failed"):
        text = case.newest.text
    else:
        text = next((each.text for each in reversed(case.messages) if each.sender == "seller"), "")
    if not text.strip():
        return None
    body = exact(shortened(text, _LONGEST_PAST))
    return f"{_BOLD.format(words.say('answer-title'))}\n{card_text.quoted(body)}"
