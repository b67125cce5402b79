"""Festivals that one wishes for, days of silence, and public holidays."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.countries.festivals import festival_to_wish, festivals
from knowledge.countries.holiday_dates import public_holidays

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "ru", "ar", "tr", "pl", "id", "vi", "hi", "zh", "ja")


@pytest.mark.parametrize(
    ("code", "day", "wish"),
    [
        ("US", date(2026, 11, 22), "thanksgiving"),
        ("DE", date(2026, 12, 18), "christmas"),
        ("RU", date(2027, 1, 4), "orthodox_christmas"),
        ("VN", date(2027, 2, 1), "tet"),
        ("KR", date(2027, 2, 1), "seollal"),
        ("CN", date(2027, 2, 1), "lunar_new_year"),
        ("SA", date(2027, 3, 5), "eid_al_fitr"),
        ("ID", date(2027, 3, 5), "eid_al_fitr"),
        ("NG", date(2027, 5, 12), "eid_al_adha"),
        ("MA", date(2027, 2, 3), "ramadan"),
        ("IN", date(2026, 11, 1), "diwali"),
        ("IN", date(2027, 3, 18), "holi"),
        ("TH", date(2027, 4, 8), "songkran"),
        ("KZ", date(2027, 3, 15), "nowruz"),
        ("IL", date(2026, 12, 1), "hanukkah"),
        ("GR", date(2027, 5, 1), "orthodox_easter"),
        ("BR", date(2027, 2, 3), "carnival"),
        ("MX", date(2026, 9, 12), "national_day"),
        ("AE", date(2026, 11, 25), "national_day"),
    ],
)
def test_the_buyers_own_festival_is_wished(code: str, day: date, wish: str) -> None:
    found = festival_to_wish(code, day)
    assert found is not None
    assert found.id == wish


@pytest.mark.parametrize(
    ("code", "day"), [("SA", date(2026, 12, 20)), ("TR", date(2026, 12, 20)), ("DE", date(2026, 11, 1))]
)
def test_no_foreign_festival_is_wished(code: str, day: date) -> None:
    assert all(festival.id != "christmas" for festival in festivals(code, day))


def test_nothing_is_wished_when_a_day_of_mourning_comes_first() -> None:
    assert festival_to_wish("DE", date(2027, 3, 26), within_days=1) is None
    assert [f.wish for f in festivals("DE", date(2027, 3, 26), within_days=1)] == [False]


def test_moon_dates_are_marked_as_estimated() -> None:
    assert {f.id: f.estimated for f in festivals("AE", date(2027, 3, 5))} == {"eid_al_fitr": True}
    assert not festivals("DE", date(2026, 12, 20))[0].estimated


def test_a_festival_has_a_name_in_each_of_our_languages() -> None:
    names = {festivals("SA", date(2027, 3, 5), language=language)[0].name for language in LANGUAGES}
    assert {"عيد الفطر", "开斋节", "Ramazan Bayramı", "Idul Fitri"} <= names


def test_the_window_has_both_ends() -> None:
    assert festivals("DE", date(2026, 12, 25), within_days=0)[0].id == "christmas"
    assert festivals("DE", date(2026, 12, 26), within_days=3) == ()


def test_public_holidays_are_named_in_the_reply_language_or_english() -> None:
    german = public_holidays("DE", date(2026, 12, 20), date(2026, 12, 31), "de")
    first = german[0]
    assert (first.date, first.name) == (date(2026, 12, 25), "Erster Weihnachtstag")
    assert first.name_en == "Christmas Day"
    assert public_holidays("DE", date(2026, 12, 25), date(2026, 12, 25), "vi")[0].name == "Christmas Day"


def test_a_span_over_new_year_holds_both_years() -> None:
    found = public_holidays("PL", date(2026, 12, 24), date(2027, 1, 6), "pl")
    assert {day.date.year for day in found} == {2026, 2027}
