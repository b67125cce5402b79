"""What an approved edit teaches: sorted, proposed, in the ledger, in the examples; nothing of its buyer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text

from bot.desk import buyers, deciding, learning, reworking, sorting
from bot.desk.reworking import Seen
from bot.domain.changes import LineChange, QuoteChange
from bot.domain.desk import DeskRefusal, Person
from storage import knowledge_entries
from storage.approved_replies import approved_replies
from storage.base import AnyRow
from storage.live import reading, writing
from tests.desk.conftest import Shopfloor
from tests.desk.with_model import asking
from tests.model_server import ChatRequest, Fault, Reply, Said

pytestmark = pytest.mark.anyio
ASK = "Price for 500 pcs KT-17 FOB please"
CLICK = "The lid closes with a soft click."


async def rows(floor: Shopfloor, statement: str) -> Sequence[AnyRow]:
    async with reading(floor.desk.engine) as connection:
        return (await connection.execute(text(statement))).all()


async def all_lessons(floor: Shopfloor) -> Sequence[AnyRow]:
    return await rows(floor, "SELECT * FROM edit_lessons ORDER BY id")


async def ledger(floor: Shopfloor) -> Sequence[AnyRow]:
    return await rows(floor, "SELECT * FROM price_exceptions ORDER BY id")


async def edited(
    floor: Shopfloor, person: Person, change: Any, reason: str = "agreed", ask: str = ASK
) -> int:
    """A reply to a new buyer is approved with `change(text)` as its words, and learnt from; its draft."""
    draft = await floor.drafted(ask)
    await deciding.approve(
        floor.desk, person, draft.id, revision=1, fingerprint_seen=draft.fingerprint,
        text=change(draft.text), reason=reason,
    )  # fmt: skip
    await learning.learn(floor.desk, draft.id)
    return int(draft.id)


async def test_the_job_comes_with_the_approval_and_run_twice_learns_once(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    as_it_was = await floor.drafted(ASK)
    await deciding.approve(
        floor.desk, boris, as_it_was.id, revision=1, fingerprint_seen=as_it_was.fingerprint
    )
    assert "learn" not in {task for task, _, _ in await floor.jobs()}
    draft = await floor.drafted(ASK)
    words = draft.text.replace("5.90", "5.50").replace("2,950.00", "2,750.00") + f"\n\n{CLICK}"
    await deciding.approve(
        floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint, text=words, reason="old"
    )
    (job,) = [args for task, args, _ in await floor.jobs() if task == "learn"]
    assert job == {"draft_id": draft.id}
    assert await learning.learn(floor.desk, draft.id) > 0
    first = await all_lessons(floor), await ledger(floor)
    assert await learning.learn(floor.desk, draft.id) == 0
    assert (await all_lessons(floor), await ledger(floor)) == first
    assert [(row.kind, row.state, row.sorted_by) for row in first[0]] == [
        ("price_exception", "noted", "code"),
        ("unsorted", "open", "code"),
    ]
    (line,) = first[1]
    assert (line.what, line.sku, line.currency) == ("price", "KT-17", "USD")
    assert (line.list_price, line.given_price, line.quantity) == (Decimal("5.90"), Decimal("5.50"), 500)
    assert line.given_away == Decimal("200.00")
    assert (line.staff_id, line.approved_by, line.reason) == (boris.id, boris.id, "old")
    assert line.quote_number == "Q-2026-0002"


async def test_a_discount_of_the_quote_editor_is_in_the_ledger_to_the_cent(floor: Shopfloor) -> None:
    mei = await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    change = QuoteChange((LineChange("KT-17", 500, discount=Decimal(5)),), incoterm="FOB")
    await reworking.requote(
        floor.desk, mei, Seen(draft.id, 1, draft.fingerprint), change, "third order this year"
    )
    now = await floor.waiting(draft.conversation_id)
    await deciding.approve(floor.desk, mei, draft.id, revision=2, fingerprint_seen=now.fingerprint)
    await learning.learn(floor.desk, draft.id)
    assert await all_lessons(floor) == []
    (line,) = await ledger(floor)
    assert (line.what, line.percent, line.reason) == ("discount", 5, "third order this year")
    assert (line.list_price, line.given_price) == (Decimal("5.90"), Decimal("5.61"))
    assert line.given_away == Decimal("145.00")
    assert line.lesson_id is None


async def test_nothing_of_the_buyer_gets_into_a_lesson(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    private = "Alice, we write to +52 55 1234 5678, alice@vega.example and 12 Rue de Rivoli, 75001 Paris"
    await edited(
        floor, boris, lambda words: f"{words}\n\n{private} that the kettle holds 1.9 l. The lid holds 0.2 l."
    )
    learnt = [list(row) for row in await all_lessons(floor)]
    entries = [list(row) for row in await rows(floor, "SELECT question, text FROM knowledge_entries")]
    kept = json.dumps([*learnt, *entries], default=str)
    for each in ("Alice", "1234", "vega.example", "Rivoli", "75001"):
        assert each not in kept
    assert "1.9 l" in kept
    # What makes no sense without the buyer's own is no answer for others.
    assert [text for _, text in entries] == ["The lid holds 0.2 l."]


async def test_a_fact_becomes_a_proposal_and_its_reply_an_example_once_a_manager_accepts(
    floor: Shopfloor,
) -> None:
    boris = await floor.person("Boris", "salesperson")
    await edited(floor, boris, lambda words: words + "\n\nThe KT-17 holds an NSF certificate.")
    (lesson,) = [row for row in await all_lessons(floor) if row.kind == "fact"]
    async with reading(floor.desk.engine) as connection:
        (entry,) = await knowledge_entries.listed(connection, floor.desk.shop_id)
        assert (entry.id, entry.lesson_id, entry.about) == (lesson.entry_id, lesson.id, "KT-17")
        assert (entry.text, entry.proposed_by) == ("The KT-17 holds an NSF certificate.", "Boris")
        assert await approved_replies(connection, floor.desk.shop_id, "price_quote", "en") == []
    async with writing(floor.desk.engine) as connection:
        await knowledge_entries.change(connection, entry.id, state="accepted")
    async with reading(floor.desk.engine) as connection:
        assert len(await approved_replies(connection, floor.desk.shop_id, "price_quote", "en")) == 1


async def test_examples_are_the_pinned_then_the_toned_and_none_with_a_price_beside_the_list(
    floor: Shopfloor,
) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    toned = await edited(floor, boris, lambda words: words + "\n\nMany thanks and best wishes!")
    plain = await floor.drafted(ASK)
    await deciding.approve(floor.desk, boris, plain.id, revision=1, fingerprint_seen=plain.fingerprint)
    priced = await edited(floor, boris, lambda words: words.replace("5.90", "5.10"))

    async def shown() -> list[str]:
        async with reading(floor.desk.engine) as connection:
            return [
                row.text
                for row in await approved_replies(connection, floor.desk.shop_id, "price_quote", "en")
            ]

    texts = {draft: (await floor.draft(draft)).text for draft in (toned, plain.id, priced)}
    assert await shown() == [texts[toned], texts[plain.id]]
    with pytest.raises(DeskRefusal) as refused:
        await sorting.choose_example(floor.desk, boris, plain.id, "pinned")
    assert refused.value.code == "role"
    await sorting.choose_example(floor.desk, mei, plain.id, "pinned")
    await sorting.choose_example(floor.desk, mei, toned, "banned")
    assert await shown() == [texts[plain.id]]
    await sorting.choose_example(floor.desk, mei, toned, None)
    assert await shown() == [texts[plain.id], texts[toned]]


async def test_a_manager_sorts_anew_and_what_followed_from_the_old_kind_is_undone(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    await edited(floor, boris, lambda words: words + f"\n\n{CLICK}")
    (lesson,) = await all_lessons(floor)
    assert lesson.kind == "unsorted"
    with pytest.raises(DeskRefusal):
        await sorting.sort_lesson(floor.desk, boris, lesson.id, "tone")
    with pytest.raises(DeskRefusal):
        await sorting.sort_lesson(floor.desk, mei, lesson.id, "gossip")
    for kind in ("fact", "fact", "price_exception", "tone"):
        await sorting.sort_lesson(floor.desk, mei, lesson.id, kind)
        (now,) = await all_lessons(floor)
        assert (now.kind, now.sorted_by, now.decided_by) == (kind, "person", mei.id)
        assert len(await ledger(floor)) == (kind == "price_exception")
    (entry,) = await rows(floor, "SELECT state, decided_by FROM knowledge_entries")
    assert (entry.state, entry.decided_by) == ("declined", "Mei")
    assert len(await floor.events("lesson.sorted")) == 3


async def test_an_erased_buyer_leaves_figures_in_the_ledger_and_no_words(floor: Shopfloor) -> None:
    boris, anna = await floor.person("Boris", "salesperson"), await floor.person("Anna", "admin")
    draft = await edited(floor, boris, lambda words: words.replace("5.90", "5.10"), "she is my aunt")
    talk = await floor.conversation((await floor.draft(draft)).conversation_id)
    await buyers.erase_buyer(floor.desk, talk.buyer_id, anna)
    (lesson,) = await all_lessons(floor)
    assert (lesson.before, lesson.after, lesson.kind) == ("", "", "price_exception")
    (line,) = await ledger(floor)
    assert (line.reason, line.given_price) == (None, Decimal("5.10"))


def learning_model(
    sentence: str, question: str = "Which sound does the lid make?", kind: str = "fact"
) -> Any:
    def script(request: ChatRequest) -> Reply:
        if request.purpose != "learn":
            return Fault(500)
        assert "Alice" not in request.user
        entry = {"change": 1, "kind": kind, "sentence": sentence, "question": question}
        return Said(json.dumps({"lessons": [entry]}))

    return script


async def test_a_model_sorts_what_code_cannot_and_words_the_proposal(floor: Shopfloor) -> None:
    sentence = "The lid of the kettle closes with a soft click."
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    words = draft.text + f"\n\nAlice, {CLICK}"
    with asking(floor, learning_model(sentence)) as (other, server):
        await deciding.approve(
            other.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint, text=words
        )
        await learning.learn(other.desk, draft.id)
    assert [call.request.purpose for call in server.calls if call.request is not None] == ["learn"]
    (lesson,) = await all_lessons(floor)
    assert (lesson.kind, lesson.sorted_by, lesson.state) == ("fact", "model", "proposed")
    assert lesson.proposal == sentence
    (entry,) = await rows(floor, "SELECT text, question FROM knowledge_entries")
    assert (entry.text, entry.question) == (sentence, "Which sound does the lid make?")


async def test_a_model_in_trouble_leaves_it_to_a_person(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    with asking(floor, lambda _: Said("{no json")) as (other, _):
        await deciding.approve(
            other.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint,
            text=draft.text + f"\n\n{CLICK}",
        )  # fmt: skip
        await learning.learn(other.desk, draft.id)
    (lesson,) = await all_lessons(floor)
    assert (lesson.kind, lesson.state) == ("unsorted", "open")
