import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import knowledge
from bot.domain.calendar import shop_date
from bot.domain.facts import Shop
from bot.domain.freight import Shipment, Wish, carriage
from bot.domain.inquiry import AskedItem, Country, TargetPrice
from bot.steps.quote import needs, work_out
from knowledge.shop_folder import ShopReading, read_shop_folder
from tests.steps.quote.showroom import understood

FOLDER = Path(knowledge.__file__).parent / "sample_shop"
INQUIRIES = [
    json.loads(line) for line in (FOLDER / "inquiries.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def reading() -> ShopReading:
    return read_shop_folder(FOLDER)


@pytest.fixture(scope="module")
def sample(reading: ShopReading) -> Shop:
    assert reading.shop is not None
    return reading.shop


def test_the_sample_shop_is_read_without_a_complaint(reading: ShopReading) -> None:
    assert reading.errors == ()
    assert reading.warnings == ()
    assert len(reading.policies) == 8


def test_everything_in_the_sample_shop_is_sold_above_its_cost(reading: ShopReading, sample: Shop) -> None:
    for item in sample.items:
        assert item.tiers[-1].unit_price > reading.costs[item.sku]
        assert item.tiers[0].from_quantity == item.moq


def test_every_campaign_of_the_sample_shop_names_goods_that_it_has(sample: Shop) -> None:
    categories = {item.category for item in sample.items}
    skus = {item.sku for item in sample.items}
    for campaign in sample.campaigns:
        assert set(campaign.categories) <= categories
        assert set(campaign.skus) <= skus


@pytest.mark.parametrize("country", ["US", "DE", "BR", "KE", "IN", "AU", "JP", "SA", "KZ", "NG"])
@pytest.mark.parametrize("battery", [False, True])
@pytest.mark.parametrize("kg", [1, 40, 120, 3000])
def test_the_sample_shop_delivers_every_weight(sample: Shop, country: str, battery: bool, kg: int) -> None:
    assert carriage(sample.rates, Shipment(country, Decimal(kg), battery), Wish()).freight is not None


@pytest.mark.parametrize("inquiry", INQUIRIES, ids=lambda inquiry: inquiry["id"])
def test_a_sample_inquiry_understood_as_labelled_gets_the_labelled_quote(
    sample: Shop, inquiry: dict[str, Any]
) -> None:
    label = inquiry["expect"]
    details = label.get("details", {})
    target = details.get("target_price")
    understanding = understood(
        *(
            AskedItem(item["sku"], item["sku"], item.get("quantity"), sample="sample" in label["intents"])
            for item in label.get("items", [])
        ),
        country=Country(**label.get("country", {})),
        intents=tuple(label["intents"]),
        risks=tuple(label["risks"]),
        incoterm=details.get("incoterm"),
        destination=details.get("destination"),
        customization=tuple(details.get("customization", ())),
        target_price=TargetPrice(Decimal(target), "USD") if target else None,
        method="Express courier" if "快递" in inquiry["messages"][-1]["text"] else None,
    )
    day = shop_date(datetime.fromisoformat(inquiry["at"]), sample.company)
    outcome = work_out(sample, understanding, day)
    assert needs(understanding, outcome) == label["needs"]
    expected = label.get("quote", "unlabelled")
    if expected is None:
        assert outcome.quote is None
    elif expected != "unlabelled":
        assert outcome.quote is not None
        assert outcome.quote.total == Decimal(expected["total"])
        for line in expected["lines"]:
            assert (line["sku"], line["quantity"], Decimal(line["amount"])) in [
                (priced.sku, priced.quantity, priced.amount) for priced in outcome.quote.lines
            ]
        if "ready_by" in expected:
            assert str(outcome.quote.ready_by) == expected["ready_by"]
