"""Requests at a steady rate over connections that stay open, each timed from when it was due.

A server that falls behind does not slow the sender down: what it owes counts into every later answer.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answered:
    """`status` and how many seconds after its time a request was answered."""

    status: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Load:
    answers: list[Answered]
    seconds: float
    """From the first request's time to the last answer."""

    @property
    def rate(self) -> float:
        return len(self.answers) / self.seconds


async def send_at_rate(
    host: str, port: int, requests: Sequence[bytes], per_second: float, connections: int = 64
) -> Load:
    """Send `requests` (whole, as HTTP/1.1 writes them), number n at n / `per_second` seconds."""
    waiting: asyncio.Queue[tuple[float, bytes] | None] = asyncio.Queue()
    answers: list[Answered] = []
    senders = [asyncio.create_task(_sender(host, port, waiting, answers)) for _ in range(connections)]
    began = time.perf_counter()
    for number, request in enumerate(requests):
        due = began + number / per_second
        if (early := due - time.perf_counter()) > 0:
            await asyncio.sleep(early)
        waiting.put_nowait((due, request))
    for _ in senders:
        waiting.put_nowait(None)
    await asyncio.gather(*senders)
    return Load(answers, time.perf_counter() - began)


async def _sender(
    host: str, port: int, waiting: asyncio.Queue[tuple[float, bytes] | None], answers: list[Answered]
) -> None:
    reader, writer = await asyncio.open_connection(host, port)
    while (work := await waiting.get()) is not None:
        due, request = work
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(_length(head))
        answers.append(Answered(int(head[9:12]), time.perf_counter() - due))
    writer.close()
    await writer.wait_closed()


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


def post(path: str, host: str, token: str, body: bytes) -> bytes:
    """A JSON request as it goes over the wire."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def get(path: str, host: str, cookie: str = "") -> bytes:
    kept = f"Cookie: {cookie}\r\n" if cookie else ""
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\n{kept}\r\n".encode()
