"""`supercargo links` prints a link and writes its QR code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


@pytest.fixture(scope="module")
def loaded(supercargo: CommandLine) -> CommandLine:
    assert supercargo.run("ingest").code == 0
    return supercargo


def test_a_link_is_printed_and_its_code_written(loaded: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "code.svg"
    ran = loaded.run(
        "links", "--source", "fair-canton", "--sku", "kt-17", "--bot", "@mei_bot", "--out", str(out)
    )  # fmt: skip
    assert ran.code == 0
    assert ran.out.strip() == "https://t.me/mei_bot?start=fair-canton__KT-17"
    assert "<svg" in out.read_text(encoding="utf-8")


def test_a_picture_is_written_too_and_a_link_needs_no_product(loaded: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "code.png"
    ran = loaded.run("links", "--source", "listing-7", "--bot", "mei_bot", "--out", str(out))
    assert ran.out.strip() == "https://t.me/mei_bot?start=listing-7"
    assert out.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--source", "fair", "--sku", "NOPE", "--bot", "mei_bot"), "The catalogue has no NOPE."),
        (("--source", "a b", "--bot", "mei_bot"), "A source is a word"),
        (("--source", "fair", "--bot", "x y"), "no name of a bot"),
        (("--source", "fair"), "TELEGRAM_TOKEN"),
        (("--source", "fair", "--bot", "mei_bot", "--out", "code.gif"), ".png or .svg"),
    ],
)
def test_what_makes_no_link_is_told_in_words(
    loaded: CommandLine, arguments: tuple[str, ...], told: str
) -> None:
    ran = loaded.run("links", *arguments)
    assert ran.code != 0
    assert told in ran.err
