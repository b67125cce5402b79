"""Trade words found as buyers write them: inflected, misspelt, run together, mixed."""

from __future__ import annotations

import pytest

from knowledge.glossary import Glossary


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.load()


def english(glossary: Glossary, text: str, language: str) -> set[str]:
    return {found.english for found in glossary.find(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        (
            "es",
            "Hola, precio de 300 toallas de algodón blancas con bordado",
            {"price", "towel", "cotton", "white", "embroidery"},
        ),
        ("es", "¿cuánto demora el envio de las playeras?", {"shipping", "t-shirt"}),
        (
            "pt",
            "Preciso de 200 canecas pretas com logotipo, frete incluso",
            {"mug", "black", "logo", "freight"},
        ),
        (
            "fr",
            "500 gourdes en acier inoxydable, livraison par avion",
            {"water bottle", "stainless steel", "air freight"},
        ),
        (
            "de",
            "200 Stück Schürzen aus Baumwolle, wie lange ist die Lieferzeit?",
            {"pieces", "apron", "cotton", "lead time"},
        ),
        ("it", "Vorrei 50 coltelli da cucina con manico di legno", {"kitchen knife", "wood"}),
        ("ru", "Нужно 300 деревянных досок, есть ли скидка и гарантия?", {"wood", "discount", "warranty"}),
        ("ar", "نريد ٥٠٠ حقيبة ظهر سوداء مع شعار والشحن", {"backpack", "black", "logo", "shipping"}),
        (
            "tr",
            "1000 adet paslanmaz çelik termos için fiyat teklifi",
            {"pieces", "stainless steel", "thermos", "quote"},
        ),
        ("pl", "Ile kosztuje 300 bawełnianych ręczników z nadrukiem?", {"price", "cotton", "towel", "print"}),
        (
            "id",
            "Berapa harga 500 handuk katun putih dan ongkos kirim?",
            {"price", "towel", "cotton", "white", "freight"},
        ),
        (
            "vi",
            "Báo giá 200 ba lô màu đen, thời gian giao hàng bao lâu?",
            {"quote", "backpack", "black", "lead time"},
        ),
        ("hi", "500 सूती तौलिये की कीमत और डिलीवरी का समय?", {"cotton", "towel", "price", "lead time"}),
        (
            "zh",
            "500个黑色不锈钢保温杯，最低起订量多少？",
            {"pieces", "black", "stainless steel", "thermos", "MOQ"},
        ),
        (
            "ja",
            "ステンレスの水筒500個、納期と送料を教えてください",
            {"stainless steel", "water bottle", "pieces", "lead time", "freight"},
        ),
    ],
)
def test_an_inquiry_is_understood_word_by_word(
    glossary: Glossary, language: str, text: str, meant: set[str]
) -> None:
    assert meant <= english(glossary, text, language)


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        ("es", "pendrive", "USB flash drive"),
        ("ru", "флешек", "USB flash drive"),
        ("fr", "clés USB", "USB flash drive"),
        ("pl", "ładowarek", "charger"),
        ("de", "Stick", "USB flash drive"),
        ("pt", "carregador", "charger"),
        ("es", "remera", "t-shirt"),
        ("es", "sartenes", "frying pan"),
        ("it", "borraccia", "water bottle"),
        ("zh", "充电宝", "power bank"),
        ("ja", "モバイルバッテリー", "power bank"),
        ("ar", "باور بانك", "power bank"),
        ("vi", "sạc dự phòng", "power bank"),
        ("hi", "मोमबत्ती", "candle"),
        ("id", "celemek", "apron"),
        ("tr", "çantaları", "bag"),
        ("en", "memory sticks", "USB flash drive"),
        ("en", "mugs", "mug"),
    ],
)
def test_everyday_names_of_goods_are_known(glossary: Glossary, language: str, word: str, meant: str) -> None:
    assert meant in english(glossary, word, language)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("Lederhandtasche", {"leather", "handbag"}),
        ("Edelstahlflaschen", {"stainless steel", "water bottle"}),
        ("Baumwollhandtücher", {"towel"}),
        ("Musterkosten", {"sample", "price"}),
        ("Holzstühle", {"wood", "chair"}),
    ],
)
def test_german_compounds_come_apart(glossary: Glossary, compound: str, parts: set[str]) -> None:
    assert parts <= english(glossary, compound, "de")


@pytest.mark.parametrize(
    ("language", "slip", "meant"),
    [
        ("en", "warrenty", "warranty"),
        ("es", "garamtia", "warranty"),
        ("fr", "livraisson", "shipping"),
        ("en", "catalouge", "catalogue"),
        ("de", "Garanite", "warranty"),
    ],
)
def test_a_slip_of_the_keyboard_is_forgiven(glossary: Glossary, language: str, slip: str, meant: str) -> None:
    (found,) = glossary.find(slip, language)
    assert found.english == meant
    assert found.weight < 0.9


def test_missing_accents_do_not_matter(glossary: Glossary) -> None:
    assert {"battery", "lead time"} <= english(glossary, "baterias, plazo de produccion", "es")
    assert "shipping" in english(glossary, "phi van chuyen", "vi") | english(glossary, "van chuyen", "vi")


def test_vietnamese_marks_tell_words_apart(glossary: Glossary) -> None:
    assert "black" in english(glossary, "mũ màu đen", "vi")
    assert "black" not in english(glossary, "tôi sẽ đến cửa hàng", "vi")


def test_arabic_particles_are_seen_through(glossary: Glossary) -> None:
    assert {"price", "warranty", "shipping"} <= english(glossary, "بالسعر والضمان وللشحن", "ar")


def test_buyers_mix_languages(glossary: Glossary) -> None:
    found = english(glossary, "Hola, need 500 pcs mochilas negras, MOQ? доставка", "es")
    assert {"pieces", "backpack", "black", "MOQ", "shipping"} <= found


def test_a_word_that_only_looks_english_is_left_alone(glossary: Glossary) -> None:
    assert "red" not in english(glossary, "una red de ventas", "es")
    assert "air freight" not in english(glossary, "botol air", "id")


def test_a_character_is_a_unit_only_after_a_number(glossary: Glossary) -> None:
    assert "days" in english(glossary, "要15天吗", "zh")
    assert "days" not in english(glossary, "天很蓝", "zh")


def test_matches_do_not_overlap_and_name_their_place(glossary: Glossary) -> None:
    text = "Sehr geehrte Damen, 300 Lederhandtaschen und ２００個 のステンレス水筒 bitte, Lieferzeit?"
    end = 0
    for found in glossary.find(text, "de"):
        assert found.start >= end
        assert text[found.start : found.end].strip() == text[found.start : found.end] != ""
        end = found.end
    assert end > 0


def test_odd_texts_are_survived(glossary: Glossary) -> None:
    for text in ("", "   ", "😀😀🎉", "a" * 5000, "\u202eabc\u202c", "١٢٣", "½ ² ﬁ", "ｶﾞﾗｽ", "\ud800"):
        for language in ("en", "de", "ar", "ja", "vi", "??"):
            glossary.find(text, language)


def test_the_english_of_a_question_keeps_numbers_and_codes(glossary: Glossary) -> None:
    brought = glossary.bring_over("¿Precio de 250 tazas AB-12 de 350 ml con logo?", "es").split()
    assert {"250", "mug", "AB-12", "350", "logo"} <= set(brought)
    assert "de" not in brought


def test_english_comes_back_as_it_is(glossary: Glossary) -> None:
    assert glossary.bring_over("Price of 250 mugs?", "en") == "Price of 250 mugs?"


def test_a_very_long_message_is_read_to_its_end(glossary: Glossary) -> None:
    text = "necesito tazas y más palabras " * 4000
    assert sum(found.english == "mug" for found in glossary.find(text, "es")) == 4000
