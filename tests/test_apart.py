"""Work in a process of its own: its result, its progress, its errors, its death."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from bot.apart import run_apart
from bot.domain.errors import SupercargoError

Step = Callable[[str, int, int], None]


def _count(up_to: int, step: Step) -> tuple[int, int]:
    for done in range(up_to):
        step("count", done + 1, up_to)
    return up_to, os.getpid()


def _refuse(step: Step) -> None:
    raise SupercargoError("no catalogue in this folder")


def _die(step: Step) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_the_result_and_every_step_come_back_from_another_process() -> None:
    steps: list[tuple[str, int, int]] = []
    result, pid = run_apart(_count, 3, progress=lambda *step: steps.append(step))
    assert result == 3
    assert pid != os.getpid()
    assert steps == [("count", 1, 3), ("count", 2, 3), ("count", 3, 3)]


def test_a_refusal_keeps_its_words() -> None:
    with pytest.raises(SupercargoError, match="no catalogue in this folder"):
        run_apart(_refuse)


def test_a_killed_process_is_told_with_what_to_do_next() -> None:
    with pytest.raises(SupercargoError, match=r"exit code -9.*run the command again"):
        run_apart(_die)
