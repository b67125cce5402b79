from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from bot.desk import conversations, deciding, orders
from bot.desk.lost_reasons import set_reasons
from bot.desk.order_facts import Facts
from bot.domain.desk import DeskRefusal, Person
from bot.domain.orders import LOST_REASONS
from storage import orders as ledger
from storage.base import AnyRow
from storage.live import reading
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
PRICE = "Price for 500 pcs KT-17 FOB please"


async def quoted(floor: Shopfloor, *words: str) -> AnyRow:
    """The order of a new buyer who has got a quote."""
    draft = await floor.drafted(*(words or (PRICE,)))
    await approve(floor, draft)
    return await only(floor, draft.conversation_id)


async def approve(floor: Shopfloor, draft: AnyRow) -> None:
    who = floor.people.get("Boris") or await floor.person("Boris", "salesperson")
    await deciding.approve(
        floor.desk, who, draft.id, revision=draft.revision, fingerprint_seen=draft.fingerprint
    )
    await floor.send_all()


async def only(floor: Shopfloor, conversation_id: int) -> AnyRow:
    async with reading(floor.desk.engine) as connection:
        found = await ledger.of_conversation(connection, conversation_id)
    assert len(found) == 1
    return found[0]


async def history(floor: Shopfloor, order_id: int) -> list[AnyRow]:
    async with reading(floor.desk.engine) as connection:
        return list(await ledger.events(connection, [order_id]))[::-1]


async def refused(floor: Shopfloor, person: Person, order: AnyRow, to: str, **how: object) -> str:
    with pytest.raises(DeskRefusal) as refusal:
        await orders.move(floor.desk, person, order.id, to, **{"seen": order.version, **how})  # type: ignore[arg-type]
    return refusal.value.code


async def test_a_quote_that_was_sent_is_in_the_ledger_with_its_figures(floor: Shopfloor) -> None:
    order = await quoted(floor)
    assert (order.number, order.state, order.currency) == ("Q-2026-0001", "quoted", "USD")
    assert order.total > 0
    assert order.quoted_at == floor.clock.now
    assert [(each.kind, each.cause) for each in await history(floor, order.id)] == [("started", "rule")]


async def test_a_quote_that_waits_for_approval_is_not_in_it(floor: Shopfloor) -> None:
    draft = await floor.drafted(PRICE)
    async with reading(floor.desk.engine) as connection:
        assert list(await ledger.of_conversation(connection, draft.conversation_id)) == []


async def test_another_revision_replaces_the_figures_of_an_open_order(floor: Shopfloor) -> None:
    order = await quoted(floor)
    await floor.say(order.conversation_id, "Make it 1000 pcs KT-17 please, what is the price then?")
    await approve(floor, await floor.redrafted(order.conversation_id))
    revised = await only(floor, order.conversation_id)
    assert (revised.number, revised.state) == (order.number, "quoted")
    assert revised.revision > order.revision
    assert revised.total > order.total
    assert [each.kind for each in await history(floor, order.id)] == ["started", "revised"]


async def test_what_a_buyer_asks_for_after_paying_is_a_quote_of_its_own(floor: Shopfloor) -> None:
    order = await quoted(floor)
    boris = floor.people["Boris"]
    await orders.move(floor.desk, boris, order.id, "paid_on_platform", seen=order.version)
    await floor.say(order.conversation_id, "We need 800 more. Price for 800 pcs KT-17 FOB please")
    await approve(floor, await floor.redrafted(order.conversation_id))
    async with reading(floor.desk.engine) as connection:
        both = await ledger.of_conversation(connection, order.conversation_id)
    assert [(each.number, each.state) for each in both] == [
        ("Q-2026-0002", "quoted"), ("Q-2026-0001", "paid_on_platform"),
    ]  # fmt: skip
    assert both[1].total == order.total


async def test_the_order_link_in_a_persons_own_words_moves_the_order(floor: Shopfloor) -> None:
    order = await quoted(floor)
    boris = floor.people["Boris"]
    await conversations.take_over(floor.desk, boris, order.conversation_id)
    link = f"https://example.test/order/{order.number}"
    await conversations.send_own_words(
        floor.desk, boris, order.conversation_id, f"Here you can order: {link}", reason="our own link"
    )
    floor.clock.pass_by(minutes=2)
    await floor.send_all()
    after = await only(floor, order.conversation_id)
    assert (after.state, after.link_sent_at) == ("link_sent", floor.clock.now)
    newest = (await history(floor, order.id))[-1]
    assert (newest.kind, newest.cause, newest.before) == ("moved", "rule", "quoted")


async def test_the_link_of_another_quote_moves_nothing(floor: Shopfloor) -> None:
    order = await quoted(floor)
    boris = floor.people["Boris"]
    await conversations.take_over(floor.desk, boris, order.conversation_id)
    await conversations.send_own_words(
        floor.desk, boris, order.conversation_id, "https://example.test/order/Q-2026-0099", reason="for later"
    )
    await floor.send_all()
    assert (await only(floor, order.conversation_id)).state == "quoted"


async def test_a_tap_moves_an_order_and_says_who_and_when_it_happened(floor: Shopfloor) -> None:
    order = await quoted(floor)
    boris = floor.people["Boris"]
    floor.clock.pass_by(days=2)
    happened = floor.clock.now - timedelta(days=1)
    await orders.move(
        floor.desk, boris, order.id, "paid_on_platform", seen=order.version, at=happened,
        facts=Facts(platform_number="300 123-4", deposit=Decimal("450.00")),
    )  # fmt: skip
    after = await only(floor, order.conversation_id)
    assert (after.state, after.paid_at, after.version) == ("paid_on_platform", happened, order.version + 1)
    assert (after.platform_number, after.platform_key) == ("300 123-4", "3001234")
    assert (after.deposit_paid, after.total_paid, after.paid_currency) == (450, 450, "USD")
    newest = (await history(floor, order.id))[-1]
    assert (newest.cause, newest.staff, newest.at, newest.noted_at) == (
        "person", "Boris", happened, floor.clock.now,
    )  # fmt: skip
    assert newest.data["deposit_paid"] == "450.00"
    told = (await floor.events("order.moved"))[-1]
    assert (told.actor, told.staff_id, told.data["to"]) == ("person", boris.id, "paid_on_platform")


async def test_a_double_tap_and_a_stale_page_are_refused_in_words(floor: Shopfloor) -> None:
    order = await quoted(floor)
    boris = floor.people["Boris"]
    await orders.move(floor.desk, boris, order.id, "accepted", seen=order.version)
    assert await refused(floor, boris, order, "accepted") == "already_decided"
    with pytest.raises(DeskRefusal, match="Boris has changed this order since"):
        await orders.move(floor.desk, boris, order.id, "lost", seen=order.version, reason="price")
    assert len(await history(floor, order.id)) == 2


async def test_an_order_of_another_shop_is_unknown(floor: Shopfloor) -> None:
    order = await quoted(floor)
    with floor.engine.begin() as connection:
        connection.execute(text("INSERT INTO shops (key, folder) VALUES ('other', '/other')"))
        connection.execute(text("UPDATE orders SET shop_id = (SELECT id FROM shops WHERE key = 'other')"))
    assert await refused(floor, floor.people["Boris"], order, "accepted") == "unknown_order"


async def test_an_order_is_lost_for_one_of_the_shops_reasons(floor: Shopfloor) -> None:
    order = await quoted(floor)
    boris, mei = floor.people["Boris"], await floor.person("Mei", "manager")
    assert await refused(floor, boris, order, "lost", reason="bad weather") == "reason"
    with pytest.raises(DeskRefusal, match="manager"):
        await set_reasons(floor.desk, boris, ["bad weather"])
    assert await set_reasons(floor.desk, mei, ["bad weather ", "", "bad  weather"]) == ("bad weather",)
    assert await refused(floor, boris, order, "lost", reason="price") == "reason"
    await orders.move(
        floor.desk, boris, order.id, "lost", seen=order.version, reason="bad weather", note="until spring"
    )
    after = await only(floor, order.conversation_id)
    assert (after.state, after.lost_reason, after.lost_note) == ("lost", "bad weather", "until spring")
    assert await set_reasons(floor.desk, mei, []) == LOST_REASONS


async def test_a_manager_takes_a_mistake_back_and_the_history_keeps_it(floor: Shopfloor) -> None:
    order = await quoted(floor)
    boris, mei = floor.people["Boris"], await floor.person("Mei", "manager")
    await orders.move(floor.desk, boris, order.id, "paid_on_platform", seen=1)
    assert await refused(floor, boris, order, "quoted", seen=2, reason="wrong buyer") == "role"
    await orders.move(floor.desk, mei, order.id, "quoted", seen=2, reason="wrong buyer")
    after = await only(floor, order.conversation_id)
    assert (after.state, after.paid_at) == ("quoted", None)
    newest = (await history(floor, order.id))[-1]
    assert (newest.kind, newest.before, newest.reason) == ("back", "paid_on_platform", "wrong buyer")


async def test_facts_are_written_down_and_money_taken_back_by_a_manager_only(floor: Shopfloor) -> None:
    order = await quoted(floor)
    boris, mei = floor.people["Boris"], await floor.person("Mei", "manager")
    facts = Facts(tracking=" 1Z 99 ", carrier="UPS", deposit=Decimal(450), balance=Decimal(1050))
    assert await orders.note_facts(floor.desk, boris, order.id, facts, seen=1)
    assert not await orders.note_facts(floor.desk, boris, order.id, facts, seen=2)
    after = await only(floor, order.conversation_id)
    assert (after.tracking, after.carrier, after.total_paid) == ("1Z 99", "UPS", 1500)
    less = Facts(balance=Decimal(50))
    with pytest.raises(DeskRefusal, match="manager"):
        await orders.note_facts(floor.desk, boris, order.id, less, seen=2)
    assert await orders.note_facts(floor.desk, mei, order.id, less, seen=2)
    with pytest.raises(DeskRefusal, match="zero or more"):
        await orders.note_facts(floor.desk, mei, order.id, Facts(deposit=Decimal(-1)), seen=3)
    with pytest.raises(DeskRefusal, match="three letters"):
        await orders.note_facts(floor.desk, mei, order.id, Facts(currency="$", deposit=Decimal(1)), seen=3)
