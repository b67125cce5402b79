"""The quote on a card: what comes first, what is left, and how the buyer checks it."""

from __future__ import annotations

import re

import pytest

from storage import quotes
from storage.live import reading
from tests.telegram.cards.conftest import ASKS, Wall
from tests.telegram.cards.test_states import drawn

pytestmark = pytest.mark.anyio


async def test_the_table_names_deposit_balance_and_the_check_code_of_the_document(wall: Wall) -> None:
    draft = await wall.floor.drafted(ASKS + " FOB please")
    async with reading(wall.floor.desk.engine) as connection:
        kept = await quotes.revision(connection, draft.quote_id)
    assert kept is not None
    card = await drawn(wall, draft.conversation_id)
    assert f"check code {kept.check_code[:5]}-{kept.check_code[5:]}" in card.text
    amounts = re.findall(r"(Total|Deposit 30 %|Balance).*?([\d,]+\.\d\d)\b", card.text)
    shown = {name: float(amount.replace(",", "")) for name, amount in amounts}
    assert set(shown) == {"Total", "Deposit 30 %", "Balance"}
    assert shown["Deposit 30 %"] + shown["Balance"] == pytest.approx(shown["Total"])
    assert shown["Total"] == float(kept.total)
