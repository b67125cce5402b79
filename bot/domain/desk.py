"""Who may do what at the desk, and what a person is told when something is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from bot.domain.facts import DiscountAuthority
from bot.domain.plan import Finding

Role = Literal["salesperson", "manager", "admin"]
DraftState = Literal[
    "drafting", "waiting", "approved", "sending", "sent", "superseded", "refused", "expired", "failed"
]
ConversationState = Literal["open", "taken_over", "snoozed", "closed", "spam"]

ROLES: tuple[Role, ...] = ("salesperson", "manager", "admin")
"""From the least to the most authority."""
REFUSAL_REASONS = ("wrong_facts", "wrong_price", "wrong_tone", "wrong_language", "not_needed", "other")
FROZEN = Finding("frozen_talk", "block", "")
"""Stands in whatever would be sent in a frozen talk: only a manager sends it, and says why."""
FOR_A_MANAGER = frozenset({"bank_details", "off_platform_payment", "confidential_terms", FROZEN.rule})
"""Findings that let payment or secrets leak away: a salesperson's reason is not enough to send them."""
REPLY_WITHIN = timedelta(hours=24)
"""What the platform expects: a person's answer to a buyer's message."""
UNSENDABLE = frozenset({"empty_draft", "template_error"})
"""Findings that no reason makes good."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the team, as a request or a tap proves it."""

    id: int
    name: str
    role: Role


class DeskRefusal(Exception):
    """An action that is not done, with a stable `code` for programs and a text that says what to do next."""

    def __init__(self, code: str, text: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.findings = findings


def has_authority(role: Role, needed: str) -> bool:
    """Whether `role` may decide what needs a `needed` (salesperson, manager, admin, or nobody)."""
    return needed == "nobody" or ROLES.index(role) >= ROLES.index(_role(needed))


def may_grant(role: Role, percent: Decimal, authority: DiscountAuthority) -> bool:
    """Whether `role` may take `percent` off the price that the buyer would pay anyway."""
    ceiling = authority.salesperson_percent
    if role != "salesperson":
        ceiling = max(ceiling, authority.manager_percent)
    return Decimal(0) <= percent <= ceiling


def approver_of(percent: Decimal, authority: DiscountAuthority) -> Role:
    """The least role that may grant `percent`; "manager" also where not even a manager may."""
    return "salesperson" if may_grant("salesperson", percent, authority) else "manager"


def must_be_explained(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that a person has to give a reason for before the text goes out."""
    return tuple(finding for finding in findings if finding.severity == "block")


def approver_in_spite_of(findings: tuple[Finding, ...]) -> Role:
    """The least role that may send a text with these findings, given a reason."""
    leaking = any(finding.rule in FOR_A_MANAGER for finding in must_be_explained(findings))
    return "manager" if leaking else "salesperson"


def _role(name: str) -> Role:
    for role in ROLES:
        if role == name:
            return role
    raise ValueError(f"{name!r} is no role")
