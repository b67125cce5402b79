from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.shop_folder import read_shop_folder
from knowledge.shop_folder.policies.blocks import Block
from knowledge.shop_folder.policies.markdown import markdown_blocks
from knowledge.shop_folder.policies.passages import LONGEST_PASSAGE, document_passages
from knowledge.shop_folder.policies.plain_text import plain_text_blocks
from knowledge.shop_folder.policies.web_page import html_blocks
from knowledge.shop_folder.reading import Passage
from tests.knowledge.shop_folder.folders import write_shop


def passages(blocks: list[Block]) -> tuple[Passage, ...]:
    return document_passages("policies/terms.md", blocks)


def test_a_markdown_policy_is_cut_at_its_headings() -> None:
    text = """---
author: Mei
---
# Payment terms

We sell on **Trade Assurance** only.

## Deposit

30 % before
production, see [the form](https://example.test/form).

### Large orders

- 20 % above USD 20,000
- nothing else

## Deposit

Again.
"""
    read = passages(markdown_blocks(text))
    assert [(passage.source, passage.heading, passage.text) for passage in read] == [
        ("policies/terms.md#payment-terms", "Payment terms", "We sell on Trade Assurance only."),
        (
            "policies/terms.md#deposit",
            "Deposit",
            "30 % before production, see the form (https://example.test/form).",
        ),
        (
            "policies/terms.md#large-orders",
            "Deposit > Large orders",
            "- 20 % above USD 20,000\n- nothing else",
        ),
        ("policies/terms.md#deposit-2", "Deposit", "Again."),
    ]
    assert [passage.ordinal for passage in read] == [0, 1, 2, 3]
    assert {passage.title for passage in read} == {"Payment terms"}


def test_each_row_of_a_table_stands_alone() -> None:
    (passage,) = passages(
        markdown_blocks("| Goods | Warranty |\n| --- | --- |\n| Ladles | 2 years |\n| Whisks | none |\n")
    )
    assert passage.text == "Goods: Ladles | Warranty: 2 years\nGoods: Whisks | Warranty: none"
    assert passage.source == "policies/terms.md#terms"


def test_numbered_lists_keep_their_numbers() -> None:
    (passage,) = passages(markdown_blocks("Steps:\n\n1. Send photos.\n2. We decide.\n\n   Within 5 days.\n"))
    assert passage.text == "Steps:\n1. Send photos.\n2. We decide.\nWithin 5 days."


def test_a_long_section_is_cut_at_sentence_ends_and_keeps_its_heading() -> None:
    sentences = [f"Rule number {n} says that ladle no. {n} is packed in paper of 1.5 mm." for n in range(60)]
    read = passages([Block("heading", "Packing", 1), Block("paragraph", " ".join(sentences))])
    assert len(read) > 3
    assert all(len(passage.text) <= LONGEST_PASSAGE for passage in read)
    assert all(passage.text.startswith("Rule number") and passage.text.endswith("mm.") for passage in read)
    assert {(passage.source, passage.heading) for passage in read} == {
        ("policies/terms.md#packing", "Packing")
    }
    assert " ".join(passage.text for passage in read) == " ".join(sentences)


def test_a_long_chinese_section_is_cut_at_its_sentence_ends() -> None:
    read = passages([Block("paragraph", "所有订单须先付百分之三十定金，余款在发货前付清。" * 60)])
    assert len(read) > 1
    assert all(passage.text.endswith("。") and passage.language == "zh" for passage in read)


def test_a_long_list_takes_its_lead_in_along() -> None:
    blocks = [Block("heading", "Returns", 1), Block("paragraph", "Not taken back:")]
    blocks += [
        Block("item", f"- goods of kind {n} that were used, washed or opened by the buyer") for n in range(40)
    ]
    read = passages(blocks)
    assert len(read) > 2
    assert all(passage.text.startswith("Not taken back:\n- goods") for passage in read)


def test_a_short_list_stays_with_its_lead_in() -> None:
    filler = "Another paragraph about packing. " * 12
    blocks = [Block("paragraph", filler), Block("paragraph", filler), Block("paragraph", "We need:")]
    blocks += [Block("item", f"- paper {n} of the buyer's country, stamped and signed") for n in range(4)]
    read = passages(blocks)
    assert [passage.text.startswith("We need:\n- paper 0") for passage in read] == [False, True]


def test_html_loses_its_navigation_and_keeps_its_words() -> None:
    page = """<html><head><title>Warranty</title><style>p{}</style></head><body>
    <nav><a href="/">Home</a></nav><script>alert(1)</script>
    <div><h2 id="x">Periods</h2>Counted from <b>delivery</b>.<p>For&nbsp;ladles: 2&nbsp;years</p>
    <ul><li>Handles <ul><li>wood: none</li></ul></li><li>Bowls</li></ul></div>
    <table><tr><th>Fault</th><th>What we do</th></tr><tr><td rowspan="2">Rust</td><td>new ladle</td></tr>
    <tr><td>or refund</td></tr></table><footer>Page of 2026</footer></body></html>"""
    read = passages(html_blocks(page))
    assert [(passage.heading, passage.title) for passage in read] == [("Periods", "Warranty")]
    assert read[0].text == (
        "Counted from delivery.\nFor ladles: 2 years\n- Handles\n- wood: none\n- Bowls\n"
        "Fault: Rust | What we do: new ladle\nFault: Rust | What we do: or refund"
    )


def test_plain_text_shows_its_headings_by_their_looks() -> None:
    text = """PAYMENT AND DELIVERY

Payment
-------
We take cards and
PayPal. Nothing else.

2. Delivery

Goods leave within:
- 3 days from stock
- 12 days otherwise,
  longer in February

Visits
Call first.

Returns

Within 15 days: yes.
Tel: 555 0100
"""
    read = passages(plain_text_blocks(text))
    assert [(passage.heading, passage.text) for passage in read] == [
        ("Payment", "We take cards and PayPal. Nothing else."),
        (
            "2. Delivery",
            "Goods leave within:\n- 3 days from stock\n- 12 days otherwise, longer in February"
            "\nVisits Call first.",
        ),
        ("Returns", "Within 15 days: yes.\nTel: 555 0100"),
    ]
    assert read[0].title == "PAYMENT AND DELIVERY"


def test_a_numbered_list_in_plain_text_is_no_row_of_headings() -> None:
    (passage,) = passages(
        plain_text_blocks("How to claim\n\n1. Send photos\n2. Wait for us\n3. Get your money\n")
    )
    assert passage.text == "1. Send photos\n2. Wait for us\n3. Get your money"
    assert passage.heading == "How to claim"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Samples are sold at the price of the catalogue and paid in full before they are sent.", "en"),
        ("Las muestras se venden al precio del catálogo y se pagan por completo antes del envío.", "es"),
        ("Muster werden zum Preis des Katalogs verkauft und vor dem Versand vollständig bezahlt.", "de"),
        ("样品按目录价格出售，发货前付清全款。", "zh"),
        ("サンプルはカタログ価格で販売し、発送前に全額お支払いいただきます。", "ja"),
        ("Образцы продаются по цене каталога.", "ru"),
        ("تباع العينات بسعر الكتالوج.", "ar"),
        ("नमूने सूची मूल्य पर बेचे जाते हैं।", "hi"),
        ("MOQ 100 pcs", "en"),
    ],
)  # fmt: skip
def test_a_passage_knows_its_language(text: str, language: str) -> None:
    assert passages([Block("paragraph", text)])[0].language == language


def test_an_empty_policy_is_warned_of(tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    (shop / "policies").mkdir()
    (shop / "policies" / "empty.md").write_text("\n", encoding="utf-8")
    reading = read_shop_folder(shop)
    assert reading.policies == ()
    assert [str(warning) for warning in reading.warnings] == ["policies/empty.md: the document is empty"]


def test_the_same_bytes_have_the_same_fingerprint_and_other_bytes_another(tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    (shop / "policies").mkdir()
    for name, text in (("a.md", "One."), ("b.md", "One."), ("c.md", "Two.")):
        (shop / "policies" / name).write_text(text, encoding="utf-8")
    first, second, third = (document.sha256 for document in read_shop_folder(shop).policies)
    assert first == second != third
