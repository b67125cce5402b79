"""Counts of goods as buyers write them, and numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.steps.triage.buyer import telling
from bot.steps.triage.quantities import is_series, read_quantities
from knowledge.glossary.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.homeware import HOMEWARE

FINDER = CatalogMatcher(HOMEWARE.items, Glossary.load())


def counts(language: str, text: str, units: tuple[str, ...] = ("set",)) -> list[int]:
    features = telling(FINDER, FINDER.features(text, language))
    return [c.value for c in read_quantities(text, language, features, units, FINDER.is_figure)]


WANTED = [
    ("en", "1.000 bottles", [1000]),
    ("en", "1,000 bottles please", [1000]),
    ("en", "1 000 bottles", [1000]),
    ("de", "1'000 Flaschen", [1000]),
    ("hi", "1,00,000 बोतल चाहिए", [100000]),
    ("en", "need 1,00,000 pcs mugs", [100000]),
    ("en", "10k mugs", [10000]),
    ("en", "mugs 10K pcs", [10000]),
    ("es", "2 mil tazas", [2000]),
    ("es", "2mil tazas", [2000]),
    ("ru", "5 тыс кружек", [5000]),
    ("ru", "5 тыс. шт. кружек", [5000]),
    ("ru", "5тыс полотенец", [5000]),
    ("zh", "两千个杯子", [2000]),
    ("zh", "三百条毛巾", [300]),
    ("zh", "3万个灯泡", [30000]),
    ("zh", "一万五千个灯泡", [15000]),
    ("zh", "要500个杯子", [500]),
    ("ar", "٥٠٠ كوب", [500]),
    ("ar", "نريد ١٬٠٠٠ قطعة", [1000]),
    ("ar", "أريد خمسمائة كوب", [500]),
    ("ar", "الف منشفة", [1000]),
    ("hi", "५०० मग", [500]),
    ("hi", "पाँच सौ मग", [500]),
    ("hi", "दो हज़ार बोतलें", [2000]),
    ("en", "five hundred mugs", [500]),
    ("en", "two thousand five hundred towels", [2500]),
    ("en", "a dozen mugs", [12]),
    ("en", "5 dozen mugs", [60]),
    ("en", "two dozen towels", [24]),
    ("en", "1000pc mugs", [1000]),
    ("en", "mugs x500", [500]),
    ("en", "mug x 500", [500]),
    ("en", "500 x mugs", [500]),
    ("en", "500x mug", [500]),
    ("en", "qty: 300 mugs", [300]),
    ("en", "mugs, qty 300", [300]),
    ("en", "Quantity - 300", [300]),
    ("en", "500 - 600 pcs mugs", [500, 600]),
    ("en", "mugs 500-600pcs", [500, 600]),
    ("en", "500+ mugs", [500]),
    ("en", "at least 300 mugs", [300]),
    ("en", "around 1000 mugs", [1000]),
    ("en", "~1000 mugs", [1000]),
    ("en", "approx. 1,500 pcs.", [1500]),
    ("en", "MOQ 500 pcs ok", [500]),
    ("en", "a thousand mugs", [1000]),
    ("en", "a hundred towels", [100]),
    ("en", "hundred pieces of towels", [100]),
    ("en", "1.5k mugs", [1500]),
    ("en", "2.5k pcs", [2500]),
    ("ru", "полторы тысячи кружек", [1500]),
    ("ru", "тысячу кружек", [1000]),
    ("ru", "сотню кружек", [100]),
    ("de", "zweihundert Tassen", [200]),
    ("de", "fünftausend Stück", [5000]),
    ("de", "tausend Becher", [1000]),
    ("fr", "cinq cents tasses", [500]),
    ("fr", "mille serviettes", [1000]),
    ("fr", "une centaine de tasses", [100]),
    ("fr", "2 000 serviettes", [2000]),
    ("fr", "deux mille serviettes", [2000]),
    ("it", "cinquecento tazze", [500]),
    ("it", "mille tazze", [1000]),
    ("it", "un centinaio di tazze", [100]),
    ("it", "2.000 pz tazze", [2000]),
    ("es", "quinientas tazas", [500]),
    ("es", "mil tazas", [1000]),
    ("es", "un millar de tazas", [1000]),
    ("pt", "quinhentas canecas", [500]),
    ("pt", "mil canecas", [1000]),
    ("pt", "duas mil toalhas", [2000]),
    ("pt", "1.500 unid. canecas", [1500]),
    ("tr", "beş yüz kupa", [500]),
    ("tr", "bin adet havlu", [1000]),
    ("tr", "2 bin tane kupa", [2000]),
    ("tr", "iki bin kupa", [2000]),
    ("pl", "pięćset kubków", [500]),
    ("pl", "tysiąc ręczników", [1000]),
    ("pl", "2 tys. kubków", [2000]),
    ("pl", "dwa tysiące kubków", [2000]),
    ("id", "lima ratus handuk", [500]),
    ("id", "500 biji mug", [500]),
    ("id", "seribu handuk", [1000]),
    ("id", "2rb pcs mug", [2000]),
    ("id", "2 ribu mug", [2000]),
    ("vi", "năm trăm cái cốc", [500]),
    ("vi", "một nghìn khăn tắm", [1000]),
    ("vi", "2 nghìn cái cốc", [2000]),
    ("ja", "マグカップ500個", [500]),
    ("ja", "タオル１０００枚", [1000]),
    ("ja", "マグを二百個", [200]),
    ("ja", "五百個お願いします", [500]),
    ("ja", "マグ1万個", [10000]),
    ("en", "delivery in 30 days, 500 mugs", [500]),
    ("en", "mugs for 25 stores, 2000 pcs", [2000]),
    ("en", "ISO 9001 certified? 300 mugs", [300]),
    ("en", "MG-11-WH 500", [500]),
    ("en", "500 MG-11-WH", [500]),
    ("en", "LB-9W-WW: 2000", [2000]),
    ("en", "2 colours, 500 mugs", [500]),
    ("en", "500 mugs in 2 colours", [500]),
    ("en", "3 different designs each 100 pcs", [100]),
    ("en", "the 2nd one, 500", [500]),
    ("en", "1st order 500 pcs", [500]),
    ("fr", "1er achat, 500 pièces", [500]),
    ("en", "we buy 20,000 a year", [20000]),
    ("en", "500 pcs 300 gsm towels", [500]),
    ("en", "Hi! 100% cotton towels 500 pcs", [500]),
    ("en", "towels 70x140 500", [500]),
    ("en", "towel 70 x 140 cm x 500 pcs", [500]),
    ("en", "bulbs 9w x 500", [500]),
    ("en", "quote 500, 1000 and 3000 mugs", [500, 1000, 3000]),
    ("en", "500, 1000, 3000 pcs", [500, 1000, 3000]),
    ("en", "500/1k/3k mugs", [500, 1000, 3000]),
    ("en", "500/1,000/3,000 mugs", [500, 1000, 3000]),
    ("es", "500, 1.000 y 3.000 uds", [500, 1000, 3000]),
    ("en", "send me 1 sample mug", [1]),
    ("en", "2 samples", [2]),
    ("en", "two samples please", [2]),
    ("en", "could i get one sample?", [1]),
    ("zh", "两个样品", [2]),
    ("de", "drei Muster", [3]),
    ("zh", "一千五百条", [1500]),
    ("ru", "от 500 шт", [500]),
    ("ru", "500шт кружек", [500]),
    ("ru", "кружки - 500 шт, полотенца - 200 шт", [500, 200]),
    ("ru", "до 15 декабря 300 кружек", [300]),
    ("ru", "в количестве 300 штук", [300]),
    ("ar", "500 قطعه من الاكواب", [500]),
    ("ar", "حوالي 1000 كوب", [1000]),
    ("ar", "300 حبة", [300]),
    ("en", "mugs 300pcs/towels 200pcs", [300, 200]),
    ("en", "300pcs of mugs", [300]),
    ("en", "300nos mugs", [300]),
    ("en", "300 ea", [300]),
    ("en", "300-pcs", [300]),
    ("en", "mugs (300)", [300]),
    ("en", "mugs: 300; towels: 200", [300, 200]),
    ("en", "mugs=300", [300]),
    ("en", "300 units/month", [300]),
]

NOT_WANTED = [
    ("de", "ein paar Tassen"),
    ("en", "mug 11 oz"),
    ("en", "bulb 9W E27 3000K"),
    ("en", "towel 50x90 cm"),
    ("en", "2.4 GHz 24/7 IP67"),
    ("en", "we need it by 15 December 2026"),
    ("en", "founded in 2012"),
    ("en", "call me +49 151 23456789"),
    ("en", "my phone 0151-2345678"),
    ("en", "price $300"),
    ("en", "300 USD is too much"),
    ("en", "we want 20% off"),
    ("en", "1. mugs\n2. towels"),
    ("en", "1) mugs\n2) towels"),
    ("en", "order 10004711 where is it"),
    ("en", "order #10023 status?"),
    ("en", "PO-2026/118 arrived"),
    ("en", "Berlin 10115 Germany"),
    ("en", "for children age 3+"),
    ("en", "for kids 3-5 years"),
    ("en", "meeting at 10:30"),
    ("en", "at 5 pm"),
    ("en", "3 pin plug"),
    ("en", "size 38 and 40"),
    ("en", "we have 12 shops"),
    ("en", "EN 71 and LFGB"),
    ("en", "40HQ container"),
    ("en", "20ft container"),
    ("en", "1x40HQ"),
    ("en", "one 20GP"),
    ("en", "Street 12, 80331 Munich"),
    ("de", "Musterstraße 12, 80331 München"),
    ("en", "tel: 0086 755 1234 5678"),
    ("zh", "下午3点"),
    ("zh", "3天"),
    ("zh", "十五天内"),
    ("zh", "万一不行"),
    ("zh", "一下价格"),
    ("zh", "一样的杯子"),
    ("zh", "百分之十"),
    ("zh", "千万不要"),
    ("zh", "三点"),
    ("zh", "双十一"),
    ("zh", "4S店"),
    ("ja", "一度"),
    ("ja", "三日以内"),
    ("ja", "十分です"),
    ("ru", "на 1 января"),
    ("en", "first, one question"),
    ("en", "one more thing, the second one"),
    ("en", "for two weeks"),
    ("en", "ten days"),
    ("de", "in zwei Wochen"),
    ("es", "en dos semanas"),
    ("es", "dentro de quince días"),
    ("fr", "dans dix jours"),
    ("ar", "٢٠٢٦/١٢/١٥"),
    ("ar", "خصم ١٠٪"),
]

GROUPED = [f"{n:,}" for n in (1000, 12500)] + ["1.000", "12.500", "1 000", "12 500", "1'000", "12'500"]


@pytest.mark.parametrize(("language", "text", "wanted"), WANTED)
def test_a_count_is_read_as_the_buyer_writes_it(language: str, text: str, wanted: list[int]) -> None:
    assert counts(language, text) == wanted


@pytest.mark.parametrize(("language", "text"), NOT_WANTED)
def test_other_numbers_are_no_counts(language: str, text: str) -> None:
    assert counts(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "package"),
    [
        ("en", "20 cartons of mugs", "carton"),
        ("ru", "20 коробок кружек", "carton"),
        ("es", "20 cajas de tazas", "box"),
        ("zh", "20箱马克杯", "carton"),
    ],
)
def test_a_count_of_cartons_is_told_from_one_of_pieces(language: str, text: str, package: str) -> None:
    (count,) = read_quantities(text, language, (), (), FINDER.is_figure)
    assert (count.value, count.package) == (20, package)


@pytest.mark.parametrize("text", ["3 pallets of mugs", "how many mugs in 1 carton", "2 containers"])
def test_pallets_and_a_single_carton_count_nothing(text: str) -> None:
    assert counts("en", text) == []


@pytest.mark.parametrize(
    ("language", "text", "pieces"),
    [
        ("en", "20 cartons of 24 pcs", 480),
        ("de", "20 Kartons mit je 24 Stück", 480),
        ("ru", "20 коробок по 24 шт", 480),
    ],
)
def test_cartons_of_a_known_content_count_its_pieces(language: str, text: str, pieces: int) -> None:
    assert counts(language, text) == [pieces]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "zwei Dutzend Tassen", 24),
        ("es", "cinco docenas de tazas", 60),
        ("it", "mille e cinquecento tazze", 1500),
        ("pl", "trzy tuziny kubków", 36),
        ("en", "600. must be ready by June", 600),
    ],
)
def test_numbers_in_words_and_before_a_full_stop_count(language: str, text: str, value: int) -> None:
    assert counts(language, text) == [value]


@pytest.mark.parametrize("text", ["100,500,1000 pcs", "mugs 100,500,1000 pcs"])
def test_counts_that_commas_part_are_each_read(text: str) -> None:
    assert counts("en", text) == [100, 500, 1000]


def test_a_shop_that_sells_by_the_carton_counts_cartons() -> None:
    assert counts("en", "20 cartons of mugs", ("carton",)) == [20]
    assert counts("en", "20 boxes of mugs", ("box",)) == [20]


def test_a_count_before_its_unit_is_certain_and_a_bare_one_is_not() -> None:
    certain, bare = read_quantities("300 pcs mugs and 700 towels", "en", (), (), lambda number, before: False)
    assert (certain.strong, bare.strong) == (True, False)


def test_counts_joined_by_or_are_alternatives() -> None:
    text = "500 or 1000 mugs"
    first, second = read_quantities(text, "en", (), (), lambda number, before: False)
    assert is_series(text, first, second)


@given(
    st.integers(10, 99_999).map(lambda n: n * 10),
    st.sampled_from([
        ("en", "{} pcs of mugs"), ("en", "qty: {} mugs"), ("es", "{} piezas de tazas"),
        ("de", "{} Stück Tassen"),
        ("fr", "{} pièces de tasses"), ("it", "{} pezzi di tazze"), ("pt", "{} unidades de canecas"),
        ("ru", "{} шт. кружек"),
        ("tr", "{} adet kupa"), ("pl", "{} szt. kubków"), ("id", "{} buah mug"), ("vi", "{} cái cốc"),
        ("hi", "{} पीस मग"),
        ("ar", "{} قطعة أكواب"), ("zh", "杯子{}个"), ("ja", "マグカップ{}個"),
    ]),
    st.sampled_from(["{}", "{:,}", "dot", "blank", "arabic", "devanagari"]),
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_any_count_is_read_in_any_grouping_and_digits(
    number: int, sentence: tuple[str, str], style: str
) -> None:
    written = f"{number:,}" if style in ("{:,}", "dot", "blank") else str(number)
    written = written.replace(",", {"dot": ".", "blank": " "}.get(style, ","))
    if style in ("arabic", "devanagari"):
        zero = 0x0660 if style == "arabic" else 0x0966
        written = "".join(chr(zero + int(c)) for c in written)
    language, text = sentence
    assert counts(language, text.format(written)) == [number]


@given(st.text(max_size=200), st.sampled_from(["en", "zh", "ar", "ru", "hi", "xx"]))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_reading_of_counts(text: str, language: str) -> None:
    found = read_quantities(text, language, (), ("set",), lambda number, before: False)
    assert all(0 <= c.start < c.end <= len(text) and c.value > 0 for c in found)


@pytest.mark.parametrize(
    "unit", ["7", "1.", "1,", " ", "a", "12 ", "三百", "2x", "5-", "5/", "tel 0", "strasse", "(0 "]
)
def test_a_message_of_a_hundred_thousand_characters_is_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert all(c.end <= len(text) for c in read_quantities(text, "en", (), (), lambda number, before: False))


def test_lights_for_a_street_are_counted_and_a_house_number_is_not() -> None:
    assert counts("en", "50 solar street lights please") == [50]
    assert counts("en", "our shop is at 50 Mill Street, please send 300 mugs") == [300]


def test_my_in_italian_is_no_million() -> None:
    assert counts("it", "per il mio negozio vorrei 20 tazze") == [20]


def test_what_one_piece_costs_is_no_count_of_one() -> None:
    assert counts("zh", "杯子一千五百个，多少钱一个？") == [1500]
