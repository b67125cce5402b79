"""A talk that is frozen while a reply to its buyer is on its way through Telegram."""

from __future__ import annotations

import pytest

from bot.desk import freezing
from bot.desk.uncertain import resend
from storage import telegram_sends
from storage.live import writing
from tests.telegram.sending.conftest import Dispatch

pytestmark = pytest.mark.anyio


async def test_nothing_leaves_a_frozen_talk_but_what_a_manager_sends(dispatch: Dispatch) -> None:
    mei = await dispatch.floor.person("Mei", "manager")
    alice, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    await freezing.freeze(dispatch.floor.desk, mei, talk)

    for _ in range(2):
        assert await dispatch.send(reply) is None
    row = await dispatch.row(reply)
    assert (row.state, row.error) == ("failed", "frozen: ")
    assert dispatch.seen(alice) == []

    await resend(dispatch.floor.desk, mei, reply)
    await dispatch.send(reply)
    assert dispatch.seen(alice) == ["Hello"]
    assert (await dispatch.row(reply)).state == "sent"


async def test_a_held_reply_holds_back_no_other_one(dispatch: Dispatch) -> None:
    mei = await dispatch.floor.person("Mei", "manager")
    alice, talk = await dispatch.buyer()
    held = await dispatch.put(talk, "First")
    await freezing.freeze(dispatch.floor.desk, mei, talk)
    await dispatch.send(held)
    await freezing.thaw(dispatch.floor.desk, mei, talk)
    await dispatch.send(await dispatch.put(talk, "Second"))
    assert dispatch.seen(alice) == ["Second"]


async def test_what_a_dead_worker_may_have_sent_is_uncertain_though_the_talk_is_frozen_now(
    dispatch: Dispatch,
) -> None:
    mei = await dispatch.floor.person("Mei", "manager")
    _, talk = await dispatch.buyer()
    reply = await dispatch.put(talk, "Hello")
    await dispatch.run_sql("UPDATE outbox SET state = 'sending' WHERE id = :id", id=reply)
    async with writing(dispatch.floor.desk.engine) as connection:
        await telegram_sends.lay_out(connection, reply, ["text"])
        await telegram_sends.claim(connection, reply, 0, dispatch.floor.desk.clock())
    await freezing.freeze(dispatch.floor.desk, mei, talk)
    await dispatch.send(reply)
    assert (await dispatch.row(reply)).state == "unknown"
