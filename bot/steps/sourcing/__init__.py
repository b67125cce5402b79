"""What the catalogue lacks: found in an inquiry, read into fields, and settled once purchasers have it."""

from __future__ import annotations

from bot.steps.sourcing.naming import Named, named
from bot.steps.sourcing.need import Lack, lacking
from bot.steps.sourcing.settling import SourcedOffers

__all__ = ["Lack", "Named", "SourcedOffers", "lacking", "named"]
