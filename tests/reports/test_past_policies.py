"""A policy that says until when it holds is found when the day is over, in the languages that shops write."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.inquiry import LANGUAGES
from bot.reports.past_policies import past_dates
from prompts.validity import validity_words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "These rates are valid until 31 December 2025."),
        ("es", "Vigente hasta el 31 de diciembre de 2025."),
        ("pt", "Condições válidas até 31/12/2025."),
        ("fr", "Valable jusqu'au 31 décembre 2025."),
        ("de", "Diese Bedingungen gelten bis 31.12.2025."),
        ("it", "Offerta valida fino al 31/12/2025."),
        ("ru", "Действует до 31 декабря 2025 года."),
        ("ar", "صالح حتى 31 ديسمبر 2025"),
        ("tr", "31 Aralık 2025 tarihine kadar geçerlidir."),
        ("pl", "Cennik ważny do dnia 31.12.2025."),
        ("id", "Berlaku sampai 31 Desember 2025."),
        ("vi", "Có hiệu lực đến 31/12/2025."),
        ("hi", "31 दिसंबर 2025 तक मान्य"),
        ("zh", "本价格表有效期至2025年12月31日。"),
        ("ja", "2025年12月31日まで有効です。"),
    ],
)
def test_a_day_that_is_over_is_found(language: str, text: str) -> None:
    assert past_dates(text, language, TODAY) == [date(2025, 12, 31)]


@pytest.mark.parametrize(
    "text",
    [
        "Founded on 3 March 2015 and certified since 2019-01-01.",
        "The price list is valid until 31 December 2027.",
        "From 1 January 2026 until 30 June 2027 samples are free.",
        "Please pay until the day of shipping.",
        "Until further notice. The tests were made on 12 March 2021.",
    ],
)
def test_other_days_are_none_of_it(text: str) -> None:
    assert past_dates(text, "en", TODAY) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_of_its_own(language: str) -> None:
    words = validity_words(language)
    assert language == "en" or words.pattern != validity_words("en").pattern
