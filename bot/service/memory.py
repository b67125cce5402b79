"""The memory of a process: how much it holds, and the garbage collector's part in how evenly it answers."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.desk.context import Desk
from storage import gauges
from storage.live import writing

_EVERY_SECONDS = 10.0
_USUAL = (700, 10, 10)
"""Python's own; the command line looks less often while it loads."""
_OF_THIS = Path("/proc/self/statm")


def keep_for_good() -> None:
    """Tell the collector that what is there by now (modules, the shop) stays; called when all is loaded.

    Otherwise each of its full rounds walks over all of that, and whoever asks meanwhile waits for it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_USUAL)


def resident_bytes() -> int | None:
    """What this process holds of the machine's memory; None where the system, no Linux, does not say."""
    try:
        pages = int(_OF_THIS.read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")


async def tell_memory(desk: Desk) -> None:
    """For ever: a worker says in the database what it holds. It has no address that Prometheus could read."""
    name = f"{socket.gethostname()}:{os.getpid()}"
    while (held := resident_bytes()) is not None:
        try:
            async with writing(desk.engine) as connection:
                await gauges.tell_worker(connection, name, held)
        except (SQLAlchemyError, OSError):
            pass  # the worker itself finds out that the database is away, and waits for it
        await asyncio.sleep(_EVERY_SECONDS)
