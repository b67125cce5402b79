"""Quantity, batch and fault as buyers of fifteen languages write them."""

from __future__ import annotations

import pytest

from bot.domain import moves as m
from bot.domain.plan import ReplyPlan
from bot.steps.complaint import Heard, read
from bot.steps.guard import check

SAID = [
    ("12 of the 500 mugs arrived broken, lot no. 2311B", "12", "2311B"),
    ("We ordered 500 pcs, 40 pcs are defective. Batch: A-7781/2", "40", "A-7781/2"),
    ("12 de las 500 piezas llegaron rotas. Lote 2311B", "12", "2311B"),
    ("15% das peças chegaram quebradas, lote nº 88-A2", "15%", "88-A2"),
    ("12 pièces sur 500 sont cassées. Numéro de lot : L2311", "12", "L2311"),
    ("12 von 500 Stück sind defekt, Charge 7781", "12", "7781"),
    ("12 su 500 pezzi sono rotti, lotto: B-200", "12", "B-200"),
    ("12 из 500 штук разбитые, партия № 2311", "12", "2311"),
    ("١٢ من 500 قطعة مكسورة، رقم الدفعة 2311", "12", "2311"),
    ("500 adetin 12 tanesi kırık, parti no: TR-55", "12", "TR-55"),
    ("12 z 500 sztuk uszkodzonych, numer partii 2311/B", "12", "2311/B"),
    ("12 dari 500 pcs rusak, kode produksi: X77", "12", "X77"),
    ("12 trong số 500 cái bị hỏng, số lô: 2311", "12", "2311"),
    ("500 में से 12 पीस खराब हैं, बैच नंबर 2311", "12", "2311"),
    ("Also we received 30 broken speakers last month, batch B-2209.", "30", "B-2209"),
    ("Recibimos 30 altavoces rotos, lote 2311B", "30", "2311B"),
    ("Wir haben 12 kaputte Lampen erhalten, Charge 7781", "12", "7781"),
    ("500个中有12个坏了，批号：20261103", "12", "20261103"),
    ("500個中12個が破損していました。ロット番号：AB-123", "12", "AB-123"),
]


@pytest.mark.parametrize(("words", "quantity", "batch"), SAID)
def test_what_stands_in_the_words_is_read(words: str, quantity: str, batch: str) -> None:
    found = read([Heard(3, words)], order=None)
    assert (found["quantity"].value, found["batch"].value) == (quantity, batch)
    assert found["batch"].value in words
    assert found["wrong"].value in words
    assert {told.seq for told in found.values()} == {3}


@pytest.mark.parametrize(
    "words",
    [
        "20 pcs and 30 pcs are broken",
        "The goods arrived broken on 2026-11-03",
        "They are broken, 3 days late",
        "It broke 2 days after it came",
        "The 5 W speaker is broken",
    ],
)
def test_a_quantity_that_is_not_plain_is_none(words: str) -> None:
    assert "quantity" not in read([Heard(1, words)], order=None)


def test_a_lot_of_500_pieces_is_no_batch() -> None:
    assert "batch" not in read([Heard(1, "The lot 500 pcs arrived damaged")], order=None)


def test_a_number_alone_answers_what_was_asked_and_only_then() -> None:
    asked = read([Heard(1, "40")], order=None, asked=frozenset({"quantity"}))
    assert asked["quantity"].value == "40"
    assert "quantity" not in read([Heard(1, "40")], order=None)


def test_an_order_stands_in_the_words_or_is_none() -> None:
    assert read([Heard(2, "see po-2026 / 118")], order="PO-2026/118")["order"].seq == 2
    assert "order" not in read([Heard(2, "no number here")], order="PO-2026/118")


def test_files_names_are_read_for_the_batch() -> None:
    told = read([Heard(1, "", ("LOT_2311B_broken.jpg",))], order=None)["batch"]
    assert (told.value, told.words) == ("2311B", "LOT_2311B_broken.jpg")


GRANTS = [
    ("en", "We will refund you."), ("es", "Le reembolsaremos."), ("pt", "Devolveremos o dinheiro."),
    ("fr", "Nous vous rembourserons."), ("de", "Wir erstatten den Betrag."), ("it", "Vi rimborseremo."),
    ("ru", "Мы вернём деньги."), ("ar", "سنعيد المبلغ."), ("tr", "Para iadesi yapacağız."),
    ("pl", "Zwrócimy pieniądze."), ("id", "Kami akan mengganti."), ("vi", "Chúng tôi sẽ hoàn tiền."),
    ("hi", "हम रिफंड कर देंगे।"), ("zh", "我们给您退款。"), ("ja", "返金いたします。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), GRANTS)
def test_a_program_grants_no_refund_and_a_person_may(language: str, words: str) -> None:
    complaint = ReplyPlan(language, True, (m.RegretDefect(),))
    assert ("unsupported_promise", "block") in blocking(words, complaint)
    assert not blocking(words, ReplyPlan(language, True, ()))


def blocking(words: str, plan: ReplyPlan) -> set[tuple[str, str]]:
    return {(each.rule, each.severity) for each in check(words, plan) if each.severity == "block"}
