"""The command as a user runs it: a process of its own, with a home folder, a database and a shop."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, create_engine, text

from tests.cli.shops import write_shop

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class CommandLine:
    """`supercargo` with a small shop as SUPERCARGO_SHOP."""

    environment: Mapping[str, str]
    shop: Path

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "bot"]

    def run(self, *arguments: object, given: bytes = b"", **environment: str) -> Ran:
        done = subprocess.run(
            [*self.command, *(str(argument) for argument in arguments)],
            input=given,
            capture_output=True,
            cwd=ROOT,
            env={**self.environment, **environment},
            check=False,
            timeout=300,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    def draft(self, lines: Sequence[object], *arguments: object) -> Ran:
        given = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        return self.run("draft", *arguments, given=given.encode())


@pytest.fixture(scope="session")
def supercargo(
    database_server: URL, encoder_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[CommandLine]:
    """One home and one database for all tests of the command line in this process."""
    folder = tmp_path_factory.mktemp("command-line")
    home = folder / "home"
    home.mkdir()
    (home / "models").symlink_to(encoder_home / "models")
    name = f"command_{secrets.token_hex(6)}"
    _execute(database_server, f"CREATE DATABASE {name} TEMPLATE template0")
    address = database_server.set(database=name).render_as_string(hide_password=False)
    own = {key: value for key, value in os.environ.items() if not key.startswith(("SUPERCARGO_", "COLUMNS"))}
    shop = write_shop(folder / "shop")
    yield CommandLine(
        {
            **own,
            "SUPERCARGO_HOME": str(home),
            "SUPERCARGO_DATABASE_URL": address,
            "SUPERCARGO_SHOP": str(shop),
        },
        shop,
    )
    _execute(database_server, f"DROP DATABASE {name} WITH (FORCE)")


def _execute(address: URL, statement: str) -> None:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
