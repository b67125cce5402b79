from __future__ import annotations

from decimal import Decimal

import pytest

from bot.desk import deciding, reworking
from bot.desk.reworking import Seen
from bot.domain.changes import LineChange, QuoteChange
from bot.domain.desk import DeskRefusal
from bot.domain.quote import Quote
from bot.stored import from_json
from storage import drafts, quotes
from storage.base import AnyRow
from storage.live import reading
from tests.desk.conftest import Shopfloor

pytestmark = pytest.mark.anyio
ASK = "Price for 500 pcs KT-17 FOB please, can you give me 5 % off?"


def seen(draft: AnyRow) -> Seen:
    return Seen(draft.id, draft.revision, draft.fingerprint)


async def newest_quote(floor: Shopfloor, draft: AnyRow) -> Quote:
    async with reading(floor.desk.engine) as connection:
        kept = await quotes.revision(connection, draft.quote_id)
    assert kept is not None
    return from_json(kept.body, Quote)


async def test_the_editor_begins_with_what_was_quoted(floor: Shopfloor) -> None:
    draft = await floor.drafted("500 KT-17 and a sample of CB-30, DAP Mexico")
    change = await reworking.editor_start(floor.desk, draft.id)
    assert change == QuoteChange(
        (LineChange("KT-17", 500), LineChange("CB-30", 1, sample=True)), incoterm="DAP", destination="MX"
    )


async def test_a_changed_quantity_is_worked_out_by_the_engine_and_said_in_the_text(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted("Price for 500 pcs KT-17 FOB please")
    change = QuoteChange((LineChange("KT-17", 400), LineChange("CB-30", 1000)))
    answer = await reworking.preview(floor.desk, boris, draft.id, change)
    assert answer.outcome.quote is not None
    assert answer.outcome.quote.total == Decimal("4610.00")  # 400 x 6.40 + 1000 x 2.05
    assert (await floor.waiting(draft.conversation_id)).revision == 1
    assert await reworking.requote(floor.desk, boris, seen(draft), change, "added boards") == 2
    now = await floor.waiting(draft.conversation_id)
    assert "4,610.00" in now.text
    assert not now.findings
    assert (await newest_quote(floor, now)).total == Decimal("4610.00")
    assert await reworking.editor_start(floor.desk, draft.id) == change
    await deciding.approve(floor.desk, boris, draft.id, revision=2, fingerprint_seen=now.fingerprint)
    await floor.send_all()
    sent = (await floor.said(draft.conversation_id))[-1]
    assert sent.quote is not None
    assert sent.quote["revision"] == 2
    assert (await floor.draft(draft.id)).edited


@pytest.mark.parametrize(
    ("role", "percent", "granted"),
    [
        ("salesperson", "3", True),
        ("salesperson", "3.01", False),
        ("manager", "8", True),
        ("manager", "8.5", False),
    ],
)
async def test_a_discount_is_granted_up_to_ones_authority_and_rounded_like_any_price(
    floor: Shopfloor, role: str, percent: str, granted: bool
) -> None:
    person = await floor.person("Mei", "manager" if role == "manager" else "salesperson")
    draft = await floor.drafted(ASK)
    assert draft.needs == "manager"
    change = QuoteChange((LineChange("KT-17", 500, discount=Decimal(percent)),))
    if not granted:
        with pytest.raises(DeskRefusal) as refusal:
            await reworking.requote(floor.desk, person, seen(draft), change)
        assert refusal.value.code == "role"
        return
    await reworking.requote(floor.desk, person, seen(draft), change)
    quote = await newest_quote(floor, await floor.waiting(draft.conversation_id))
    each = {"3": Decimal("5.72"), "8": Decimal("5.43")}[percent]  # 5.90 less 3 % is 5.723, less 8 % is 5.428
    assert [line.unit_price for line in quote.lines] == [each]
    assert quote.total == each * 500
    (event,) = await floor.events("draft.requoted")
    assert event.data["granted"] == {"KT-17": percent}


async def test_two_quantities_of_one_article_are_offered_side_by_side(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    change = QuoteChange((LineChange("KT-17", 100), LineChange("KT-17", 500)))
    answer = await reworking.preview(floor.desk, boris, draft.id, change)
    assert answer.outcome.quote is not None
    assert [line.alternative for line in answer.outcome.quote.lines] == [True, True]
    assert answer.outcome.quote.total is None


async def test_asking_instead_offers_nothing_and_drops_the_quote(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    assert await reworking.ask_instead(floor.desk, boris, seen(draft), ("destination", "incoterm")) == 2
    now = await floor.waiting(draft.conversation_id)
    assert "2,950" not in now.text
    assert now.quote_id is None
    assert [choice["text"] for choice in now.choices] == ["EXW", "FOB", "DAP"]
    await deciding.approve(floor.desk, boris, draft.id, revision=2, fingerprint_seen=now.fingerprint)
    await floor.send_all()
    assert (await floor.said(draft.conversation_id))[-1].quote is None
    with pytest.raises(DeskRefusal, match="one or two"):
        await reworking.ask_instead(floor.desk, boris, seen(draft), ())


async def test_an_edit_that_is_kept_is_a_revision_with_its_findings(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    revision, findings = await reworking.save_words(
        floor.desk, boris, seen(draft), f"{draft.text}\nReady in 3 days."
    )
    assert revision == 2
    assert [finding.rule for finding in findings] == ["unsupported_number"]
    now = await floor.waiting(draft.conversation_id)
    with pytest.raises(DeskRefusal) as refusal:
        await deciding.approve(floor.desk, boris, draft.id, revision=1, fingerprint_seen=draft.fingerprint)
    assert refusal.value.code == "outdated"
    assert (await reworking.save_words(floor.desk, boris, seen(now), now.text))[0] == 2
    async with reading(floor.desk.engine) as connection:
        history = await drafts.revisions(connection, draft.id)
    assert [(each.revision, each.author) for each in history] == [(1, "rule"), (2, "person")]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (QuoteChange(()), "no_lines"),
        (QuoteChange((LineChange("NO-1", 5),)), "unknown_sku"),
        (QuoteChange((LineChange("KT-17", 0),)), "quantity"),
        (QuoteChange((LineChange("KT-17", 500, options=("engraving",)),)), "unknown_option"),
        (QuoteChange((LineChange("KT-17", 500),), incoterm="CIF"), "unknown_incoterm"),
        (QuoteChange((LineChange("KT-17", 500),), destination="XX"), "unknown_country"),
        (QuoteChange((LineChange("KT-17", 500, discount=Decimal(-1)),)), "role"),
    ],
)
async def test_what_is_no_quote_of_this_shop_is_refused_with_the_reason(
    floor: Shopfloor, change: QuoteChange, code: str
) -> None:
    mei = await floor.person("Mei", "manager")
    draft = await floor.drafted(ASK)
    with pytest.raises(DeskRefusal) as refusal:
        await reworking.requote(floor.desk, mei, seen(draft), change)
    assert refusal.value.code == code


async def test_below_the_moq_there_is_no_price_and_the_reply_says_so(floor: Shopfloor) -> None:
    boris = await floor.person("Boris", "salesperson")
    draft = await floor.drafted(ASK)
    answer = await reworking.preview(floor.desk, boris, draft.id, QuoteChange((LineChange("KT-17", 50),)))
    assert answer.outcome.quote is None
    assert "100" in answer.draft.text
