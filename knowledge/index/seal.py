"""Whether an embedded store is as its last owner left it.

A damaged Chroma folder can kill the process that opens it, so it has to be judged from outside. The owner
breaks the seal while it works and writes one when it has closed the store: the digests of all its files.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

State = Literal["missing", "whole", "left open", "damaged"]


@dataclass(frozen=True, slots=True)
class Seal:
    """The file `path` seals the folder `store`."""

    path: Path
    store: Path

    def state(self) -> State:
        """ "left open": its owner died with it, or works with it now."""
        if not self.store.exists() or not any(self.store.iterdir()):
            return "missing"
        try:
            told = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return "left open"
        if told == "open":
            return "left open"
        return "whole" if told == self._digests() else "damaged"

    def break_(self) -> None:
        self._write("open")

    def close(self) -> None:
        self._write(self._digests())

    def _write(self, content: object) -> None:
        scratch = self.path.with_suffix(".new")
        scratch.write_text(json.dumps(content), encoding="utf-8")
        scratch.replace(self.path)

    def _digests(self) -> dict[str, str]:
        digests = {}
        for file in sorted(path for path in self.store.rglob("*") if path.is_file()):
            with file.open("rb") as opened:
                digests[str(file.relative_to(self.store))] = hashlib.file_digest(opened, "sha256").hexdigest()
        return digests
