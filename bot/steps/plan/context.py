"""What the plan needs to know of the buyer's country; the pipeline looks it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Festival:
    """A public festival of the buyer's country. `name` in the reply's language."""

    name: str
    day: date
    days_until: int


@dataclass(frozen=True, slots=True)
class PlanContext:
    formal: bool = True
    """Whether buyers of this country expect the formal address."""
    festival: Festival | None = None
