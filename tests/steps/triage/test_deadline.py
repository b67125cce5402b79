"""Days by which buyers need the goods, read on Sunday, 22 November 2026 unless said otherwise."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.steps.triage.deadline import read_deadline

TODAY = date(2026, 11, 22)
DEADLINES = [
    ("en", "before 20 December", "2026-12-20"),
    ("en", "by Dec 20", "2026-12-20"),
    ("en", "by January 10", "2027-01-10"),
    ("en", "by 10 January 2027", "2027-01-10"),
    ("en", "we need them in 3 weeks", "2026-12-13"),
    ("en", "before Christmas", "2026-12-24"),
    ("de", "vor Weihnachten", "2026-12-24"),
    ("de", "bis 15.12.", "2026-12-15"),
    ("de", "bis zum 15. Januar", "2027-01-15"),
    ("de", "Lieferung in 3 Wochen nötig", "2026-12-13"),
    ("ru", "до конца ноября", "2026-11-30"),
    ("ru", "до 15 декабря", "2026-12-15"),
    ("ru", "до конца месяца", "2026-11-30"),
    ("tr", "ay sonuna kadar", "2026-11-30"),
    ("tr", "15 Aralık'a kadar", "2026-12-15"),
    ("zh", "12月15日前", "2026-12-15"),
    ("zh", "月底前", "2026-11-30"),
    ("zh", "12月底前", "2026-12-31"),
    ("zh", "明年1月10号之前", "2027-01-10"),
    ("zh", "3周内要到货", "2026-12-13"),
    ("zh", "年底前", "2026-12-31"),
    ("ja", "12月15日までに", "2026-12-15"),
    ("ja", "年末までに", "2026-12-31"),
    ("ar", "قبل 15 ديسمبر", "2026-12-15"),
    ("ar", "قبل ١٥ ديسمبر", "2026-12-15"),
    ("es", "antes del 15 de diciembre", "2026-12-15"),
    ("es", "antes de navidad", "2026-12-24"),
    ("es", "para el 20/12", "2026-12-20"),
    ("pt", "até 15 de dezembro", "2026-12-15"),
    ("pt", "antes do Natal", "2026-12-24"),
    ("fr", "avant le 15 décembre", "2026-12-15"),
    ("fr", "avant Noël", "2026-12-24"),
    ("fr", "d'ici fin décembre", "2026-12-31"),
    ("it", "entro il 15 dicembre", "2026-12-15"),
    ("it", "entro fine mese", "2026-11-30"),
    ("pl", "do 15 grudnia", "2026-12-15"),
    ("pl", "przed świętami", None),
    ("id", "sebelum 15 Desember", "2026-12-15"),
    ("vi", "trước 15/12", "2026-12-15"),
    ("vi", "trước ngày 15 tháng 12", "2026-12-15"),
    ("hi", "15 दिसंबर से पहले", "2026-12-15"),
    ("hi", "15 दिसंबर तक", "2026-12-15"),
    ("en", "ISO: by 2026-12-05", "2026-12-05"),
    ("en", "do you deliver in 3 weeks?", "2026-12-13"),
    ("en", "I paid in 3 days", None),
    ("en", "founded 3 March 2010 by us", None),
    ("en", "by the end of January", "2027-01-31"),
    ("en", "before the end of the month", "2026-11-30"),
    ("en", "before December", "2026-11-30"),
    ("en", "by mid December", "2026-12-15"),
    ("en", "price by piece 5.10 and 6.20", None),
    ("en", "before 20 November", None),
    ("en", "end of next month", "2026-12-31"),
    ("en", "before new year", "2026-12-31"),
    ("en", "by 31 February", None),
]


@pytest.mark.parametrize(("language", "text", "wanted"), DEADLINES)
def test_a_deadline_is_the_next_such_day(language: str, text: str, wanted: str | None) -> None:
    found = read_deadline(text, language, None, TODAY)
    assert (found and found.isoformat()) == wanted


def test_a_weekday_is_a_deadline_where_goods_are_to_come() -> None:
    assert read_deadline("we need them by Friday", "en", None, TODAY) == date(2026, 11, 27)
    assert read_deadline("we need them by next Friday", "en", None, date(2026, 11, 23)) == date(2026, 12, 4)
    assert read_deadline("a refund by Friday", "en", None, TODAY) is None


def test_the_year_turns_with_the_new_year() -> None:
    assert read_deadline("before 5 January", "en", None, date(2026, 12, 30)) == date(2027, 1, 5)
    assert read_deadline("before 28 December", "en", None, date(2027, 1, 4)) is None


def test_americans_write_the_month_first() -> None:
    assert read_deadline("by 12/05/2026", "en", "US", TODAY) == date(2026, 12, 5)
    assert read_deadline("by 05/12/2026", "en", "GB", TODAY) == date(2026, 12, 5)


@given(
    st.integers(1, 290),
    st.sampled_from(["by {d:%Y-%m-%d}", "before {d.day} {d:%B}", "need by {d:%B} {d.day}, {d.year}"]),
)
@settings(max_examples=100, deadline=None)
def test_any_coming_day_is_read_exactly(ahead: int, form: str) -> None:
    day = TODAY + timedelta(days=ahead)
    assert read_deadline(form.format(d=day), "en", None, TODAY) == day


@given(st.text(max_size=200), st.sampled_from(["en", "zh", "ar", "tr", "pl"]))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_reading_of_deadlines(text: str, language: str) -> None:
    found = read_deadline(text, language, None, TODAY)
    assert found is None or found >= TODAY
