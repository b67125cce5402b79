"""What the worker does for managers: it counts, makes the week's digest at its time, and looks for alerts."""

from __future__ import annotations

import procrastinate

from bot.desk.context import Desk
from bot.log import logger
from bot.reports import alerts, digests
from storage.jobs import QUEUE
from storage.metrics.facts import catch_up

_EVERY_FIVE_SECONDS = "* * * * * */5"
"""In procrastinate's cron the sixth field is seconds."""
_EVERY_MINUTE = "* * * * *"
_log = logger("worker")


def tell_managers(app: procrastinate.App, desk: Desk) -> None:
    """Add the jobs to the work list. They look what is due: one that was missed is made up for."""

    @app.periodic(cron=_EVERY_FIVE_SECONDS)
    @app.task(name="count", queue=QUEUE, queueing_lock="count")
    async def count(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        """Facts that managers' figures are counted from follow what has happened since."""
        counted = await catch_up(desk.engine, desk.shop_id, desk.clock())
        if counted:
            _log.info("worker.talks_counted", count=counted)

    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name="digest", queue=QUEUE, queueing_lock="digest")
    async def digest(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        if await digests.make_due(desk):
            _log.info("worker.digest_made")

    @app.periodic(cron=_EVERY_MINUTE)
    @app.task(name="alert", queue=QUEUE, queueing_lock="alert")
    async def alert(timestamp: int) -> None:  # noqa: ARG001 - procrastinate names it
        opened, ended = await alerts.look(desk)
        if opened or ended:
            _log.info("worker.alerts", opened=opened, ended=ended)
