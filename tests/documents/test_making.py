"""From a shop's quote to its document."""

from __future__ import annotations

import dataclasses
import io
from decimal import Decimal
from typing import Any

import pypdf
import pypdfium2
import pytest
import segno

from bot.documents import Deposit, make_quotation, render_quotation, typeset
from bot.documents.layout import laid_out
from bot.documents.marks import A4, Code
from bot.documents.wording import worded
from bot.domain import moves as m
from bot.domain.facts import PaymentTerms
from prompts.replies import ReplyTextError
from tests.documents.examples import ORDER, QUANTITIES, SHOP, document
from tests.documents.reading import text_of

_LINK = "https://pay.copperheron.example/order/Q-2026-0042"


def test_terms_and_notes_come_from_the_shop_and_the_plan() -> None:
    made = document()
    assert made.deposit == Deposit(Decimal(40), Decimal("4198.26"), Decimal("6297.39"))
    assert made.payment.link == _LINK
    assert made.promotions == (m.PromotionApplied("Winter Sourcing Weeks", Decimal(4)),)
    assert [type(note) for note in made.notes] == [m.SayMinimum, m.SayDutyNotIncluded]
    assert made.place is None
    assert document(quote=QUANTITIES).place == "Shenzhen (Shekou)"


def test_samples_alone_ask_no_deposit_and_an_unknown_sku_stands_under_its_code() -> None:
    sample = dataclasses.replace(ORDER.lines[3], sku="GONE-1")
    made = document(quote=dataclasses.replace(ORDER, lines=(sample,), freight=None, total=sample.amount))
    assert made.deposit is None
    assert made.items[0].name == "GONE-1"
    assert "GONE-1" in text_of(render_quotation(made))


def test_a_shop_without_a_platform_shows_no_box_and_no_code() -> None:
    shop = dataclasses.replace(SHOP, payment=PaymentTerms())
    made = make_quotation(shop, ORDER, number="Q-2026-0001", date=document().date, language="en")
    assert worded(made, "en").ordering is None
    assert "Trade Assurance" not in text_of(render_quotation(made))


def test_revisions_and_kinds_are_told_apart() -> None:
    first, second = text_of(render_quotation(document())), text_of(render_quotation(document(revision=2)))
    assert "Revision" not in first
    assert "Revision 2" in second
    proforma = text_of(render_quotation(document(kind="proforma")))
    assert "Proforma invoice" in proforma
    assert "HS code 8518.22" in proforma
    assert "HS code" not in first


def test_everything_that_the_buyer_needs_stands_on_it() -> None:
    text = text_of(render_quotation(document()))
    for words in (
        "Q-2026-0042", "24 November 2026", "4 December 2026", "DAP Mexico", "Archer & Sons",
        "12 working days", "8 December 2026", "712.4 kg", "Import duty and taxes are not included",
        "Trade Assurance", "money is held until you confirm delivery", "about EUR 9,551.04",
        "Boris Lindqvist", _LINK, "Page 1 of 1",
    ):  # fmt: skip
        assert words in text


def test_the_code_is_that_of_the_order_link() -> None:
    """Looked at in the picture of the page, module by module."""
    made = document()
    pages = laid_out(worded(made, "en"), A4, lambda text, bold: 0.2 * len(text), right_to_left=False)
    assert [mark.link for page in pages for mark in page if isinstance(mark, Code)] == [_LINK]
    page: Any = pypdf.PdfReader(io.BytesIO(render_quotation(made))).pages[0]
    links = [each.get_object() for each in page["/Annots"]]
    corners = [tuple(map(float, link["/Rect"])) for link in links if link["/A"]["/URI"] == _LINK]
    left, bottom, right, top = max(corners, key=lambda each: each[3] - each[1])
    scale = 6
    picture = pypdfium2.PdfDocument(render_quotation(made))[0].render(scale=scale).to_pil().convert("L")
    matrix = segno.make_qr(_LINK, error="m").matrix
    module = (right - left) / (len(matrix) + 4)
    for row, cells in enumerate(matrix):
        for column, dark in enumerate(cells):
            x = left + (column + 2.5) * module
            y = picture.height / scale - top + (row + 2.5) * module
            assert (picture.getpixel((int(x * scale), int(y * scale))) < 128) == bool(dark)
    assert bottom < top


def test_a_language_that_is_none_of_ours_is_refused() -> None:
    with pytest.raises(ReplyTextError, match="'sw'"):
        typeset(dataclasses.replace(document(), language="sw"))
