from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.desk import autonomy, deciding
from bot.domain.desk import DeskRefusal, Person
from storage.live import writing
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
THANKS = "Thank you very much!"


async def earn(floor: Shopfloor, person: Person, approvals: int, edited: int = 0) -> str:
    """As if so many replies to this kind of message had been approved; its intent."""
    draft = await floor.drafted(THANKS)
    await deciding.approve(floor.desk, person, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
    await floor.send_all()
    copied = ", ".join(
        ("shop_id", "conversation_id", "revision", "through_seq", "shop_version_id", "language", "intent",
         "needs", "answer", "basis", "decided_by")
    )  # fmt: skip
    async with writing(floor.desk.engine) as connection:
        for number in range(approvals - 1):
            await connection.execute(
                text(
                    f"INSERT INTO drafts ({copied}, state, edited)"
                    f" SELECT {copied}, 'sent', :edited FROM drafts WHERE id = :draft"
                ),
                {"draft": draft.id, "edited": number < edited},
            )
    return str(draft.intent)


async def test_a_cell_is_switched_on_by_a_manager_once_it_is_earned_and_not_before(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    intent = await earn(floor, boris, 29)
    with pytest.raises(DeskRefusal) as refusal:
        await autonomy.enable(floor.desk, mei, intent, "en")
    assert refusal.value.code == "not_earned"
    await earn(floor, boris, 1)
    with pytest.raises(DeskRefusal) as refusal:
        await autonomy.enable(floor.desk, boris, intent, "en")
    assert refusal.value.code == "role"
    await autonomy.enable(floor.desk, mei, intent, "en")
    talk = await floor.talk(THANKS)
    floor.clock.pass_by(seconds=30)
    from bot.desk import drafting

    await drafting.draft_reply(floor.desk, talk)
    assert await floor.send_all() == 1
    sent = (await floor.said(talk))[-1]
    assert (sent.author, sent.staff_id) == ("rule", None)
    assert (await floor.events("draft.approved"))[-1].actor == "rule"


async def test_too_many_edits_do_not_earn_it(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    intent = await earn(floor, boris, 40, edited=3)
    with pytest.raises(DeskRefusal):
        await autonomy.enable(floor.desk, mei, intent, "en")


async def test_amounts_never_go_out_by_rule(floor: Shopfloor) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    await earn(floor, boris, 31)
    async with writing(floor.desk.engine) as connection:
        await connection.execute(text("UPDATE drafts SET intent = 'price_quote'"))
    await autonomy.enable(floor.desk, mei, "price_quote", "en")
    draft = await floor.drafted("Price for 500 pcs KT-17 please")
    assert draft.state == "waiting"
    assert await floor.send_all() == 0


@pytest.mark.parametrize("how", ["edit", "refusal", "complaint"])
async def test_the_first_edit_refusal_or_complaint_ends_it(floor: Shopfloor, how: str) -> None:
    boris, mei = await floor.person("Boris", "salesperson"), await floor.person("Mei", "manager")
    intent = await earn(floor, boris, 31)
    waiting = await floor.drafted(THANKS)
    await autonomy.enable(floor.desk, mei, intent, "en")
    if how == "edit":
        await deciding.approve(
            floor.desk, boris, waiting.id, revision=1, fingerprint_seen=waiting.fingerprint,
            text=waiting.text + "\nHave a nice week!",
        )  # fmt: skip
    elif how == "refusal":
        await deciding.refuse(floor.desk, boris, waiting.id, "wrong_tone")
    else:
        await floor.drafted("The kettles arrived broken, half of them leak, order 12345")
    (ended,) = await floor.events("autonomy.ended")
    assert ended.data["why"] == {"edit": "edited", "refusal": "refused", "complaint": "complaint"}[how]
    await floor.send_all()
    await floor.drafted(THANKS)  # waits for a person again
    assert await floor.send_all() == 0
