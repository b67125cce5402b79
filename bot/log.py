"""Logs are events with ids, on standard error; the buyer's words never stand in them."""

from __future__ import annotations

import logging
import sys
from typing import Literal

import structlog


def configure(*, level: Literal["debug", "info", "warning"] = "warning") -> None:
    """Readable lines on a terminal, JSON elsewhere; events of `level` and above."""
    least = logging.getLevelNamesMapping()[level.upper()]
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def logger(part: str) -> structlog.typing.FilteringBoundLogger:
    """The log of one part of the program; its events carry ids, never words."""
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(part=part)
    return log
