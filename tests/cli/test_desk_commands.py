from __future__ import annotations

import asyncio
import json
import re
import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from bot.desk import intake
from bot.desk.context import Desk, ServingShop
from bot.desk.intake import hash_of
from storage import staff
from storage.base import AnyRow
from storage.live import live_engine, reading
from tests.cli.conftest import CommandLine

V = TypeVar("V")
SECRET = "Zanzibar"


class NoShop:
    """For a desk that only takes messages in."""

    async def serving(self) -> ServingShop:
        raise AssertionError("nothing is answered here")


def at_the_desk(command: CommandLine, work: Callable[[Desk], Awaitable[V]]) -> V:
    """What `work` gives over the command line's own database."""

    async def run() -> V:
        live = live_engine(command.environment["SUPERCARGO_DATABASE_URL"])
        async with reading(live) as connection:
            from sqlalchemy import text

            rows = await connection.execute(
                text("SELECT id FROM shops WHERE folder = :folder"), {"folder": str(command.shop.resolve())}
            )
            shop_id = rows.scalar_one()
        try:
            return await work(Desk(live, shop_id, NoShop(), lambda: datetime.now(UTC)))
        finally:
            await live.dispose()

    return asyncio.run(run())


@pytest.fixture(scope="module")
def loaded(supercargo: CommandLine) -> CommandLine:
    assert supercargo.run("ingest").code == 0
    return supercargo


def test_a_shop_that_was_never_loaded_has_no_team(supercargo: CommandLine, tmp_path: Path) -> None:
    ran = supercargo.run("staff", "list", SUPERCARGO_SHOP=str(tmp_path))
    assert ran.code == 2
    assert "was never loaded. Load it: supercargo ingest" in ran.err
    assert "Traceback" not in ran.err


def test_adding_somebody_prints_a_link_and_a_token_that_work_and_are_not_stored(loaded: CommandLine) -> None:
    ran = loaded.run(
        "staff", "add", "Vera Ruiz", "--role", "manager", "--languages", "es,en", "--token",
        SUPERCARGO_PUBLIC_URL="https://sales.example.test/",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    link, token = ran.out.split()
    assert link.startswith("https://sales.example.test/console/login/")
    secret = link.rsplit("/", 1)[1]

    async def who(desk: Desk) -> tuple[AnyRow | None, int | None]:
        async with desk.engine.begin() as connection:
            return (
                await staff.of_api_token(connection, hash_of(token)),
                await staff.use_login_link(connection, hash_of(secret), desk.clock()),
            )

    by_token, by_link = at_the_desk(loaded, who)
    assert by_token is not None
    assert (by_token.name, by_token.role, by_token.languages) == ("Vera Ruiz", "manager", ["es", "en"])
    assert by_link == by_token.id
    assert "Vera Ruiz" in loaded.run("staff", "list").out


def test_mistakes_are_told_in_a_line(loaded: CommandLine) -> None:
    loaded.run("staff", "add", "Boris", "--role", "salesperson")
    for arguments, told in (
        (("add", "boris", "--role", "manager"), "is called boris already"),
        (("add", "Xu", "--role", "salesperson", "--languages", "xx"), "languages are"),
        (("link", "Nobody"), "Nobody in the team is called Nobody"),
        (("remove", "Nobody"), "supercargo staff list"),
    ):
        ran = loaded.run("staff", *arguments)
        assert ran.code == 2, arguments
        assert told in ran.err
        assert "Traceback" not in ran.err
    assert loaded.run("staff", "add", "Xu", "--role", "boss").code == 2


def test_who_is_removed_gets_no_link_until_they_are_added_again(loaded: CommandLine) -> None:
    loaded.run("staff", "add", "Tomas", "--role", "salesperson")
    assert loaded.run("staff", "remove", "tomas").code == 0
    assert loaded.run("staff", "link", "Tomas").code == 2
    people = {each["name"]: each for each in json.loads(loaded.run("staff", "list", "--json").out)}
    assert people["Tomas"]["active"] is False
    again = loaded.run("staff", "add", "Tomas", "--role", "manager")
    assert again.code == 0
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/console/login/\S+\n", again.out)
    people = {each["name"]: each for each in json.loads(loaded.run("staff", "list", "--json").out)}
    assert (people["Tomas"]["active"], people["Tomas"]["role"]) == (True, "manager")


def test_the_last_admin_is_not_removed(loaded: CommandLine) -> None:
    loaded.run("staff", "add", "Olga", "--role", "admin")
    ran = loaded.run("staff", "remove", "Olga")
    assert ran.code == 2
    assert "last admin" in ran.err


def test_a_buyer_is_exported_and_erased_by_number(loaded: CommandLine, tmp_path: Path) -> None:
    first, second = (at_the_desk(loaded, _writes(name)) for name in ("Alice", "Luis"))
    one = loaded.run("buyers", "export", first)
    assert one.code == 0, one.err
    whole = json.loads(one.out)
    assert whole["buyer"]["name"] == "Alice"
    assert whole["conversations"][0]["messages"][0]["text"] == f"Alice asks about {SECRET}"

    file = tmp_path / "all.jsonl"
    assert loaded.run("buyers", "export", "--all", "--out", file).code == 0
    names = {json.loads(line)["buyer"]["name"] for line in file.read_text(encoding="utf-8").splitlines()}
    assert names >= {"Alice", "Luis"}
    assert file.stat().st_mode & 0o077 == 0
    assert "is there already" in loaded.run("buyers", "export", "--all", "--out", file).err

    assert loaded.run("buyers", "erase", first, given=b"n\n").code == 1
    assert SECRET in loaded.run("buyers", "export", first).out
    assert loaded.run("buyers", "erase", first, given=b"y\n").code == 0
    left = loaded.run("buyers", "export", first)
    assert "Alice" not in left.out
    assert SECRET not in left.out
    assert SECRET in loaded.run("buyers", "export", second).out
    assert loaded.run("buyers", "erase", second, "--yes").code == 0


def test_a_buyer_must_be_named_and_known(loaded: CommandLine, tmp_path: Path) -> None:
    assert loaded.run("buyers", "export").code == 2
    unknown = loaded.run("buyers", "export", 999_999, "--out", tmp_path / "none.json")
    assert unknown.code == 2
    assert "no such buyer" in unknown.err
    assert not (tmp_path / "none.json").exists()
    assert loaded.run("buyers", "erase", 999_999, "--yes").code == 2


def _writes(name: str) -> Callable[[Desk], Awaitable[int]]:
    """A new buyer of this name has written; the buyer's number."""

    async def write(desk: Desk) -> int:
        from sqlalchemy import text

        started = await intake.start_web_talk(desk, locale="en", name=name)
        await intake.receive(desk, started.conversation_id, uuid.uuid4(), f"{name} asks about {SECRET}")
        async with desk.engine.connect() as connection:
            found = await connection.execute(
                text("SELECT buyer_id FROM conversations WHERE id = :id"), {"id": started.conversation_id}
            )
            return int(found.scalar_one())

    return write
