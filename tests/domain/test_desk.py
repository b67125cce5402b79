from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.desk import (
    approver_in_spite_of,
    approver_of,
    has_authority,
    may_grant,
    must_be_explained,
)
from bot.domain.facts import DiscountAuthority
from bot.domain.plan import Finding

AUTHORITY = DiscountAuthority(Decimal(3), Decimal(8))


@pytest.mark.parametrize(
    ("role", "needed", "may"),
    [
        ("salesperson", "salesperson", True),
        ("salesperson", "manager", False),
        ("manager", "manager", True),
        ("manager", "admin", False),
        ("admin", "manager", True),
        ("salesperson", "nobody", True),
    ],
)
def test_who_may_decide(role: str, needed: str, may: bool) -> None:
    assert has_authority(role, needed) is may  # type: ignore[arg-type]


def test_a_role_that_there_is_not_is_no_authority() -> None:
    with pytest.raises(ValueError, match="intern"):
        has_authority("manager", "intern")


@pytest.mark.parametrize(
    ("percent", "who"), [("0", "salesperson"), ("3", "salesperson"), ("3.01", "manager")]
)
def test_who_must_grant_a_discount(percent: str, who: str) -> None:
    assert approver_of(Decimal(percent), AUTHORITY) == who


def test_nobody_grants_more_than_a_manager_may_or_less_than_nothing() -> None:
    assert may_grant("admin", Decimal(8), AUTHORITY)
    assert not may_grant("admin", Decimal("8.01"), AUTHORITY)
    assert not may_grant("admin", Decimal(-1), AUTHORITY)


def test_a_manager_with_a_low_ceiling_still_grants_what_a_salesperson_may() -> None:
    assert may_grant("manager", Decimal(3), DiscountAuthority(Decimal(3), Decimal(0)))


def test_leaking_payment_or_secrets_takes_a_manager_and_other_findings_a_reason() -> None:
    amount = Finding("unsupported_amount", "block", "2.00 USD")
    bank = Finding("bank_details", "block", "IBAN")
    hint = Finding("wrong_language", "warn", "Hola")
    assert must_be_explained((amount, hint)) == (amount,)
    assert approver_in_spite_of((amount,)) == "salesperson"
    assert approver_in_spite_of((amount, bank)) == "manager"
    assert approver_in_spite_of((hint,)) == "salesperson"
