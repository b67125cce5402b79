"""How a job has ended, written down though the database is away for a moment."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any, LiteralString

from procrastinate import PsycopgConnector
from procrastinate.exceptions import ConnectorException

_PAUSES = (0.2, 0.5, 1.0, 3.0)
"""Longer than a worker goes on that cannot fetch jobs; one that ends leaves its jobs to the rescue."""


class PatientConnector(PsycopgConnector):
    """procrastinate asks once. A job whose end did not arrive stays `doing` for as long as its worker lives,
    nobody rescues it, and all behind its lock wait: one broken connection is enough."""

    async def execute_query_async(self, query: LiteralString, **arguments: Any) -> None:
        for pause in _PAUSES:
            with suppress(ConnectorException):
                await super().execute_query_async(query, **arguments)
                return
            await asyncio.sleep(pause)
        await super().execute_query_async(query, **arguments)
