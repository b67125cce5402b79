"""From what the catalogue lacks to the quote that the buyer gets."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.desk import conversations, deciding, reworking
from bot.desk.sourcing import answering, purchasing, sending
from bot.domain.changes import LineChange, QuoteChange
from bot.domain.desk import DeskRefusal, Person
from bot.domain.facts import PriceTier
from bot.domain.sourcing import Cost
from storage import quotes
from storage.base import AnyRow
from storage.live import reading
from tests.desk.conftest import Shopfloor
from tests.desk.sourcing.conftest import ASKED, FOUND, TOOTHBRUSH, Sourcing, found

pytestmark = pytest.mark.anyio

GOLD = Cost(Decimal(2), "XAU")


async def sent(buying: Sourcing, *words: str) -> tuple[Person, Person, AnyRow]:
    """(Boris, Pavel, the request at the purchasers) of a new buyer."""
    boris = await buying.person("Boris", "salesperson")
    pavel = await buying.person("Pavel", "salesperson", "only")
    draft = await buying.floor.drafted(*(words or (ASKED,)))
    row = await buying.only(draft.conversation_id)
    await sending.send(buying.floor.desk, boris, row.id, seen=row.version)
    return boris, pavel, await buying.only(draft.conversation_id)


async def answered(buying: Sourcing, *words: str) -> tuple[Person, Person, AnyRow]:
    boris, pavel, row = await sent(buying, *words)
    assert await answering.answer(buying.floor.desk, pavel, row.id, FOUND, seen=row.version)
    return boris, pavel, await buying.only(row.conversation_id)


async def test_what_the_catalogue_lacks_becomes_a_quote_that_the_buyer_gets(buying: Sourcing) -> None:
    floor = buying.floor
    boris, pavel, row = await sent(buying)
    told = {name: each["value"] for name, each in row.need.items()}
    assert told == {
        "product": "bamboo toothbrushes", "quantity": "3000", "unit": "pieces", "target_price": "0.38",
        "currency": "USD", "incoterm": "FOB", "needed_by": "2027-01-15",
    }  # fmt: skip
    await purchasing.claim(floor.desk, pavel, row.id)
    claimed = await buying.only(row.conversation_id)
    assert await answering.answer(floor.desk, pavel, row.id, FOUND, seen=claimed.version)
    draft = await floor.redrafted(row.conversation_id)
    assert draft.answer["quote"]["total"] == "1170.00"
    assert [line["sku"] for line in draft.answer["quote"]["lines"]] == ["SRC-1"]
    assert draft.answer["quote"]["valid_until"] == "2026-12-04"
    assert "1,170.00" in draft.text
    assert "Bamboo toothbrush, soft" in draft.text
    assert draft.findings == []
    assert draft.answer["evidence"][-1]["source"] == "sourcing/1"
    await deciding.approve(
        floor.desk, boris, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
    )
    await floor.send_all()
    assert "1,170.00" in (await floor.said(row.conversation_id))[-1].text
    done = await buying.only(row.conversation_id)
    assert done.quoted_at == floor.clock.now
    assert await buying.history(row.id) == ["proposed", "sent", "claimed", "answered", "quoted"]
    async with reading(floor.desk.engine) as connection:
        kept = await quotes.revision(connection, draft.quote_id, 1)
    assert kept is not None
    assert kept.total == Decimal("1170.00")


async def test_the_suppliers_price_is_in_nothing_that_a_reply_is_made_of(buying: Sourcing) -> None:
    boris, _, row = await answered(buying)
    draft = await buying.floor.redrafted(row.conversation_id)
    held = json.dumps([draft.answer, draft.basis, draft.text, draft.findings], default=str)
    assert "0.2719" not in held
    assert "Yiwu" not in held
    leaking = draft.text + "\nOur supplier takes USD 0.2719 for one."
    findings = await deciding.findings_in(buying.floor.desk, draft.id, leaking)
    assert [(each.rule, each.severity) for each in findings] == [("unsupported_amount", "block")]
    with pytest.raises(DeskRefusal, match="say why"):
        await deciding.approve(
            buying.floor.desk, boris, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint,
            text=leaking,
        )  # fmt: skip


async def test_the_draft_that_waited_cannot_be_sent_once_there_is_an_answer(buying: Sourcing) -> None:
    boris, pavel, row = await sent(buying)
    asking = await buying.floor.waiting(row.conversation_id)
    await answering.answer(buying.floor.desk, pavel, row.id, FOUND, seen=row.version)
    with pytest.raises(DeskRefusal) as refusal:
        await deciding.approve(
            buying.floor.desk, boris, asking.id, revision=asking.revision,
            fingerprint_seen=asking.fingerprint,
        )  # fmt: skip
    assert refusal.value.code == "outdated"


async def test_the_answer_is_told_though_the_buyer_asked_something_else_meanwhile(buying: Sourcing) -> None:
    boris, pavel, row = await sent(buying)
    asking = await buying.floor.waiting(row.conversation_id)
    await deciding.approve(
        buying.floor.desk, boris, asking.id, revision=1, fingerprint_seen=asking.fingerprint
    )
    await buying.floor.send_all()
    await buying.floor.say(row.conversation_id, "Thank you. Where is your factory?")
    row = await buying.only(row.conversation_id)
    await answering.answer(buying.floor.desk, pavel, row.id, FOUND, seen=row.version)
    draft = await buying.floor.redrafted(row.conversation_id)
    assert draft.answer["quote"]["total"] == "1170.00"


async def test_another_quantity_is_quoted_by_its_own_tier(buying: Sourcing) -> None:
    boris, _, row = await answered(buying)
    draft = await buying.floor.redrafted(row.conversation_id)
    await deciding.approve(buying.floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
    await buying.floor.send_all()
    await buying.floor.say(row.conversation_id, "What is the price for 1500 toothbrushes FOB?")
    smaller = await buying.floor.redrafted(row.conversation_id)
    assert smaller.answer["quote"]["total"] == "630.00"
    assert len(await buying.requests(row.conversation_id)) == 1


async def test_less_than_the_purchasers_minimum_is_not_priced(buying: Sourcing) -> None:
    _, _, row = await answered(buying, "Do you have bamboo toothbrushes? 300 pcs, what is the FOB price?")
    draft = await buying.floor.redrafted(row.conversation_id)
    assert draft.answer["quote"] is None
    assert "1,000" in draft.text


async def test_a_person_works_the_quote_out_anew_with_a_discount(buying: Sourcing) -> None:
    boris, _, row = await answered(buying)
    draft = await buying.floor.redrafted(row.conversation_id)
    change = QuoteChange(lines=(LineChange("SRC-1", 5000, discount=Decimal(2)),), incoterm="FOB")
    seen = reworking.Seen(draft.id, draft.revision, draft.fingerprint)
    await reworking.requote(buying.floor.desk, boris, seen, change)
    again = await buying.floor.waiting(row.conversation_id)
    assert again.answer["quote"]["total"] == "1900.00"


async def test_after_its_last_day_the_offer_is_not_quoted(buying: Sourcing) -> None:
    boris, _, row = await answered(buying)
    draft = await buying.floor.redrafted(row.conversation_id)
    buying.floor.clock.pass_by(days=12)
    with pytest.raises(DeskRefusal) as refusal:
        await deciding.approve(
            buying.floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint
        )
    assert refusal.value.code == "outdated"
    later = await buying.floor.redrafted(row.conversation_id)
    assert later.answer["quote"] is None
    again, first = await buying.requests(row.conversation_id)
    assert (first.state, again.state, again.number) == ("answered", "proposed", 2)


@pytest.mark.parametrize("away", ["closed", "taken over"])
async def test_a_talk_that_moved_on_is_ready_and_drafts_nothing_by_itself(
    buying: Sourcing, away: str
) -> None:
    boris, pavel, row = await sent(buying)
    act = conversations.close if away == "closed" else conversations.take_over
    await act(buying.floor.desk, boris, row.conversation_id)
    row = await buying.only(row.conversation_id)
    assert not await answering.answer(buying.floor.desk, pavel, row.id, FOUND, seen=row.version)
    ready = await buying.only(row.conversation_id)
    assert (ready.state, ready.waits_for_person) == ("answered", True)
    talk = await buying.floor.conversation(row.conversation_id)
    assert talk.drafted_seq == talk.last_buyer_seq
    await answering.draft_now(buying.floor.desk, boris, row.id)
    draft = await buying.floor.redrafted(row.conversation_id)
    assert draft.answer["quote"]["total"] == "1170.00"
    assert not (await buying.only(row.conversation_id)).waits_for_person


async def test_what_cannot_be_had_any_more_is_not_quoted_any_more(buying: Sourcing) -> None:
    _, pavel, row = await answered(buying)
    draft = await buying.floor.redrafted(row.conversation_id)
    row = await buying.only(row.conversation_id)
    await answering.decline(
        buying.floor.desk, pavel, row.id, "not_made", seen=row.version, note="Line closed"
    )
    without = await buying.floor.redrafted(row.conversation_id)
    assert without.id != draft.id
    assert without.answer["quote"] is None


async def test_an_answer_is_for_its_own_buyer_until_a_manager_offers_it_to_all(buying: Sourcing) -> None:
    floor = buying.floor
    _, _, row = await answered(buying)
    assert (await floor.drafted(ASKED, name="Bob")).answer["quote"] is None
    boris = floor.people["Boris"]
    with pytest.raises(DeskRefusal) as refusal:
        await answering.offer_to_all(floor.desk, boris, row.id, on=True)
    assert refusal.value.code == "role"
    mei = await buying.person("Mei", "manager")
    await answering.offer_to_all(floor.desk, mei, row.id, on=True)
    assert (await floor.drafted(ASKED, name="Carol")).answer["quote"]["total"] == "1170.00"
    await answering.offer_to_all(floor.desk, mei, row.id, on=False)
    assert (await floor.drafted(ASKED, name="Dora")).answer["quote"] is None


async def test_sales_prices_are_made_of_the_suppliers_by_a_margin(buying: Sourcing) -> None:
    _, pavel, row = await sent(buying)
    given = replace(
        FOUND, cost=Cost(Decimal("0.30"), "USD"), margin_percent=Decimal(25),
        cost_tiers=((1000, Decimal("0.33")), (3000, Decimal("0.30"))), item=replace(TOOTHBRUSH, tiers=()),
    )  # fmt: skip
    await answering.answer(buying.floor.desk, pavel, row.id, given, seen=row.version)
    draft = await buying.floor.redrafted(row.conversation_id)
    assert draft.answer["quote"]["lines"][0]["unit_price"] == "0.40"
    assert draft.answer["quote"]["total"] == "1200.00"


@pytest.mark.parametrize(
    "wrong",
    [
        found(tiers=(PriceTier(1000, Decimal("0.42")), PriceTier(500, Decimal("0.39")))),
        found(tiers=(PriceTier(1000, Decimal("0.20")),)),
        found(name="  "),
        found(weight_kg=Decimal(0)),
        replace(FOUND, valid_until=date(2026, 11, 22)),
        replace(FOUND, cost=GOLD, margin_percent=Decimal(20), cost_tiers=((1000, Decimal(2)),)),
    ],
    ids=["tiers", "below the cost", "no name", "no weight", "over already", "a currency without rate"],
)  # fmt: skip
async def test_what_could_not_be_sold_is_refused(buying: Sourcing, wrong: answering.Answer) -> None:
    _, pavel, row = await sent(buying)
    with pytest.raises(DeskRefusal) as refusal:
        await answering.answer(buying.floor.desk, pavel, row.id, wrong, seen=row.version)
    assert refusal.value.code == "invalid"
    assert (await buying.only(row.conversation_id)).state == "open"


async def test_a_buyer_who_writes_in_chinese_is_quoted_what_was_found(
    floor: Shopfloor, buying: Sourcing
) -> None:
    _, _, row = await answered(buying, "你好，我要3000个竹牙刷，请报FOB价")
    assert row.need["product"]["value"] == "bamboo toothbrush"
    draft = await floor.redrafted(row.conversation_id)
    assert draft.language == "zh"
    assert draft.answer["quote"]["total"] == "1170.00"


async def test_a_discount_beyond_a_salespersons_takes_a_manager_as_in_the_catalogue(buying: Sourcing) -> None:
    boris, _, row = await answered(buying)
    draft = await buying.floor.redrafted(row.conversation_id)
    change = QuoteChange(lines=(LineChange("SRC-1", 5000, discount=Decimal(5)),), incoterm="FOB")
    with pytest.raises(DeskRefusal) as refusal:
        await reworking.requote(
            buying.floor.desk, boris, reworking.Seen(draft.id, draft.revision, draft.fingerprint), change
        )
    assert refusal.value.code == "role"


def test_the_clock_of_the_examples_is_inside_the_offer() -> None:
    assert date(2026, 11, 23) + timedelta(days=11) == FOUND.valid_until
