"""Putting files into a shop folder so that it never stands half-changed, with the earlier files kept.

Everything is copied beside its place first, then moved there; a journal lets a process that starts later
finish what a killed one began.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from knowledge.uploads.change import Change
from knowledge.uploads.refused import UploadRefused

_JOURNAL = "journal.json"
KEPT_BACKUPS = 20


def back_up(folder: Path, change: Change, backup: Path) -> None:
    """Keep the files that the change replaces or takes away, below `backup`."""
    backup.mkdir(parents=True, exist_ok=True, mode=0o700)
    for path in (*change.put, *change.remove):
        if (folder / path).is_file():
            (backup / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / path, backup / path)
    others = sorted(path for path in backup.parent.iterdir() if path.is_dir())
    for old in others[:-KEPT_BACKUPS]:
        shutil.rmtree(old, ignore_errors=True)


def put_in_place(folder: Path, change: Change, scratch: Path) -> None:
    """Make the change; `scratch` keeps the journal until it is done.

    UploadRefused where the folder cannot be written; it is as it was then.
    """
    waiting = _copied_beside(folder, change)
    journal = scratch / _JOURNAL
    told = {"folder": str(folder), "moves": waiting, "remove": list(change.remove)}
    unfinished = scratch / f"{_JOURNAL}.new"
    unfinished.write_text(json.dumps(told), encoding="utf-8")
    unfinished.replace(journal)
    _finish(journal)


def finish_interrupted(uploads: Path) -> int:
    """Finish changes whose process was killed in the middle; how many."""
    journals = sorted(uploads.glob(f"*/{_JOURNAL}")) if uploads.is_dir() else []
    for journal in journals:
        _finish(journal)
    return len(journals)


def put_back(folder: Path, change: Change, backup: Path, scratch: Path) -> None:
    """Undo a change, from what `back_up` kept."""
    before = {path: backup / path for path in (*change.put, *change.remove) if (backup / path).is_file()}
    added = tuple(path for path in change.put if path not in before)
    put_in_place(folder, Change(before, added), scratch)


def _copied_beside(folder: Path, change: Change) -> list[list[str]]:
    """(copy, place) of every file, the copies under hidden names, which no reading looks at."""
    copies: list[list[str]] = []
    try:
        for path, file in change.put.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            copy = target.with_name(f".{target.name[:100]}.{os.getpid()}.new")
            copies.append([copy.relative_to(folder).as_posix(), path])
            with file.open("rb") as source, copy.open("wb") as written:
                shutil.copyfileobj(source, written)
                written.flush()
                os.fsync(written.fileno())
    except OSError as error:
        for made, _ in copies:
            (folder / made).unlink(missing_ok=True)
        raise UploadRefused(
            f"The shop folder cannot be written ({error.strerror}). Give the service the right to write in "
            f"{folder}, or put the files there yourself and read it again."
        ) from error
    return copies


def _finish(journal: Path) -> None:
    told = json.loads(journal.read_text(encoding="utf-8"))
    folder = Path(told["folder"])
    for copy, path in told["moves"]:
        if (folder / copy).exists():  # otherwise it was moved before the process ended
            (folder / copy).replace(folder / path)
    placed = {path for _, path in told["moves"]}
    for path in told["remove"]:
        if path not in placed:
            (folder / path).unlink(missing_ok=True)
    journal.unlink()
