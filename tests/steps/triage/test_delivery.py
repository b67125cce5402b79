"""Terms of delivery, freight methods, order numbers and currencies in the words of buyers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.fold import fold
from bot.domain.inquiry import INCOTERMS
from bot.steps.triage.delivery import (
    read_currency,
    read_incoterm,
    read_method,
    read_order_number,
    wants_fastest,
)
from tests.homeware import HOMEWARE

SKUS = frozenset(fold(item.sku).text for item in HOMEWARE.items)

TERMS = [
    ("fob price", "FOB"),
    ("F.O.B. Ningbo", "FOB"),
    ("FOB or CIF?", None),
    ("not CIF, FOB", "FOB"),
    ("FOB, not CIF", "FOB"),
    ("CIF Hamburg, we had FOB before", "CIF"),
    ("цена ФОБ", "FOB"),
    ("СИФ Новороссийск", "CIF"),
    ("到岸价多少", "CIF"),
    ("大阪までDAPで", "DAP"),
    ("ddp to my door", "DDP"),
    ("C.I.F. Lagos", "CIF"),
    ("EXW price", "EXW"),
    ("ex-works", "EXW"),
    ("C&F Karachi", "CFR"),
    ("سعر فوب", "FOB"),
    ("السعر سيف جدة", "CIF"),
    ("FOB fiyat", "FOB"),
    ("please quote FOB and CIF", None),
    ("FOB还是CIF", None),
    ("precio FOB o CIF?", None),
    ("nicht FOB, sondern DAP", "DAP"),
    ("instead of FOB we want DDP", "DDP"),
    ("dap", "DAP"),
    ("dat is good", None),
    ("free on board", "FOB"),
    ("delivered duty paid", "DDP"),
    ("ex works", "EXW"),
    ("FOB Shenzhen", "FOB"),
    ("sin CIF, mejor FOB", "FOB"),
    ("change to CIF from FOB", "CIF"),
    ("不要FOB，要CIF", "CIF"),
    ("CIF instead of FOB", "CIF"),
]

METHODS = [
    ("by sea", "sea LCL"),
    ("by sea or air?", None),
    ("no air, too expensive", None),
    ("not by air, by sea", "sea LCL"),
    ("air freight please", "air"),
    ("per Luftfracht", "air"),
    ("морем", "sea LCL"),
    ("sea LCL", "sea LCL"),
    ("DHL", "express"),
    ("海运", "sea LCL"),
    ("空运", "air"),
    ("海运还是空运", None),
    ("شحن جوي", "air"),
    ("بحري", "sea LCL"),
    ("船便で", "sea LCL"),
    ("हवाई जहाज से", "air"),
    ("đường biển", "sea LCL"),
    ("deniz yolu ile", "sea LCL"),
    ("via mare", "sea LCL"),
    ("nave", "sea LCL"),
    ("air pump", None),
    ("by plane", "air"),
    ("en avión", "air"),
    ("por mar", "sea LCL"),
    ("marítimo", "sea LCL"),
    ("aéreo", "air"),
    ("drogą morską", "sea LCL"),
    ("lewat laut", "sea LCL"),
    ("per Schiff statt per Luftfracht", "sea LCL"),
    ("tren de madera", None),
    ("train set", None),
    ("не самолётом, а морем", "sea LCL"),
    ("air, not sea", "air"),
    ("ups", "express"),
]

ORDERS = [
    ("order #10023", "10023"),
    ("where is PO-2026/118?", "PO-2026/118"),
    ("TW-260914-031 arrived broken", "TW-260914-031"),
    ("order 10004711", "10004711"),
    ("заказ № 5521", "5521"),
    ("订单号 20261101003", "20261101003"),
    ("订单20261101003", "20261101003"),
    ("order 1000 mugs", None),
    ("I want to order MG-11-WH", None),
    ("order 500 MG-11-WH", None),
    ("call +49-151-2345678", None),
    ("my order number is 88213", "88213"),
    ("Order No: SO/2026/0045", "SO/2026/0045"),
    ("#A10023 not arrived", "A10023"),
    ("Bestellung Nr. 4711", "4711"),
    ("Auftragsnummer 2026-118", "2026-118"),
    ("pedido nº 4521", "4521"),
    ("pedido 884512", "884512"),
    ("commande n° 7781", "7781"),
    ("ordine n. 7781", "7781"),
    ("sipariş no 99812", "99812"),
    ("99812 numaralı siparişim", "99812"),
    ("zamówienie nr 7781", "7781"),
    ("nomor pesanan 77812", "77812"),
    ("mã đơn hàng 77812", "77812"),
    ("ऑर्डर नंबर 77812", "77812"),
    ("رقم الطلب 77812", "77812"),
    ("طلب رقم ٧٧٨١٢", "77812"),
    ("注文番号 77812", "77812"),
    ("invoice INV-2026-0045", "INV-2026-0045"),
    ("i would like to order 2026-12 calendars", None),
    ("EN 71-3 and ISO 9001", None),
    ("in order to get 20000 pcs", None),
    ("order 20000 pcs", None),
    ("we want to order 200000 mugs", None),
    ("order from 14 October", None),
    ("order dated 14.10.2026", None),
    ("order QT-8831 please confirm", "QT-8831"),
    ("order no.: 2026/10-44", "2026/10-44"),
]

CURRENCIES = [
    ("price in euro", "EUR"),
    ("quote in EUR please", "EUR"),
    ("EUR prices", "EUR"),
    ("Preise in Euro", "EUR"),
    ("precio en euros", "EUR"),
    ("en dólares", "USD"),
    ("цена в рублях", "RUB"),
    ("в евро", "EUR"),
    ("用人民币报价", "CNY"),
    ("美元报价", "USD"),
    ("円建てで", "JPY"),
    ("ユーロで", "EUR"),
    ("باليورو", "EUR"),
    ("بالدولار", "USD"),
    ("euro olarak fiyat", "EUR"),
    ("Euro cinsinden", "EUR"),
    ("cena w euro", "EUR"),
    ("harga dalam rupiah", "IDR"),
    ("báo giá bằng USD", "USD"),
    ("कीमत रुपये में", "INR"),
    ("preço em reais", "BRL"),
    ("prix en euros", "EUR"),
    ("prezzo in euro", "EUR"),
    ("target in 2 dollars", None),
    ("in GBP", "GBP"),
    ("pay in yuan", "CNY"),
]


@pytest.mark.parametrize(("text", "wanted"), TERMS)
def test_the_incoterm_wanted_is_told_from_those_refused(text: str, wanted: str | None) -> None:
    assert read_incoterm([text]) == wanted


def test_an_incoterm_said_earlier_holds_until_it_is_turned_down() -> None:
    assert read_incoterm(["FOB please", "500 pcs"]) == "FOB"
    assert read_incoterm(["FOB please", "CIF Hamburg, not FOB"]) == "CIF"
    assert read_incoterm(["FOB please", "no FOB"]) is None


@pytest.mark.parametrize(("text", "wanted"), METHODS)
def test_the_freight_method_wanted_is_named_as_the_shop_names_it(text: str, wanted: str | None) -> None:
    assert read_method([text], HOMEWARE.rates) == wanted


@pytest.mark.parametrize(("text", "wanted"), ORDERS)
def test_an_order_number_is_told_from_counts_telephones_and_skus(text: str, wanted: str | None) -> None:
    assert read_order_number([text], SKUS) == wanted


@pytest.mark.parametrize(("text", "wanted"), CURRENCIES)
def test_the_currency_of_the_quote_is_read(text: str, wanted: str | None) -> None:
    assert read_currency(text) == wanted


def test_speed_is_asked_for_unless_it_is_refused() -> None:
    assert wants_fastest("the fastest way please")
    assert not wants_fastest("not the fastest, the cheapest")


@given(
    st.sampled_from(INCOTERMS),
    st.sampled_from(["{} price?", "price {} please", "precio {}", "цена {}", "{}价格", "{} fiyatı"]),
)
@settings(max_examples=80, deadline=None)
def test_any_incoterm_is_read_in_any_case(term: str, sentence: str) -> None:
    assert read_incoterm([sentence.format(term)]) == term
    assert read_incoterm([sentence.format(term.lower())]) == term


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_reading_of_delivery(text: str) -> None:
    assert read_incoterm([text]) in {None, *INCOTERMS}
    number = read_order_number([text], SKUS)
    assert number is None or any(c.isdigit() for c in number)


@pytest.mark.parametrize("unit", ["7", "a", "fob or ", "order no ", "#1", "a-", "not ", "А", "海"])
def test_a_message_of_a_hundred_thousand_characters_is_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert read_incoterm([text]) == ("FOB" if "fob" in unit else None)
    assert read_currency(text) is None
    assert read_method([text], HOMEWARE.rates) in {None, "sea LCL"}
    assert read_order_number([text], SKUS) is None or "1" in text or "7" in text
