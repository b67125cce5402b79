"""Country profiles from the libraries, with our corrections."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from knowledge.countries.phones import country_of_phone, likely_country_of_language
from knowledge.countries.profile import all_codes, profile

UNINHABITED = {"AQ", "BV", "HM", "TF", "UM", "GS", "PN"}


def test_every_iso_country_has_a_profile() -> None:
    assert len(all_codes()) == 249
    for code in all_codes():
        found = profile(code)
        assert found.name
        assert found.time_zones or code in UNINHABITED
        assert set(found.time_zones) <= available_timezones() | {"Asia/Calcutta"}
        if code not in UNINHABITED:
            assert found.languages
            assert found.currency
            assert found.dialling_code


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        profile("QQ")


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("AE", {5, 6}),
        ("SA", {4, 5}),
        ("EG", {4, 5}),
        ("DE", {5, 6}),
        ("CN", {5, 6}),
        ("IL", {4, 5}),
        ("MY", {5, 6}),
    ],
)
def test_the_weekend_is_the_one_that_offices_keep(code: str, days: set[int]) -> None:
    assert profile(code).weekend == days


def test_official_languages_come_first() -> None:
    assert profile("BR").languages[0] == "pt"
    assert profile("CH").languages[0] == "de"
    assert profile("KZ").languages[0] in ("kk", "ru")
    assert profile("AE").languages[0] == "ar"


def test_names_are_the_short_ones_in_the_language_of_the_reply() -> None:
    assert profile("DE").name_in("ja") == "ドイツ"
    assert profile("HK").name_in("zh") == "香港"
    assert profile("HK").name_in("tr") == "Hong Kong"


def test_currency_and_union_membership_are_current() -> None:
    assert (profile("HR").currency, profile("BG").currency) == ("EUR", "EUR")
    assert profile("IE").eu
    assert not profile("GB").eu


@pytest.mark.parametrize(
    ("phone", "code"),
    [
        ("+7 701 234 56 78", "KZ"),
        ("+7 916 123 45 67", "RU"),
        ("+1 416 555 0123", "CA"),
        ("+1 212 555 0123", "US"),
        ("+1 809 220 1111", "DO"),
        ("+1 (876) 555 1234", "JM"),
        ("00971 50 123 4567", "AE"),
        ("+44 7700 900123", "GB"),
        ("5511912345678", "BR"),
        ("+852 9123 4567", "HK"),
        ("not a number", None),
        ("", None),
    ],
)
def test_a_phone_number_tells_the_country(phone: str, code: str | None) -> None:
    assert country_of_phone(phone) == code


def test_only_a_language_of_one_trading_country_hints_at_it() -> None:
    assert likely_country_of_language("tr") == "TR"
    assert likely_country_of_language("ja") == "JP"
    assert [
        likely_country_of_language(lang) for lang in ("en", "es", "pt", "de", "fr", "ru", "ar", "zh")
    ] == [None] * 8
