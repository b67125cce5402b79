"""Complaints at the desk: opened from the buyer's words, filled by the answers, warned of, and closed."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import text

from bot.desk import deciding, intake
from bot.desk.complaints import acts, warning
from bot.desk.complaints.settings import set_rules
from bot.domain.complaints import Rules, known_of, window_end
from bot.domain.desk import DeskRefusal
from storage import complaints, follow_ups
from storage.base import AnyRow
from storage.erasing import NO_CHANNEL, erase
from storage.exporting import export
from storage.live import reading, writing
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
BROKEN = "Hello, 12 of the 500 mugs arrived broken. Lot no. 2311B."


async def case(floor: Shopfloor, conversation_id: int) -> AnyRow:
    async with reading(floor.desk.engine) as connection:
        found = await complaints.of_conversation(connection, conversation_id)
    assert found
    return found[0]


async def delivered(floor: Shopfloor, conversation_id: int, number: str, at: datetime) -> int:
    """An order of this talk that was paid and delivered."""
    async with writing(floor.desk.engine) as connection:
        quote = (
            await connection.execute(
                text(
                    "INSERT INTO quotes (shop_id, conversation_id, number, revision, sent_revision)"
                    " VALUES (:shop, :talk, :number, 1, 1) RETURNING id"
                ),
                {"shop": floor.desk.shop_id, "talk": conversation_id, "number": number},
            )
        ).scalar_one()
        await connection.execute(
            text(
                "INSERT INTO quote_revisions (quote_id, revision, currency, total, valid_until, body, author)"
                " VALUES (:quote, 1, 'USD', 1500, '2026-12-31', '{}', 'rule')"
            ),
            {"quote": quote},
        )
        return int(
            (
                await connection.execute(
                    text(
                        "INSERT INTO orders (shop_id, quote_id, conversation_id, revision, currency, total,"
                        " state, quoted_at, paid_at, delivered_at)"
                        " VALUES (:shop, :quote, :talk, 1, 'USD', 1500,"
                        " 'delivered', :paid, :paid, :at) RETURNING id"
                    ),
                    {
                        "shop": floor.desk.shop_id,
                        "quote": quote,
                        "talk": conversation_id,
                        "paid": at - timedelta(days=20),
                        "at": at,
                    },
                )
            ).scalar_one()
        )


async def test_a_complaint_opens_a_case_with_what_stands_in_the_words(floor: Shopfloor) -> None:
    draft = await floor.drafted(BROKEN)
    row = await case(floor, draft.conversation_id)
    known = known_of(row.known)
    assert (row.state, row.opened_by, row.order_id) == ("open", None, None)
    assert (known["quantity"].value, known["batch"].value) == ("12", "2311B")
    assert known["wrong"].value in BROKEN
    assert "order number" in draft.text
    assert "photos" in draft.text
    assert [each.actor for each in await floor.events("complaint.opened")] == ["buyer"]


async def test_the_only_order_that_was_paid_is_the_one_and_is_not_asked_for(floor: Shopfloor) -> None:
    talk = await floor.talk("Hi")
    order = await delivered(floor, talk, "Q-2026-0401", floor.clock() - timedelta(days=3))
    await floor.say(talk, "The goods arrived broken, 12 pcs are defective.")
    draft = await floor.redrafted(talk)
    row = await case(floor, talk)
    assert (row.order_id, row.quote) == (order, "Q-2026-0401")
    assert "order number" not in draft.text


async def test_a_buyer_of_several_orders_taps_the_one_that_is_meant(floor: Shopfloor) -> None:
    talk = await floor.talk("Hi")
    await delivered(floor, talk, "Q-2026-0401", floor.clock() - timedelta(days=30))
    second = await delivered(floor, talk, "Q-2026-0402", floor.clock() - timedelta(days=3))
    await floor.say(talk, "The goods arrived broken.")
    draft = await floor.redrafted(talk)
    assert [each["text"] for each in draft.choices] == ["Q-2026-0402", "Q-2026-0401"]
    assert (await case(floor, talk)).order_id is None
    await floor.say(talk, "Q-2026-0402")
    await floor.redrafted(talk)
    row = await case(floor, talk)
    assert (row.order_id, known_of(row.known)["order"].value) == (second, "Q-2026-0402")


async def test_answers_and_photos_fill_the_case_and_what_lacks_is_asked(floor: Shopfloor) -> None:
    draft = await floor.drafted("The goods of order PO-2026/1180 arrived broken.")
    talk = draft.conversation_id
    boris = await floor.person("Boris", "salesperson")
    await deciding.approve(
        floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint, reason="asked"
    )
    await floor.send_all()
    photo = intake.NewFile("LOT_77A1_broken.png", "image/png", b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    await intake.receive(floor.desk, talk, uuid.uuid4(), "40 pcs, see the photo", (photo,))
    await floor.redrafted(talk)
    row = await case(floor, talk)
    known = known_of(row.known)
    assert (known["quantity"].value, known["batch"].value) == ("40", "77A1")
    assert known["batch"].words == "LOT_77A1_broken.png"
    assert len(row.photos) == 1
    assert known["order"].value == "PO-2026/1180"


async def test_drafting_twice_and_a_new_message_open_no_second_case(floor: Shopfloor) -> None:
    draft = await floor.drafted(BROKEN)
    await floor.say(draft.conversation_id, "They are all broken, please answer!")
    await floor.redrafted(draft.conversation_id)
    async with reading(floor.desk.engine) as connection:
        found = await complaints.of_conversation(connection, draft.conversation_id)
    assert len(found) == 1


async def test_a_question_about_the_warranty_opens_none(floor: Shopfloor) -> None:
    draft = await floor.drafted("Hello, what is your warranty if a mug breaks?")
    async with reading(floor.desk.engine) as connection:
        assert not await complaints.of_conversation(connection, draft.conversation_id)


async def test_money_and_a_rejection_take_a_manager(floor: Shopfloor) -> None:
    draft = await floor.drafted(BROKEN)
    row = await case(floor, draft.conversation_id)
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    for outcome, amount in (("refund", Decimal("36.00")), ("rejected", None)):
        with pytest.raises(DeskRefusal) as refused:
            await acts.close(
                floor.desk, boris, row.id, outcome, seen=row.version, amount=amount, currency="USD"
            )
        assert refused.value.code == "role"
    for amount, currency in ((None, None), (Decimal(0), "USD"), (Decimal("1.005"), "USD"), (Decimal(1), "$")):
        with pytest.raises(DeskRefusal) as refused:
            await acts.close(
                floor.desk, mei, row.id, "refund", seen=row.version, amount=amount, currency=currency
            )
        assert refused.value.code == "invalid"
    await acts.close(
        floor.desk, mei, row.id, "refund", seen=row.version, amount=Decimal("36.00"), currency="usd"
    )
    closed = await case(floor, draft.conversation_id)
    assert (closed.state, closed.outcome, closed.amount, closed.currency) == (
        "closed", "refund", Decimal("36.00"), "USD",
    )  # fmt: skip
    event = (await floor.events("complaint.closed"))[-1]
    assert (event.actor, event.staff_id, event.data["amount"]) == ("person", mei.id, "36.00")
    with pytest.raises(DeskRefusal) as refused:
        await acts.close(floor.desk, mei, row.id, "withdrawn", seen=closed.version)
    assert refused.value.code == "already_decided"


async def test_an_old_page_closes_nothing(floor: Shopfloor) -> None:
    row = await case(floor, (await floor.drafted(BROKEN)).conversation_id)
    boris = await floor.person("Boris", "salesperson")
    await acts.correct(floor.desk, boris, row.id, {"quantity": "14"}, seen=row.version)
    with pytest.raises(DeskRefusal) as refused:
        await acts.close(floor.desk, boris, row.id, "withdrawn", seen=row.version)
    assert refused.value.code == "outdated"


async def test_what_a_person_writes_the_buyers_words_do_not_change(floor: Shopfloor) -> None:
    draft = await floor.drafted(BROKEN)
    row = await case(floor, draft.conversation_id)
    boris = await floor.person("Boris", "salesperson")
    await acts.correct(floor.desk, boris, row.id, {"quantity": "14"}, seen=row.version)
    await floor.say(draft.conversation_id, "12 of 500 are broken")
    await floor.redrafted(draft.conversation_id)
    told = known_of((await case(floor, draft.conversation_id)).known)["quantity"]
    assert (told.value, told.by) == ("14", "person")


async def test_one_is_open_for_an_order_and_two_are_merged(floor: Shopfloor) -> None:
    talk = await floor.talk("Hi")
    await delivered(floor, talk, "Q-2026-0401", floor.clock() - timedelta(days=3))
    boris = await floor.person("Boris", "salesperson")
    first = await acts.open_case(floor.desk, boris, talk, {"order": "Q-2026-0401", "batch": "B-1"})
    with pytest.raises(DeskRefusal) as refused:
        await acts.open_case(floor.desk, boris, talk, {"order": "q-2026-0401"})
    assert refused.value.code == "already_open"
    second = await acts.open_case(floor.desk, boris, talk, {"quantity": "7"})
    await acts.merge(floor.desk, boris, second, first, seen=1)
    async with reading(floor.desk.engine) as connection:
        whole = await complaints.one(connection, first)
        gone = await complaints.one(connection, second)
    assert whole is not None
    assert gone is not None
    assert {name: told.value for name, told in known_of(whole.known).items()} == {
        "order": "Q-2026-0401", "batch": "B-1", "quantity": "7",
    }  # fmt: skip
    assert (gone.state, gone.merged_into) == ("merged", first)


async def test_the_end_of_the_window_is_told_to_the_salesperson_then_to_a_manager_each_once(
    floor: Shopfloor,
) -> None:
    mei = await floor.person("Mei", "manager")
    talk = await floor.talk("Hi")
    await delivered(floor, talk, "Q-2026-0401", floor.clock() - timedelta(days=20))
    await floor.say(talk, "The goods arrived broken.")
    await floor.redrafted(talk)
    assert await warning.warn(floor.desk) == 0
    floor.clock.pass_by(days=7, hours=1)
    assert [await warning.warn(floor.desk) for _ in range(2)] == [1, 0]
    floor.clock.pass_by(days=2)
    assert [await warning.warn(floor.desk) for _ in range(2)] == [1, 0]
    told = await floor.events("complaint.warned")
    assert [each.data["whom"] for each in told] == ["salesperson", "manager"]
    assert told[-1].data["to"] == mei.id
    # A longer window begins anew.
    await set_rules(
        floor.desk, mei, days=60, begins="delivered", warn_hours=72, warn_manager_hours=24, answer_hours=24
    )
    assert await warning.warn(floor.desk) == 0
    floor.clock.pass_by(days=30)
    assert await warning.warn(floor.desk) == 1


async def test_feedback_and_wishes_wait_for_the_end_of_the_case(floor: Shopfloor) -> None:
    """The rules are the planner's (tests/domain); here they are asked with what the store holds."""
    talk = await floor.talk("Hi")
    boris = await floor.person("Boris", "salesperson")
    await delivered(floor, talk, "Q-2026-0401", floor.clock() - timedelta(days=1))
    first = await floor.redrafted(talk)
    await deciding.approve(
        floor.desk, boris, first.id, revision=1, fingerprint_seen=first.fingerprint, reason="fine"
    )
    await floor.send_all()
    planned = await coming(floor, talk)
    assert planned is not None
    assert planned.kind == "delivered"
    opened = await acts.open_case(floor.desk, boris, talk, {"order": "Q-2026-0401"})
    assert await coming(floor, talk) is None
    await acts.close(floor.desk, boris, opened, "replacement", seen=1)
    again = await coming(floor, talk)
    assert again is not None
    assert again.kind == "delivered"
    assert again.due_at == floor.clock() + timedelta(days=3)


async def test_a_rejected_complaint_is_followed_by_no_invitation(floor: Shopfloor) -> None:
    talk = await floor.talk("Hi")
    mei = await floor.person("Mei", "manager")
    await delivered(floor, talk, "Q-2026-0401", floor.clock() - timedelta(days=1))
    first = await floor.redrafted(talk)
    await deciding.approve(
        floor.desk, mei, first.id, revision=1, fingerprint_seen=first.fingerprint, reason="fine"
    )
    await floor.send_all()
    opened = await acts.open_case(floor.desk, mei, talk, {"order": "Q-2026-0401"})
    await acts.close(floor.desk, mei, opened, "rejected", seen=1)
    planned = await coming(floor, talk)
    assert planned is None or planned.kind not in ("delivered", "reviewed")


async def coming(floor: Shopfloor, conversation_id: int) -> AnyRow | None:
    async with reading(floor.desk.engine) as connection:
        return await follow_ups.open_in(connection, conversation_id)


async def test_erasing_takes_the_words_and_ends_the_case_and_export_holds_it(floor: Shopfloor) -> None:
    draft = await floor.drafted(BROKEN)
    talk = await floor.conversation(draft.conversation_id)
    async with reading(floor.desk.engine) as connection:
        told = await export(connection, floor.desk.shop_id, talk.buyer_id)
    assert told is not None
    held = told["conversations"][0]["complaints"][0]
    assert held["known"]["batch"]["value"] == "2311B"
    assert held["notes"][-1]["kind"] == "opened"
    async with writing(floor.desk.engine) as connection:
        await erase(connection, talk.buyer_id, floor.clock())
    row = await case(floor, draft.conversation_id)
    assert (row.known, row.photos, row.state, row.outcome) == ({}, [], "closed", "withdrawn")
    assert (await floor.conversation(draft.conversation_id)).channel == NO_CHANNEL


def test_days_are_of_twenty_four_hours_over_a_clock_change() -> None:
    at = datetime(2026, 10, 20, 12, tzinfo=UTC)
    assert window_end(at, None, Rules(days=30)) == datetime(2026, 11, 19, 12, tzinfo=UTC)
