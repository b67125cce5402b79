from __future__ import annotations

import pytest

from storage import talks
from storage.live import reading
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("words", "country", "told"),
    [
        ("500 pcs KT-17 to Mexico please", None, ("MX", "stated")),
        ("500 pcs KT-17 please", None, (None, None)),
        ("Hola, precio de 500 KT-17", None, (None, None)),
        ("500 pcs KT-17 to Mexico please", "DE", ("DE", "profile")),
    ],
)
async def test_the_buyers_country_is_learned_from_their_words_and_never_from_their_language(
    floor: Shopfloor, words: str, country: str | None, told: tuple[str | None, str | None]
) -> None:
    from bot.desk import intake

    started = await intake.start_web_talk(floor.desk, locale="en", country=country)
    await floor.say(started.conversation_id, words)
    await floor.redrafted(started.conversation_id)
    row = await floor.conversation(started.conversation_id)
    async with reading(floor.desk.engine) as connection:
        buyer = await talks.buyer(connection, row.buyer_id)
    assert buyer is not None
    assert (buyer.country, buyer.country_basis) == told
