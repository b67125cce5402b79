"""Bank data in our own words: found in every language and layout, with ordinary numbers left alone.

The letters were written without the detector's word lists at hand; the second set only after it stood.
`python -m benchmarks.bank_details` prints the same by language, kind and disguise.
"""

from __future__ import annotations

from collections import Counter

import pytest

from bot.domain.inquiry import LANGUAGES
from bot.steps.guard import check
from bot.steps.guard.bank.proven import clabe_is_valid
from tests.steps.guard.bank_letters import SETS, Letter, letters, ordinary
from tests.steps.guard.plans import plan_in

LEAST = 0.98
LEAST_OF_A_LANGUAGE = 0.95


def is_found(letter: Letter) -> bool:
    rules = {finding.rule for finding in check(letter.text, plan_in(letter.language))}
    return "bank_details" in rules or (letter.kind == "service" and "off_platform_payment" in rules)


@pytest.mark.parametrize("name", SETS)
def test_bank_data_is_found_in_every_language_kind_and_disguise(name: str) -> None:
    said: Counter[str] = Counter()
    found: Counter[str] = Counter()
    missed = []
    for letter in letters(11, 2, name):
        hit = is_found(letter)
        for group in ("all", letter.language, letter.kind, letter.disguise):
            said[group] += 1
            found[group] += hit
        if not hit:
            missed.append(letter)
    assert found["all"] >= LEAST * said["all"], missed
    assert set(LANGUAGES) <= set(said)
    for group, count in said.items():
        # A single miss in a small group is no trend.
        assert found[group] >= min(LEAST_OF_A_LANGUAGE * count, count - 1), (group, missed)


def test_numbers_of_orders_parcels_articles_and_telephones_stay_quiet() -> None:
    lines = list(ordinary(12, 4))
    alarms = [
        text
        for language, text in lines
        if any(f.rule == "bank_details" for f in check(text, plan_in(language)))
    ]
    assert len(alarms) < 0.01 * len(lines), alarms


@pytest.mark.parametrize(
    "text",
    [
        "Your FedEx account 123456789 is charged for the carriage.",
        "Our account manager will answer on 20261222.",
        "Taking into account 10000 pcs a container, 2 containers.",
        "We pay attention to the carton: 42x31x28, 12.5 kg, 480 pcs.",
        "Payment through the platform account; order 300512345678 ships then.",
        "Pay the deposit of USD 12,345.00 through the link.",
        "The goods leave on 2026-12-14 and 2026-12-28.",
        "Prices for 100/500/1000/5000 pcs follow once you have paid for the sample.",
        "EAN 4006381333931, HS 8517629000, lot 20261104",
    ],
)  # fmt: skip
def test_words_of_accounts_and_payment_alone_make_no_number_an_account(text: str) -> None:
    assert not any(f.rule == "bank_details" for f in check(text, plan_in("en")))


def test_the_excerpt_is_the_number_as_it_was_written() -> None:
    hidden = "DE\u200b89 3704.0044 0532 0130-00"
    (finding,) = (f for f in check(f"Bitte an {hidden}.", plan_in("de")) if f.rule == "bank_details")
    assert finding.excerpt == hidden


def test_a_shops_own_address_is_no_handle_unless_it_is_paid_to() -> None:
    asked = "You can pay by card or PayPal. Questions: sales@shop.example"
    paid = "Send the PayPal payment to sales@shop.example"
    assert check(asked, plan_in("en")) == ()
    assert {f.rule for f in check(paid, plan_in("en"))} == {"bank_details"}


def test_a_mexican_account_is_known_by_its_check_digit() -> None:
    assert clabe_is_valid("032180000118359719")
    assert not clabe_is_valid("032180000118359718")
    assert not clabe_is_valid("03218000011835971")
