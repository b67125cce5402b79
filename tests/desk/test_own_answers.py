"""The team's own answers: proposed, accepted, told with their source, changed, withdrawn."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from bot.app import assemble
from bot.counter import ShopCounter
from bot.desk import deciding, entries, expiring
from bot.desk.context import ServingShop
from bot.domain.desk import DeskRefusal
from knowledge.index.exact import ExactStore
from knowledge.ingest import load_shop
from knowledge.questions.loading import load_answers
from storage import knowledge_entries
from storage.live import reading
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio

QUESTION = "Is the casing made of recycled plastic?"
ANSWER = "Yes, the casings hold 30 % recycled ABS, and up to 45 % on request."
ASKED = "Hello, do you use recycled plastics for the casing?"


async def _accepted(floor: Shopfloor) -> int:
    wei = await floor.person("Wei", "salesperson")
    boris = await floor.person("Boris", "manager")
    entry = await entries.propose(floor.desk, wei, QUESTION, ANSWER, None)
    await entries.accept(floor.desk, boris, entry, QUESTION, ANSWER, None)
    return entry


async def test_an_accepted_answer_is_told_to_the_next_buyer_with_its_source_and_its_figures(
    floor: Shopfloor,
) -> None:
    before = await floor.drafted(ASKED)
    assert "30" not in before.text
    await _accepted(floor)

    draft = await floor.drafted(ASKED, name="Carla")

    assert ANSWER in draft.text
    assert draft.findings == []
    told = draft.answer["evidence"][0]
    assert told["team"] == {
        "entry": 1, "version": 1, "proposed_by": "Wei", "accepted_by": "Boris", "on": "2026-11-23",
    }  # fmt: skip


async def test_an_answer_about_one_item_is_not_told_of_another_nor_for_another_question(
    floor: Shopfloor,
) -> None:
    wei, mei = await floor.person("Wei", "salesperson"), await floor.person("Mei", "manager")
    told = "Our kettles must not go into the dishwasher."
    for about, question in (
        ("KT-17", "Is it dishwasher safe?"),
        (None, "May kettles go into the dishwasher?"),
    ):
        entry = await entries.propose(floor.desk, wei, question, told, about)
        await entries.accept(floor.desk, mei, entry, question, told, about)

        assert told in (await floor.drafted("Can I put the kettle 1.7 L into the dishwasher?")).text
        assert told not in (await floor.drafted("Can I put the cutting board into the dishwasher?")).text
        assert told not in (await floor.drafted("Is the kettle 1.7 L free of BPA?")).text
        await entries.withdraw(floor.desk, mei, entry, 1, "")


async def test_it_stands_beside_a_quote_and_in_another_language_it_is_quoted(floor: Shopfloor) -> None:
    await _accepted(floor)

    quoted = await floor.drafted("Price for 500 kettles 1.7 L? Do you use recycled plastic for the casing?")
    spanish = await floor.drafted("Hola, ¿la carcasa (casing) es de recycled plastic?", locale="es")

    assert "2,950.00" in quoted.text
    assert ANSWER in quoted.text
    assert spanish.language == "es"
    assert f"“{ANSWER}”" in spanish.text or f"«{ANSWER}»" in spanish.text
    assert spanish.findings == []


async def test_a_change_a_way_back_and_a_withdrawal_hold_from_the_next_draft_on(floor: Shopfloor) -> None:
    entry = await _accepted(floor)
    boris = floor.people["Boris"]
    better = "Yes, the casings hold 50 % recycled ABS."

    await entries.change(floor.desk, boris, entry, 1, QUESTION, better)
    assert better in (await floor.drafted(ASKED)).text
    await entries.revert(floor.desk, boris, entry, 2, 1)
    assert ANSWER in (await floor.drafted(ASKED)).text
    with pytest.raises(DeskRefusal, match="changed this answer meanwhile"):
        await entries.withdraw(floor.desk, boris, entry, 2, "")
    await entries.withdraw(floor.desk, boris, entry, 3, "The supplier changed")
    assert "recycled" not in (await floor.drafted(ASKED)).text
    await entries.revert(floor.desk, boris, entry, 4, 2)
    assert better in (await floor.drafted(ASKED)).text

    async with reading(floor.desk.engine) as connection:
        kept = await knowledge_entries.versions(connection, entry)
    assert [(each.number, each.change, each.reverted_to, each.by) for each in kept] == [
        (5, "reverted", 2, "Boris"), (4, "withdrawn", None, "Boris"), (3, "reverted", 1, "Boris"),
        (2, "changed", None, "Boris"), (1, "accepted", None, "Boris"),
    ]  # fmt: skip


async def test_a_draft_that_waits_with_an_answer_that_was_changed_is_not_sent_but_written_anew(
    floor: Shopfloor,
) -> None:
    entry = await _accepted(floor)
    boris = floor.people["Boris"]
    draft = await floor.drafted(ASKED)
    better = "Yes, the casings hold 50 % recycled ABS."
    await entries.change(floor.desk, boris, entry, 1, QUESTION, better)

    with pytest.raises(DeskRefusal, match="answer of the team"):
        await deciding.approve(
            floor.desk, boris, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
        )
    renewed = await floor.redrafted(draft.conversation_id)

    assert (await floor.draft(draft.id)).reason == "answer_changed"
    assert better in renewed.text

    await entries.withdraw(floor.desk, boris, entry, 2, "")
    assert await expiring.expire_told(floor.desk, entry) == 1  # as its job does it, before anybody taps
    assert await expiring.expire_told(floor.desk, entry) == 0


async def test_another_replica_answers_by_it_at_once_and_a_new_price_list_keeps_it(floor: Shopfloor) -> None:
    other = _replica(floor)
    assert "recycled ABS" not in (await other.drafted(ASKED)).text
    await _accepted(floor)

    assert ANSWER in (await other.drafted(ASKED)).text
    held = (await other.desk.counter.serving()).version_id
    floor.load_prices((floor.folder / "catalog.csv").read_text(encoding="utf-8").replace("6.40", "6.45"))

    draft = await other.drafted(ASKED)
    assert ANSWER in draft.text
    assert draft.shop_version_id != held


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Yes, our cost is 3.20 USD per piece.", "costs or margins"),
        ("Yes, pay by Western Union to save the fee.", "payment"),
        ("Yes. Send it to account 1234 5678 9012 3456.", "bank details"),
        ("Yes, ask Wei on WhatsApp +86 138 0013 8000.", "contact beside the platform"),
        ("Yes, see https://elsewhere.example.com/plastics.", "a link"),
        ("", "Both the question and its answer"),
    ],
)
async def test_what_no_reply_may_hold_is_refused_in_words(floor: Shopfloor, words: str, told: str) -> None:
    wei, boris = await floor.person("Wei", "salesperson"), await floor.person("Boris", "manager")

    with pytest.raises(DeskRefusal, match=told):
        await entries.propose(floor.desk, wei, QUESTION, words, None)
    entry = await entries.propose(floor.desk, wei, QUESTION, ANSWER, None)
    with pytest.raises(DeskRefusal, match=told):
        await entries.accept(floor.desk, boris, entry, QUESTION, words, None)


async def test_a_salesperson_proposes_and_only_a_manager_decides(floor: Shopfloor) -> None:
    entry = await _accepted(floor)
    wei = floor.people["Wei"]
    proposed = await entries.propose(floor.desk, wei, "Is it free of BPA?", "Yes, all of it.", None)

    for deciding_on in (
        entries.accept(floor.desk, wei, proposed, "Is it free of BPA?", "Yes, all of it.", None),
        entries.decline(floor.desk, wei, proposed, ""),
        entries.change(floor.desk, wei, entry, 1, QUESTION, "No."),
        entries.revert(floor.desk, wei, entry, 1, 1),
        entries.withdraw(floor.desk, wei, entry, 1, ""),
    ):
        with pytest.raises(DeskRefusal, match="takes a manager"):
            await deciding_on
    assert "BPA" not in (await floor.drafted("Is it free of BPA?")).text


async def test_a_question_is_found_by_its_words_so_a_name_alone_is_none(floor: Shopfloor) -> None:
    wei = await floor.person("Wei", "salesperson")
    with pytest.raises(DeskRefusal, match="as a buyer would ask it"):
        await entries.propose(
            floor.desk, wei, "Stainless steel kettle 1.7 L", "It is made of 304 steel.", "KT-17"
        )


def _replica(floor: Shopfloor) -> Shopfloor:
    """Another process: a shop of its own over the same database."""

    def serving() -> ServingShop:
        loaded = load_shop(floor.folder, engine=floor.engine, store=ExactStore())
        own = partial(load_answers, floor.folder, loaded.shop.company.timezone, engine=floor.engine)
        return ServingShop(loaded.version, loaded.shop, lambda: assemble(loaded, floor.encoder), own)

    counter = ShopCounter(floor.desk.engine, floor.desk.shop_id, serving)
    return replace(floor, desk=replace(floor.desk, counter=counter))
