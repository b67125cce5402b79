from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from tests.cli.conftest import CommandLine
from tests.desk.selling import sell


@pytest.fixture(scope="module")
def selling(supercargo: CommandLine) -> Iterator[CommandLine]:
    """A shop with two buyers who have a quote; no other test of the command line minds them after it."""
    assert supercargo.run("ingest").code == 0
    engine = create_engine(supercargo.environment["SUPERCARGO_DATABASE_URL"])
    with engine.connect() as connection:
        shop_id = connection.execute(
            text("SELECT id FROM shops WHERE folder = :folder"), {"folder": str(supercargo.shop.resolve())}
        ).scalar_one()
    sell(engine, shop_id, 2)
    yield supercargo
    with engine.begin() as connection:
        for table in ("orders", "order_strays", "quotes", "conversations", "buyers", "shop_settings"):
            connection.execute(text(f"DELETE FROM {table}"))
    engine.dispose()


def taken(command: CommandLine, *arguments: object) -> tuple[int, dict[str, Any]]:
    ran = command.run("orders", "import", *arguments, "--json")
    return ran.code, json.loads(ran.out)


def test_an_export_is_tried_then_taken_in_and_taken_in_again(selling: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(
        "Order ID,Stage,Remarks\nA1,Over the sea,Q-2026-0001\nA2,Nowhere,Q-2026-0002\nA3,Paid,\n", "utf-8"
    )
    said = ("--map", "Stage=status", "--status", "Over the sea=shipped")
    code, tried = taken(selling, file, *said, "--dry-run")
    assert (code, tried["moved"], tried["dry_run"]) == (1, {"shipped": 1}, True)
    code, done = taken(selling, file, *said)
    assert (code, done["moved"], done["open_new"]) == (1, {"shipped": 1}, 1)
    assert [(each["line"], each["column"], each["value"]) for each in done["errors"]] == [
        (3, "Stage", "Nowhere")
    ]
    code, again = taken(selling, file)  # what was said of these headings is known by now
    assert (code, again["moved"], again["unchanged"], again["open_new"]) == (1, {}, 1, 0)


def test_a_person_reads_what_was_refused_and_what_is_open(selling: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("Order No,Order status,Remarks\nB1,Sleeping,Q-2026-0002\nB2,Paid,Q-2020-0001\n", "utf-8")
    ran = selling.run("orders", "import", file)
    assert ran.code == 1
    assert "Sleeping" in ran.out
    assert '--status "Sleeping=paid_on_platform"' in " ".join(ran.out.split())
    assert "line 3" in ran.out
    assert "match it in the console" in " ".join(ran.out.split())


def test_what_was_refused_is_written_down_to_be_mended(selling: CommandLine, tmp_path: Path) -> None:
    file, refused = tmp_path / "orders.csv", tmp_path / "refused.csv"
    file.write_text("Order No,Order status,Remarks\nC1,=Sleeping,Q-2026-0002\n", "utf-8")
    assert selling.run("orders", "import", file, "--dry-run", "--refused", refused).code == 2
    lines = list(csv.reader(refused.read_text("utf-8-sig").splitlines()))
    assert lines[0] == ["line", "column", "value", "expected"]
    assert lines[1][:3] == ["2", "Order status", "'=Sleeping"]
    nowhere = selling.run("orders", "import", file, "--refused", tmp_path / "no" / "where.csv")
    assert nowhere.code == 2
    assert "--refused" in nowhere.err


def test_what_is_no_export_says_so(selling: CommandLine, tmp_path: Path) -> None:
    ran = selling.run("orders", "import", tmp_path / "nowhere.csv")
    assert ran.code == 2
    assert "nowhere.csv" in ran.out
    wrong = selling.run("orders", "import", tmp_path / "nowhere.csv", "--map", "Stage")
    assert wrong.code == 2
    assert "THEIRS=OURS" in wrong.err
    zone = selling.run("orders", "import", tmp_path / "nowhere.csv", "--zone", "Mars")
    assert "Asia/Shanghai" in zone.err
