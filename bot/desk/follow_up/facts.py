"""Rows of a conversation as the values that its planning is decided on."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from bot.desk.follow_up.occasions import wishes_ahead
from bot.desk.follow_up.settings import FollowUpSettings
from bot.domain.buyer_hours import BuyerHours
from bot.domain.facts import Shop
from bot.domain.follow_up_facts import KINDS, Done, Facts, Kind, Occasion, Owed, Quoted
from knowledge.countries.working_time import working_time
from storage import orders
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL
from storage.follow_up_facts import TalkFacts

TROUBLES = frozenset({"dispute", "scam", "restricted_destination", "abuse"})


def hours_of(known: TalkFacts, settings: FollowUpSettings, now: datetime) -> BuyerHours:
    """When this buyer is at work."""
    talk = known.talk
    return working_time(
        talk.country, now, phone=talk.phone, city=talk.city, opens=settings.opens, closes=settings.closes,
        wrote_at=talk.wrote_at,
    )  # fmt: skip


def facts_of(
    known: TalkFacts,
    settings: FollowUpSettings,
    hours: BuyerHours,
    shop: Shop,
    now: datetime,
    *,
    stopped: bool,
) -> Facts:
    """The facts of one conversation; `stopped`: also by a message that was only just read."""
    talk = known.talk
    done = tuple(_done(row) for row in known.history)
    moved = known.open
    key = None if moved is None else (kind_of(moved.kind), moved.subject, moved.step)
    return Facts(
        wrote_at=talk.wrote_at,
        answered_at=talk.answered_at,
        unanswered=talk.unanswered,
        stopped=stopped or talk.stopped,
        closed=talk.state == "closed",
        spam=talk.state == "spam",
        reachable=talk.channel != NO_CHANNEL and not talk.blocked,
        frozen=talk.frozen_at is not None,
        troubled=bool(_troubles(talk)),
        complaining=talk.complaining,
        snoozed_until=talk.snoozed_until if talk.state == "snoozed" else None,
        orders=tuple(_quoted(row, shop) for row in known.orders),
        paid_at=known.paid_at,
        acted_at=known.acted_at,
        occasions=_occasions(known, settings, hours, now),
        owed=tuple(Owed(row.id, begin_of(row.due_on, shop)) for row in known.owed),
        done=done,
        here=tuple(
            each for each, row in zip(done, known.history, strict=True) if row.conversation_id == talk.id
        ),
        moved=MappingProxyType({key: moved.moved_to} if moved is not None and key and moved.moved_to else {}),
    )


def kind_of(name: str) -> Kind:
    return next(kind for kind in KINDS if kind == name)


def _troubles(talk: AnyRow) -> set[str]:
    """A dispute whose complaint has ended well since the buyer's last words is over."""
    over = talk.settled_at is not None and (talk.wrote_at is None or talk.settled_at >= talk.wrote_at)
    return set((TROUBLES - {"dispute"} if over else TROUBLES) & set(talk.risks))


def _done(row: AnyRow) -> Done:
    return Done(kind_of(row.kind), row.subject, row.step, row.ended_at, sent=row.state == "sent")


def _quoted(row: AnyRow, shop: Shop) -> Quoted:
    entry = orders.entry_of(row)
    return Quoted(
        row.quote_id, entry.state, entry.times, end_of(row.valid_until, shop), row.settled_at, row.soured
    )  # fmt: skip


def end_of(day: date, shop: Shop) -> datetime:
    """The end of a day where the shop is."""
    return begin_of(day + timedelta(days=1), shop)


def begin_of(day: date, shop: Shop) -> datetime:
    """The first moment of a day where the shop is."""
    return datetime.combine(day, time(0), ZoneInfo(shop.company.timezone))


def _occasions(
    known: TalkFacts, settings: FollowUpSettings, hours: BuyerHours, now: datetime
) -> tuple[Occasion, ...]:
    rules, talk = settings.rules, known.talk
    found = [
        Occasion("campaign", f"campaign:{row.id}", row.starts_at, row.ends_at) for row in known.campaigns
    ]
    if talk.country and known.orders and talk.wrote_at is not None and "festival" in rules.on:
        today = now.astimezone(ZoneInfo(hours.zones[0])).date()
        within = (talk.wrote_at + timedelta(days=rules.festival_within + rules.festival) - now).days
        if within > 0:
            found += wishes_ahead(talk.country, hours.zones[0], today, within, rules.festival)
    return tuple(found)
