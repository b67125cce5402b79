"""Extract: what a language model reads, held against the buyer's words and the rules' reading."""

from __future__ import annotations

from bot.steps.extract.merge import Merged, merged
from bot.steps.extract.told import ToldItem, ToldReading, told_reading
from bot.steps.extract.worth import worth_asking

__all__ = ["Merged", "ToldItem", "ToldReading", "merged", "told_reading", "worth_asking"]
