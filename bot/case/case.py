"""Everything that the page of a conversation shows, read in one view of the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.case.beside_shown import Beside, Part, read_beside, split
from bot.case.country_card import CountryCard, country_card
from bot.case.marked import Piece, marked
from bot.case.quote_shown import ShownQuote, kept_quote
from bot.case.reply_clock import ReplyClock, reply_clock
from bot.case.rewrites_shown import Rewrites, read_rewrites
from bot.case.summary_shown import ShownSummary, read_summary
from bot.case.undelivered import Undelivered, read_undelivered
from bot.desk.context import Desk, ServingShop
from bot.desk.deciding import with_frozen
from bot.desk.draft_rows import findings_of, reading_of
from bot.desk.expiring import is_changed
from bot.domain.calendar import shop_date
from bot.domain.desk import DeskRefusal, Person, approver_in_spite_of, has_authority, must_be_explained
from bot.domain.plan import Finding
from bot.domain.reading import Reading
from bot.stored import NotReadable
from storage import drafts, quotes, staff, talk_trail, talks
from storage.base import AnyRow
from storage.live import reading
from storage.talks import SpokenMessage

_LIVE = ("open", "taken_over", "snoozed")


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A draft with all that a decision on it needs."""

    row: AnyRow
    findings: tuple[Finding, ...]
    pieces: tuple[Piece, ...]
    quote: ShownQuote | None
    outdated: bool
    """The price list has changed since."""
    dates_of: date | None
    """The earlier day of the shop on which its quote's dates were worked out; None where they are today's, or
    the clock sees to it."""
    may_decide: bool
    """The person's role is enough, as far as the draft and its findings go."""
    approver: str
    """The least role that may let it go out with these findings."""
    rewrites: Rewrites

    @property
    def blocking(self) -> tuple[Finding, ...]:
        return must_be_explained(self.findings)


@dataclass(frozen=True, slots=True)
class Case:
    """One conversation. `drafts` are all of them, newest first; `team` is everybody by id."""

    talk: AnyRow
    buyer: AnyRow
    messages: tuple[SpokenMessage, ...]
    quotes: Mapping[int, ShownQuote]
    """The quote of a message, by its seq."""
    draft: ShownDraft | None
    """The one that waits."""
    drafts: Sequence[AnyRow]
    events: Sequence[AnyRow]
    team: Mapping[int, AnyRow]
    clock: ReplyClock | None
    country: CountryCard | None
    country_code: str | None
    country_basis: str | None
    answer: Mapping[str, Any] | None
    """What was understood last."""
    undelivered: tuple[Undelivered, ...]
    """What has failed, or may have arrived and may not: a person decides."""
    serving: ServingShop
    summary: ShownSummary | None = None
    """For the person who has taken it on."""
    beside: Beside | None = None
    """It in the reader's language; None: nothing is in another."""

    @property
    def draft_parts(self) -> tuple[Part, ...]:
        """The waiting draft with what the guard found and what its translation says otherwise."""
        if self.draft is None:
            return ()
        shown = self.beside.draft if self.beside is not None else None
        return split(self.draft.pieces, shown.comparison.original if shown is not None else ())

    @property
    def newest(self) -> AnyRow | None:
        return self.drafts[0] if self.drafts else None

    @property
    def being_written(self) -> bool:
        """The assistant is at it: the buyer has said something that no draft answers yet."""
        return (
            self.draft is None
            and self.talk.drafted_seq < self.talk.last_buyer_seq
            and self.talk.state in (*_LIVE, "spam")
        )

    @property
    def changed_before(self) -> AnyRow | None:
        """The draft for the same words that a person had changed before the clock or the price list put it
        aside: what was changed is not in the one that waits now, or that is being written."""
        if is_changed(self.draft.row) if self.draft is not None else not self.being_written:
            return None
        return next(
            (
                each
                for each in self.drafts
                if (each.state == "expired" or (each.state, each.reason) == ("superseded", "price_list"))
                and is_changed(each)
                and each.through_seq == self.talk.last_buyer_seq
            ),
            None,
        )

    @property
    def reading(self) -> Reading | None:
        """Who read what of the inquiry, for the draft that waits; None where no model was asked to."""
        if self.draft is None:
            return None
        try:
            return reading_of(self.draft.row.answer)
        except (NotReadable, KeyError):
            return None

    @property
    def mark(self) -> str:
        """What the panel shows, in short: another mark, another panel."""
        draft, talk = self.draft, self.talk
        shown: tuple[object, ...] = ()
        if draft is not None:
            shown = (draft.row.id, draft.row.fingerprint, draft.outdated, *draft.rewrites.mark)
        if self.beside is not None:
            shown += (self.beside.mark,)
        newest = (self.newest.id, self.newest.state) if self.newest is not None else ()
        stuck = tuple((each.row.id, each.row.state) for each in self.undelivered)
        parts = (
            talk.state,
            talk.taken_over_by,
            talk.last_buyer_seq,
            talk.needs,
            talk.frozen_at,
            *shown,
            *newest,
            *stuck,
        )
        return "-".join(str(part) for part in parts).replace(" ", "")

    def person(self, staff_id: int | None) -> str | None:
        found = self.team.get(staff_id) if staff_id is not None else None
        return found.name if found is not None else None


async def read_case(desk: Desk, person: Person, conversation_id: int, language: str) -> Case:
    """The case as it stands. DeskRefusal `unknown_conversation`."""
    serving = await desk.counter.serving()
    now = desk.clock()
    async with reading(desk.engine) as connection:
        talk = await talks.conversation(connection, conversation_id)
        if talk is None or talk.shop_id != desk.shop_id:
            raise DeskRefusal("unknown_conversation", "There is no such conversation.")
        buyer = await talks.buyer(connection, talk.buyer_id)
        said = await talks.messages(connection, conversation_id)
        known = await drafts.of_conversation(connection, conversation_id)
        waiting = next((each for each in known if each.state == "waiting"), None)
        kept = None
        if waiting is not None and waiting.quote_id is not None and waiting.quote_revision is not None:
            kept = await quotes.revision(connection, waiting.quote_id, waiting.quote_revision)
        said_anew = Rewrites()
        if waiting is not None:
            said_anew = await read_rewrites(connection, desk, serving.shop, waiting, now)
        trail = await talk_trail.of_conversation(connection, conversation_id)
        team = await staff.everybody(connection, desk.shop_id)
        stuck = await read_undelivered(connection, conversation_id)
        summary = await read_summary(connection, talk, said)
        reader = next((member for member in team if member.id == person.id), None)
        beside = await read_beside(
            connection, desk, said, known, talk,
            spoken=reader.languages if reader is not None else (), shown=language, shop=serving.shop,
        )  # fmt: skip
    assert buyer is not None
    answer = known[0].answer if known else None
    code, basis = _country(buyer, answer)
    runs = talk.waiting_since is not None and talk.state in _LIVE
    shop = serving.shop
    return Case(
        talk=talk,
        buyer=buyer,
        messages=said,
        quotes={
            message.seq: shown for message in said if (shown := kept_quote(message.quote, shop)) is not None
        },
        draft=_shown(waiting, kept, said_anew, talk, serving, person, now) if waiting is not None else None,
        drafts=known,
        events=trail,
        team={member.id: member for member in team},
        clock=reply_clock(talk.waiting_since, now, shop.company, shop.closures) if runs else None,
        country=country_card(code, now, language),
        country_code=code,
        country_basis=basis,
        answer=answer,
        undelivered=stuck,
        serving=serving,
        summary=summary,
        beside=beside,
    )


def _shown(
    row: AnyRow,
    kept: AnyRow | None,
    rewrites: Rewrites,
    talk: AnyRow,
    serving: ServingShop,
    person: Person,
    now: datetime,
) -> ShownDraft:
    findings = with_frozen(findings_of(row.findings), talk)
    quote = None
    if kept is not None:
        quote = kept_quote(
            {
                "id": row.quote_id, "number": kept.number, "revision": row.quote_revision, "body": kept.body,
                "terms": kept.terms, "check_code": kept.check_code,
            },
            serving.shop,
        )  # fmt: skip
    approver = approver_in_spite_of(findings)
    enough = has_authority(person.role, row.needs) and has_authority(person.role, approver)
    return ShownDraft(
        row=row,
        findings=findings,
        pieces=marked(row.text, findings),
        quote=quote,
        outdated=row.shop_version_id != serving.version_id,
        dates_of=_older_day(row, serving, now) if quote is not None else None,
        may_decide=enough,
        approver=approver if has_authority(approver, row.needs) else row.needs,
        rewrites=rewrites,
    )


def _older_day(row: AnyRow, serving: ServingShop, now: datetime) -> date | None:
    """The day of a quote's dates, where it is not today and a person's change keeps them: see `expiring`."""
    at = row.answer.get("at")
    if at is None or not is_changed(row):
        return None
    day = shop_date(datetime.fromisoformat(at), serving.shop.company)
    return day if day < shop_date(now, serving.shop.company) else None


def _country(buyer: AnyRow, answer: Mapping[str, Any] | None) -> tuple[str | None, str | None]:
    """(code, what tells it): what the talk says comes before what the profile says, a guess comes last."""
    told = (answer or {}).get("country") or {}
    if told.get("code") and told.get("basis") != "language":
        return told["code"], told["basis"]
    if buyer.country:
        return buyer.country, buyer.country_basis or "profile"
    return told.get("code"), told.get("basis")


def snooze_choices(now: datetime, timezone: str, opens_hour: int) -> tuple[tuple[str, datetime], ...]:
    """(name, until) of the usual ways to put something off; mornings are the shop's."""
    here = now.astimezone(ZoneInfo(timezone))
    morning = here.replace(hour=opens_hour, minute=0, second=0, microsecond=0)
    monday = morning + timedelta(days=(7 - here.weekday()) or 7)
    return (
        ("hour", now + timedelta(hours=1)),
        ("four-hours", now + timedelta(hours=4)),
        ("tomorrow", morning + timedelta(days=1)),
        ("monday", monday),
    )
