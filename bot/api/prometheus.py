"""What Prometheus reads: what this process counted, and how things stand in the database."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from bot.api.model_metrics import model_metrics
from bot.api.problem_shape import problems
from bot.desk.context import Desk
from bot.desk.model_state import model_state
from bot.domain.errors import SupercargoError
from bot.settings import Settings
from bot.web.access import bearer, desk_of, must_be, staff_of_token
from bot.web.instruments import Instruments
from storage import gauges
from storage.live import reading

router = APIRouter(tags=["operations"])
_FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""Headers of proxies: with one of them the request came from elsewhere, whatever address it has now."""


async def may_read(request: Request) -> None:
    """A program of this machine, one that knows SUPERCARGO_METRICS_TOKEN, or an admin.

    DeskRefusal `signed_out`, `role`.
    """
    settings: Settings = request.app.state.settings
    given = bearer(request)
    wanted = settings.metrics_token
    if wanted is not None and given is not None:
        if secrets.compare_digest(wanted.get_secret_value().encode(), given.encode()):
            return
    elif wanted is None and given is None and _is_local(request):
        return
    must_be(await staff_of_token(request), "admin")


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    responses={200: {"content": {"text/plain": {}}}, **problems(401, 403)},
    summary="For Prometheus",
)
async def metrics(request: Request, _allowed: Annotated[None, Depends(may_read)]) -> Response:
    """Prometheus' text format. Open to programs of the same machine; from elsewhere it takes the token of
    `SUPERCARGO_METRICS_TOKEN`, or an admin's. With that setting it takes a token from everywhere."""
    desk = desk_of(request)
    instruments: Instruments = request.app.state.instruments
    now = CollectorRegistry()
    found = [*_of_process(desk, request.app.state.hub.connected), *await _of_database(desk)]
    now.register(_Snapshot([*found, *await _of_model(desk, request.app.state.settings)]))
    body = generate_latest(instruments.registry) + generate_latest(now)
    return Response(body, media_type=CONTENT_TYPE_LATEST)


def _is_local(request: Request) -> bool:
    """Whether a program of this machine asks, and no proxy for somebody else."""
    if request.client is None or any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False


class _Snapshot(Collector):
    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = list(metrics)

    def collect(self) -> Iterable[Metric]:
        return self._metrics


def _of_process(desk: Desk, connected: int) -> Iterable[Metric]:
    yield CounterMetricFamily(
        "supercargo_messages_stored", "Messages of buyers that this process stored.",
        value=desk.tally.messages_stored,
    )  # fmt: skip
    yield CounterMetricFamily(
        "supercargo_listen_reconnects", "How often the connection for live updates was made anew.",
        value=max(0, connected - 1),
    )  # fmt: skip


async def _of_database(desk: Desk) -> list[Metric]:
    up = GaugeMetricFamily("supercargo_database_up", "1 where the database answers.")
    try:
        async with reading(desk.engine) as connection:
            standing = await gauges.standing(connection, desk.shop_id)
            queue = await gauges.queue(connection)
            heartbeat = await gauges.heartbeat_age(connection)
            workers = await gauges.workers(connection)
    except (SQLAlchemyError, OSError):
        up.add_metric((), 0)
        return [up]
    up.add_metric((), 1)
    drafts = GaugeMetricFamily("supercargo_drafts", "Drafts by state.", labels=("state",))
    outbox = GaugeMetricFamily("supercargo_outbox", "Texts that have not left, by state.", labels=("state",))
    for family, counts in ((drafts, standing.drafts), (outbox, standing.outbox)):
        for state, count in sorted(counts.items()):
            family.add_metric((state,), count)
    found = [
        up, drafts, outbox, *_of_queue(queue),
        GaugeMetricFamily(
            "supercargo_waiting_conversations", "Buyers who wait for an answer.", value=standing.waiting
        ),
        GaugeMetricFamily(
            "supercargo_waiting_longest_seconds", "How long the one who waits longest has waited.",
            value=standing.longest_wait_s,
        ),
    ]  # fmt: skip
    memory = GaugeMetricFamily(
        "supercargo_worker_resident_memory_bytes", "Memory that a worker holds, told every ten seconds.",
        labels=("worker",),
    )  # fmt: skip
    for name, resident in workers:
        memory.add_metric((name,), resident)
    found.append(memory)
    if heartbeat is not None:
        found.append(
            GaugeMetricFamily(
                "supercargo_worker_heartbeat_age_seconds", "Since a worker was last heard of.",
                value=heartbeat,
            )
        )  # fmt: skip
    return found


async def _of_model(desk: Desk, settings: Settings) -> list[Metric]:
    """Nothing where no model is set, or nothing can be read."""
    try:
        state = await model_state(desk, settings.model_budget)
    except (SQLAlchemyError, OSError, SupercargoError):
        return []
    return [] if state is None else list(model_metrics(state))


def _of_queue(queue: list[gauges.QueueLength]) -> tuple[Metric, ...]:
    jobs = GaugeMetricFamily("supercargo_jobs", "Jobs by task and state.", labels=("task", "state"))
    due = GaugeMetricFamily("supercargo_jobs_due", "Jobs that should run now.", labels=("task",))
    oldest = GaugeMetricFamily(
        "supercargo_jobs_oldest_due_seconds", "Since when the oldest of them should.", labels=("task",)
    )
    for each in queue:
        jobs.add_metric((each.task, each.state), each.jobs)
        if each.state == "todo":
            due.add_metric((each.task,), each.due)
            oldest.add_metric((each.task,), each.oldest_s)
    return jobs, due, oldest
