"""A fault of the program in one line: shown with its traceback, and no reason to lose the other lines."""

from __future__ import annotations

import sys
import traceback


class Faults:
    """Tells each kind of fault in full once; a thousand lines may have the same one."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def tell(self, number: int, fault: Exception) -> str:
        """The line's error text."""
        kind = f"{type(fault).__name__}: {fault}"
        if kind not in self._told:
            self._told.add(kind)
            traceback.print_exception(fault, file=sys.stderr)
        return f"line {number}: a fault of the program, please report it: {kind}"
