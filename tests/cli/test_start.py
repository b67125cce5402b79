from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import ROOT, CommandLine

HEAVY = (
    "torch", "sentence_transformers", "transformers", "chromadb", "onnxruntime", "sklearn", "numpy",
    "sqlalchemy", "langchain_text_splitters", "holidays", "phonenumbers", "babel", "pycountry", "structlog",
    "pdfplumber",
)  # fmt: skip
LOOK = """
import sys
sys.argv = ["supercargo", *sys.argv[1:]]
from bot.cli import main
try:
    main()
except SystemExit as end:
    code = end.code
print(sorted(name for name in {heavy} if name in sys.modules), code, file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["draft", "--help"], ["version"]])
def test_help_comes_without_importing_anything_heavy(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK.format(heavy=HEAVY), *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert done.stderr.strip() == "[] 0"
    assert "supercargo" in done.stdout.lower()


def test_the_doctor_finds_this_installation_well_and_keeps_secrets(supercargo: CommandLine) -> None:
    ran = supercargo.run("doctor", "--json")
    told = json.loads(ran.out)
    assert ran.code == 0, told
    states = {check["about"]: check["state"] for check in told["checks"]}
    assert states["PostgreSQL"] == "ok"
    assert states["embedding model"] == "ok"
    assert supercargo.environment["SUPERCARGO_DATABASE_URL"] not in ran.out
    assert "set (not shown)" in ran.out


def test_the_doctor_says_what_is_bad_and_what_to_do(supercargo: CommandLine, tmp_path: Path) -> None:
    url = f"postgresql://boris:secret@/nothing?host={tmp_path}"
    blocked = tmp_path / "file"
    blocked.touch()
    ran = supercargo.run(
        "doctor",
        SUPERCARGO_DATABASE_URL=url,
        SUPERCARGO_SHOP=str(tmp_path / "none"),
        SUPERCARGO_EMBEDDINGS="no-such-model",
        SUPERCARGO_HOME=str(blocked),
    )
    assert ran.code == 1
    assert "secret" not in ran.out
    for said in (
        "SUPERCARGO_DATABASE_URL",
        "Set SUPERCARGO_SHOP",
        "SUPERCARGO_EMBEDDINGS",
        "SUPERCARGO_HOME",
    ):
        assert said in ran.out
    assert "Traceback" not in ran.err


def test_the_demo_shows_every_sample_inquiry_in_plain_text_where_there_is_no_terminal(
    supercargo: CommandLine,
) -> None:
    ran = supercargo.run("demo", "--terminal")
    assert ran.code == 0, ran.err
    assert "\x1b" not in ran.out
    for number in range(1, 13):
        assert f"{number} of 12:" in ran.out
    for section in ("Understood", "Quote", "Draft in Spanish", "Draft in Arabic", "Checked", "approves"):
        assert section in ran.out
    assert "fault" not in ran.out
    # Columns, not characters: an Arabic vowel sign takes none, a Chinese character two.
    assert max(cell_len(line) for line in ran.out.splitlines()) <= 80


def test_waiting_for_enter_goes_with_the_terminal_alone(supercargo: CommandLine) -> None:
    ran = supercargo.run("demo", "--pause")
    assert ran.code == 2
    assert "--terminal" in ran.err


def test_the_schema_can_be_brought_up_to_date_alone(supercargo: CommandLine) -> None:
    assert supercargo.run("migrate").code == 0
