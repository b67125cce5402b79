"""A checked change that waits for a person's word, kept beside its files."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

from knowledge.uploads.change import Change

_FILE = "change.json"
_ABANDONED_SECONDS = 24 * 3600


def keep_change(scratch: Path, change: Change) -> None:
    told = {"put": {path: str(file) for path, file in change.put.items()}, "remove": list(change.remove)}
    (scratch / _FILE).write_text(json.dumps(told), encoding="utf-8")


def kept_change(scratch: Path) -> Change | None:
    """None where it, or one of its files, is not there any more."""
    try:
        told = json.loads((scratch / _FILE).read_text(encoding="utf-8"))
    except OSError:
        return None
    put = {path: Path(file) for path, file in told["put"].items()}
    return Change(put, tuple(told["remove"])) if all(file.is_file() for file in put.values()) else None


def drop_abandoned(uploads: Path) -> None:
    """Remove uploads of more than a day ago that nobody loaded or discarded."""
    if not uploads.is_dir():
        return
    before = time.time() - _ABANDONED_SECONDS
    for scratch in uploads.iterdir():
        if scratch.is_dir() and scratch.stat().st_mtime < before and not (scratch / "journal.json").exists():
            shutil.rmtree(scratch, ignore_errors=True)
