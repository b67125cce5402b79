"""Months of a desk, made up with a fixed seed, for pages of figures: the same for each test."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import Connection, text

from tests.metrics.histories import Drafted, Line, Ordered, Said, Talk, write

COUNTRIES = (
    "US", "DE", "BR", "MX", "IN", "NG", "AE", "FR", "GB", "VN", "ZA", "PL", "AU", "ES", "SA", "EG", "CL",
    "TH", None,
)  # fmt: skip
_LANGUAGES = {"DE": "de", "BR": "pt", "MX": "es", "FR": "fr", "VN": "vi", "PL": "pl", "ES": "es", "SA": "ar",
              "EG": "ar", "CL": "es", "TH": "th", "AE": "ar"}  # fmt: skip
_NAMES = ("Alice", "Omar", "Lena", "Thiago", "Priya", "Chidi", "Marta", "Jan", "Nguyen", "Fatima")
_INTENTS = ("price_quote", "sample", "shipping", "customization", "certification")
_TEXT = "Dear buyer, 500 pcs cost 1,450.00 USD FOB Ningbo, valid until the end of the month."


_NAME = text("UPDATE buyers SET name = :name WHERE id = (SELECT buyer_id FROM conversations WHERE id = :id)")
_WAITS = text(
    "UPDATE conversations SET waiting_since = :since, excerpt = 'How much for 500 pieces?' WHERE id = :id"
)
_LOST = text("UPDATE orders SET lost_reason = :reason WHERE conversation_id = :id AND lost_at IS NOT NULL")
_CALL = text(
    """
    INSERT INTO model_calls (shop_id, at, draft_id, purpose, prompt, prompt_version, prompt_hash, model_asked,
      tokens_in, tokens_out, tokens_cached, cost, counted, ms, tries, outcome, breaker, cache_hit)
    VALUES (:shop, :at, :draft, :purpose, 'reply', 1, '', 'openai:x', :tokens, 300, 0, :cost, :cost, 900, 1,
      :outcome, 'closed', false)
    """
)
_GAP = text("INSERT INTO knowledge_gaps (shop_id, state) VALUES (:shop, 'open') RETURNING id")
_QUESTION = text(
    """
    INSERT INTO unanswered_questions (shop_id, conversation_id, draft_id, number, state, text, core, language,
      intent, asked_at, gap_id)
    SELECT :shop, :talk, max(id), 1, 'kept', :text, :text, 'en', 'other', :at, :gap FROM drafts
    WHERE conversation_id = :talk RETURNING id
    """
)
_SHOWN = text("UPDATE knowledge_gaps SET shown_id = :question WHERE id = :id")
_LESSON = text(
    """
    INSERT INTO edit_lessons (shop_id, conversation_id, draft_id, number, kind, sorted_by, signs, language,
      before, after, state)
    SELECT :shop, :talk, max(id), 1, :kind, 'code', '[]', 'en', 'a', 'b', 'noted' FROM drafts
    WHERE conversation_id = :talk
    """
)


def seed(
    connection: Connection, shop_id: int, people: tuple[int, ...], now: datetime, *, talks: int = 120,
    days: int = 60,
) -> list[int]:  # fmt: skip
    """The ids of so many talks of the last `days`; more of them lately, some unanswered, some paid."""
    dice = random.Random(7)
    history = [_talk(dice, people, now, days) for _ in range(talks)]
    ids = write(connection, shop_id, history)
    for number, (conversation, talk) in enumerate(zip(ids, history, strict=True)):
        name = f"{_NAMES[number % len(_NAMES)]} {number}"
        connection.execute(_NAME, {"name": name, "id": conversation})
        since = talk.said[0].at if talk.waits else None
        connection.execute(_WAITS, {"since": since, "id": conversation})
        reason = dice.choice(("price", "no_answer", "competitor", "moq"))
        connection.execute(_LOST, {"reason": reason, "id": conversation})
    return ids


def seed_model(connection: Connection, shop_id: int, now: datetime, *, calls: int = 40) -> None:
    """Questions to a model in the last weeks."""
    dice = random.Random(11)
    for number in range(calls):
        made = {
            "shop": shop_id, "at": now - timedelta(hours=dice.randint(1, 600)), "draft": number // 2,
            "purpose": dice.choice(("reply", "translation", "summary")), "tokens": dice.randint(800, 4000),
            "cost": Decimal(dice.randint(100, 9000)) / 1_000_000,
            "outcome": dice.choice(("ok", "ok", "ok", "timeout")),
        }  # fmt: skip
        connection.execute(_CALL, made)


def _talk(dice: random.Random, people: tuple[int, ...], now: datetime, days: int) -> Talk:
    ago = days * dice.random() ** 1.4
    begun = now - timedelta(days=ago) - timedelta(minutes=dice.randint(5, 90))
    country = dice.choices(COUNTRIES, range(len(COUNTRIES) + 3, 3, -1))[0]
    owner = dice.choice(people)
    language = _LANGUAGES.get(country or "", "en")
    answered = dice.random() < 0.93
    talk = Talk(
        channel=dice.choice(("web", "web", "telegram")), country=country,
        source=dice.choice(("Canton Fair", "listing:KT-17", "site", None)), language=language, state="open",
        test=dice.random() < 0.02, owner=owner, waits=not answered,
    )  # fmt: skip
    talk.said.append(Said("buyer", "buyer", None, begun, None, by_hand=False))
    waited = timedelta(minutes=dice.choice((3, 8, 15, 30, 50, 120, 400, 900, 1700)))
    replied = min(begun + waited, now - timedelta(minutes=1))
    if answered:
        talk.said.append(Said("seller", "person", owner, replied, 1, by_hand=False))
        talk.drafts.append(_draft(dice, begun, replied, owner, language))
    if answered and dice.random() < 0.6:
        talk.orders.append(_order(dice, replied, now))
    return talk


def _draft(dice: random.Random, begun: datetime, decided: datetime, owner: int, language: str) -> Drafted:
    edited = dice.random() < 0.35
    last = (
        _TEXT.replace("1,450.00", "1,420.00") if dice.random() < 0.7 else "No, sorry: write to me tomorrow."
    )
    return Drafted(
        made=begun + timedelta(seconds=30), state=dice.choice(("sent",) * 12 + ("refused", "superseded")),
        decided=max(decided, begun + timedelta(seconds=33)), by=owner, edited=edited, first=_TEXT,
        last=last if edited else _TEXT, language=language, intent=dice.choice(_INTENTS),
        risks=["off_platform_payment"] if dice.random() < 0.08 else [], grade=dice.choice("ABBCD"),
        items=[(dice.choice(("KT-17", "KT-20", "CM-4")), 500)], findings=[],
        overridden=int(dice.random() < 0.05),
    )  # fmt: skip


def _order(dice: random.Random, quoted: datetime, now: datetime) -> Ordered:
    def later(share: float, days: int) -> datetime | None:
        at = quoted + timedelta(days=dice.randint(1, days))
        return at if dice.random() < share and at < now else None

    accepted = later(0.6, 6)
    paid = later(0.75, 12) if accepted else None
    off = later(0.4, 12) if accepted and paid is None else None
    total = Decimal(dice.randint(40_000, 2_500_000)) / 100
    return Ordered(
        currency="USD", total=total, quoted=quoted, accepted=accepted, paid=paid, off=off,
        lost=later(0.5, 15) if accepted is None else None, received=total if paid else None,
        received_in="USD", reason=None,
        lines=[Line(dice.choice(("KT-17", "KT-20", "CM-4")), total, alternative=False)],
    )  # fmt: skip


def gap(connection: Connection, shop_id: int, conversation_id: int, question: str, at: datetime) -> None:
    """A question that nothing answered, in the talk's newest draft."""
    known = {"shop": shop_id, "talk": conversation_id, "at": at, "text": question}
    made = connection.execute(_GAP, {"shop": shop_id}).scalar_one()
    asked = connection.execute(_QUESTION, known | {"gap": made}).scalar_one()
    connection.execute(_SHOWN, {"question": asked, "id": made})


def lesson(connection: Connection, shop_id: int, conversation_id: int, kind: str) -> None:
    """An edit in the talk's newest draft."""
    connection.execute(_LESSON, {"shop": shop_id, "talk": conversation_id, "kind": kind})
