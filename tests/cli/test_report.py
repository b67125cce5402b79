"""`supercargo report`: tables for people, JSON for programs, a picture on demand."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import CommandLine


def test_a_report_is_told_in_words_and_in_json(supercargo: CommandLine, tmp_path: Path) -> None:
    assert supercargo.run("ingest").code == 0
    told = supercargo.run("report", "--week", "--picture", tmp_path / "week.png")
    assert told.code == 0
    assert "What changed, and why" in told.out
    assert "Nothing is overdue." in told.out
    assert (tmp_path / "week.png").read_bytes().startswith(b"\x89PNG")
    found = json.loads(supercargo.run("report", "--from", "2026-01-01", "--to", "2026-01-31", "--json").out)
    assert found["from"].startswith("2026-01-01T00:00:00")
    assert found["figures"][0]["code"] == "inquiries"


def test_days_that_are_none_are_refused_in_words(supercargo: CommandLine) -> None:
    assert supercargo.run("ingest").code == 0
    refused = supercargo.run("report", "--from", "yesterday")
    assert refused.code == 2
    assert "expected a day such as 2026-11-23" in refused.err
