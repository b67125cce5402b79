"""What Boris the salesperson says settles the goods, or offers a choice of them."""

from __future__ import annotations

import pytest

from bot.steps.triage.seller import named_by_seller
from tests.steps.triage.desk import SHOP, finder, understood, wanted


@pytest.mark.parametrize(
    "offer", ["I suggest MG-11-BK.", "mg-11-bk is in stock", "We have the black ceramic mug 11 oz."]
)
def test_the_one_item_that_the_seller_names_is_the_one_meant(offer: str) -> None:
    assert wanted("500 ceramic mugs", f"Boris: {offer}", "ok good, price?") == [("MG-11-BK", 500)]


def test_items_that_the_seller_offers_are_chosen_among() -> None:
    talk = ("steel bottles 500 ml", "Boris: BT-500-GN green or BT-500-WH white?")
    assert wanted(*talk, "white, 400") == [("BT-500-WH", 400)]
    assert wanted(*talk, "the green one, 200") == [("BT-500-GN", 200)]


def test_without_a_choice_the_offer_stays_open() -> None:
    (item,) = understood("mugs", "Boris: MG-11-WH or MG-11-BK?", "500 then").items
    assert (item.sku, item.quantity) == (None, 500)
    assert set(item.alternatives) == {"MG-11-WH", "MG-11-BK"}


def test_goods_that_only_the_seller_named_are_the_buyers_to_take() -> None:
    assert wanted("Hello", "Boris: Do you like our PAN-28?", "yes, 300") == [("PAN-28", 300)]


def test_what_is_settled_stays_when_the_seller_speaks_of_something_else() -> None:
    talk = ("500 canvas tote bags and 300 ceramic mugs", "Boris: For mugs I suggest MG-11-WH.", "ok")
    assert wanted(*talk) == [("BG-TOTE-NA", 500), ("MG-11-WH", 300)]


def test_a_vague_word_of_the_seller_settles_nothing() -> None:
    assert named_by_seller("We have many white things.", "en", finder(), SHOP) == []
    assert named_by_seller("Hello, how are you?", "en", finder(), SHOP) == []
    assert named_by_seller("A black mug projector for garden chairs?", "en", finder(), SHOP) == []


def test_skus_written_out_are_the_sellers_words_each_once_in_their_order() -> None:
    text = "PAN-28, then PAN-24 and PAN-28 again; a black mug too"
    assert named_by_seller(text, "en", finder(), SHOP) == ["PAN-28", "PAN-24"]


def test_only_what_the_seller_offered_is_left_to_choose() -> None:
    talk = ("I look for green steel bottles", "Boris: BT-750-GN or BT-500-WH are in stock.")
    (item,) = understood(*talk, "500 then").items
    assert set(item.alternatives) | {item.sku} - {None} <= {"BT-750-GN", "BT-500-WH"}
    assert wanted(*talk, "green, 300") == [("BT-750-GN", 300)]
