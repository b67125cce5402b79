"""Logs are events with ids, on standard error; the buyer's words never stand in them.

What libraries log goes the same way. Their messages are shown where they are known to hold no words of
people; of an exception its kind and its place are kept, never its message, which may repeat such words.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

Level = Literal["debug", "info", "warning"]

_SPOKEN = ("alembic", "bot", "knowledge", "procrastinate", "sqlalchemy.pool", "storage", "uvicorn")
"""Loggers whose messages are fixed words with ids and figures; of any other only the place is told."""
_CHATTY = ("alembic", "procrastinate", "uvicorn", "httpx", "httpcore", "chromadb", "fontTools", "fpdf")
"""Loggers that tell at `info` what our own events tell already."""
_ROOT = f"{Path(__file__).resolve().parents[1]}{os.sep}"
_OURS = tuple(f"{_ROOT}{package}{os.sep}" for package in ("bot", "knowledge", "prompts", "storage"))
_FRAMES = 12
_LONGEST_CHAIN = 5


def configure(*, level: Level = "warning") -> None:
    """Readable lines on a terminal, JSON elsewhere; events of `level` and above."""
    least = logging.getLevelNamesMapping()[level.upper()]
    renderer: Processor = (
        structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    )
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _trace,
    ]
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    _listen_to_libraries(least, shared, renderer)


def logger(part: str) -> structlog.typing.FilteringBoundLogger:
    """The log of one part of the program; its events carry ids, never words."""
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(part=part)
    return log


class _Libraries(logging.StreamHandler):  # type: ignore[type-arg] # generic for the type checker alone
    """Ours among the root's handlers, so that configuring twice replaces it and nobody else's."""


def _listen_to_libraries(least: int, shared: list[Processor], renderer: Processor) -> None:
    handler = _Libraries(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[_discreet, structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
            pass_foreign_args=False,
        )
    )
    root = logging.getLogger()
    for known in [each for each in root.handlers if isinstance(each, _Libraries)]:
        root.removeHandler(known)
    root.addHandler(handler)
    root.setLevel(least)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(max(least, logging.WARNING))


def _discreet(_log: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keep a library's message only where it is known to hold no words of people."""
    record: logging.LogRecord = event["_record"]
    if not any(record.name == name or record.name.startswith(f"{name}.") for name in _SPOKEN):
        event["event"] = "library.said"
        event["where"] = f"{record.module}:{record.lineno}"
    event.pop("stack", None)
    return event


def _trace(_log: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An exception as its kind and where it came from, with those that it came of."""
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, tuple):
        error = error[1]
    told: list[dict[str, object]] = []
    while isinstance(error, BaseException) and len(told) < _LONGEST_CHAIN:
        told.append({"error": type(error).__qualname__, "at": _places(error.__traceback__)})
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if told:
        event["exception"] = told
    return event


def _places(trace: TracebackType | None) -> list[str]:
    """Where it happened and which of our own lines led there, the last one first, as `file:line function`."""
    frames = traceback.extract_tb(trace)[::-1]
    told = [frame for number, frame in enumerate(frames) if number == 0 or frame.filename.startswith(_OURS)]
    return [f"{frame.filename.removeprefix(_ROOT)}:{frame.lineno} {frame.name}" for frame in told[:_FRAMES]]
