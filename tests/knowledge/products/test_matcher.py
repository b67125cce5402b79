"""Which SKUs a buyer's words mean, and when they mean none for certain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.inquiry import LANGUAGES
from bot.domain.products import Feature
from knowledge.glossary import Glossary
from knowledge.products.matcher import CatalogMatcher
from tests.homeware import HOMEWARE
from tests.homeware import _item as item
from tests.knowledge.products.stalls import fitting, found, homeware, stall

GREEN_750 = {
    "en": "green steel bottle 750 ml", "es": "botella de acero verde 750 ml",
    "pt": "garrafa de aço inox verde 750 ml", "fr": "gourde en inox verte 750 ml",
    "de": "grüne Edelstahlflasche 750 ml", "it": "bottiglia in acciaio verde 750 ml",
    "ru": "зелёная стальная бутылка 750 мл", "ar": "زجاجة ماء فولاذ خضراء 750 مل",
    "tr": "yeşil çelik su şişesi 750 ml", "pl": "zielona butelka stalowa 750 ml",
    "id": "botol air hijau 750 ml", "vi": "bình nước inox màu xanh lá 750 ml",
    "hi": "हरी पानी की बोतल 750 मिली", "zh": "绿色不锈钢水瓶750毫升", "ja": "ステンレスの水筒 緑 750ml",
}  # fmt: skip
BLACK_MUG = {
    "en": "black ceramic mugs", "es": "tazas de cerámica negras", "pt": "canecas de cerâmica pretas",
    "fr": "tasses en céramique noires", "de": "schwarze Keramiktassen", "it": "tazze in ceramica nere",
    "ru": "чёрные керамические кружки", "ar": "أكواب سيراميك سوداء", "tr": "siyah seramik kupa",
    "pl": "czarne kubki ceramiczne", "id": "mug keramik hitam", "vi": "cốc sứ màu đen",
    "hi": "काले सिरेमिक मग", "zh": "黑色陶瓷马克杯", "ja": "黒い陶器のマグカップ",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_goods_are_found_in_every_language(language: str) -> None:
    assert found(homeware(), GREEN_750[language], language).sku == "BT-750-GN"
    assert found(homeware(), BLACK_MUG[language], language).sku == "MG-11-BK"


@pytest.mark.parametrize(
    ("words", "sku"),
    [
        ("0.5 l steel bottle green", "BT-500-GN"),
        ("50 cl steel bottle white", "BT-500-WH"),
        ("steel bottle 0.75 litre", "BT-750-GN"),
        ("frying pan 240 mm", "PAN-24"),
        ("led bulb 0.012 kW", "LB-12W-WW"),
        ("LED bulb 9W 3000K", "LB-9W-WW"),
        ("towel 70x140", "TW-BA-70"),
        ("towel 50 x 90 cm", "TW-HA-50"),
        ("hand towel", "TW-HA-50"),
        ("black mug", "MG-11-BK"),
    ],
)
def test_near_duplicates_are_told_apart_by_figure_and_colour(words: str, sku: str) -> None:
    assert found(homeware(), words).sku == sku


@pytest.mark.parametrize(
    ("words", "sku"),
    [
        ("black t-shirt size L", "TS-BK-L"),
        ("t-shirt size m", "TS-BK-M"),
        ("large t-shirt white", "TS-WH-L"),
        ("large black t-shirt", "TS-BK-L"),
        ("medium t-shirt", "TS-BK-M"),
        ("medium size t-shirt", "TS-BK-M"),
        ("usb-a to usb-c cable", "CB-AC-1"),
        ("type c to type c cable 1m", "CB-CC-1"),
        ("USB-C to USB-C cable 200 cm", "CB-CC-2"),
        ("24-piece cutlery set", "CT-24"),
        ("cutlery, set of 16", "CT-16"),
        ("4-person tent", "TN-4"),
        ("tent for 2 persons", "TN-2"),
        ("Breeze60", "HD-60"),
        ("hair dryer 1.8 kW", "HD-50"),
    ],
)
def test_near_duplicates_are_told_apart_by_size_letter_connector_pieces_persons_and_model(
    words: str, sku: str
) -> None:
    assert found(stall(), words).sku == sku


@pytest.mark.parametrize(
    ("words", "fit"),
    [
        ("steel bottle 500 ml", {"BT-500-GN", "BT-500-WH"}),
        ("green steel bottle", {"BT-500-GN", "BT-750-GN"}),
        ("ceramic mug", {"MG-11-WH", "MG-11-BK"}),
        ("LED bulb 9W", {"LB-9W-WW", "LB-9W-CW"}),
        ("frying pan", {"PAN-24", "PAN-28"}),
        ("towel", {"TW-BA-70", "TW-HA-50"}),
    ],
)
def test_goods_that_fit_equally_are_offered_and_none_is_assumed(words: str, fit: set[str]) -> None:
    resolution = found(homeware(), words)
    assert resolution.sku is None
    assert set(resolution.alternatives) == fit


@pytest.mark.parametrize(
    ("words", "never"), [("frying pan 26 cm", {"PAN-24", "PAN-28"}), ("led bulb 7 W", {"LB-12W-WW"})]
)
def test_a_size_that_the_shop_does_not_have_settles_on_none_of_its_sizes(words: str, never: set[str]) -> None:
    assert found(homeware(), words).sku not in never


@pytest.mark.parametrize(
    "words", ["fishing rods", "garden chairs", "wooden garden chairs in white", "ceramic vase", "hello"]
)
def test_goods_that_the_shop_does_not_sell_are_not_settled(words: str) -> None:
    assert found(homeware(), words).sku is None
    assert found(homeware(), words).alternatives == ()


def test_a_shared_size_makes_no_frying_pan_of_a_fishing_rod() -> None:
    resolution = found(homeware(), "fishing rods 24 cm")
    assert (resolution.sku, resolution.alternatives) == (None, ())


@pytest.mark.parametrize("words", ["BT-500-GN", "bt-500-gn please", "the white one like BT-500-GN"])
def test_an_sku_written_out_is_that_sku_with_its_siblings_beside_it(words: str) -> None:
    resolution = found(homeware(), words)
    assert resolution.sku == "BT-500-GN"
    assert set(resolution.alternatives) == {"BT-500-WH", "BT-750-GN"}
    assert resolution.coverage == 1.0


def test_two_skus_written_out_are_both_offered() -> None:
    resolution = found(homeware(), "BT-500-GN or BT-750-GN")
    assert (resolution.sku, resolution.alternatives) == (None, ("BT-500-GN", "BT-750-GN"))


def test_what_the_buyer_refuses_counts_against_the_goods_that_have_it() -> None:
    finder = homeware()
    refused = [replace(f, negated=f.value == "white") for f in finder.features("white ceramic mug", "en")]
    assert finder.resolve(refused).sku == "MG-11-BK"


def test_only_what_the_seller_offered_is_chosen_among() -> None:
    finder = homeware()
    among = frozenset({"PAN-24", "MG-11-BK"})
    assert finder.resolve(finder.features("the black one", "en"), among).sku == "MG-11-BK"
    assert finder.resolve(finder.features("pan", "en"), among).sku == "PAN-24"
    assert finder.resolve(finder.features("frying pan 28 cm", "en"), frozenset({"MG-11-BK"})).sku is None


@pytest.mark.parametrize(
    ("sku", "words", "variant"),
    [
        ("BT-500-GN", "white", "BT-500-WH"),
        ("BT-500-GN", "750 ml", "BT-750-GN"),
        ("BT-500-GN", "green", "BT-500-GN"),
        ("MG-11-WH", "black", "MG-11-BK"),
        ("MG-11-WH", "green", None),
    ],
)
def test_another_colour_or_size_of_the_same_goods(sku: str, words: str, variant: str | None) -> None:
    finder = homeware()
    assert finder.variant(sku, finder.features(words, "en")).sku == variant


def test_another_colour_keeps_the_size() -> None:
    assert stall().variant("TS-WH-L", stall().features("black", "en")).sku == "TS-BK-L"


def test_the_same_property_said_differently_is_a_rival() -> None:
    finder = homeware()

    def one(words: str) -> Feature:
        return finder.features(words, "en")[0]

    assert finder.rivals(one("black"), one("white"))
    assert finder.rivals(one("500 ml"), one("750 ml"))
    assert not finder.rivals(one("500 ml"), one("9 W"))
    assert not finder.rivals(one("black"), one("black"))
    assert not finder.rivals(one("black"), one("ceramic"))
    assert not finder.rivals(one("mug"), one("towel"))
    assert not finder.rivals(one("black"), one("500 ml"))


def test_goods_are_known_and_sold_or_not() -> None:
    finder = homeware()
    mug, rods = finder.features("mug", "en")[0], finder.features("fishing rods", "en")[0]
    assert finder.knows(mug)
    assert finder.sells(mug)
    assert not finder.knows(rods)
    assert not finder.sells(rods)


def test_where_no_word_fits_the_nearest_by_meaning_are_offered_and_never_assumed() -> None:
    def near(english: str) -> list[tuple[str, float]]:
        return [("PAN-24", 0.8), ("PAN-28", 0.55), ("MG-11-WH", 0.3)]

    finder = CatalogMatcher(HOMEWARE.items, Glossary.load(), near)
    resolution = found(finder, "projector")
    assert (resolution.sku, resolution.alternatives) == (None, ("PAN-24", "PAN-28"))
    assert found(finder, "hello how are you").alternatives == ()


def test_the_ranking_names_the_best_first_with_shares() -> None:
    finder = homeware()
    ranked = finder.ranked(finder.features("black ceramic mug", "en"))
    assert [sku for sku, _ in ranked[:2]] == ["MG-11-BK", "MG-11-WH"]
    assert all(0 < share <= 1 for _, share in ranked)
    assert finder.ranked(finder.features("PAN-28", "en"))[0] == ("PAN-28", 1.0)


def test_a_bag_for_a_laptop_is_the_bag() -> None:
    assert fitting(homeware(), "bag for laptop 15.6") == {"BG-BACK-GY"}


def test_a_new_finder_answers_as_one_that_has_answered_before() -> None:
    fresh = CatalogMatcher(HOMEWARE.items, Glossary.load())
    texts = [("ceramic mug", "en"), *((GREEN_750[language], language) for language in LANGUAGES)]
    for words, language in texts:
        assert fresh.features(words, language) == homeware().features(words, language)
        assert found(fresh, words, language) == found(homeware(), words, language)
        assert found(fresh, words, language) == found(fresh, words, language)


@settings(max_examples=150, deadline=None)
@given(words=st.text(max_size=120), language=st.sampled_from(LANGUAGES))
def test_any_text_is_answered_with_goods_of_the_shop_or_none(words: str, language: str) -> None:
    finder = homeware()
    features = finder.features(words, language)
    assert all(0 <= f.start < f.end <= len(words) for f in features)
    resolution = finder.resolve(features)
    known = {item.sku for item in HOMEWARE.items}
    assert {resolution.sku, *resolution.alternatives} - {None} <= known
    assert resolution.sku not in resolution.alternatives
    assert 0.0 <= resolution.coverage <= 1.0


def test_one_known_word_among_many_unknown_goods_settles_nothing() -> None:
    assert found(homeware(), "knife set").sku == "KN-SET-5"
    assert found(homeware(), "projectors, printers, routers, chairs, tents, knife set").sku is None


def test_gigabytes_written_short_are_no_grams() -> None:
    items = tuple(
        item(f"FD-{size}", f"USB flash drive {size} GB", "storage", f"capacity={size} GB")
        for size in (32, 64)
    )
    finder = CatalogMatcher(items, Glossary.load())
    assert found(finder, "usb flash drive 64G").sku == "FD-64"
    assert found(finder, "usb flash drive 32g").sku == "FD-32"


def test_of_several_variants_the_one_that_differs_least_is_taken() -> None:
    colours = [("red", "M"), ("red", "L"), ("blue", "M"), ("blue", "L")]
    items = tuple(
        item(f"{c}-{s}", f"Cotton T-shirt, {c}, size {s}", "clothing", f"colour={c}; size={s}")
        for c, s in colours
    )
    finder = CatalogMatcher(items, Glossary.load())
    assert finder.variant("red-M", finder.features("blue", "en")).sku == "blue-M"
    assert finder.variant("red-M", finder.features("size L", "en")).sku == "red-L"


def test_a_plug_that_a_list_names_is_one_thing_with_its_heading() -> None:
    items = tuple(item(f"LP-{p}", "Desk lamp", "lighting", f"plug={p}") for p in ("EU", "UK", "US"))
    finder = CatalogMatcher(items, Glossary.load())
    for plug in ("EU", "UK", "US"):
        assert found(finder, f"desk lamp with {plug} plug").sku == f"LP-{plug}"
