"""The process that works: it drafts, sends and reminds, until it is told to stop."""

from __future__ import annotations

import asyncio
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Thread

from bot.app import open_data
from bot.log import logger
from bot.service.memory import keep_for_good, tell_memory
from bot.service.parts import Parts, desk_parts, signing_key
from bot.settings import Settings, public_address
from bot.worker import work_list, workers
from knowledge.index import open_index_store

_NICER = 5
_THREADS = 32
"""Most that work at once. Python would allow four more than the machine has cores: with a language model that
hangs, drafts that need none would wait for one of its threads. Threads are started when they are needed."""
_log = logger("worker")


def work(settings: Settings, *, child: bool) -> None:
    """Work until SIGTERM; a `child` also stops when its parent is gone (its standard input ends).

    A child shares the machine with the web and yields to it: what comes in goes before what is drafted.
    """
    if child:
        os.nice(_NICER)
    with open_data(settings) as engine, open_index_store(settings.home, settings.chroma_url) as store:

        async def serve() -> None:
            stop = asyncio.Event()
            loop = asyncio.get_running_loop()
            loop.set_default_executor(ThreadPoolExecutor(_THREADS, "work"))
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, stop.set)
            if child:
                Thread(target=_wait_for_parent, args=(loop, stop), daemon=True).start()
            async with desk_parts(settings, engine, store, connections=8) as parts:
                serving = await parts.desk.counter.serving()
                await asyncio.to_thread(lambda: serving.assistant)
                keep_for_good()
                jobs = work_list(parts.address, parts.desk)
                async with jobs.open_async():
                    working = [asyncio.create_task(each) for each in workers(jobs, parts.desk)]
                    _log.info("worker.ready", shop=parts.desk.shop_id)
                    parallel = [*working, *_telegram(settings, parts, stop)]
                    stopping = asyncio.create_task(stop.wait())
                    telling = asyncio.create_task(tell_memory(parts.desk))
                    await asyncio.wait((*parallel, stopping), return_when=asyncio.FIRST_COMPLETED)
                    for task in parallel:
                        if task.done():
                            task.result()  # it ended on its own: its error is this process's
                    stop.set()
                    for task in working:
                        task.cancel()
                    telling.cancel()
                    await asyncio.gather(*parallel, telling, return_exceptions=True)

        asyncio.run(serve())


def _telegram(settings: Settings, parts: Parts, stop: asyncio.Event) -> list[asyncio.Task[None]]:
    """The Telegram side, where a token is set."""
    if settings.telegram_token is None:
        return []
    from bot.telegram.reading_aiogram import read_aiogram

    read_aiogram()
    from bot.telegram.service import serve_telegram

    serving = serve_telegram(
        parts.desk, settings, parts.address, signing_key(settings), public_address(settings), stop
    )
    return [asyncio.create_task(serving, name="telegram")]


def _wait_for_parent(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    while os.read(0, 1024):  # not sys.stdin: its lock, held here, would break the end of the process
        pass
    with suppress(RuntimeError):  # the loop is closed already
        loop.call_soon_threadsafe(stop.set)
