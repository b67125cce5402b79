"""Alice's own messages: which goods, how many, and what she takes back or adds."""

from __future__ import annotations

import pytest

from tests.steps.triage.desk import Wanted, samples, understood, wanted


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("500 black mugs, sorry, I mean 150", [("MG-11-BK", 150)]),
        ("500 black mugs, no wait, 600", [("MG-11-BK", 600)]),
        ("500 black mugs. Sorry, I mean the white ones", [("MG-11-WH", 500)]),
        ("500 Tassen schwarz, Entschuldigung, ich meine 150", [("MG-11-BK", 150)]),
        ("500 tazas negras, perdón, quise decir 150", [("MG-11-BK", 150)]),
    ],
)
def test_a_correction_in_the_same_message_replaces_what_was_said(text: str, items: Wanted) -> None:
    assert wanted(text) == items


def test_a_correction_in_a_later_message_replaces_the_count() -> None:
    assert wanted("500 black mugs FOB", "Boris: Noted.", "no wait, 600") == [("MG-11-BK", 600)]


@pytest.mark.parametrize(
    ("later", "item"),
    [
        ("and 200 canvas tote bags too", ("BG-TOTE-NA", 200)),
        ("please add 300 more white mugs", ("MG-11-WH", 300)),
        ("also 100 knife sets", ("KN-SET-5", 100)),
    ],
)
def test_an_addition_in_a_later_turn_keeps_what_was_wanted_before(later: str, item: tuple[str, int]) -> None:
    assert wanted("500 black mugs FOB", "Boris: Noted.", later) == [("MG-11-BK", 500), item]


@pytest.mark.parametrize(
    "text", ["ceramic mugs, 200 each of black and white", "Keramiktassen, je 200 in schwarz und weiß"]
)
def test_one_count_for_each_of_two_colours(text: str) -> None:
    assert wanted(text) == [("MG-11-BK", 200), ("MG-11-WH", 200)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("300 green and 200 white steel bottles 500 ml", [("BT-500-GN", 300), ("BT-500-WH", 200)]),
        ("300 black and 200 white ceramic mugs", [("MG-11-BK", 300), ("MG-11-WH", 200)]),
        ("100 mugs black 200 mugs white", [("MG-11-BK", 100), ("MG-11-WH", 200)]),
    ],
)
def test_counts_before_their_goods_share_them(text: str, items: Wanted) -> None:
    assert wanted(text) == items


def test_a_count_that_stands_before_the_size_letter_of_the_goods() -> None:
    from dataclasses import replace

    from tests.homeware import HOMEWARE, _item
    from tests.steps.triage.desk import assistant, talk

    shirts = tuple(
        _item(
            f"TS-{c[:2].upper()}-{s}", f"Cotton T-shirt, {c}, size {s}", "clothing", f"colour={c}; size={s}"
        )
        for c in ("red", "blue")
        for s in ("M", "L")
    )
    answer = assistant(replace(HOMEWARE, items=(*HOMEWARE.items, *shirts))).answer(
        talk("300 red and 300 blue T-shirts size M")
    )
    assert [(i.sku, i.quantity) for i in answer.understanding.items] == [("TS-RE-M", 300), ("TS-BL-M", 300)]


def test_a_sample_with_a_hope_for_later_is_no_bulk_order() -> None:
    for text in (
        "1 sample of the black mug, if good we order 5000",
        "one sample first, then 5000 black mugs a year",
    ):
        assert samples(text) == [("MG-11-BK", 1)]
        assert wanted(text) == []


@pytest.mark.parametrize(
    "text", ["500 white mugs and 2 samples of the black mug", "2 samples of black mugs, 500 canvas tote bags"]
)
def test_a_sample_beside_a_bulk_order_is_a_line_of_its_own(text: str) -> None:
    assert samples(text) == [("MG-11-BK", 2)]
    assert len(wanted(text)) == 1


def test_several_quantities_are_alternatives() -> None:
    items = understood("price for 500/1000/3000 black mugs").items
    assert [(i.quantity, i.alternative) for i in items] == [(500, True), (1000, True), (3000, True)]


def test_the_colour_that_is_refused_is_not_the_one_wanted() -> None:
    assert wanted("ceramic mug 11 oz, not white, 500") == [("MG-11-BK", 500)]


def test_a_later_quality_narrows_the_goods_and_keeps_the_count() -> None:
    assert wanted("500 ceramic mugs", "Boris: White or black?", "black") == [("MG-11-BK", 500)]


def test_chit_chat_wants_nothing() -> None:
    assert understood("Hello, how are you? Nice weather today.").items == ()


def test_goods_that_the_shop_lacks_are_wanted_all_the_same() -> None:
    (item,) = understood("500 garden chairs please").items
    assert (item.sku, item.quantity, item.alternatives) == (None, 500, ())


def test_noch_and_a_count_adds_in_german() -> None:
    assert wanted("500 schwarze Tassen", "Boris: Notiert.", "noch 300 weiße") == [
        ("MG-11-BK", 500),
        ("MG-11-WH", 300),
    ]


def test_pieces_tell_the_set_where_something_else_is_counted_and_else_count_the_order() -> None:
    from dataclasses import replace

    from tests.homeware import HOMEWARE, _item
    from tests.steps.triage.desk import assistant, talk

    sets = tuple(
        _item(f"CT-{n}", f"Cutlery set, {n} pieces", "kitchenware", f"pieces={n}", unit="set")
        for n in (16, 24)
    )
    desk = assistant(replace(HOMEWARE, items=(*HOMEWARE.items, *sets)))

    def items(text: str) -> list[tuple[str | None, int | None]]:
        return [(i.sku, i.quantity) for i in desk.answer(talk(text)).understanding.items]

    assert items("cutlery 24 pcs, 300 sets") == [("CT-24", 300)]
    assert items("24-piece cutlery, 500 pcs") == [("CT-24", 500)]
    assert items("cutlery, 24 pcs") == [(None, 24)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("300 warm white and 200 cold white bulbs 9 W", [("LB-9W-WW", 300), ("LB-9W-CW", 200)]),
        ("black and white mugs, 200 each", [("MG-11-BK", 200), ("MG-11-WH", 200)]),
        ("schwarze und weiße Tassen, je 200", [("MG-11-BK", 200), ("MG-11-WH", 200)]),
    ],
)
def test_each_variant_gets_its_own_count(text: str, items: Wanted) -> None:
    assert wanted(text) == items


@pytest.mark.parametrize(
    "text", ["2 samples of black mug and 500 white", "2 muestras de taza negra y 500 blancas"]
)
def test_a_sample_keeps_its_colour_beside_a_bulk_order_of_another(text: str) -> None:
    assert samples(text) == [("MG-11-BK", 2)]
    assert wanted(text) == [("MG-11-WH", 500)]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("500 black mugs FOB", "add 100 more"),
        ("500 black mugs FOB", "and another 100 please"),
        ("500 schwarze Tassen FOB", "noch 100 mehr"),
        ("500 tazas negras FOB", "otras 100 más"),
        ("500 canecas pretas FOB", "mais 100"),
        ("500 чёрных кружек FOB", "еще 100"),
        ("500个黑色马克杯 FOB", "再加100"),
    ],
)
def test_more_of_the_same_is_added_to_the_count(first: str, later: str) -> None:
    assert wanted(first, "Boris: Noted.", later) == [("MG-11-BK", 600)]


@pytest.mark.parametrize(
    "later",
    [
        "drop the tote bags",
        "please remove the bags, the mugs stay",
        "we don't need the tote bags any more",
    ],
)
def test_goods_that_are_no_longer_wanted_are_dropped(later: str) -> None:
    first = "500 black mugs and 300 canvas tote bags FOB"
    assert wanted(first, "Boris: Noted.", later) == [("MG-11-BK", 500)]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("300 black mugs and 200 white mugs", "cancel the white ones"),
        ("300 schwarze Tassen und 200 weiße Tassen", "die weißen bitte streichen"),
        ("300 чёрных кружек и 200 белых кружек", "белые уберите"),
        ("300 tazas negras y 200 tazas blancas", "quiten las blancas"),
    ],
)
def test_a_variant_that_is_no_longer_wanted_is_dropped(first: str, later: str) -> None:
    assert wanted(first, "Boris: ok", later) == [("MG-11-BK", 300)]


def test_the_only_goods_of_a_talk_are_not_dropped() -> None:
    assert wanted("500 black mugs", "Boris: ok", "remove the gift box from the mugs") == [("MG-11-BK", 500)]


def test_sizes_of_one_item_are_one_order() -> None:
    from dataclasses import replace

    from tests.steps.triage.desk import SHOP, assistant, talk

    shirt = replace(
        SHOP.items[0],
        sku="SH-1",
        name="Work shirt, blue",
        category="clothes",
        attributes=(("sizes", "S, M, L, XL"), ("colour", "blue")),
        aliases=(),
        options=(),
    )
    shop = replace(SHOP, items=(*SHOP.items, shirt))
    for text in ("blue work shirts: 100 S, 150 M and 50 L", "blue work shirt\nS 100\nM 150\nL 50"):
        items = assistant(shop).answer(talk(text)).understanding.items
        assert [(item.sku, item.quantity, item.alternative) for item in items] == [("SH-1", 300, False)]


def test_cartons_are_read_by_what_the_catalogue_says_they_hold() -> None:
    from dataclasses import replace

    from tests.steps.triage.desk import SHOP, assistant, talk

    items = tuple(
        replace(i, carton_qty={"MG-11-BK": 36, "KN-SET-5": 12}.get(i.sku), unit="dozen")
        if i.sku == "TW-HA-50"
        else replace(i, carton_qty={"MG-11-BK": 36, "KN-SET-5": 12}.get(i.sku))
        for i in SHOP.items
    )
    understand = assistant(replace(SHOP, items=items))

    def counts(text: str) -> list[tuple[str | None, int | None]]:
        answered = understand.answer(talk(text)).understanding.items
        return [(item.sku, item.quantity) for item in answered]

    assert counts("20 cartons of black mugs") == [("MG-11-BK", 720)]
    assert counts("20 boxes of black mugs") == [("MG-11-BK", 720)]
    assert counts("20 Kartons schwarze Tassen") == [("MG-11-BK", 720)]
    # Sets are perhaps sold by the box, never by the carton.
    assert counts("20 boxes of kitchen knife sets") == [("KN-SET-5", 20)]
    assert counts("20 cartons of kitchen knife sets") == [("KN-SET-5", 240)]
    # Nobody knows what a carton of these holds.
    assert counts("20 cartons of white mugs") == [("MG-11-WH", None)]
    assert counts("50 dozen black mugs") == [("MG-11-BK", 600)]
    assert counts("50 dozen cotton hand towels") == [("TW-HA-50", 50)]


def test_counts_in_a_row_are_alternatives_though_a_comma_stands_between() -> None:
    for text in ("price of 300, 1000 or 5000 white mugs", "white mugs: what if we take 300, 1000 or 5000?"):
        items = understood(text).items
        assert [(i.quantity, i.alternative) for i in items] == [(300, True), (1000, True), (5000, True)]


def test_the_full_stop_of_a_short_counting_word_ends_no_sentence() -> None:
    assert wanted("300 szt. czarnych kubków oraz 100 szt. białych") == [("MG-11-BK", 300), ("MG-11-WH", 100)]


def test_goods_said_shortly_are_of_the_kind_spoken_of_before() -> None:
    items = wanted("200 cotton bath towels 70x140", "Boris: Noted.", "and add 300 towels 50x90")
    assert items == [("TW-BA-70", 200), ("TW-HA-50", 300)]
