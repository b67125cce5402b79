"""One line of `supercargo doctor`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Check:
    """`found` is what there is; `advice`, what to do about it."""

    about: str
    state: State
    found: str
    advice: str = ""
