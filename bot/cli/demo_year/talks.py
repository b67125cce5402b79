"""One invented talk after another: what the buyer wrote, who answered when and how, what came of it."""

from __future__ import annotations

import uuid
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from bot.cli.demo_year.tables import JsonList, Rows
from bot.cli.demo_year.templates import Template, of_country, words
from bot.cli.demo_year.world import COMPANIES, FIRST_NAMES, LANDS, SOURCES, Land

_LAST_WORDS = timedelta(days=20)
"""A talk in which nobody has written for so long is closed."""
_NOBODY_LEFT = timedelta(days=3)
"""… or where the buyer wrote last, and nobody will answer any more."""
_OUTCOMES = (
    ("as_it_was", 0.62), ("light", 0.19), ("heavy", 0.07), ("refused", 0.04), ("superseded", 0.05),
    ("expired", 0.03),
)  # fmt: skip
_KIND_WORDS = "\n\nThank you for your patience; I have looked this up myself and am glad to help further."
_OWN_WORDS = "Thank you for your message. Let me come back to you with the exact terms of your order today."


@dataclass
class Year:
    """What all talks share. `spans`: when the shop is open; `people`: (id, part of the work)."""

    rows: Rows
    random: Random
    shop_id: int
    version_id: int
    begins: datetime
    now: datetime
    spans: Sequence[tuple[datetime, datetime]]
    people: Sequence[tuple[int, float]]
    templates: dict[str, list[Template]]
    a_day: float
    """Inquiries on a usual working day."""
    number: int = 0
    opens: list[datetime] = field(init=False)

    def __post_init__(self) -> None:
        self.opens = [begin for begin, _ in self.spans]

    def worked(self, at: datetime, minutes: float) -> datetime:
        """The moment after so many minutes of work from `at` on."""
        left = timedelta(minutes=minutes)
        place = max(0, bisect_right(self.opens, at) - 1)
        for begin, end in self.spans[place:]:
            start = max(at, begin)
            if start >= end:
                continue
            if start + left < end:
                return start + left
            left -= end - start
        return at + left

    def chosen(self, among: Sequence[tuple[Any, float]]) -> Any:
        return self.random.choices([each for each, _ in among], [weight for _, weight in among])[0]


@dataclass
class Talk:
    """One that goes on: `at` is its newest moment."""

    year: Year
    id: int
    land: Land
    template: Template
    owner: int
    at: datetime
    seq: int = 0
    asked_seq: int = 0
    waiting: datetime | None = None
    draft_id: int | None = None
    over: bool = False

    def says(self, text: str) -> bool:
        """The buyer writes; False where that would be after today."""
        if self.at >= self.year.now:
            self.over = True
            return False
        self._message("buyer", "buyer", None, text)
        self.asked_seq = self.seq
        self.waiting = self.waiting or self.at
        return True

    def answers(
        self, text: str, staff_id: int | None, draft_id: int | None, quote_id: int | None = None
    ) -> None:
        self._message("seller", "person" if staff_id else "rule", staff_id, text, draft_id, quote_id)
        self.waiting = None

    def _message(
        self, sender: str, author: str, staff_id: int | None, text: str, draft_id: int | None = None,
        quote_id: int | None = None,
    ) -> None:  # fmt: skip
        self.seq += 1
        self.year.rows.add(
            "messages", conversation_id=self.id, seq=self.seq,
            id=uuid.UUID(int=self.year.random.getrandbits(128)),
            sender=sender, author=author, staff_id=staff_id, text=text, at=self.at, draft_id=draft_id,
            quote_id=quote_id, quote_revision=1 if quote_id else None,
            seen_at=self.at + timedelta(minutes=9) if sender == "seller" else None,
        )  # fmt: skip
        self.event("message.received" if sender == "buyer" else "message.sent", self.at,
                   "buyer" if sender == "buyer" else "person" if staff_id else "rule", staff_id,
                   {"seq": self.seq})  # fmt: skip

    def event(
        self, kind: str, at: datetime, actor: str, staff_id: int | None = None,
        data: dict[str, Any] | None = None, draft_id: int | None = None,
    ) -> None:  # fmt: skip
        self.year.rows.add(
            "events", shop_id=self.year.shop_id, at=at, kind=kind, actor=actor, staff_id=staff_id,
            conversation_id=self.id, draft_id=draft_id, data=data or {},
        )  # fmt: skip


def begin(year: Year, local_day: datetime) -> Talk | None:
    """A buyer writes for the first time on that day, at a moment of the buyer's own working day."""
    land = year.random.choices(LANDS, [each.weight for each in LANDS])[0]
    hour = min(23.5, max(0.2, year.random.gauss(13.5, 3.6)))
    at = datetime.combine(local_day, time(), ZoneInfo(land.zone)) + timedelta(hours=hour)
    at = at.astimezone(UTC)
    if (
        at >= year.now
        or at < year.begins
        or (local_day.weekday() in land.weekend and year.random.random() < 0.5)
    ):
        return None
    leaves = year.random.random() < land.leaves * (1.8 if (year.now - at).days < 9 else 1.0)
    fitting = [each for each in year.templates[land.language] if each.wishes_off == leaves]
    template = year.random.choice(fitting or year.templates[land.language])
    year.number += 1
    name = year.random.choice(FIRST_NAMES)
    buyer = year.rows.add(
        "buyers", shop_id=year.shop_id, name=f"{name} {chr(65 + year.number % 26)}.",
        company=f"Invented {year.random.choice(COMPANIES)} {year.number}", country=land.code,
        country_basis="profile", locale=land.language, source=year.chosen(SOURCES), created_at=at, seen_at=at,
    )  # fmt: skip
    owner = int(year.chosen(year.people))
    conversation = year.rows.add(
        "conversations", shop_id=year.shop_id, buyer_id=buyer,
        channel=year.chosen((("web", 0.62), ("telegram", 0.38))), state="open", created_at=at, last_seq=0,
        last_buyer_seq=0, drafted_seq=0, last_message_at=at, excerpt="", waiting_since=None, draft_id=None,
        assignee_id=owner, taken_over_by=None, language=land.language, intents=template.intents,
        risks=template.risks, grade=template.grade, needs=template.needs, quote_total=template.total,
    )  # fmt: skip
    return Talk(year, conversation, land, template, owner, at)


def draft(talk: Talk, minutes: float, *, quote_id: int | None = None, follow_up: bool = False) -> bool:
    """The assistant drafts, a person decides later, in minutes of work; whether the buyer was answered."""
    year, template, random = talk.year, talk.template, talk.year.random
    made = talk.at + timedelta(seconds=random.uniform(5, 25))
    outcome = "as_it_was" if follow_up else str(year.chosen(_OUTCOMES))
    decided = year.worked(made, minutes)
    if outcome == "as_it_was" and random.random() < 0.06:
        decided = year.worked(made, minutes * 0) + timedelta(seconds=random.uniform(2, 6))
    if decided >= year.now:
        talk.over = True
        return False
    gone = outcome in ("superseded", "expired")
    sent = outcome in ("as_it_was", "light", "heavy")
    edited = outcome in ("light", "heavy")
    by = None if gone else (talk.owner if random.random() < 0.85 else int(year.chosen(year.people)))
    number = year.rows.add(
        "drafts", shop_id=year.shop_id, conversation_id=talk.id, state="sent" if sent else outcome,
        revision=2 if edited else 1, through_seq=talk.asked_seq, shop_version_id=year.version_id,
        language=template.language, intent="follow_up" if follow_up else template.intent,
        needs=template.needs, answer=of_country(template, talk.land.code), basis=template.basis,
        quote_id=quote_id, created_at=made, decided_at=decided, decided_by=by, edited=edited,
        reason={"refused": "wrong_tone", "superseded": "buyer_wrote_again", "expired": "dates_moved"}.get(
            outcome
        ),
    )  # fmt: skip
    text = template.text
    revised = {"light": text + _KIND_WORDS, "heavy": _OWN_WORDS}.get(outcome, text)
    for revision, each in enumerate((text, revised)[: 2 if edited else 1], 1):
        year.rows.add(
            "draft_revisions", draft_id=number, revision=revision, text=each, fingerprint=uuid.uuid5(
                uuid.NAMESPACE_OID, each
            ).hex, findings=JsonList(template.findings if revision == 1 else []), writer="templates",
            author="rule" if revision == 1 else "person", staff_id=by if revision == 2 else None,
            quote_revision=1 if quote_id else None, created_at=made if revision == 1 else decided,
        )  # fmt: skip
    talk.draft_id = number
    _model_call(talk, number, made)
    talk.at = decided
    if sent:
        overridden = ["unsupported_claim"] if edited and random.random() < 0.05 else []
        talk.event("draft.approved", decided, "person", by, {"overridden": overridden}, number)
        talk.answers(revised, by, number, quote_id)
    elif not gone:
        talk.event("draft.refused", decided, "person", by, {"reason": "wrong_tone"}, number)
        talk.at = year.worked(decided, random.uniform(5, 40))
        if talk.at >= year.now:
            talk.over = True
            return False
        talk.answers(_OWN_WORDS, by, None)
    elif outcome == "superseded":
        talk.says(said(talk, "goes_on"))
    return not gone


def end(talk: Talk) -> None:
    """The conversation's own row, as it stands today."""
    year = talk.year
    old = year.now - talk.at > (_NOBODY_LEFT if talk.waiting else _LAST_WORDS)
    year.rows.change(
        "conversations", last_seq=talk.seq, last_buyer_seq=talk.asked_seq, drafted_seq=talk.asked_seq,
        last_message_at=talk.at, draft_id=talk.draft_id, excerpt=talk.template.asked[:80],
        state="closed" if old else "taken_over" if talk.waiting else "open",
        waiting_since=None if old else talk.waiting,
        taken_over_by=talk.owner if talk.waiting and not old else None,
    )  # fmt: skip


def said(talk: Talk, what: str) -> str:
    return words()[talk.template.language][what]


def _model_call(talk: Talk, draft_id: int, at: datetime) -> None:
    """A model came to the desk in the second half of the year."""
    year, random = talk.year, talk.year.random
    if (at - year.begins).days < 180:
        return
    bad = random.random() < 0.015
    tokens_in, tokens_out = random.randint(1400, 3200), random.randint(120, 420)
    cost = round(tokens_in * 0.0000004 + tokens_out * 0.0000016, 6)
    year.rows.add(
        "model_calls", shop_id=year.shop_id, at=at, conversation_id=talk.id, draft_id=draft_id,
        purpose="write", prompt="write_reply", prompt_version=1, prompt_hash="0" * 64,
        model_asked="openai:gpt-4.1-mini", model_answering=None if bad else "gpt-4.1-mini",
        tokens_in=0 if bad else tokens_in, tokens_out=0 if bad else tokens_out, tokens_cached=0,
        cost=None if bad else cost, counted=0 if bad else cost, ms=random.gauss(2100, 500), tries=1,
        outcome="timeout" if bad else "ok", breaker="closed", cache_hit=False,
    )  # fmt: skip
