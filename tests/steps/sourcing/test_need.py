"""The need is read into fields, whatever the language, and goods are known again by their trade words."""

from __future__ import annotations

import pytest

from bot.steps.sourcing import lacking, named
from bot.steps.sourcing.measures import measures
from knowledge.glossary import Glossary
from knowledge.glossary.lexicon import function_words
from knowledge.products.colours import COLOURS
from tests.steps.triage.desk import SHOP, assistant, talk


def needs(*texts: str) -> list[dict[str, str]]:
    answer = assistant(SHOP).answer(talk(*texts))
    seen = answer.understanding
    plain = function_words().get(seen.language, frozenset())
    found = lacking(answer.inquiry, seen, Glossary.load(), COLOURS, plain, str)
    return [{name: told.value for name, told in lack.need.items()} for lack in found]


@pytest.mark.parametrize(
    ("text", "product", "quantity"),
    [
        ("Hola, necesito 2000 cepillos de dientes de bambú, precio FOB?", "bamboo toothbrush", "2000"),
        ("你好，我要1000个竹牙刷，请报价", "bamboo toothbrush", "1000"),
        ("Нужны зубные щётки, 1000 шт., цена?", "toothbrush", "1000"),
        ("Können Sie 800 Regenschirme schwarz anbieten?", "black umbrella", "800"),
        ("Quote 400 zorbles please", "zorbles", "400"),
    ],
)
def test_goods_and_quantity_are_read_in_any_language(text: str, product: str, quantity: str) -> None:
    (need,) = needs(text)
    assert (need["product"], need["quantity"]) == (product, quantity)


def test_goods_that_are_sold_are_not_lacking() -> None:
    assert needs("Price for 500 ceramic mugs 11 oz white, FOB please") == []
    assert needs("How long is your warranty?") == []


def test_several_goods_are_several_needs() -> None:
    found = needs("Can you quote 500 pet bowls and 300 garden hoses?")
    assert [(each["product"], each["quantity"]) for each in found] == [
        ("pet bowls", "500"), ("garden hoses", "300"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("220V 1500W", {"voltage": "220V", "power": "1500W"}),
        ("70 x 140 cm, 500 gsm", {"size": "70 x 140 cm", "weight": "500 gsm"}),
        ("长度19厘米，5000毫安", {"size": "19厘米", "capacity": "5000毫安"}),
        ("5 кг, 12 вольт", {"weight": "5 кг", "voltage": "12 вольт"}),
        ("500 pcs for 2.50 USD each", {}),
        ("model ZX-9 of 2026", {}),
    ],
)
def test_figures_with_a_unit_are_fields(text: str, told: dict[str, str]) -> None:
    assert measures(text) == told


def test_the_same_goods_have_the_same_name_in_every_language() -> None:
    words = Glossary.load()
    heads = {
        named(text, language, words).heads
        for text, language in (
            ("cepillos de dientes", "es"),
            ("牙刷", "zh"),
            ("зубные щётки", "ru"),
            ("toothbrushes", "en"),
        )
    }
    assert heads == {frozenset({"toothbrush"})}
