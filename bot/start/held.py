"""What was answered so far, kept in the folder itself: the start can be left and taken up again."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.domain.errors import SupercargoError
from bot.start.questions import STEP_NAMES

FILE = ".init.json"
KEPT = ".init"
"""Folder beside it for uploaded files, and for what was replaced."""
_VERSION = 1


@dataclass(slots=True)
class Held:
    """The answers of one folder. Each change is on the disk before the next question."""

    folder: Path
    answers: dict[str, Any] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    """Names of the steps that are finished."""
    asked: list[str] = field(default_factory=list)
    """Keys that were answered in the step that is not finished: whoever goes on is not asked them again."""

    @property
    def next_step(self) -> str | None:
        """The first that is not done; None: all are."""
        return next((name for name in STEP_NAMES if name not in self.done), None)

    def answer(self, key: str, value: Any) -> None:
        """None takes an answer back: the question stays open."""
        self.answers[key] = value
        if key not in self.asked:
            self.asked.append(key)
        self.save()

    def finish(self, step: str) -> None:
        if step not in self.done:
            self.done.append(step)
        self.asked = []
        self.save()

    def reopen(self, step: str) -> None:
        """Do `step` again, and what is written and answered with it."""
        self.done = [name for name in self.done if name not in (step, "write", "inquiries")]
        self.asked = []
        self.save()

    def anew(self) -> None:
        """Ask everything again, with the answers so far as proposals."""
        self.done, self.asked = [], []
        self.save()

    def save(self) -> None:
        """Readable to its owner alone, whole or not at all. SupercargoError where it cannot be written."""
        told = {"version": _VERSION, "answers": self.answers, "done": self.done, "asked": self.asked}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with _replacing(self.folder / FILE) as file:
                file.write(json.dumps(told, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            raise SupercargoError(
                f"{self.folder}: {error.strerror}. Give yourself the right to write there, or name another."
            ) from error


def held(folder: Path) -> Held:
    """What `folder` holds of an earlier start; nothing where there was none. SupercargoError: unreadable."""
    path = folder / FILE
    if folder.exists() and not folder.is_dir():
        raise SupercargoError(f"{folder} is a file. Name a folder; it is made where there is none.")
    try:
        told = json.loads(path.read_bytes())
        answers, done = told["answers"], told["done"]
        if not isinstance(answers, dict) or not isinstance(done, list) or told["version"] != _VERSION:
            raise TypeError
    except FileNotFoundError:
        return Held(folder)
    except OSError as error:
        raise SupercargoError(f"{path}: {error.strerror}. Give yourself the right to read it.") from error
    except (ValueError, TypeError, KeyError) as error:
        raise SupercargoError(
            f"{path} cannot be read: it was changed or is of another version. Move it away to begin anew; "
            "no other file is touched."
        ) from error
    asked = [str(key) for key in told.get("asked") or ()]
    return Held(folder, answers, [name for name in STEP_NAMES if name in done], asked)


@contextmanager
def _replacing(path: Path) -> Iterator[Any]:
    """A file that takes the place of `path` once it is whole and on the disk; mode 0600."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
