from __future__ import annotations

import os
import re
import signal
import time

import httpx
import psutil

from tests.service.running import Service, worker_of


def test_it_says_where_it_is_lets_the_first_person_in_and_ends_in_peace(service: Service) -> None:
    told = service.start()
    assert told[0] == f"ready {service.url}"
    assert any(f"{service.url}/console/login/" in line for line in told)
    children = psutil.Process(service.process.pid).children() if service.process else []
    assert httpx.get(f"{service.url}/api/openapi.json").status_code == 200
    before = time.monotonic()
    assert service.process is not None
    os.killpg(service.process.pid, signal.SIGINT)  # Ctrl-C on a terminal goes to all that run there
    assert service.process.wait(20) == 0
    assert time.monotonic() - before < 20
    assert not psutil.wait_procs(children, 5)[1]
    assert service.database_pid() is None
    assert "Traceback" not in service.log()
    assert "worker_ended" not in service.log()


def test_prometheus_reads_what_the_worker_holds_though_it_is_another_process(service: Service) -> None:
    service.start()
    assert service.process is not None
    worker = worker_of(psutil.Process(service.process.pid))
    assert worker is not None
    wanted = re.compile(
        rf'^supercargo_worker_resident_memory_bytes{{worker="[^"]+:{worker.pid}"}} (\S+)$', re.MULTILINE
    )
    for _ in range(300):
        if found := wanted.search(httpx.get(f"{service.url}/metrics").text):
            break
        time.sleep(0.1)
    assert found is not None
    held = worker.memory_info().rss
    assert 0.5 * held < float(found[1]) < 2 * held


def test_a_port_in_use_is_told_with_the_setting(service: Service) -> None:
    import subprocess
    import sys

    service.start()
    second = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env=service.environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert second.returncode == 2
    assert "SUPERCARGO_PORT" in second.stderr
    assert "Traceback" not in second.stderr
    assert service.answers()


def test_a_killed_database_comes_back_and_the_service_goes_on(service: Service) -> None:
    service.start()
    first = service.database_pid()
    assert service.kill_database()
    for _ in range(200):
        if service.database_pid() not in (None, first) and "database_revived" in service.log():
            break
        time.sleep(0.1)
    assert service.database_pid() != first
    service.wait_until_it_answers()
    assert service.stop() == 0


def test_a_killed_worker_is_started_again(service: Service) -> None:
    service.start()
    assert service.process is not None
    parent = psutil.Process(service.process.pid)
    first = worker_of(parent)
    assert first is not None
    first.kill()
    for _ in range(200):
        second = worker_of(parent)
        if second is not None and second.pid != first.pid:
            break
        time.sleep(0.1)
    assert second is not None
    assert second.pid != first.pid
    assert "worker_ended" in service.log()
