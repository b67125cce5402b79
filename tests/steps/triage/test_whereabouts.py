"""Where Alice is, and where her goods go."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.inquiry import Buyer
from tests.steps.triage.desk import understood


@pytest.mark.parametrize(
    ("text", "country", "destination"),
    [
        ("500 black mugs CIF Hamburg", "DE", "DE"),
        ("Hamburg CIF, 500 black mugs", "DE", "DE"),
        ("Rotterdam DAP, 500 black mugs", "NL", "NL"),
        ("We are from Spain. 500 black mugs CIF Hamburg", "ES", "DE"),
        ("We are a German company, 500 black mugs", "DE", None),
        ("I am from Spain, please ship 500 black mugs to Hamburg", "ES", "DE"),
    ],
)
def test_what_the_buyer_says_is_stated(text: str, country: str, destination: str | None) -> None:
    told = understood(text)
    assert (told.country.code, told.country.basis) == (country, "stated")
    assert told.details.destination == destination


@pytest.mark.parametrize(
    "text",
    ["500 black mugs FOB Ningbo", "500 black mugs FOB Shenzhen", "Ningbo FOB, 500 black mugs", "FOB Hamburg"],
)
def test_where_the_goods_are_loaded_is_not_where_the_buyer_is(text: str) -> None:
    told = understood(text)
    assert told.country.code is None
    assert told.details.destination is None


def test_the_profile_tells_the_country_where_the_buyer_does_not() -> None:
    country = understood("500 black mugs", buyer=Buyer(country="mx")).country
    assert (country.code, country.basis) == ("MX", "profile")


def test_the_profile_stays_where_only_the_destination_is_another() -> None:
    told = understood("500 black mugs CIF Hamburg", buyer=Buyer(country="MX"))
    assert (told.country.code, told.country.basis) == ("MX", "profile")
    assert told.details.destination == "DE"


def test_what_the_buyer_says_of_herself_outweighs_the_profile() -> None:
    country = understood("I am from Spain, 500 black mugs", buyer=Buyer(country="MX")).country
    assert (country.code, country.basis) == ("ES", "stated")


def test_the_phone_tells_the_country_where_nothing_better_does() -> None:
    by_phone = understood("500 black mugs", buyer=Buyer(phone="+34 600 123 456")).country
    assert (by_phone.code, by_phone.basis) == ("ES", "phone")
    by_profile = understood("500 black mugs", buyer=Buyer(country="FR", phone="+34 600 123 456")).country
    assert (by_profile.code, by_profile.basis) == ("FR", "profile")


def test_a_language_of_one_country_is_a_weak_guess_and_english_none() -> None:
    polish = understood("Dzień dobry, poproszę o cenę 500 czarnych kubków").country
    assert (polish.code, polish.basis) == ("PL", "language")
    english = understood("Good morning, price of 500 black mugs?").country
    assert (english.code, english.basis) == (None, None)


def test_a_guess_by_language_is_no_destination() -> None:
    assert understood("Dzień dobry, poproszę o cenę 500 czarnych kubków").details.destination is None


def test_a_plug_names_no_country() -> None:
    from tests.homeware import HOMEWARE
    from tests.steps.triage.desk import assistant, talk

    lamp = replace(
        HOMEWARE.items[0], sku="LP-UK", name="Desk lamp, UK plug", category="lighting",
        attributes=(("plug", "UK"),), aliases=(), options=(),
    )  # fmt: skip
    answer = assistant(replace(HOMEWARE, items=(*HOMEWARE.items, lamp))).answer(
        talk("500 desk lamps with UK plug")
    )
    assert [i.sku for i in answer.understanding.items] == ["LP-UK"]
    assert answer.understanding.country.code is None


@pytest.mark.parametrize(
    "text",
    [
        "500 black mugs CIF via Dubai to Tehran",
        "500 black mugs to Dubai, from there to North Korea",
        "500 black mugs, ship to our forwarder in Dubai, he brings them to Tehran, Iran",
        "Do you ship to Iran?",
    ],
)
def test_a_restricted_country_at_the_end_of_the_way_is_a_risk(text: str) -> None:
    assert "restricted_destination" in understood(text).risks


@pytest.mark.parametrize("buyer", [Buyer(country="IR"), Buyer(phone="+98 21 1234 5678")])
def test_a_buyer_known_to_be_in_a_restricted_country_is_a_risk(buyer: Buyer) -> None:
    assert "restricted_destination" in understood("500 black mugs", buyer=buyer).risks


@pytest.mark.parametrize(
    ("text", "risks"),
    [
        ("500 white mugs, Hamburg", ()),
        ("500 white mugs, Germany", ("restricted_destination",)),
        ("500 white mugs to Hamburg", ("restricted_destination",)),
    ],
)
def test_a_country_counts_where_it_is_named_and_a_city_only_where_something_is_said_of_it(
    text: str, risks: tuple[str, ...]
) -> None:
    from tests.homeware import HOMEWARE
    from tests.steps.triage.desk import assistant, talk

    strict = assistant(replace(HOMEWARE, restricted=("DE",)))
    answer = strict.answer(talk(text, buyer=Buyer(country="FR")))
    assert answer.understanding.risks == risks


def test_the_place_that_was_named_last_is_where_the_goods_go() -> None:
    told = understood(
        "500 black mugs CIF Hamburg", "Boris: With pleasure.", "please change: ship to Rotterdam instead"
    )
    assert told.details.destination == "NL"


def test_what_the_seller_says_tells_nothing_about_the_buyer() -> None:
    told = understood("500 black mugs", "Boris: We ship to Germany too, where are you?", "ok, thanks")
    assert told.country.code is None
