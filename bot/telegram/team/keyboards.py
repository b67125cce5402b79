"""The buttons below cards, and below what a tap on a card asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.case.case import Case, ShownDraft, snooze_choices
from bot.case.rewrites_shown import Rewrites
from bot.domain.desk import REFUSAL_REASONS
from bot.domain.inquiry import DETAILS
from bot.telegram.office import Office
from bot.telegram.team.buttons import Action, Tap, data_of, number_in
from bot.telegram.team.rewrite_lines import more_of
from bot.telegram.team.seen import Seen
from bot.web.signing import LinkSigner
from prompts.telegram_team import TeamWords

ASKABLE = tuple(detail for detail in DETAILS if detail != "target_price")
MOST_ASKED = 2
"""Details that one question may ask for."""
_NONE_CHOSEN = "-"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_Rows = list[list[InlineKeyboardButton]]


def main_keyboard(office: Office, words: TeamWords, seen: Seen) -> InlineKeyboardMarkup | None:
    """The buttons of a live card; None where nothing is left to do."""
    if seen.erased:
        return None
    make = _Maker(office.signer, words, seen.case)
    talk, draft = seen.case.talk, seen.case.draft
    rows: _Rows = []
    if seen.stuck is not None:
        rows.append(_stuck_row(make, seen.stuck.id, unknown=seen.stuck.state == "unknown"))
    if draft is not None:
        decide = [] if draft.outdated else [make("approve")]
        rows += [[*decide, make("edit")], [make("refuse"), make("ask")], _rewrite_row(make, draft)]
    if talk.state in ("closed", "spam", "snoozed"):
        rows.append([make("release", label="button-reopen")])
    elif talk.state == "taken_over":
        rows.append([make("release"), make("close")])
    elif draft is not None or seen.case.being_written or talk.waiting_since is not None:
        rows.append([make("take"), make("snooze")])
    else:
        rows.append([make("take"), make("close")])
    if talk.frozen_at is not None:
        rows.append([make("thaw")])
    if seen.next is not None and seen.next.row is not None:
        rows.append([make("skip", more=str(seen.next.row.id))])
    last = [make("pdf")] if draft is not None and draft.quote is not None else []
    if seen.orders:
        last.append(make("order"))
    page = console_page(office.public_url, talk.id)
    if _is_public(page):
        last.append(InlineKeyboardButton(text=words.say("button-console"), url=page))
    return _markup([*rows, last])


def reason_keyboard(signer: LinkSigner, words: TeamWords, case: Case) -> InlineKeyboardMarkup:
    """Why a draft is refused: taps `reasons`, whose `more` is read by `reason_of`."""
    make = _Maker(signer, words, case)
    chips = (
        make("reasons", more=str(index), label=f"reason-{reason.replace('_', '-')}")
        for index, reason in enumerate(REFUSAL_REASONS)
    )
    return _must([*_pairs(chips), [make("back")]])


def reason_of(more: str) -> str | None:
    """One of REFUSAL_REASONS."""
    return dict(zip(_DIGITS, REFUSAL_REASONS, strict=False)).get(more)


def rewrite_keyboard(signer: LinkSigner, words: TeamWords, case: Case) -> InlineKeyboardMarkup:
    """How the draft may be said otherwise: taps `rewriting`, whose `more` `how_of` reads."""
    make = _Maker(signer, words, case)
    rewrites = case.draft.rewrites if case.draft is not None else Rewrites()
    chips = [make("rewriting", more=more_of(wish), label=f"rewrite-{wish}") for wish in rewrites.wishes]
    # Where the catalogue has none, the button says so, and so does a tap on it.
    state = "" if rewrites.certificates else "-said" if rewrites.certified else "-none"
    certificate = make("rewriting", more=more_of("certificate"), label=f"rewrite-certificate{state}")
    return _must([*_pairs(chips), [certificate], [make("back")]])


def ask_keyboard(
    signer: LinkSigner, words: TeamWords, case: Case, chosen: Sequence[str] | None = None
) -> InlineKeyboardMarkup:
    """What to ask for instead: a tap `ask` chooses or lets go of one detail, `asking` writes the question.

    `chosen` (of ASKABLE) is marked; None: what the draft says is missing.
    """
    make = _Maker(signer, words, case)
    if chosen is None:
        missing = (case.draft.row.answer.get("missing") or ()) if case.draft is not None else ()
        chosen = [detail for detail in missing if detail in ASKABLE]
    chosen = tuple(chosen)[:MOST_ASKED]
    chips = []
    for detail in ASKABLE:
        is_on = detail in chosen
        # The third one takes the place of the first.
        after = [each for each in chosen if each != detail] if is_on else [*chosen, detail][-MOST_ASKED:]
        chips.append(
            make("ask", more=_written(after), label=f"detail-{detail.replace('_', '-')}", chosen=is_on)
        )
    last = [make("asking", more=_written(chosen))] if chosen else []
    return _must([*_pairs(chips), [*last, make("back")]])


def details_of(more: str) -> tuple[str, ...] | None:
    """The details that a tap of `ask` or `asking` carries; None where it carries none: as it is opened."""
    if not more:
        return None
    places = (_DIGITS.find(each) for each in more if each != _NONE_CHOSEN)
    return tuple(ASKABLE[place] for place in places if 0 <= place < len(ASKABLE))[:MOST_ASKED]


def snooze_keyboard(signer: LinkSigner, words: TeamWords, case: Case, now: datetime) -> InlineKeyboardMarkup:
    """Until when: taps `snoozing`, whose `more` is read by `snoozed_until`."""
    make = _Maker(signer, words, case)
    choices = (make("snoozing", more=name, label=f"snooze-{name}") for name, _ in _snoozes(case, now))
    return _must([*_pairs(choices), [make("close"), make("spam")], [make("back")]])


def snoozed_until(case: Case, more: str, now: datetime) -> datetime | None:
    """When what was chosen ends, counted from `now`; None where nobody offered it."""
    return dict(_snoozes(case, now)).get(more)


def edit_keyboard(
    signer: LinkSigner, words: TeamWords, edit_id: int, conversation_id: int, draft_id: int, revision: int,
    fingerprint: str, *, may_send: bool = True,
) -> InlineKeyboardMarkup:  # fmt: skip
    """Below new words for a draft: send them, or drop them. `more` of both is the edit's id (`number_of`)."""

    def button(action: Action) -> InlineKeyboardButton:
        tap = Tap(action, conversation_id, draft_id, revision, fingerprint, number_in(edit_id))
        return _button(signer, words, tap, _label(action))

    return _must([[button("send_edit")] if may_send else [], [button("drop_edit")]])


def uncertain_keyboard(
    signer: LinkSigner, words: TeamWords, conversation_id: int, outbox_id: int
) -> InlineKeyboardMarkup:
    """Whether something arrived is not known: `resend`, or `arrived`; `more` is the outbox's id."""

    def button(action: Action) -> InlineKeyboardButton:
        return _button(signer, words, Tap(action, conversation_id, more=number_in(outbox_id)), _label(action))

    return _must([[button("resend"), button("arrived")]])


def console_page(public_url: str, conversation_id: int) -> str:
    """Where a conversation is in the console."""
    return f"{public_url}/console/conversations/{conversation_id}"


class _Maker:
    """Makes the buttons of one conversation: with its waiting draft, where there is one."""

    def __init__(self, signer: LinkSigner, words: TeamWords, case: Case) -> None:
        self._signer = signer
        self._words = words
        self._case = case

    def __call__(
        self, action: Action, *, more: str = "", label: str | None = None, chosen: bool = False
    ) -> InlineKeyboardButton:
        draft = self._case.draft
        tap = Tap(action, self._case.talk.id, more=more)
        if draft is not None:
            row = draft.row
            tap = replace(tap, draft_id=row.id, revision=row.revision, mark=row.fingerprint)
        return _button(self._signer, self._words, tap, label or _label(action), chosen=chosen)


def _rewrite_row(make: _Maker, draft: ShownDraft) -> list[InlineKeyboardButton]:
    """Nothing where nothing can be done: without a model, and with nothing to add by code."""
    rewrites = draft.rewrites
    if draft.outdated or rewrites.running:
        return []
    row = [make("rewrite")] if rewrites.wishes or rewrites.certificates else []
    if rewrites.made is not None and rewrites.made.may_go_back:
        row.append(make("rewriting", more=more_of("back"), label="rewrite-back"))
    return row


def _stuck_row(make: _Maker, outbox_id: int, *, unknown: bool) -> list[InlineKeyboardButton]:
    more = number_in(outbox_id)
    return [make("resend", more=more), make("arrived" if unknown else "aside", more=more)]


def _button(
    signer: LinkSigner, words: TeamWords, tap: Tap, label: str, *, chosen: bool = False
) -> InlineKeyboardButton:
    text = words.say(label)
    return InlineKeyboardButton(
        text=words.say("button-chosen", label=text) if chosen else text, callback_data=data_of(signer, tap)
    )


def _label(action: Action) -> str:
    return f"button-{action.replace('_', '-')}"


def _snoozes(case: Case, now: datetime) -> tuple[tuple[str, datetime], ...]:
    company = case.serving.shop.company
    return snooze_choices(now, company.timezone, company.working_hours[0].hour)


def _written(details: Sequence[str]) -> str:
    return "".join(_DIGITS[ASKABLE.index(detail)] for detail in details) or _NONE_CHOSEN


def _is_public(address: str) -> bool:
    """Whether Telegram takes the address for a button: not that of this machine."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    return parts.scheme == "https" and "." in host and not host.replace(".", "").isdigit()


def _pairs(buttons: Iterable[InlineKeyboardButton]) -> _Rows:
    all_of_them = list(buttons)
    return [all_of_them[at : at + 2] for at in range(0, len(all_of_them), 2)]


def _markup(rows: _Rows) -> InlineKeyboardMarkup | None:
    kept = [row for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=kept) if kept else None


def _must(rows: _Rows) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row])
