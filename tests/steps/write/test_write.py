"""Replies as Alice the buyer reads them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.domain import moves as m
from bot.domain.quote import Quote, QuoteLine
from bot.steps.write import write
from bot.steps.write.formats import formats
from tests.steps.write.every_move import MUG, ROPE, SOCKS, plan_in

NBSP = "\u00a0"
OFFER = m.OfferQuote(
    Quote(
        currency="USD",
        incoterm="FOB",
        lines=(QuoteLine("MUG-350", 1500, Decimal("0.055"), Decimal("82.50")),),
        freight=None,
        total=Decimal("82.50"),
        valid_until=date(2026, 12, 6),
        lead_time_days=12,
        ready_by=None,
    ),
    (MUG,),
    place="Ningbo",
)
BENEFITS = ("your money is held until you confirm delivery", "refund if quality or ship date is missed")


def text_in(language: str, *moves: m.Move, country: str | None = None, formal: bool = True) -> str:
    return write(plan_in(language, *moves, country=country, formal=formal)).text.replace(NBSP, " ")


def test_an_english_offer_reads_like_a_salesperson_wrote_it() -> None:
    moves = (
        m.Greet("Alice"),
        OFFER,
        m.SteerToPlatform("Safe Checkout", BENEFITS, deposit_percent=Decimal(30)),
        m.Close("Ningbo Example Tableware Co., Ltd."),
    )
    assert text_in("en", *moves) == (
        "Hello Alice,\n\n"
        "Our price, FOB Ningbo:\n"
        "• Steel mug 350 ml, double wall (MUG-350): 1,500 pcs × USD 0.055 = USD 82.50\n"
        "Production takes 12 working days.\n"
        "Valid until 6 December 2026.\n\n"
        "Order and payment run through Safe Checkout: your money is held until you confirm delivery; "
        "refund if quality or ship date is missed.\n"
        "The deposit is 30%.\n\n"
        "Best regards,\n"
        "Ningbo Example Tableware Co., Ltd."
    )


@pytest.mark.parametrize(
    ("language", "country", "line"),
    [
        ("en", "DE", "1,500 pcs × USD 0.055 = USD 82.50"),
        ("de", "DE", "1.500 Stück × 0,055 USD = 82,50 USD"),
        ("de", "CH", "1’500 Stück × 0.055 USD = 82.50 USD"),
        ("es", "ES", "1.500 unidades × 0,055 USD = 82,50 USD"),
        ("es", "MX", "1,500 unidades × 0.055 USD = 82.50 USD"),
        ("pt", "BR", "1.500 unidades × 0,055 USD = 82,50 USD"),
        ("fr", "FR", "1\u202f500 pièces × 0,055 USD = 82,50 USD"),
        ("ru", None, "1 500 шт. × 0,055 USD = 82,50 USD"),
        ("tr", "TR", "1.500 adet × 0,055 USD = 82,50 USD"),
        ("hi", "IN", "1,500 पीस × USD 0.055 = USD 82.50"),
        ("zh", "CN", "1,500件 × USD 0.055 = USD 82.50"),
        ("ja", "JP", "1,500個 × USD 0.055 = USD 82.50"),
        ("ar", "EG", "1,500 قطعة × \u2066USD 0.055\u2069 = \u2066USD 82.50\u2069"),
    ],
)
def test_amounts_are_written_as_the_country_writes_them(
    language: str, country: str | None, line: str
) -> None:
    assert line in text_in(language, OFFER, country=country)


@pytest.mark.parametrize(
    ("language", "until"),
    [
        ("en", "Valid until 6 December 2026."),
        ("de", "Gültig bis 6. Dezember 2026."),
        ("ru", "до 6 декабря 2026 г."),
        ("pl", "do 6 grudnia 2026."),
        ("zh", "2026年12月6日"),
        ("ar", "6 ديسمبر 2026"),
        ("hi", "6 दिसंबर 2026"),
    ],
)
def test_dates_are_in_words_and_latin_digits(language: str, until: str) -> None:
    assert until in text_in(language, OFFER)


def test_an_american_buyer_reads_the_month_first() -> None:
    assert "December 6, 2026" in text_in("en", OFFER, country="US")


@pytest.mark.parametrize(
    ("days", "russian", "polish", "arabic"),
    [
        (1, "1 рабочий день", "1 dzień roboczy", "يوم عمل واحد"),
        (2, "2 рабочих дня", "2 dni robocze", "يوما عمل"),
        (5, "5 рабочих дней", "5 dni roboczych", "5 أيام عمل"),
        (21, "21 рабочий день", "21 dni roboczych", "21 يوم عمل"),
    ],
)
def test_plurals_follow_the_number(days: int, russian: str, polish: str, arabic: str) -> None:
    assert russian in text_in("ru", m.TellLeadTime(days))
    assert polish in text_in("pl", m.TellLeadTime(days))
    assert arabic in text_in("ar", m.TellLeadTime(days))


def test_pairs_are_counted_as_pairs() -> None:
    minimum = m.SayMinimum(SOCKS, 1, 200, Decimal("4.05"), "USD")
    assert "200 pairs" in text_in("en", minimum)
    assert "1 pair." in text_in("en", minimum)
    assert "200 paires" in text_in("fr", minimum)


def test_a_unit_that_we_do_not_know_stays_as_the_shop_wrote_it() -> None:
    assert "0 reel" not in text_in("en", m.TellStock(ROPE, 0))
    assert "12 reel" in text_in("de", m.TellStock(ROPE, 12))


def test_known_benefits_and_methods_are_said_in_the_buyers_language() -> None:
    steer = m.SteerToPlatform("Safe Checkout", BENEFITS, ("card", "PayPal"))
    text = text_in("de", steer)
    assert "bis Sie die Lieferung bestätigen" in text
    assert "Karte oder PayPal" in text
    assert "held" not in text


def test_a_benefit_that_we_do_not_know_is_left_out_of_other_languages() -> None:
    steer = m.SteerToPlatform("Safe Checkout", ("a gift with each order",))
    assert text_in("de", steer) == text_in("de", m.SteerToPlatform("Safe Checkout"))
    assert "a gift with each order" in text_in("en", steer)


def test_benefits_are_not_mixed_out_of_two_languages() -> None:
    steer = m.SteerToPlatform("Safe Checkout", (BENEFITS[0], "a gift with each order"))
    assert "gift" not in text_in("de", steer)
    assert "gift" in text_in("en", steer)


def test_a_policy_in_another_language_is_quoted_and_says_so() -> None:
    quote = m.QuotePolicy(("The warranty is 24 months.",), "p.md#w", "en")
    assert text_in("fr", quote) == "Extrait de nos conditions (en anglais) :\n« The warranty is 24 months. »"
    assert text_in("en", quote) == "From our terms:\n“The warranty is 24 months.”"


def test_policies_of_one_language_share_their_heading() -> None:
    quotes = [m.QuotePolicy((text,), "p.md", "en") for text in ("One.", "Two.")]
    assert text_in("en", *quotes) == "From our terms:\n“One.”\n“Two.”"


def test_names_and_amounts_keep_their_order_in_arabic() -> None:
    text = text_in("ar", m.OfferSample(MUG, Decimal("6.00"), "USD"))
    assert "\u2066Steel mug 350 ml, double wall\u2069 (\u2066MUG-350\u2069)" in text
    assert "\u2066USD 6.00\u2069" in text


def test_a_long_or_broken_name_stays_on_one_line() -> None:
    text = text_in("en", m.Greet("Al\nice \u0007" + "x" * 90))
    assert "\n" not in text
    assert len(text) < 60


def test_the_tone_follows_the_country() -> None:
    assert text_in("de", m.Greet("Alice")) == "Guten Tag Alice,"
    assert text_in("de", m.Greet("Alice"), formal=False) == "Hallo Alice,"


@pytest.mark.parametrize(
    ("language", "country", "locale"),
    [
        ("en", None, "en_GB"),
        ("en", "US", "en"),
        ("es", "MX", "es_MX"),
        ("es", "JP", "es"),
        ("ru", "KZ", "ru"),
        ("de", "../x", "de"),
    ],
)
def test_the_locale_is_the_languages_own_where_the_country_has_none(
    language: str, country: str | None, locale: str
) -> None:
    assert formats(language, country).locale == locale
