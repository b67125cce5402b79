from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import CommandLine
from tests.cli.shops import COSTS, catalog_with, write_shop


def test_a_good_folder_is_loaded_and_a_second_time_nothing_has_changed(
    supercargo: CommandLine, tmp_path: Path
) -> None:
    shop = write_shop(tmp_path / "shop")
    (shop / "notes.xyz").write_text("…", encoding="utf-8")
    first, second = supercargo.run("ingest", shop), supercargo.run("ingest", shop)
    assert (first.code, second.code) == (0, 0), first.err
    assert "Loaded" in first.out
    assert "notes.xyz" in first.out
    assert "Nothing has changed since the last time" in second.out
    assert not any(cost in first.out + first.err for cost in COSTS)


def test_a_refused_row_is_told_with_file_line_column_value_and_expectation(
    supercargo: CommandLine, tmp_path: Path
) -> None:
    bad = "KT-99,Kettle 9 L,kettles,,many,100:9.00,,,1,15"
    shop = write_shop(tmp_path / "shop", catalog_with(bad))
    ran = supercargo.run("ingest", shop)
    assert ran.code == 1
    assert "catalog.csv, line 5, moq" in ran.out
    assert "many" in ran.out
    assert "expected" in ran.out
    report = json.loads(supercargo.run("ingest", shop, "--json").out)
    (error,) = report["errors"]
    assert (error["file"], error["line"], error["column"], error["value"]) == (
        "catalog.csv",
        5,
        "moq",
        "many",
    )
    assert error["expected"]
    assert report["exit_code"] == 1
    assert report["items"]["unchanged"] + report["items"]["new"] == 3


def test_a_folder_of_nothing_loads_nothing(supercargo: CommandLine, tmp_path: Path) -> None:
    ran = supercargo.run("ingest", tmp_path)
    assert ran.code == 2
    assert "Nothing was loaded" in ran.out
    as_json = supercargo.run("ingest", tmp_path, "--json")
    assert as_json.code == 2
    assert json.loads(as_json.out)["fatal"]


def test_what_steers_a_terminal_is_shown_and_not_obeyed(supercargo: CommandLine, tmp_path: Path) -> None:
    bad = "KT-99,Kettle,kettles,,\x1b[31mred [bold]x[/bold],100:9.00,,,1,15"
    ran = supercargo.run("ingest", write_shop(tmp_path / "shop", catalog_with(bad)))
    assert ran.code == 1
    assert "\x1b" not in ran.out
    assert "[bold]x[/bold]" in ran.out
