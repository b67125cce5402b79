"""Updates are stored once, each with its job, and keep the order of their line."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.desk import drafting
from storage import telegram_updates
from storage.live import reading, writing
from storage.telegram_tables import TelegramUpdateRow
from storage.telegram_updates import update_of
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
BOT = 4242


def message(number: int, chat: int = 7, **more: Any) -> dict[str, Any]:
    return {"update_id": number, "message": {"message_id": number, "chat": {"id": chat}, **more}}


async def stored(floor: Shopfloor, *raws: dict[str, Any]) -> int:
    async with writing(floor.desk.engine) as connection:
        return await telegram_updates.store(
            connection, BOT, [update_of(raw) for raw in raws], floor.desk.clock()
        )


async def test_what_comes_twice_is_stored_once_with_one_job(floor: Shopfloor) -> None:
    assert await stored(floor, message(1), message(2)) == 2
    assert await stored(floor, message(2), message(3)) == 1
    jobs = [(task, args) for task, args, _ in await floor.jobs() if task == "telegram_update"]
    assert [args["update_id"] for _, args in jobs] == [1, 2, 3]


async def test_the_job_is_enqueued_with_the_row_or_not_at_all(floor: Shopfloor) -> None:
    async with floor.desk.engine.connect() as connection:
        await telegram_updates.store(connection, BOT, [update_of(message(1))], floor.desk.clock())
        await connection.rollback()
    assert await floor.jobs() == []
    assert await stored(floor, message(1)) == 1


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (message(1, 7), ":7:"),
        (message(1, -100, message_thread_id=5), ":-100:5"),
        (message(1, 7, message_thread_id=5), ":7:"),
        ({"update_id": 1, "edited_message": {"chat": {"id": 7}}}, ":7:"),
        ({"update_id": 1, "callback_query": {"id": "1", "message": {"chat": {"id": 7}}}}, ":7:"),
        ({"update_id": 1, "business_message": {"chat": {"id": 7}, "business_connection_id": "b"}}, "b:7:"),
        ({"update_id": 1, "deleted_business_messages": {"chat": {"id": 7}}}, ":7:"),
        ({"update_id": 1, "business_connection": {"id": "b", "user_chat_id": 9}}, "b:9:"),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 7}}}, ":7:"),
        ({"update_id": 1}, "?"),
        ({"update_id": 1, "message": None}, "?"),
    ],
)  # fmt: skip
async def test_the_messages_of_a_chat_are_one_line(raw: dict[str, Any], line: str) -> None:
    assert update_of(raw).line == line


@pytest.mark.parametrize("number", [None, "1", 1.5, True, 2**63])
async def test_an_update_without_a_number_is_none(number: object) -> None:
    with pytest.raises(ValueError, match="without an id"):
        update_of({"update_id": number})


async def test_what_a_database_cannot_hold_as_json_is_held_as_it_came(floor: Shopfloor) -> None:
    raw = message(1, text="a\u0000b\ud800")
    await stored(floor, raw)
    async with reading(floor.desk.engine) as connection:
        kept = await telegram_updates.waiting(connection, BOT, 1)
    assert kept is not None
    assert json.loads(kept.body) == raw


async def test_a_handled_update_forgets_its_words_and_a_failed_one_keeps_them(floor: Shopfloor) -> None:
    await stored(floor, message(1, text="secret"), message(2, text="odd"))
    async with writing(floor.desk.engine) as connection:
        now = floor.desk.clock()
        await telegram_updates.settle(connection, BOT, 1, now)
        await telegram_updates.settle(connection, BOT, 2, now, error="cannot be read")
    async with reading(floor.desk.engine) as connection:
        assert await telegram_updates.waiting(connection, BOT, 1) is None
        rows = await connection.execute(select(TelegramUpdateRow.body).order_by(TelegramUpdateRow.update_id))
        first, second = rows.scalars()
        figures = await telegram_updates.newest(connection, BOT)
    assert first == "{}"
    assert "odd" in second
    assert (figures.waiting, figures.failed) == (0, 1)


async def test_old_updates_are_let_go_and_those_that_failed_stay_longer(floor: Shopfloor) -> None:
    await stored(floor, message(1), message(2), message(3))
    now = floor.desk.clock()
    async with writing(floor.desk.engine) as connection:
        await telegram_updates.settle(connection, BOT, 1, now)
        await telegram_updates.settle(connection, BOT, 2, now, error="cannot be read")
        later = now + timedelta(days=3)
        assert await telegram_updates.forget(connection, later, failed_kept=timedelta(days=28)) == 1
        much_later = now + timedelta(days=31)
        assert await telegram_updates.forget(connection, much_later, failed_kept=timedelta(days=28)) == 1
        assert await telegram_updates.waiting(connection, BOT, 3) is not None


async def talk_in_telegram(floor: Shopfloor) -> int:
    """A talk with the buyer of chat 7, who has written once."""
    conversation = await floor.talk("Price for 500 pcs KT-17 FOB please")
    async with writing(floor.desk.engine) as connection:
        await connection.execute(
            text("UPDATE conversations SET channel = 'telegram' WHERE id = :id"), {"id": conversation}
        )
        await connection.execute(
            text(
                "INSERT INTO telegram_chats (bot_id, chat_id, business, conversation_id, user_id)"
                " VALUES (:bot, 7, '', :id, 7)"
            ),
            {"bot": BOT, "id": conversation},
        )
    return conversation


async def test_what_is_still_being_read_belongs_to_the_burst(floor: Shopfloor) -> None:
    conversation = await talk_in_telegram(floor)
    floor.clock.pass_by(seconds=30)
    await stored(floor, message(1, chat=8), message(2, chat=7, text="and 400 cutting boards"))
    assert await drafting.draft_reply(floor.desk, conversation) is None
    later = [when for task, _, when in await floor.jobs() if task == "draft_reply"]
    assert later[-1] == floor.clock() + timedelta(seconds=1)
    async with writing(floor.desk.engine) as connection:
        await telegram_updates.settle(connection, BOT, 2, floor.desk.clock())
    assert await drafting.draft_reply(floor.desk, conversation) is not None


async def test_what_cannot_be_read_does_not_hold_a_draft_up_for_ever(floor: Shopfloor) -> None:
    conversation = await talk_in_telegram(floor)
    await stored(floor, message(2, chat=7))
    floor.clock.pass_by(seconds=90)
    assert await drafting.draft_reply(floor.desk, conversation) is not None


@pytest.mark.parametrize("odd", ["\0", "\ud800", "ü" * 100_000, "".join(map(chr, range(0x4E00, 0x9000)))])
async def test_a_connection_of_an_odd_name_keeps_no_update_from_being_stored(
    floor: Shopfloor, odd: str
) -> None:
    raw = {"update_id": 1, "business_message": {"chat": {"id": 7}, "business_connection_id": odd}}
    assert await stored(floor, raw, message(2)) == 2
