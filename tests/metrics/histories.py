"""Histories of a desk: plain values, made at random, and put into the tables as the service leaves them."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import Connection, text

from bot.stored import to_json

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)
DAYS = 60
CURRENCY = "USD"


@dataclass
class Said:
    sender: str
    author: str
    staff: int | None
    at: datetime
    answers: int | None
    """Up to which message; None: nothing. Of a seller's message from the outbox."""
    by_hand: bool
    """Written in the messenger itself."""
    draft: int | None = None


@dataclass
class Drafted:
    made: datetime
    state: str
    decided: datetime | None
    by: int | None
    edited: bool
    first: str
    last: str
    language: str
    intent: str
    risks: list[str]
    grade: str
    items: list[tuple[str, int | None]]
    findings: list[str]
    overridden: int


@dataclass
class Line:
    sku: str
    amount: Decimal
    alternative: bool


@dataclass
class Ordered:
    currency: str
    total: Decimal | None
    quoted: datetime | None
    accepted: datetime | None
    paid: datetime | None
    off: datetime | None
    lost: datetime | None
    received: Decimal | None
    received_in: str
    reason: str | None
    lines: list[Line]


@dataclass
class Talk:
    channel: str
    country: str | None
    source: str | None
    language: str | None
    state: str
    test: bool
    owner: int | None
    waits: bool
    said: list[Said] = field(default_factory=list)
    drafts: list[Drafted] = field(default_factory=list)
    orders: list[Ordered] = field(default_factory=list)


def _moment(begin: datetime = BEGIN) -> st.SearchStrategy[datetime]:
    return st.integers(0, DAYS * 24 * 60 - 1).map(lambda minutes: begin + timedelta(minutes=minutes))


_STAFF = st.sampled_from([None, 1, 2])
_WORDS = st.sampled_from(
    ["Dear buyer, 500 pcs cost 1450 USD.", "Dear buyer, 500 cost 1,400 USD.", "No.", "x" * 400]
)
_SKUS = st.sampled_from(["A-1", "B-2", "C-3"])
_RISKS: tuple[list[str], ...] = (
    [],
    [],
    ["off_platform_payment"],
    ["dispute", "off_platform_contact"],
    ["dispute"],
)
_AMOUNT = st.integers(1, 500_000).map(lambda cents: Decimal(cents) / 100)


@st.composite
def _conversation(draw: st.DrawFn) -> Talk:
    talk = Talk(
        channel=draw(st.sampled_from(["web", "telegram"])), country=draw(st.sampled_from([None, "DE", "BR"])),
        source=draw(st.sampled_from([None, "fair"])), language=draw(st.sampled_from(["en", "zh"])),
        state=draw(st.sampled_from(["open", "open", "closed", "spam"])),
        test=draw(st.sampled_from([False, False, False, True])), owner=draw(_STAFF),
        waits=draw(st.booleans()),
    )  # fmt: skip
    at = draw(_moment())
    for seq in range(1, draw(st.integers(1, 9)) + 1):
        at += timedelta(minutes=draw(st.sampled_from([0, 1, 30, 400, 1500, 9000])))
        if seq == 1 or draw(st.booleans()):
            talk.said.append(Said("buyer", "buyer", None, at, None, by_hand=False))
            continue
        by_hand = draw(st.sampled_from([False, False, True]))
        author = "person" if by_hand else draw(st.sampled_from(["person", "person", "rule"]))
        asked = [number for number, said in enumerate(talk.said, 1) if said.sender == "buyer"]
        answers = draw(st.sampled_from([None, *asked]))
        talk.said.append(
            Said("seller", author, draw(_STAFF) if author == "person" else None, at, answers, by_hand)
        )
    talk.drafts = draw(st.lists(_draft(), max_size=4))
    for late in [each for each in talk.drafts if each.state == "waiting"][1:]:
        talk.drafts.remove(late)  # one waits at a time
    for number, made in enumerate(talk.drafts):
        sent = [
            said for said in talk.said if said.sender == "seller" and not said.by_hand and said.draft is None
        ]
        if made.intent == "follow_up" and sent and draw(st.booleans()):
            draw(st.sampled_from(sent)).draft = number
    talk.orders = draw(st.lists(_order(), max_size=2))
    return talk


@st.composite
def _draft(draw: st.DrawFn) -> Drafted:
    made = draw(_moment())
    state = draw(
        st.sampled_from(
            ["waiting", "sent", "sent", "sent", "approved", "refused", "superseded", "expired", "failed"]
        )
    )
    decided = made + timedelta(seconds=draw(st.sampled_from([1, 5, 20, 3_000, 90_000])))
    by = (
        draw(st.sampled_from([1, 2, None]))
        if state in ("sent", "approved", "failed")
        else draw(st.sampled_from([1, 2]))
    )
    first, last, edited = draw(_WORDS), draw(_WORDS), draw(st.booleans()) and by is not None
    return Drafted(
        made=made, state=state, decided=None if state == "waiting" else decided,
        by=by if state not in ("waiting", "superseded", "expired") else None, edited=edited, first=first,
        last=last if edited else first, language=draw(st.sampled_from(["en", "zh"])),
        intent=draw(st.sampled_from(["price_quote", "shipping", "follow_up"])),
        risks=draw(st.sampled_from(_RISKS)),
        grade=draw(st.sampled_from("ABCD")),
        items=draw(st.lists(st.tuples(_SKUS, st.sampled_from([None, 100, 500])), max_size=3)),
        findings=draw(st.sampled_from([[], [], ["bank_details"], ["unsupported_amount"]])) if edited else [],
        overridden=draw(st.integers(0, 2)) if state in ("sent", "approved") and by is not None else 0,
    )  # fmt: skip


@st.composite
def _order(draw: st.DrawFn) -> Ordered:
    maybe = st.one_of(st.none(), _moment())
    return Ordered(
        currency=draw(st.sampled_from(["USD", "USD", "EUR"])), total=draw(st.one_of(st.none(), _AMOUNT)),
        quoted=draw(maybe), accepted=draw(maybe), paid=draw(maybe), off=draw(maybe), lost=draw(maybe),
        received=draw(st.one_of(st.none(), _AMOUNT)), received_in=draw(st.sampled_from(["USD", "EUR"])),
        reason=draw(st.sampled_from([None, "price", "shipping"])),
        lines=draw(st.lists(st.builds(Line, _SKUS, _AMOUNT, st.booleans()), min_size=1, max_size=3)),
    )  # fmt: skip


histories = st.lists(_conversation(), min_size=1, max_size=5)


def write(connection: Connection, shop_id: int, history: list[Talk]) -> list[int]:
    """The ids of its talks, in order."""
    return [_write_talk(connection, shop_id, talk) for talk in history]


def _write_talk(connection: Connection, shop_id: int, talk: Talk) -> int:
    buyer = _add(connection, "buyers", shop_id=shop_id, country=talk.country, source=talk.source)
    asked = [number for number, said in enumerate(talk.said, 1) if said.sender == "buyer"]
    conversation = _add(
        connection, "conversations", shop_id=shop_id, buyer_id=buyer, channel=talk.channel, state=talk.state,
        is_test=talk.test, assignee_id=talk.owner, language=talk.language, last_seq=len(talk.said),
        last_buyer_seq=asked[-1], waiting_since=BEGIN if talk.waits else None,
    )  # fmt: skip
    drafts = [_write_draft(connection, shop_id, conversation, each) for each in talk.drafts]
    for seq, said in enumerate(talk.said, 1):
        draft = drafts[said.draft] if said.draft is not None else None
        outbox = None
        if said.sender == "seller" and not said.by_hand:
            outbox = _add(
                connection, "outbox", conversation_id=conversation, channel=talk.channel,
                dedup_key=f"{conversation}:{seq}", message_id=uuid.uuid4(), text="", author=said.author,
                answers_seq=said.answers, state="sent",
            )  # fmt: skip
        _add(
            connection, "messages", None, conversation_id=conversation, seq=seq, id=uuid.uuid4(),
            sender=said.sender, author=said.author, staff_id=said.staff, text="", at=said.at,
            outbox_id=outbox, draft_id=draft,
        )  # fmt: skip
    for each in talk.orders:
        _write_order(connection, shop_id, conversation, each)
    return conversation


def _write_draft(connection: Connection, shop_id: int, conversation: int, made: Drafted) -> int:
    answer = {
        "country": {"code": None}, "risks": made.risks, "grade": {"value": made.grade},
        "items": [{"sku": sku, "quantity": quantity} for sku, quantity in made.items],
    }  # fmt: skip
    revisions = 2 if made.edited else 1
    draft = _add(
        connection, "drafts", shop_id=shop_id, conversation_id=conversation, state=made.state,
        revision=revisions, through_seq=1, shop_version_id=1,
        language=made.language, intent=made.intent, needs="salesperson",
        answer=json.dumps(answer), basis="{}", created_at=made.made,
        decided_at=made.decided, decided_by=made.by, edited=made.edited,
    )  # fmt: skip
    for revision, words in enumerate((made.first, made.last)[:revisions], 1):
        findings = [{"rule": rule} for rule in made.findings] if revision == 2 else []
        _add(
            connection, "draft_revisions", None, draft_id=draft, revision=revision, text=words,
            fingerprint="", findings=json.dumps(findings),
            writer="templates", author="person" if revision == 2 else "rule",
        )  # fmt: skip
    if made.state in ("sent", "approved"):
        _add(
            connection, "events", shop_id=shop_id, at=made.decided, kind="draft.approved",
            actor="rule" if made.by is None else "person", conversation_id=conversation, draft_id=draft,
            data=json.dumps({"overridden": ["rule"] * made.overridden}),
        )  # fmt: skip
    return draft


def _write_order(connection: Connection, shop_id: int, conversation: int, made: Ordered) -> None:
    number = f"Q-{uuid.uuid4()}"
    quote = _add(
        connection,
        "quotes",
        shop_id=shop_id,
        conversation_id=conversation,
        number=number,
        revision=1,
        sent_revision=1,
    )
    lines = [
        {"sku": each.sku, "amount": to_json(each.amount), "alternative": each.alternative}
        for each in made.lines
    ]
    _add(
        connection, "quote_revisions", None, quote_id=quote, revision=1, currency=made.currency,
        total=made.total, valid_until=BEGIN.date(),
        body=json.dumps({"lines": lines}), author="rule", created_at=BEGIN,
    )  # fmt: skip
    _add(
        connection, "orders", shop_id=shop_id, quote_id=quote, conversation_id=conversation, revision=1,
        currency=made.currency, total=made.total, quoted_at=made.quoted, accepted_at=made.accepted,
        paid_at=made.paid, off_platform_at=made.off, lost_at=made.lost, total_paid=made.received,
        paid_currency=made.received_in, lost_reason=made.reason,
    )  # fmt: skip


def _add(connection: Connection, table: str, returned: str | None = "id", **values: Any) -> int:
    names, places = ", ".join(values), ", ".join(f":{name}" for name in values)
    ending = f"RETURNING {returned}" if returned else ""
    query = f"INSERT INTO {table} ({names}) VALUES ({places}) {ending}"
    done = connection.execute(text(query), values)
    return int(done.scalar_one()) if returned else 0
