"""The Telegram side under a flood: 1,000 updates of 200 buyers in, 200 replies out, all limits insisted on.

    python -m benchmarks.telegram [--buyers N] [--messages N]

Starts `supercargo run` with the sample shop against the tests' Bot API server, which refuses with 429
whatever comes faster than 1 message a second to a chat, 20 a minute to a group or 30 a second in all. Each
figure stands beside its yardstick of the same run: the time in which Telegram's limits, or a bare database,
would allow the same. There is no team's group: cards go at 20 a minute, whatever a program does.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import tempfile
import time
from pathlib import Path

from sqlalchemy import URL

from benchmarks.messaging.approving import approve_all, program
from benchmarks.messaging.looking import said, until
from benchmarks.pipeline import percentile
from benchmarks.serving.intake import committed_rows
from benchmarks.serving.running import Running, service
from storage.embedded import embedded_server
from storage.places import find_places
from tests.telegram.server import TOKEN, BotApi, Call, User, bot_api

_OVERALL = 30
"""Messages that Telegram takes in a second."""
_LIMIT_SECONDS = 300.0
_REFUSED = 0.05
"""Of the replies, with "too many requests" all the same: Telegram may be stricter than it says."""
_WORDS = (
    "What is your best price for 500 pcs mini bluetooth speaker 5 W?",
    "DAP Hamburg please",
    "with logo",
)
_STORED = "SELECT count(*) FROM telegram_updates"
_HANDLED = "SELECT count(*) FROM telegram_updates WHERE state = 'done'"
_DRAFTED = (
    "SELECT count(*) FROM drafts JOIN conversations AS talk ON talk.id = conversation_id "
    "WHERE channel = 'telegram' AND drafts.state = 'waiting' AND through_seq = last_buyer_seq"
)
_SENT = "SELECT count(*) FROM outbox WHERE channel = 'telegram' AND state = 'sent'"


def main() -> None:
    """Print all figures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--buyers", type=int, default=200)
    arguments.add_argument("--messages", type=int, default=5, help="of each buyer")
    given = arguments.parse_args()
    home = Path(tempfile.mkdtemp(prefix="supercargo-bench-"))
    try:
        with service(home):
            pass  # the first start loads the shop and exports the model
        with bot_api() as server:
            server.limits.mode = "strict"
            telegram = {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": server.url}
            with service(home, **telegram) as running, embedded_server(home) as address:
                asyncio.run(_measure(server, running, address, given.buyers, given.messages))
    finally:
        if (home / "postgres").exists():  # of root it lies elsewhere
            shutil.rmtree(find_places(home / "postgres").data.parent, ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)


async def _measure(server: BotApi, running: Running, address: URL, buyers: int, messages: int) -> None:
    await asyncio.to_thread(server.wait_for, lambda: server.calls("getUpdates"), 60)
    rows = await committed_rows(address, 300)
    people = [server.user(first_name=f"Buyer {number}") for number in range(buyers)]
    await _flood(server, address, people, messages, percentile(rows, 0.5))
    await _replies(server, running, address, people)
    for what, resident, _ in running.memory():
        print(f"memory     {what:10} {resident:6.0f} MB resident")


async def _flood(server: BotApi, address: URL, people: list[User], messages: int, row: float) -> None:
    total = len(people) * messages
    began = time.perf_counter()
    for number in range(messages):
        for person in people:
            person.writes(f"{number}: {_WORDS[number % len(_WORDS)]}")
    told = time.perf_counter() - began
    reached = await until(
        address, began, _LIMIT_SECONDS, stored=(_STORED, total), handled=(_HANDLED, total),
        drafted=(_DRAFTED, len(people)),
    )  # fmt: skip
    print(f"flood      {total:,} updates of {len(people)} buyers in {told:.1f} s")
    _tell("stored", total, reached["stored"].seconds, f"one row each, alone: {total * row:.1f} s")
    first = len(people) / _OVERALL
    _tell("handled", total, reached["handled"].seconds, f"greeting each buyer takes {first:.1f} s at 30/s")
    _tell("drafted", len(people), reached["drafted"].seconds, "a burst is over after 4 s of silence")
    talks = await said(address, "buyer")
    written = [str(number) for number in range(messages)]
    wrong = sum([text[0] for text in texts] != written for texts in talks.values())
    kept = sum(len(texts) for texts in talks.values())
    print(f"flood      {kept:,} of {total:,} in the talks; out of order in {wrong} of {len(talks)} talks")
    _tell_limits(server, "flood")


async def _replies(server: BotApi, running: Running, address: URL, people: list[User]) -> None:
    before = len(_sends(server))
    server.faults.randomly({"sendMessage": {"429": _REFUSED}}, seed=7, retry_after=2)
    client = await program(running, address)
    began = time.perf_counter()
    approved = await approve_all(client)
    told = time.perf_counter() - began
    reached = await until(address, began, _LIMIT_SECONDS, sent=(_SENT, approved))
    await client.aclose()
    calls = _sends(server)[before:]
    refused = sum(each.code == 429 for each in calls)
    print(f"replies    {approved} approved over HTTP in {told:.1f} s; {refused} answered 429")
    least = max(told, len(calls) / _OVERALL)
    _tell("sent", approved, reached["sent"].seconds, f"approving alone, or the calls at 30/s: {least:.1f} s")
    talks = await said(address, "seller")
    shown = {
        person.id: [message.text for message in server.sent_to(person.id) if message.text]
        for person in people
    }
    texts = [text for each in shown.values() for text in each]
    missing = sum(reply.strip() not in texts for each in talks.values() for reply in each)
    twice = len(texts) - sum(len(set(each)) for each in shown.values())
    print(f"replies    {missing} of {approved} not with their buyer, {twice} there twice; {len(calls)} calls")
    _tell_limits(server, "replies")


def _tell(what: str, count: int, seconds: float, yardstick: str) -> None:
    print(f"           {what:8} {seconds:6.1f} s  {count / seconds:6.0f}/s   ({yardstick})", flush=True)


def _sends(server: BotApi) -> list[Call]:
    """Texts and documents."""
    return sorted((*server.calls("sendMessage"), *server.calls("sendDocument")), key=lambda call: call.at)


def _tell_limits(server: BotApi, phase: str) -> None:
    sent = [each.at for each in _sends(server) if each.outcome == "ok"]
    most = max((sum(at <= other < at + 1 for other in sent) for at in sent), default=0)
    print(f"{phase:10} {len(server.limits.violations)} violations of the limits; most in a second: {most}")


if __name__ == "__main__":
    main()
