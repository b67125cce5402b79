"""What each job was and how it ended: one event in the log, and its ids on all that is logged in it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Any

from procrastinate import JobContext
from structlog.contextvars import bound_contextvars

from bot.log import logger

_IDS = {"conversation_id": "conversation", "outbox_id": "outbox", "draft_id": "draft", "step": "step"}
"""Arguments of jobs that a log may hold, and what it calls them."""
_BY_THE_CLOCK = "timestamp"
"""An argument that procrastinate gives to periodic jobs alone."""
_log = logger("worker")


class PutOff(Exception):
    """Nothing went wrong, but the time has not come: the job is to be run again in `seconds`."""

    def __init__(self, seconds: float, why: str) -> None:
        super().__init__(why)
        self.seconds = seconds


async def log_job(work: Callable[[], Awaitable[Any]], context: JobContext, _worker: object) -> Any:
    """A middleware of procrastinate's."""
    job = context.job
    ids = {_IDS[name]: value for name, value in job.task_kwargs.items() if name in _IDS}
    began = time.perf_counter()
    with bound_contextvars(job=job.id, task=job.task_name, **ids):
        try:
            result = await work()
        except PutOff as reason:
            _log.info("job.put_off", seconds=round(reason.seconds, 1), why=str(reason))
            raise
        except Exception as error:
            _log.warning("job.failed", attempt=job.attempts + 1, exc_info=error)
            raise
        # What the clock asks for has mostly found nothing to do, and tells itself what it did.
        tell = _log.debug if _BY_THE_CLOCK in job.task_kwargs else _log.info
        tell("job.done", ms=round((time.perf_counter() - began) * 1000, 1))
        return result
