"""What a test run would do again for each test, though nothing of it differs.

Each test has a database and with it engines of its own; SQLAlchemy compiles a statement once an engine.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import httpx._transports.default
import structlog
from fastapi import FastAPI
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg, PGDialectAsync_psycopg
from sqlalchemy.util import LRUCache
from starlette.routing import BaseRoute

_STATEMENTS = 3000
_compiled: LRUCache[object, object] = LRUCache(_STATEMENTS)


def compile_statements_once() -> None:
    """From now on, for every engine of this process: all talk to one server in one way, so what one has
    compiled serves the others."""
    dialects: tuple[Any, ...] = (PGDialect_psycopg, PGDialectAsync_psycopg)
    for dialect in dialects:
        dialect.__eq__ = lambda one, other: type(one) is type(other)
        dialect.__hash__ = lambda one: hash(type(one))

    @event.listens_for(Engine, "engine_connect")
    def _(connection: Connection) -> None:
        connection.execution_options(compiled_cache=_compiled)


def read_certificates_once() -> None:
    """httpx reads all authorities of the world for each client, also of one that speaks plain HTTP: 20 ms."""
    transport: Any = httpx._transports.default
    transport.create_ssl_context = cache(transport.create_ssl_context)


_routes: dict[int, list[BaseRoute]] = {}
"""By their number: with a webhook of Telegram's there is one more."""


def work_out_routes_once(web: FastAPI) -> None:
    """FastAPI works out what each route needs at an app's first requests, 0.2 s; here all apps are alike."""
    web.router.routes = _routes.setdefault(len(web.router.routes), web.router.routes)


def tell_faults_briefly() -> None:
    """Without the variables of every frame, which took rich some seconds a fault."""
    structlog.configure(
        processors=[
            *structlog.get_config()["processors"][:-1],
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ]
    )
