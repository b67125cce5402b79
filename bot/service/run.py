"""`supercargo run`: everything on one machine, watched; or one part of it.

A worker reads nothing of the web: that is a second of its start and 30 MB.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from bot.app import open_data
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.service.serving import Announce


def run(settings: Settings, announce: Announce) -> None:
    """Serve until SIGTERM or SIGINT. `announce` is called with the address once it can be used.

    The shop is loaded already. SupercargoError where a part is not to be had.
    """
    if settings.role == "worker":
        from bot.service.worker_process import work

        work(settings, child=not sys.stdin.isatty() and os.environ.get("SUPERCARGO_CHILD") == "1")
        return
    from bot.service.serving import serve

    with open_data(settings) as engine:
        serve(settings, engine, announce)
