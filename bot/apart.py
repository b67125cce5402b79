"""Work done in a process of its own, so that what it needs leaves with it.

Reading spreadsheets, PDFs and Word files costs more memory than answering a thousand inquiries; a process
that serves never holds it.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from bot.domain.errors import SupercargoError

Progress = Callable[[str, int, int], None]


def run_apart(work: Callable[..., Any], *given: Any, progress: Progress | None = None) -> Any:
    """What `work(*given, progress)` returns, run in a child process; everything given must be picklable.

    `progress` is called here, as the child reports. An error of the child is raised here; a child that was
    killed raises SupercargoError.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(sender, work, given))
    child.start()
    sender.close()
    try:
        while True:
            kind, value = receiver.recv()
            if kind == "done":
                return value
            if kind == "failed":
                raise value
            if progress is not None:
                progress(*value)
    except EOFError as error:
        child.join()
        raise SupercargoError(
            f"A part of the work was ended from outside (exit code {child.exitcode}). What was loaded before "
            "still serves; run the command again."
        ) from error
    finally:
        receiver.close()
        child.join()


def _answer(sender: Connection, work: Callable[..., Any], given: tuple[Any, ...]) -> None:
    try:
        result = work(*given, lambda *step: sender.send(("step", step)))
    except (SupercargoError, OSError) as error:
        sender.send(("failed", error))
    else:
        sender.send(("done", result))
    finally:
        sender.close()
