"""Folders that a killed process left behind while it worked on uploaded files."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

_ABANDONED_SECONDS = 24 * 3600


def drop_leftovers(uploads: Path) -> None:
    """Remove folders of more than a day ago; what is half put in place is left to `finish_interrupted`."""
    if not uploads.is_dir():
        return
    before = time.time() - _ABANDONED_SECONDS
    for scratch in uploads.iterdir():
        if scratch.is_dir() and scratch.stat().st_mtime < before and not (scratch / "journal.json").exists():
            shutil.rmtree(scratch, ignore_errors=True)
