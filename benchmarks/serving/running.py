"""The real service for a benchmark: `supercargo run` on a home of its own with the sample shop."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import psutil

from storage.places import find_places

ROOT = Path(__file__).parents[2]
_LONGEST_START = 180.0


@dataclass(frozen=True, slots=True)
class Running:
    home: Path
    process: subprocess.Popen[str]
    host: str
    port: int
    ready_seconds: float
    """Until its `ready` line; the worker needs some seconds more."""
    working_seconds: float
    """Until /readyz said so of all parts."""

    def memory(self) -> list[tuple[str, float, float]]:
        """(what, resident MB, proportional MB) of each of its processes; those of its PostgreSQL together."""
        own = psutil.Process(self.process.pid)
        told = [(_part(each, own), *_sizes(each)) for each in (own, *own.children(recursive=True))]
        server = [_sizes(each) for each in _postgres(self.home)]
        return [*told, ("PostgreSQL", sum(size[0] for size in server), sum(size[1] for size in server))]

    def processor_seconds(self) -> float:
        """What all its processes have used so far, those of its PostgreSQL with them."""
        own = psutil.Process(self.process.pid)
        every = [own, *own.children(recursive=True), *_postgres(self.home)]
        return sum(each.cpu_times().user + each.cpu_times().system for each in every)


def _part(process: psutil.Process, own: psutil.Process) -> str:
    return "web" if process.pid == own.pid else "worker"


def _sizes(process: psutil.Process) -> tuple[float, float]:
    info = process.memory_full_info()
    return info.rss / 2**20, getattr(info, "pss", info.rss) / 2**20


def _postgres(home: Path) -> list[psutil.Process]:
    """The processes of the home's embedded server, which are nobody's children."""
    data = find_places(home.resolve() / "postgres").data
    first = psutil.Process(int((data / "postmaster.pid").read_text(encoding="utf-8").split()[0]))
    return [first, *first.children(recursive=True)]


@contextmanager
def service(home: Path, **environment: str) -> Iterator[Running]:
    """Started, and stopped at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {
        **os.environ, **environment, "SUPERCARGO_HOME": str(home), "SUPERCARGO_PORT": str(port),
        "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    began = time.perf_counter()
    with (home / "service.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], env=own, stdout=subprocess.PIPE, stderr=log, text=True
        )
        try:
            assert process.stdout is not None
            for line in process.stdout:
                if line.startswith("ready "):
                    break
            ready = time.perf_counter() - began
            while not _is_ready(port):
                if time.perf_counter() - began > _LONGEST_START or process.poll() is not None:
                    raise RuntimeError(f"the service did not start; see {home / 'service.log'}")
                time.sleep(0.2)
            yield Running(home, process, "127.0.0.1", port, ready, time.perf_counter() - began)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _is_ready(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
