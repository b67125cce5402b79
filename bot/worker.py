"""What happens later: procrastinate's tasks, each of which is one step of the desk."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

import procrastinate
from procrastinate import JobContext, RetryStrategy
from procrastinate.jobs import DeleteJobCondition

from bot.desk import (
    beside,
    buyers,
    conversations,
    drafting,
    entries,
    expiring,
    gap_answers,
    gaps,
    learning,
    reminding,
    rewriting,
    sending,
    summarising,
    uploads,
)
from bot.desk.complaints import warning
from bot.desk.context import Desk
from bot.desk.follow_up import door, planning, promising
from bot.desk.follow_up import drafting as follow_up_drafting
from bot.desk.sourcing import sending as sourcing_sending
from bot.job_ends import PatientConnector
from bot.job_log import log_job
from bot.log import logger
from bot.reports.jobs import tell_managers
from storage import drafts, follow_ups
from storage.events import record
from storage.jobs import ASKING_QUEUE, DRAFT_TASK, LEARN_TASK, QUEUE, defer_draft
from storage.live import reading, writing
from storage.outbox import RELEASE_TASK, SEND_TASK

HEARTBEAT_SECONDS = 2.0
STALLED_SECONDS = 6.0
POLLING_SECONDS = 0.5
"""How late a job that was put off may begin; one that is due at once is told by a notice."""
_CONCURRENCY = 4
_ASKING_CONCURRENCY = 12
"""Jobs that may wait for a language model: most of their time they do, so more of them at once cost little. A
model that hangs holds up neither replies that were approved nor, for longer than one time-out, drafts."""
_ATTEMPTS = 8
_TRIES = 2
"""For what a person is waiting for and can ask for again."""
_EVERY_FIVE_SECONDS = "* * * * * */5"
"""In procrastinate's cron the sixth field is seconds."""
_EVERY_MINUTE = "* * * * *"
_EVERY_HOUR = "23 * * * *"

_log = logger("worker")


def work_list(address: str, desk: Desk) -> procrastinate.App:
    """The tasks over one desk. `address` is a libpq URL. Open it, then run its `workers`."""
    app = procrastinate.App(
        connector=PatientConnector(conninfo=address, min_size=1, max_size=6),
        worker_defaults={
            "queues": [QUEUE, ASKING_QUEUE],
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
    twice = RetryStrategy(max_attempts=_TRIES, wait=1)

    @app.task(name=DRAFT_TASK, queue=ASKING_QUEUE, retry=retry, pass_context=True)
    async def draft_reply(context: JobContext, conversation_id: int) -> None:
        try:
            await drafting.draft_reply(desk, conversation_id)
        except Exception as error:
            await _tell(desk, context, "draft.failed", conversation_id, error)
            raise

    @app.task(name=rewriting.REWRITE_TASK, queue=ASKING_QUEUE, retry=twice, pass_context=True)
    async def rewrite(context: JobContext, rewrite_id: int) -> None:
        try:
            await rewriting.make(desk, rewrite_id)
        except Exception:
            if context.job.attempts + 1 >= _TRIES:
                await rewriting.give_up(desk, rewrite_id)
            raise

    @app.task(name=summarising.SUMMARISE_TASK, queue=ASKING_QUEUE, retry=twice, pass_context=True)
    async def summarise(context: JobContext, summary_id: int) -> None:
        try:
            await summarising.make(desk, summary_id)
        except Exception:
            if context.job.attempts + 1 >= _TRIES:
                await summarising.give_up(desk, summary_id)
            raise

    @app.task(name=beside.TRANSLATE_TASK, queue=ASKING_QUEUE, retry=twice, pass_context=True)
    async def translate(context: JobContext, conversation_id: int, language: str) -> None:
        try:
            await beside.make(desk, conversation_id, language)
        except Exception:
            if context.job.attempts + 1 >= _TRIES:
                await beside.give_up(desk, conversation_id, language)
            raise

    @app.task(name=LEARN_TASK, queue=ASKING_QUEUE, retry=retry)
    async def learn(draft_id: int) -> None:
        await learning.learn(desk, draft_id)

    @app.task(name=SEND_TASK, queue=QUEUE, retry=retry)
    async def send_reply(outbox_id: int) -> None:
        await sending.send_reply(desk, outbox_id)

    @app.task(name=drafting.REMIND_TASK, queue=QUEUE, retry=retry)
    async def remind(draft_id: int, step: int) -> None:
        await reminding.remind(desk, draft_id, step)

    @app.task(name=entries.EXPIRE_TASK, queue=QUEUE, retry=retry)
    async def expire_told(entry_id: int) -> None:
        await expiring.expire_told(desk, entry_id)

    @app.task(name=gap_answers.WORD_TASK, queue=ASKING_QUEUE, retry=twice, pass_context=True)
    async def word_gap(context: JobContext, gap_id: int) -> None:
        try:
            await gap_answers.make(desk, gap_id)
        except Exception:
            if context.job.attempts + 1 >= _TRIES:
                await gap_answers.give_up(desk, gap_id)
            raise

    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name="gather_gaps", queue=QUEUE, queueing_lock="gather_gaps")
    async def gather_gaps(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Questions that nothing answered are put to those that ask the same."""
        placed = await gaps.gather(desk)
        if placed:
            _log.info("worker.questions_gathered", count=placed)

    @app.task(name=conversations.WAKE_TASK, queue=QUEUE, retry=retry)
    async def wake(conversation_id: int) -> None:
        await conversations.wake(desk, conversation_id)

    @app.task(name=sourcing_sending.REMIND_TASK, queue=QUEUE, retry=retry)
    async def remind_sourcing(request_id: int, step: int) -> None:
        await sourcing_sending.remind(desk, request_id, step)

    @app.task(name=follow_ups.TASK, queue=QUEUE, retry=retry)
    async def follow_up(follow_up_id: int) -> None:
        await follow_up_drafting.prepare(desk, follow_up_id)

    @app.task(name=RELEASE_TASK, queue=QUEUE, retry=retry)
    async def release_held(outbox_id: int) -> None:
        await door.release(desk, outbox_id)

    @app.task(name=planning.AGAIN_TASK, queue=QUEUE, retry=retry)
    async def plan_follow_ups(conversation_id: int) -> None:
        await planning.plan_alone(desk, conversation_id)

    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name="plan_again", queue=QUEUE, queueing_lock="plan_again")
    async def plan_again(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Follow-ups of orders that an import has moved, and those that nobody has approved in time; promises
        of ours whose day is over."""
        planned = await planning.plan_again(desk)
        if planned:
            _log.info("worker.follow_ups_planned", count=planned)
        reminded = await promising.remind_of_ours(desk)
        if reminded:
            _log.info("worker.promises_reminded", count=reminded)

    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name="warn_of_complaints", queue=QUEUE, queueing_lock="warn_of_complaints")
    async def warn_of_complaints(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Dispute windows that are about to end are told to the salesperson, then to a manager."""
        warned = await warning.warn(desk)
        if warned:
            _log.info("worker.complaints_warned", count=warned)

    @app.periodic(cron=_EVERY_FIVE_SECONDS)
    @app.task(name="rescue", queue=QUEUE, queueing_lock="rescue", pass_context=True)
    async def rescue(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Jobs of a worker that died go back into the line."""
        manager = context.app.job_manager
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS):
            await manager.retry_job(job)
            _log.warning("worker.job_rescued", job=job.id, task=job.task_name)

    tell_managers(app, desk)

    @app.periodic(cron=_EVERY_FIVE_SECONDS)
    @app.task(name="redraft", queue=QUEUE, queueing_lock="redraft")
    async def redraft(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Drafts of an older price list are made anew."""
        async with reading(desk.engine) as connection:
            outdated = await drafts.outdated_conversations(connection, desk.shop_id)
        for conversation_id in outdated:
            async with writing(desk.engine) as connection:
                await defer_draft(connection, conversation_id)

    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name="expire", queue=QUEUE, queueing_lock="expire")
    async def expire(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Drafts whose quote is out of date are made anew before anybody taps."""
        expired = await expiring.expire_outdated(desk)
        if expired:
            _log.info("worker.drafts_expired", count=expired)

    @app.periodic(cron=_EVERY_HOUR)
    @app.task(name="forget", queue=QUEUE, queueing_lock="forget")
    async def forget(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Buyers who have been silent for longer than the settings keep them are erased; uploads that nobody
        has loaded are let go."""
        abandoned = await uploads.drop_abandoned(desk)
        if abandoned:
            _log.info("worker.uploads_dropped", count=abandoned)
        if desk.timing.retention is not None:
            erased = await buyers.erase_silent(desk, desk.timing.retention)
            if erased:
                _log.info("worker.buyers_erased", count=erased)

    return app


def workers(app: procrastinate.App, desk: Desk) -> list[Coroutine[Any, Any, None]]:
    """What works the list of `work_list` off: one worker, or with a language model one besides that alone
    waits for it."""
    if desk.model is None:
        return [app.run_worker_async()]
    asking = app.run_worker_async(queues=[ASKING_QUEUE], name="asking", concurrency=_ASKING_CONCURRENCY)
    return [app.run_worker_async(queues=[QUEUE]), asking]


async def _tell(desk: Desk, context: JobContext, kind: str, conversation_id: int, error: Exception) -> None:
    """Log a failure; after the last try it is an event too, so that the inbox shows who waits for nothing."""
    job = context.job
    _log.warning(kind, conversation=conversation_id, attempt=job.attempts, error=type(error).__name__)
    if job.attempts + 1 >= _ATTEMPTS:
        async with writing(desk.engine) as connection:
            await record(
                connection, kind, at=desk.clock(), shop_id=desk.shop_id, actor="rule",
                conversation_id=conversation_id, data={"error": type(error).__name__},
            )  # fmt: skip
