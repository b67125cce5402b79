"""What comes of an invented quote: each step of its order, with who caused it, and complaints about goods."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from bot.cli.demo_year import talks
from bot.cli.demo_year.tables import JsonList
from bot.cli.demo_year.talks import Talk
from bot.cli.demo_year.world import LOST
from bot.domain.complaints import Told, known_json
from bot.domain.orders import platform_key

_GIVEN_UP = timedelta(days=21)
_NOT_LINKED_YET = timedelta(days=5)
_JUST_NOW = timedelta(days=14)
_REACHED = (
    ("accepted", "accepted_at", "person"), ("link_sent", "link_sent_at", "person"),
    ("paid_on_platform", "paid_at", "import"), ("shipped", "shipped_at", "import"),
    ("delivered", "delivered_at", "import"), ("reviewed", "reviewed_at", "import"),
    ("paid_off_platform", "off_platform_at", "person"), ("lost", "lost_at", "person"),
)  # fmt: skip
"""(state, its column, who tells of it), in the order in which they come."""
_CARRIERS = ("DHL", "FedEx", "UPS", "SF Express")
Row = dict[str, object]


def tell(talk: Talk, quote: int, *, takes: bool) -> None:
    """The order of `quote` as it stands today, with its history. `takes`: the buyer says yes."""
    year, random = talk.year, talk.year.random
    quoted = talk.at
    row: Row = dict.fromkeys(
        [column for _, column, _ in _REACHED]
        + ["total_paid", "paid_currency", "lost_reason", "platform_number", "platform_key", "carrier",
           "tracking"]
    )  # fmt: skip
    row |= {"state": "quoted"}
    if takes:
        _accept(talk, quote, row)
    elif random.random() < 0.85:
        at = talk.at + _GIVEN_UP + timedelta(days=random.uniform(0, 12))
        if at < year.now:
            row |= {"state": "lost", "lost_at": at, "lost_reason": year.chosen(LOST)}
    steps = [(state, row[column], cause) for state, column, cause in _REACHED]
    reached = [(state, at, cause) for state, at, cause in steps if isinstance(at, datetime)]
    order = year.rows.add(
        "orders", shop_id=year.shop_id, quote_id=quote, conversation_id=talk.id, revision=1, currency="USD",
        total=talk.template.total, quoted_at=quoted, created_at=quoted, version=len(reached) + 1,
        changed_at=reached[-1][1] if reached else quoted, **row,
    )  # fmt: skip
    _event(talk, order, "started", "rule", "quoted", "quoted", quoted, row)
    before = "quoted"
    for state, at, cause in reached:
        _event(talk, order, "moved", cause, before, state, at, row)
        before = state
    delivered = row["delivered_at"]
    if isinstance(delivered, datetime):
        # What is open today is some more than a year's average would leave: a page to look at.
        often = 0.3 if year.now - delivered < _JUST_NOW else 0.04
        if random.random() < often:
            _complain(talk, order, str(row["platform_number"]), delivered)


def _event(
    talk: Talk, order: int, kind: str, cause: str, before: str, after: str, at: datetime, row: Row
) -> None:
    talk.year.rows.add(
        "order_events", shop_id=talk.year.shop_id, order_id=order, kind=kind, cause=cause,
        staff_id=talk.owner if cause == "person" else None, before=before, after=after, at=at, noted_at=at,
        reason=row["lost_reason"] if after == "lost" else None, note=None, data={},
    )  # fmt: skip


def _accept(talk: Talk, quote: int, row: Row) -> None:
    year, random = talk.year, talk.year.random
    talk.at += timedelta(hours=random.expovariate(1 / 40))
    if not talk.says(talks.said(talk, "yes")):
        return
    row |= {"state": "accepted", "accepted_at": talk.at}
    for _ in range(4):
        if talk.over or talks.draft(talk, random.lognormvariate(2.6, 0.7)):
            break
    if talk.over or (year.now - talk.at < _NOT_LINKED_YET and random.random() < 0.4):
        return
    row |= {"state": "link_sent", "link_sent_at": talk.at}
    _pay(talk, quote, row)


def _pay(talk: Talk, quote: int, row: Row) -> None:
    year, random = talk.year, talk.year.random
    wished = talk.template.wishes_off
    at = talk.at + timedelta(days=random.expovariate(1 / 2.5))
    ends = random.random()
    if at >= year.now:
        return
    if ends < 0.08:
        at = talk.at + timedelta(days=random.uniform(6, 14))
        if at < year.now:
            row |= {"state": "lost", "lost_at": at, "lost_reason": "changed_plans"}
        return
    if ends < (0.4 if wished else 0.11):
        row |= {"state": "paid_off_platform", "off_platform_at": at}
        return
    total = talk.template.total or Decimal(0)
    number = f"CH-{30000 + quote}"
    row |= {
        "state": "paid_on_platform", "paid_at": at, "total_paid": total, "paid_currency": "USD",
        "platform_number": number, "platform_key": platform_key(number),
    }  # fmt: skip
    for name, days in (("shipped", 16), ("delivered", 14), ("reviewed", 12)):
        at += timedelta(days=random.gauss(days, 3))
        if at >= year.now or (name == "reviewed" and random.random() < 0.55):
            return
        row |= {"state": name, f"{name}_at": at}
        if name == "shipped":
            row |= {"carrier": random.choice(_CARRIERS), "tracking": f"INVENTED{quote:06d}"}


def _complain(talk: Talk, order: int, number: str, delivered: datetime) -> None:
    """The buyer writes that some pieces are broken, somebody answers, and days later the case is closed."""
    year, random = talk.year, talk.year.random
    talk.at = max(talk.at, delivered) + timedelta(days=random.uniform(1, 8))
    quantity = str(random.randint(3, 40))
    words = talks.said(talk, "complains").format(number=number, quantity=quantity)
    if not talk.says(words):
        return
    opened, seq = talk.at, talk.asked_seq
    talk.at = year.worked(opened, random.uniform(5, 90))
    if talk.at >= year.now:
        talk.over = True
    else:
        talk.answers(talks.said(talk, "sorry"), talk.owner, None)
    closed = opened + timedelta(days=random.uniform(2, 9))
    ended = closed < year.now
    known = known_json(
        {
            "order": Told(number, seq=seq, words=words), "quantity": Told(quantity, seq=seq, words=words),
            "wrong": Told(words, seq=seq, words=words),
        }
    )  # fmt: skip
    complaint = year.rows.add(
        "complaints", shop_id=year.shop_id, number=0, conversation_id=talk.id, order_id=order,
        state="closed" if ended else "open", known=known, photos=JsonList(), read_seq=seq, opened_seq=seq,
        opened_at=opened, changed_at=closed if ended else opened, closed_at=closed if ended else None,
        closed_by=talk.owner if ended else None, outcome="replacement" if ended else None,
    )  # fmt: skip
    year.rows.change("complaints", number=complaint)
    for kind, at in (("opened", opened), ("closed", closed)):
        if at < year.now:
            year.rows.add(
                "complaint_notes", complaint_id=complaint, kind=kind, at=at,
                staff_id=talk.owner if kind == "closed" else None,
            )  # fmt: skip
