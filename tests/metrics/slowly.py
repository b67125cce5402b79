"""The same figures worked out in plain Python from a history, knowing nothing of the SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.domain.facts import Shop
from tests.metrics.histories import BEGIN, CURRENCY, Drafted, Talk

OFF = {"off_platform_payment", "off_platform_contact"}


@dataclass
class Fact:
    """When it counts, with which value, and whether it meets a share's condition."""

    at: datetime
    value: float | Decimal = 0
    hit: bool = False
    staff: int | None = None
    known: dict[str, str | None] = field(default_factory=dict)
    """By what it can be narrowed, besides."""


@dataclass
class Wait:
    asked: datetime
    answered: datetime | None
    author: str | None
    staff: int | None
    first: bool


def worked(shop: Shop, begin: datetime, end: datetime) -> float:
    """Seconds between two moments in which the shop is open, a day at a time."""
    zone = ZoneInfo(shop.company.timezone)
    total, day = 0.0, begin.astimezone(zone).date() - timedelta(days=1)
    while day <= end.astimezone(zone).date():
        closed = any(closure.start <= day <= closure.end for closure in shop.closures)
        if day.weekday() in shop.company.working_days and not closed:
            opens, closes = (datetime.combine(day, at, zone) for at in shop.company.working_hours)
            inside = min(closes.timestamp(), end.timestamp()) - max(opens.timestamp(), begin.timestamp())
            total += max(0.0, inside)
        day += timedelta(days=1)
    return total


def waits(talk: Talk) -> list[Wait]:
    found: list[Wait] = []
    pending: list[tuple[int, datetime]] = []
    for seq, said in enumerate(talk.said, 1):
        if said.sender == "buyer":
            pending.append((seq, said.at))
            continue
        through = seq if said.by_hand else said.answers
        answered = [each for each in pending if through is not None and each[0] <= through]
        if answered:
            found.append(Wait(answered[0][1], said.at, said.author, said.staff, first=answered[0][0] == 1))
            pending = pending[len(answered) :]
    if pending:
        found.append(Wait(pending[0][1], None, None, talk.owner, first=pending[0][0] == 1))
    return found


def outcome(draft: Drafted) -> str:
    if draft.state not in ("approved", "sending", "sent", "failed"):
        return draft.state
    if draft.by is None:
        return "by_rule"
    if not draft.edited:
        return "as_it_was"
    return "light" if likeness(draft.first, draft.last) >= 0.6 else "heavy"


def likeness(first: str, last: str) -> float:
    """Twice the longest common subsequence over both lengths."""
    row = [0] * (len(last) + 1)
    for letter in first:
        diagonal = 0
        for place, other in enumerate(last, 1):
            above = row[place]
            row[place] = diagonal + 1 if letter == other else max(above, row[place - 1])
            diagonal = above
    return 2 * row[-1] / (len(first) + len(last))


def facts(history: list[Talk], shop: Shop, now: datetime) -> dict[str, list[Fact]]:
    """By the code of a figure: what it is made of."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for talk in history:
        if talk.state != "spam" and not talk.test:
            for part in (_talk, _waits, _days, _drafts, _orders, _demand):
                for code, fact in part(talk, shop, now):
                    fact.known |= {
                        "country": talk.country, "source": talk.source, "channel": talk.channel,
                    }  # fmt: skip
                    found[code].append(fact)
    return found


Told = Iterator[tuple[str, Fact]]


def _talk(talk: Talk, _shop: Shop, _now: datetime) -> Told:
    begin = talk.said[0].at
    mine = [each for each in talk.drafts if each.intent != "follow_up"]
    paid = [each.paid for each in talk.orders if each.paid]
    accepted = paid + [each.accepted for each in talk.orders if each.accepted]
    quoted = accepted + [each.quoted for each in talk.orders if each.quoted]
    qualified = quoted + [each.made for each in mine if each.grade in "AB"]
    yield "inquiries", Fact(begin, staff=talk.owner)
    yield "messages_in", Fact(begin, sum(said.sender == "buyer" for said in talk.said), staff=talk.owner)
    yield "messages_out", Fact(begin, sum(said.sender == "seller" for said in talk.said), staff=talk.owner)
    for code, moments in (
        ("qualified", qualified),
        ("quoted", quoted),
        ("accepted", accepted),
        ("paid", paid),
    ):
        yield code, Fact(begin, hit=bool(moments), staff=talk.owner)
    for code, moments in (("days_to_quote", quoted), ("days_to_yes", accepted), ("days_to_money", paid)):
        if moments:
            yield code, Fact(begin, (min(moments) - begin) / timedelta(days=1), staff=talk.owner)
    signals = [each.made for each in mine if OFF & set(each.risks)]
    if signals:
        yield "signals_theirs", Fact(min(signals), staff=talk.owner)


def _waits(talk: Talk, shop: Shop, _now: datetime) -> Told:
    for wait in waits(talk):
        if wait.answered is None:
            if talk.waits:
                yield "never_answered", Fact(wait.asked, staff=talk.owner)
            continue
        wall = (wait.answered - wait.asked).total_seconds()
        work = worked(shop, wait.asked, wait.answered)
        if wait.author == "rule":
            if wait.first:
                yield "first_by_rule", Fact(wait.asked, staff=wait.staff)
            continue
        yield "any_response", Fact(wait.asked, wall, staff=wait.staff)
        if wait.first:
            for code, value in (("first_response", wall), ("first_response_worked", work)):
                yield code, Fact(wait.asked, value, staff=wait.staff)
                yield f"{code}_p90", Fact(wait.asked, value, staff=wait.staff)


def _days(talk: Talk, shop: Shop, now: datetime) -> Told:
    zone = ZoneInfo(shop.company.timezone)
    seen = set()
    for seq, said in enumerate(talk.said, 1):
        day = said.at.astimezone(zone).date()
        if said.sender != "buyer" or day in seen:
            continue
        seen.add(day)
        answer = next(
            (
                later
                for number, later in enumerate(talk.said[seq:], seq + 1)
                if later.sender == "seller"
                and later.author == "person"
                and (number if later.by_hand else (later.answers or 0)) >= seq
            ),
            None,
        )
        in_time = answer is not None and answer.at <= said.at + timedelta(hours=24)
        if in_time or said.at <= now - timedelta(hours=24):
            staff = talk.owner if answer is None or answer.staff is None else answer.staff
            yield "reply_rate", Fact(said.at, hit=in_time, staff=staff)


def _drafts(talk: Talk, shop: Shop, _now: datetime) -> Told:
    for number, each in enumerate(talk.drafts):
        became = outcome(each)
        if set(each.findings) & (OFF | {"bank_details"}):
            yield "signals_ours", Fact(each.made, staff=each.by)
        if each.intent == "follow_up":
            yield from _follow_up(talk, number, each)
            continue
        yield "drafts_made", Fact(each.made, staff=each.by)
        if became in ("superseded", "expired"):
            yield became, Fact(each.made, staff=each.by)
        if each.decided is None:
            continue
        if became == "by_rule":
            yield "by_rule", Fact(each.decided, staff=each.by)
        if became in ("as_it_was", "light", "heavy", "refused"):
            waited = (each.decided - each.made).total_seconds()
            yield "drafts_decided", Fact(each.decided, staff=each.by)
            for code, meant in (
                ("as_it_was", "as_it_was"),
                ("light_edit", "light"),
                ("heavy_edit", "heavy"),
                ("refused", "refused"),
            ):
                yield code, Fact(each.decided, hit=became == meant, staff=each.by)
            yield "approval", Fact(each.decided, waited, staff=each.by)
            yield "approval_p90", Fact(each.decided, waited, staff=each.by)
            yield "approval_worked", Fact(each.decided, worked(shop, each.made, each.decided), staff=each.by)
        if became in ("as_it_was", "light", "heavy"):
            waited = (each.decided - each.made).total_seconds()
            speed = 10 if each.language in ("zh", "ja", "ko") else 30
            rushed = became == "as_it_was" and waited < len(each.last) / speed
            yield "rushed", Fact(each.decided, hit=rushed, staff=each.by)
            yield "overridden", Fact(each.decided, each.overridden, staff=each.by)


def _follow_up(talk: Talk, number: int, each: Drafted) -> Told:
    sent = next((place for place, said in enumerate(talk.said) if said.draft == number), None)
    if sent is None or each.decided is None:
        return
    limit = talk.said[sent].at + timedelta(days=7)
    followed = any(said.sender == "buyer" and said.at <= limit for said in talk.said[sent + 1 :])
    yield "follow_ups", Fact(each.decided, staff=each.by)
    yield "follow_up_yield", Fact(each.decided, hit=followed, staff=each.by)


def _orders(talk: Talk, _shop: Shop, _now: datetime) -> Told:
    for each in talk.orders:
        value = each.total if each.currency == CURRENCY else None
        received = each.received if each.received_in == CURRENCY else None
        if each.quoted and value is not None:
            yield "quoted_value", Fact(each.quoted, value, staff=talk.owner)
        if each.paid:
            yield "paid_orders", Fact(each.paid, staff=talk.owner)
            worth = value if value is not None else received
            if worth is not None:
                yield "paid_value", Fact(each.paid, worth, staff=talk.owner)
            if received is not None:
                yield "received", Fact(each.paid, received, staff=talk.owner)
        if each.off:
            yield "off_orders", Fact(each.off, staff=talk.owner)
            if value is not None:
                yield "off_value", Fact(each.off, value, staff=talk.owner)
        ended = each.paid or each.off
        if ended:
            yield "on_platform", Fact(ended, hit=each.paid is not None, staff=talk.owner)
        if each.lost:
            yield "lost_orders", Fact(each.lost, staff=talk.owner, known={"lost_reason": each.reason})


def _demand(talk: Talk, _shop: Shop, _now: datetime) -> Told:
    skus = {sku for each in talk.drafts if each.intent != "follow_up" for sku, _ in each.items}
    skus |= {line.sku for each in talk.orders for line in each.lines}
    for sku in skus:
        asked = [
            each.made
            for each in talk.drafts
            if each.intent != "follow_up" and sku in [item[0] for item in each.items]
        ]
        orders = [each for each in talk.orders if sku in [line.sku for line in each.lines]]
        quoted = [each.quoted or BEGIN for each in orders]
        won = [each.paid for each in orders if each.paid]
        worth = [
            line.amount
            for each in orders
            for line in each.lines
            if line.sku == sku and not line.alternative and each.currency == CURRENCY
        ]
        at = min(asked + quoted)
        yield "asked_for", Fact(at, staff=talk.owner)
        yield "demand_quoted", Fact(at, hit=bool(quoted), staff=talk.owner)
        yield "demand_won", Fact(at, hit=bool(won), staff=talk.owner)
        if won and worth:
            yield "demand_value", Fact(at, sum(worth, Decimal(0)), staff=talk.owner)
