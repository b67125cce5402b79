"""Places that a message names, in real spellings, and everyday sentences that name none."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.countries.places import find_places

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, ...]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line.strip()]


@pytest.mark.parametrize(("language", "text", "country", "role"), rows("named_places.tsv"))
def test_a_place_in_the_buyers_own_spelling_is_found(
    language: str, text: str, country: str, role: str
) -> None:
    found = find_places(text, language)
    assert [m.country for m in found][-1:] == [country], found
    assert found[-1].role == role, found
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(("language", "text"), rows("no_places.tsv"))
def test_an_everyday_trade_sentence_names_no_place(language: str, text: str) -> None:
    assert find_places(text, language) == ()


@pytest.mark.parametrize(("language", "text"), rows("no_places.tsv"))
def test_an_everyday_trade_sentence_names_no_place_when_the_language_is_unknown(
    language: str, text: str
) -> None:
    assert find_places(text, None) == ()


def test_a_town_takes_the_country_that_stands_beside_it() -> None:
    assert [m.country for m in find_places("DAP Valencia, Venezuela", "es")] == ["VE", "VE"]
    assert find_places("DAP Valencia", "es")[0].country == "ES"
    assert [m.country for m in find_places("التوصيل إلى عمان الأردن", "ar")] == ["JO", "JO"]


def test_a_forwarder_on_the_way_is_transit_and_the_last_stop_the_destination() -> None:
    found = find_places("send to our forwarder in Dubai, he carries it to Tabriz, Iran", "en")
    assert [(m.country, m.role) for m in found] == [
        ("AE", "transit"),
        ("IR", "destination"),
        ("IR", "destination"),
    ]


def test_goods_shipped_from_a_port_do_not_make_the_buyer_live_there() -> None:
    found = find_places("how long is shipping from China to Brazil", "en")
    assert [(m.country, m.role) for m in found] == [("CN", "loading"), ("BR", "destination")]


def test_ports_cities_regions_and_nationalities_are_told_apart() -> None:
    kinds = [
        find_places(text, "en")[0].kind
        for text in (
            "CIF Felixstowe",
            "ship to Leeds",
            "ship to California",
            "our German customers",
            "ship to Peru",
        )
    ]
    assert kinds == ["port", "city", "region", "nationality", "country"]


def test_shouting_and_missing_accents_are_understood() -> None:
    assert find_places("PRICE CIF SAO PAULO PLEASE ASAP", "en")[0].country == "BR"
    assert find_places("envio a malaga", "es")[0].country == "ES"
    assert find_places("bogota, por favor cif", "es")[0].country == "CO"


def test_a_megabyte_of_text_and_emojis_are_no_trouble() -> None:
    assert find_places("😀" * 500) == ()
    assert find_places("") == ()
    assert find_places("a " * 500_000) == ()


@pytest.mark.parametrize("text", ["\u0300", "500 pcs \u0301 to Spain", "\u0300\u0301 Spain", "Spain \u0308"])
def test_an_accent_on_nothing_is_no_word(text: str) -> None:
    for language in (None, "tr", "vi", "ar", "de"):
        assert [place.country for place in find_places(text, language)] == ["ES"] * ("Spain" in text)
