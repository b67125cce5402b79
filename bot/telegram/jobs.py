"""What happens later in Telegram: procrastinate's tasks of the queue `telegram`."""

from __future__ import annotations

from datetime import timedelta

import procrastinate
from aiogram import Dispatcher
from procrastinate import JobContext, RetryStrategy
from procrastinate.jobs import DeleteJobCondition

from bot.job_ends import PatientConnector
from bot.job_log import log_job
from bot.log import logger
from bot.telegram.buyers.files import FETCH_TASK, fetch_file, give_up_file
from bot.telegram.handling import give_up_update, handle
from bot.telegram.office import Office
from bot.telegram.sending.outcomes import SendAgain
from bot.telegram.sending.replies import send_telegram
from bot.worker import HEARTBEAT_SECONDS, POLLING_SECONDS, STALLED_SECONDS
from storage import telegram_pace, telegram_updates
from storage.jobs import TELEGRAM_QUEUE
from storage.live import writing
from storage.outbox import TELEGRAM_SEND_TASK
from storage.telegram_updates import UPDATE_TASK

_CONCURRENCY = 48
"""Most of the time a job waits for Telegram, or for its turn: a second lies between two parts of a reply, and
at 30 calls a second fewer would not reach what Telegram allows."""
_ATTEMPTS = 7
_FILE_ATTEMPTS = 15
"""Twice as long after each, 18 hours in all: nobody waits behind a file, and Telegram keeps it."""
_EVERY_HOUR = "41 * * * *"
_KEPT = timedelta(days=2)
_FAILED_KEPT = timedelta(days=28)
_SILENT = timedelta(hours=1)
"""After which nothing is kept of how fast a chat was written to."""
_log = logger("telegram")


def telegram_work(address: str, office: Office, dispatcher: Dispatcher) -> procrastinate.App:
    """The tasks over one office. `address` is a libpq URL. Open it, then `run_worker`."""
    app = procrastinate.App(
        connector=PatientConnector(conninfo=address, min_size=1, max_size=6),
        worker_defaults={
            "queues": [TELEGRAM_QUEUE],
            "name": "telegram",
            "concurrency": _CONCURRENCY,
            "delete_jobs": DeleteJobCondition.SUCCESSFUL,
            "update_heartbeat_interval": HEARTBEAT_SECONDS,
            "stalled_worker_timeout": STALLED_SECONDS,
            "install_signal_handlers": False,
            "shutdown_graceful_timeout": 15.0,
            "fetch_job_polling_interval": POLLING_SECONDS,
            "task_middleware": [log_job],
        },
    )
    retry = RetryStrategy(max_attempts=_ATTEMPTS, exponential_wait=2)

    @app.task(name=UPDATE_TASK, queue=TELEGRAM_QUEUE, retry=retry, pass_context=True)
    async def telegram_update(context: JobContext, update_id: int) -> None:
        try:
            await handle(office, dispatcher, update_id)
        except Exception as error:
            _log.warning(
                "telegram.update_failed", update=update_id, attempt=context.job.attempts,
                error=type(error).__name__,
            )  # fmt: skip
            if context.job.attempts + 1 >= _ATTEMPTS:
                await give_up_update(office, update_id, error, _ATTEMPTS)
            raise

    @app.task(name=TELEGRAM_SEND_TASK, queue=TELEGRAM_QUEUE, retry=SendAgain())
    async def telegram_send(outbox_id: int) -> None:
        await send_telegram(office, outbox_id)

    fetch_again = RetryStrategy(max_attempts=_FILE_ATTEMPTS, exponential_wait=2)

    @app.task(name=FETCH_TASK, queue=TELEGRAM_QUEUE, retry=fetch_again, pass_context=True)
    async def telegram_file(context: JobContext, attachment_id: str) -> None:
        try:
            await fetch_file(office, attachment_id)
        except Exception as error:
            if context.job.attempts + 1 >= _FILE_ATTEMPTS:
                await give_up_file(office, attachment_id, error)
            raise

    @app.periodic(cron=_EVERY_HOUR)
    @app.task(name="telegram_forget", queue=TELEGRAM_QUEUE, queueing_lock="telegram_forget")
    async def telegram_forget(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Updates that were handled long ago are let go: Telegram does not send them again."""
        async with writing(office.desk.engine) as connection:
            await telegram_updates.forget(connection, office.desk.clock() - _KEPT, failed_kept=_FAILED_KEPT)
            await telegram_pace.forget(connection, _SILENT)

    return app
