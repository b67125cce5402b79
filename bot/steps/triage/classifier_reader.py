"""Intents and risks behind one object, for whoever composes triage."""

from __future__ import annotations

from bot.domain.inquiry import Inquiry
from bot.steps.triage.intents import read_intents
from bot.steps.triage.risks import asks_confidential, read_risks
from bot.steps.triage.signals import Signals


class IntentReader:
    """Reads with the packaged classifier and cues; holds no state, one serves every shop and talk."""

    def intents(self, inquiry: Inquiry, language: str, signals: Signals) -> tuple[str, ...]:
        return read_intents(inquiry, language, signals)

    def risks(self, inquiry: Inquiry, language: str) -> tuple[str, ...]:
        return read_risks(inquiry, language)

    def asks_confidential(self, inquiry: Inquiry, language: str) -> bool:
        return asks_confidential(inquiry, language)
