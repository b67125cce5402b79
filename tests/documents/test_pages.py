"""Whatever is quoted, everything stands on the paper, in order and readable."""

from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.documents import Addressee, Item, Quotation, typeset
from bot.documents.layout import laid_out
from bot.documents.marks import A4, LETTER, Box, Code, Mark, Text, paper_of
from bot.documents.wording import worded
from bot.domain.quote import Freight, Quote, QuoteLine
from prompts.documents import LANGUAGES
from tests.documents.examples import ORDER, document
from tests.documents.reading import words

_NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=260)
_PRICES = st.decimals("0.01", "99999", places=4)


@st.composite
def quotations(draw: st.DrawFn) -> Quotation:
    """Any number of lines, any names, any amounts that add up."""
    names = draw(st.lists(_NAMES, min_size=1, max_size=4))
    items = tuple(Item(f"SKU-{n}", name) for n, name in enumerate(names))
    alternative = draw(st.booleans())
    lines = []
    for _ in range(draw(st.integers(1, 60))):
        quantity, price = draw(st.integers(1, 2_000_000)), draw(_PRICES)
        option = draw(st.none() | _NAMES)
        amount = (price * quantity).quantize(Decimal("0.01"))
        sku = draw(st.sampled_from(items)).sku
        lines.append(QuoteLine(sku, quantity, price, amount, option, alternative=alternative))
    paid = _PRICES.map(lambda price: round(price, 2))
    freight = draw(st.none() | st.builds(Freight, _NAMES, paid, st.just(3), st.just(9)))
    total = sum((line.amount for line in lines), freight.amount if freight else Decimal(0))
    quote = Quote(
        "USD", draw(st.sampled_from(("EXW", "FOB", "DDP"))), tuple(lines), freight,
        None if alternative else total, date(2026, 12, 4), 12, date(2026, 12, 8),
    )  # fmt: skip
    country = draw(st.sampled_from(("US", "AE", None)))
    buyer = Addressee(draw(st.none() | _NAMES), draw(st.none() | _NAMES), country)
    made = document(draw(st.sampled_from(LANGUAGES)), quote, buyer=buyer)
    return dataclasses.replace(made, items=items, place=draw(st.none() | _NAMES))


@cache
def _advance(char: str, bold: bool) -> float:
    wide = 0.36 if ord(char) >= 0x1100 else 0.2
    return 0.0 if char in "\u2066\u2067\u2068\u2069" else wide * (1.06 if bold else 1)


def _width(text: str, bold: bool) -> float:
    """About what letters measure; that of real fonts is tested with real documents."""
    return sum(_advance(char, bold) for char in text)


def _pages(made: Quotation) -> list[list[Mark]]:
    content = worded(made, made.language)
    return laid_out(content, paper_of(made.buyer.country), _width, right_to_left=made.language == "ar")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(quotations())
def test_nothing_leaves_the_page_and_every_amount_stands_on_one(made: Quotation) -> None:
    paper = paper_of(made.buyer.country)
    pages = _pages(made)
    content = worded(made, made.language)
    for mark in (mark for page in pages for mark in page):
        width, height = _size(mark)
        assert mark.x >= paper.side - 0.01
        assert mark.x + width <= paper.width - paper.side + 0.01
        assert mark.y >= 0
        assert mark.y + height <= paper.height - 5
    texts = [mark.text for page in pages for mark in page if isinstance(mark, Text)]
    for amount in {row.amount for row in content.rows} | {each.amount for each in content.sums}:
        wanted = sum(row.amount == amount for row in content.rows)
        wanted += sum(each.amount == amount for each in content.sums)
        assert texts.count(amount) >= wanted


def _size(mark: Mark) -> tuple[float, float]:
    match mark:
        case Text():
            return mark.width, 0.0
        case Box():
            return mark.width, mark.height
        case Code():
            return mark.size, mark.size


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(quotations())
def test_texts_stand_below_each_other_and_not_upon(made: Quotation) -> None:
    for page in _pages(made):
        texts = [mark for mark in page if isinstance(mark, Text)]
        for index, one in enumerate(texts):
            for other in texts[index + 1 :]:
                apart = abs(one.y - other.y) >= 0.2 * min(one.size, other.size)
                beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
                assert apart or beside, (one, other)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(quotations())
def test_goods_and_freight_add_up_to_the_total_and_deposit_and_balance_too(made: Quotation) -> None:
    quote, deposit = made.quote, made.deposit
    if quote.total is None:
        assert worded(made, made.language).sums == ()
    else:
        assert deposit is not None
        assert deposit.amount is not None
        assert deposit.balance is not None
        assert deposit.amount + deposit.balance == quote.total
        assert (
            sum(line.amount for line in quote.lines) + (quote.freight.amount if quote.freight else 0)
            == quote.total
        )


@pytest.mark.parametrize("language", ["en", "ar", "zh", "hi"])
def test_the_heading_of_a_long_table_stands_on_each_of_its_pages(language: str) -> None:
    lines = tuple(ORDER.lines[n % len(ORDER.lines)] for n in range(60))
    made = document(language, dataclasses.replace(ORDER, lines=lines))
    content = worded(made, language)
    amounts = {row.amount for row in content.rows}
    pages = [[mark.text for mark in page if isinstance(mark, Text)] for page in _pages(made)]
    of_table = [texts for texts in pages if sum(text in amounts for text in texts) > 1]
    assert len(of_table) >= 3
    assert all(texts.count(content.columns[1]) == 1 for texts in of_table)
    assert typeset(made).pages >= 3


@pytest.mark.parametrize("language", ["en", "es", "ar", "hi", "zh", "ja", "ru", "vi"])
def test_real_letters_stay_on_the_paper(language: str) -> None:
    long = "Ergonomic wireless keyboard with a very long name, backlit; " * 5
    arabic, chinese = "مكبر صوت لاسلكي مقاوم للماء ", "可折叠防水蓝牙音箱礼品套装"
    names = {"zh": chinese * 20, "ar": arabic * 9, "en": "W" * 400}
    made = document(language, buyer=Addressee("Ω" * 300, names.get(language, long), "AE"))
    items = tuple(dataclasses.replace(item, name=names.get(language, long)) for item in made.items)
    pdf = typeset(dataclasses.replace(made, items=items)).pdf
    for word in words(pdf):
        assert word.x0 >= A4.side / 25.4 * 72 - 1
        assert word.x1 <= (A4.width - A4.side) / 25.4 * 72 + 1
        assert word.bottom <= A4.height / 25.4 * 72


def test_american_printers_get_their_paper() -> None:
    assert paper_of("US") is LETTER
    assert paper_of("DE") is A4
    assert paper_of(None) is A4
