"""Two texts that should say the same in two languages, held against each other by code.

What a translation could get wrong at a price is read on both sides: numbers, amounts, units, percentages,
dates, codes, Incoterms, certificates, contacts, negations, trade terms. What stands on one side alone is a
difference.
"""

from __future__ import annotations

from bot.compare.comparing import Comparison, Difference, Kind, compare

__all__ = ["Comparison", "Difference", "Kind", "compare"]
