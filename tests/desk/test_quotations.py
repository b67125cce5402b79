"""The document of a kept quote says what the reply said beside the figures, whatever the shop says by now."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pypdf
import pytest
from sqlalchemy import update

from bot.desk import reworking
from bot.desk.quotations import quotation_of, terms_json
from bot.desk.reworking import Seen
from bot.documents import Deposit, Quotation, render_quotation
from bot.documents.wording import worded
from bot.domain.changes import LineChange, QuoteChange
from bot.domain.moves import (
    Close,
    Goods,
    Greet,
    SayDutyNotIncluded,
    SayFreightUnknown,
    SayIncotermReplaced,
    SayMethodReplaced,
    SayMinimum,
    SayOptionMinimum,
    SayOptionNotOffered,
    SaySamplesNotSold,
)
from bot.domain.plan import ReplyPlan
from storage import quotes
from storage.desk_tables import QuoteRevisionRow
from storage.live import reading
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio


async def document(floor: Shopfloor, revision: int = 1, deposit: Decimal | None = None) -> Quotation:
    """The document of the only quote; `deposit` is the shop's percentage by now."""
    async with reading(floor.desk.engine) as connection:
        row = await quotes.as_document(connection, floor.desk.shop_id, "Q-2026-0001", revision)
    assert row is not None
    shop = (await floor.desk.counter.serving()).shop
    if deposit is not None:
        shop = replace(shop, quote=replace(shop.quote, deposit_percent=deposit))
    return quotation_of(shop, row, "Q-2026-0001", revision)


def words(document: Quotation) -> str:
    pages = pypdf.PdfReader(io.BytesIO(render_quotation(document))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


async def test_terms_that_took_the_place_of_others_stand_on_the_paper_in_its_language(
    floor: Shopfloor,
) -> None:
    draft = await floor.drafted("Hola, precio de 500 KT-17 DDP México por favor", locale="es")
    made = await document(floor)
    assert made.notes == (SayIncotermReplaced("DDP", "FOB"),)
    said = next(line for line in draft.text.splitlines() if "DDP" in line)
    assert " ".join(said.split()) in words(made)


async def test_every_note_of_a_plan_comes_back_to_the_paper(floor: Shopfloor) -> None:
    await floor.drafted("Price for 500 KT-17 FOB please")
    goods = Goods("KT-17", "Kettle")
    notes = (
        SayMinimum(goods, 20, 100, Decimal("6.40"), "USD", Decimal("12.00")),
        SayOptionMinimum(goods, "logo", 100, 500, Decimal("0.35"), "USD"),
        SayOptionNotOffered(goods, "gold leaf", ("logo",)),
        SaySamplesNotSold(goods),
        SayIncotermReplaced("CIF", "DAP"),
        SayMethodReplaced("air", "sea", True),
        SayFreightUnknown(),
        SayDutyNotIncluded(),
    )
    plan = ReplyPlan("en", False, (Greet("Alice"), *notes, Close("Mei")))
    shop = (await floor.desk.counter.serving()).shop
    with floor.engine.begin() as connection:
        connection.execute(update(QuoteRevisionRow).values(terms=terms_json(plan, shop)))
    made = await document(floor)
    assert made.notes == notes
    shown = worded(made, "en").notes
    assert len(shown) >= len(notes)
    assert any("duty" in line for line in shown)


async def test_a_changed_quote_has_the_notes_of_its_own_revision(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted("Price for 500 KT-17 DDP Mexico please")
    change = QuoteChange((LineChange("KT-17", 500),), incoterm="DAP", destination="MX")
    await reworking.requote(
        floor.desk, boris, Seen(draft.id, draft.revision, draft.fingerprint), change, "DAP after all"
    )
    assert (await document(floor, 1)).notes == (SayIncotermReplaced("DDP", "FOB"),)
    assert (await document(floor, 2)).notes == ()


async def test_other_notes_alone_are_a_revision_of_their_own(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted("Price for 500 KT-17 DDP Mexico please")
    change = QuoteChange((LineChange("KT-17", 500),), incoterm="FOB")
    await reworking.requote(
        floor.desk, boris, Seen(draft.id, draft.revision, draft.fingerprint), change, "they take FOB"
    )
    first, second = await document(floor, 1), await document(floor, 2)
    assert first.quote == second.quote
    assert (first.notes, second.notes) == ((SayIncotermReplaced("DDP", "FOB"),), ())


async def test_the_deposit_is_the_one_that_the_buyer_was_told(floor: Shopfloor) -> None:
    draft = await floor.drafted("Price for 500 pcs KT-17 FOB please")
    now = await document(floor, deposit=Decimal(80))
    assert now.deposit == (await document(floor)).deposit == Deposit(
        Decimal(30), Decimal("885.00"), Decimal("2065.00")
    )  # fmt: skip
    assert "The deposit is 30%" in draft.text


async def test_a_quote_of_an_earlier_program_says_its_figures_on_the_terms_of_now(floor: Shopfloor) -> None:
    await floor.drafted("Price for 500 KT-17 DDP Mexico please")
    with floor.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE quote_revisions SET terms = '{}'")
    made = await document(floor, deposit=Decimal(80))
    assert made.notes == ()
    assert made.deposit is not None
    assert made.deposit.percent == 80
