"""What Alice the buyer wants of a shop of homeware, through a whole talk."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.inquiry import AskedItem, Inquiry, Message
from bot.steps.triage.options import OptionReader
from bot.steps.triage.wanted import WantedReader
from knowledge.glossary.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.homeware import HOMEWARE

WORDS = Glossary.load()
READER = WantedReader(HOMEWARE, CatalogMatcher(HOMEWARE.items, WORDS), OptionReader(HOMEWARE, WORDS))


def wanted(language: str, *texts: str) -> tuple[AskedItem, ...]:
    messages = tuple(
        Message("seller", text[2:]) if text.startswith("S:") else Message("buyer", text) for text in texts
    )
    return READER.read(Inquiry("talk", messages, datetime.now(UTC)), language).items


TALKS = [
    ("en", "Hi, price for 500 green steel bottles 500ml with our logo lasered?", [("BT-500-GN", 500)]),
    ("es", "Hola, necesito 1.000 botellas de acero de 750 ml, color verde, FOB", [("BT-750-GN", 1000)]),
    (
        "de",
        "Bitte Angebot für 300 Keramiktassen schwarz und 200 Stück weiß",
        [("MG-11-BK", 300), ("MG-11-WH", 200)],
    ),
    ("ru", "Нужно 2000 светодиодных ламп 9 Вт E27 тёплый белый", [("LB-9W-WW", 2000)]),
    ("fr", "Bonjour, 600 serviettes de bain coton 70x140 avec logo brodé", [("TW-BA-70", 600)]),
    ("it", "Quanto costa la padella antiaderente da 28 cm? ne servono 250", [("PAN-28", 250)]),
    ("pt", "Preço de 400 mochilas cinza para notebook 15,6", [("BG-BACK-GY", 400)]),
    ("tr", "500 adet 24 cm yapışmaz tava fiyatı nedir?", [("PAN-24", 500)]),
    ("ar", "كم سعر ٣٠٠ حقيبة قماش مع طباعة الشعار؟", [("BG-TOTE-NA", 300)]),
    ("zh", "你好，白色陶瓷杯 800个 FOB多少钱", [("MG-11-WH", 800)]),
    ("ja", "LED電球 9W E27 昼光色 6500K を1000個お願いします", [("LB-9W-CW", 1000)]),
    ("vi", "Cho mình giá 300 bộ dao nhà bếp 5 món", [("KN-SET-5", 300)]),
    ("id", "harga handuk mandi katun 500 pcs", [("TW-BA-70", 500)]),
    ("pl", "Proszę o cenę 200 szt. plecaków na laptopa, szary", [("BG-BACK-GY", 200)]),
    ("hi", "500 सफेद सिरेमिक मग का दाम बताइए", [("MG-11-WH", 500)]),
    (
        "en",
        "Quote please:\n1. Tote bags - 1000\n2. Backpack grey - 200 pcs\n3. Knife sets x 50",
        [("BG-TOTE-NA", 1000), ("BG-BACK-GY", 200), ("KN-SET-5", 50)],
    ),
    ("es", "quiero 500 tazas blancas y 500 negras", [("MG-11-WH", 500), ("MG-11-BK", 500)]),
    ("ru", "сковорода 28 см, 300 шт, и 24 см 200 шт", [("PAN-28", 300), ("PAN-24", 200)]),
    ("en", "500 pcs hand towels with embroidery, S", [("TW-HA-50", 500)]),
    ("en", "I want 1k ceramic mugs 11oz white w/ full color printing", [("MG-11-WH", 1000)]),
    ("de", "2.500 Stück Jutebeutel bzw. Stofftaschen natur", [("BG-TOTE-NA", 2500)]),
    ("fr", "je voudrais 100 poêles de 24 cm et 100 de 28 cm", [("PAN-24", 100), ("PAN-28", 100)]),
    ("zh", "不锈钢水杯500毫升，绿色300个，白色200个", [("BT-500-GN", 300), ("BT-500-WH", 200)]),
    ("en", "Hello! 12w warm white bulbs, two thousand pieces", [("LB-12W-WW", 2000)]),
    ("tr", "havlu 50x90 pamuk 1.500 adet", [("TW-HA-50", 1500)]),
    ("it", "500 borracce in acciaio bianche da mezzo litro", [("BT-500-WH", 500)]),
    ("ar", "نحتاج 200 مقلاة 28 سم و 100 مقلاة 24 سم", [("PAN-28", 200), ("PAN-24", 100)]),
    ("id", "Mau pesan tas ransel laptop abu-abu 100 buah", [("BG-BACK-GY", 100)]),
    ("ja", "白のマグカップを500個、FOB価格をお願いします", [("MG-11-WH", 500)]),
    ("pt", "quanto fica 300 garrafas térmicas de 500ml brancas?", [("BT-500-WH", 300)]),
]


@pytest.mark.parametrize(("language", "text", "items"), TALKS)
def test_goods_and_counts_are_read_in_every_language(
    language: str, text: str, items: list[tuple[str, int]]
) -> None:
    assert [(item.sku, item.quantity) for item in wanted(language, text)] == items


def test_several_quantities_of_one_thing_are_alternatives() -> None:
    items = wanted("en", "price of frying pan 500/1000/3000 pcs 28cm")
    assert [(item.sku, item.quantity, item.alternative) for item in items] == [
        ("PAN-28", 500, True),
        ("PAN-28", 1000, True),
        ("PAN-28", 3000, True),
    ]


def test_a_sample_is_no_order_of_what_may_follow() -> None:
    (sample,) = wanted("en", "can i get 2 samples of the hand towel? if good we order 1000")
    assert (sample.sku, sample.quantity, sample.sample) == ("TW-HA-50", 2, True)


def test_an_answer_to_the_seller_settles_what_was_open() -> None:
    items = wanted(
        "en",
        "Do you have mugs?",
        "S:Yes, MG-11-WH white and MG-11-BK black. Which one and how many?",
        "black, 300",
    )
    assert [(item.sku, item.quantity) for item in items] == [("MG-11-BK", 300)]


def test_goods_that_fit_equally_stay_open() -> None:
    (item,) = wanted("en", "need led bulbs 9w e27, 5000 pcs")
    assert (item.sku, item.quantity) == (None, 5000)
    assert set(item.alternatives) >= {"LB-9W-WW", "LB-9W-CW"}
