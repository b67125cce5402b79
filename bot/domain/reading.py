"""Who said what of an inquiry: the rules, a language model, or both; and where they disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

By = Literal["rules", "model", "both"]


@dataclass(frozen=True, slots=True)
class Said:
    """One field of what was understood. `value` is written out, for people."""

    field: str
    """`intents`, `risks`, `items`, or a field of `Details`."""
    value: str
    by: By


@dataclass(frozen=True, slots=True)
class Conflict:
    """The rules and the model read the same words differently; the rules' reading stands."""

    field: Literal["quantity", "sku", "risk"]
    asked: str
    """The buyer's words that it is about."""
    rules: str
    model: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model's reading added to the rules'. `sure` is False where they disagree on what costs money."""

    said: tuple[Said, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    dropped: tuple[str, ...] = ()
    """Fields that the model gave and the buyer's words do not hold."""
    model: str = ""

    @property
    def sure(self) -> bool:
        return not self.conflicts
