"""Dangers in the buyer's newest messages: marks for whoever approves the reply, never a block."""

from __future__ import annotations

from bot.domain.inquiry import RISKS, Inquiry
from bot.steps.triage.advertising import advertises
from bot.steps.triage.classifier import UNNAMED
from bot.steps.triage.classifier_reading import Clause, latest_reading

_NAMED = 0.5
"""Probability that is enough where a cue names the risk as well."""
_SILENT = 0.9
"""Probability that is enough without any cue."""
_UNNAMED = 0.45
"""The same for what was learned without cues."""
_TELLING = 20
"""Bytes of a clause that say something by themselves: "thx" and "no answer." do not."""


def read_risks(inquiry: Inquiry, language: str) -> tuple[str, ...]:
    """Those of RISKS that the newest messages show, in the order of RISKS.

    `restricted_destination` is never among them: only the shop and the destination tell it.
    """
    newest = latest_reading(inquiry, language)
    found = {risk for risk in RISKS if any(_shows(clause, risk) for clause in newest)}
    if advertises(newest):
        # Advertising has wallets, groups and chats of its own: its trade, not a way round the platform.
        found &= {"scam", "abuse", "prompt_injection"}
    return tuple(risk for risk in RISKS if risk in found)


def asks_confidential(inquiry: Inquiry, language: str) -> bool:
    """Whether the buyer wants costs, margins, internal rules, or what other buyers pay."""
    return any(_shows(clause, "confidential") for clause in latest_reading(inquiry, language))


def _shows(clause: Clause, label: str) -> bool:
    if clause.strong(label, _NAMED if label in clause.cues else _SILENT):
        return True
    return len(clause.shape.encode()) >= _TELLING and clause.strong(f"{UNNAMED}{label}", _UNNAMED)
