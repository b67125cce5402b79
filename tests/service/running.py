"""The service as a user runs it: `supercargo run` in its own processes, with its own embedded PostgreSQL."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

from storage.places import find_places

ROOT = Path(__file__).parents[2]
_START_SECONDS = 120


@dataclass
class Service:
    """One home folder and one port, over any number of starts."""

    home: Path
    shop: Path
    port: int
    more: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        own = {key: value for key, value in os.environ.items() if not key.startswith("SUPERCARGO_")}
        return own | {
            "SUPERCARGO_HOME": str(self.home),
            "SUPERCARGO_SHOP": str(self.shop),
            "SUPERCARGO_PORT": str(self.port),
            "SUPERCARGO_BURST_QUIET": "0.2",
            "SUPERCARGO_BURST_LONGEST": "1",
        } | self.more  # fmt: skip

    def start(self) -> list[str]:
        """Start it and wait until it says that it is ready; what it printed until then."""
        told = self.home.parent / f"{self.home.name}.out"
        with told.open("w") as out, (self.home.parent / f"{self.home.name}.log").open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run"], cwd=ROOT, env=self.environment, stdout=out, stderr=log,
                process_group=0,  # as of a terminal: a test's Ctrl-C does not reach the tests
            )  # fmt: skip
        for _ in range(_START_SECONDS * 20):
            lines = told.read_text(encoding="utf-8").splitlines()
            if any(line.startswith("HTTP interface") for line in lines):
                return lines
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"the service does not start: {self.log()[-2000:]}")

    def run(self, *arguments: str) -> str:
        """Another command beside it."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def log(self) -> str:
        return (self.home.parent / f"{self.home.name}.log").read_text(encoding="utf-8")

    def kill(self) -> None:
        """SIGKILL to the process that serves the web; its worker finds itself alone."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def kill_worker(self) -> bool:
        """SIGKILL to the worker; False where there is none at this moment."""
        assert self.process is not None
        worker = worker_of(psutil.Process(self.process.pid))
        if worker is None:
            return False
        worker.kill()
        return True

    def kill_database(self) -> bool:
        """SIGKILL to the embedded PostgreSQL, as a system out of memory does it."""
        pid = self.database_pid()
        if pid is None:
            return False
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        return True

    def database_pid(self) -> int | None:
        file = find_places(self.home / "postgres").data / "postmaster.pid"
        return int(file.read_text().splitlines()[0]) if file.exists() else None

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(60)

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/api/openapi.json", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    def wait_until_it_answers(self) -> None:
        for _ in range(_START_SECONDS * 5):
            if self.answers():
                return
            time.sleep(0.2)
        raise AssertionError(self.log()[-2000:])


def worker_of(parent: psutil.Process) -> psutil.Process | None:
    """The child that runs the same command; the others are helpers of Python's own."""
    for child in parent.children():
        with suppress(psutil.NoSuchProcess):
            if child.cmdline()[-2:] == ["bot", "run"]:
                return child
    return None


def cleaned_up(service: Service) -> Iterator[Service]:
    """Give the service to a test, and leave nothing of it behind."""
    try:
        yield service
    finally:
        if service.process is not None and service.process.poll() is None:
            service.process.terminate()
            try:
                service.process.wait(40)
            except subprocess.TimeoutExpired:
                service.process.kill()
                service.process.wait()
        folder = service.home / "postgres"
        if folder.exists():
            places = find_places(folder)
            _end_database(service)
            if os.geteuid() == 0:
                shutil.rmtree(places.socket, ignore_errors=True)


def _end_database(service: Service) -> None:
    """A test that kills processes may leave the server up, or a worker that is still leaving."""
    for _ in range(100):
        pid = service.database_pid()
        if pid is None or not psutil.pid_exists(pid):
            return
        time.sleep(0.2)
    with suppress(ProcessLookupError, TypeError):
        os.kill(pid, signal.SIGQUIT)  # type: ignore[arg-type] # None was returned above
