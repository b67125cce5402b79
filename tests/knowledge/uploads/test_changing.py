from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from knowledge.uploads.change import Change, change_of
from knowledge.uploads.leftovers import drop_leftovers
from knowledge.uploads.refused import UploadRefused
from knowledge.uploads.replacing import back_up, finish_interrupted, put_back, put_in_place
from tests.cli.shops import write_shop


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return write_shop(tmp_path / "shop")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    file = tmp_path / "given"
    file.write_text("new", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "target", "gone"),
    [
        ("Price list 2027.xlsx", "catalog.xlsx", ("catalog.csv",)),
        ("CATALOG.CSV", "catalog.csv", ()),
        ("freight rates.csv", "shipping.csv", ()),
        ("shipping.xlsx", "shipping.xlsx", ("shipping.csv",)),
        ("shop.toml", "shop.toml", ()),
        ("C:\\Documents\\Returns?.PDF", "policies/Returns_.PDF", ()),
        ("../../.hidden.md", "policies/hidden.md", ()),
    ],
)
def test_a_file_finds_its_place_by_its_name(
    shop: Path, given: Path, tmp_path: Path, name: str, target: str, gone: tuple[str, ...]
) -> None:
    change = change_of([(name, given)], "by_name", shop, tmp_path)
    assert dict(change.put) == {target: given}
    assert change.remove == gone


def test_a_workbook_of_any_name_gives_way_to_the_new_catalogue(
    shop: Path, given: Path, tmp_path: Path
) -> None:
    (shop / "catalog.csv").rename(shop / "Our goods.xlsx")
    change = change_of([("new.csv", given)], "catalogue", shop, tmp_path)
    assert change == Change({"catalog.csv": given}, ("Our goods.xlsx",))


def test_what_a_file_is_said_to_be_must_fit_its_kind(shop: Path, given: Path, tmp_path: Path) -> None:
    for name, kind in (("a.pdf", "catalogue"), ("a.csv", "policy"), ("a.md", "terms")):
        with pytest.raises(UploadRefused):
            change_of([(name, given)], kind, shop, tmp_path)  # type: ignore[arg-type] # kinds of a list


def test_a_change_can_be_taken_back_from_what_was_kept(shop: Path, given: Path, tmp_path: Path) -> None:
    before = (shop / "catalog.csv").read_text(encoding="utf-8")
    change = Change({"catalog.xlsx": given, "policies/new.md": given}, ("catalog.csv",))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    back_up(shop, change, tmp_path / "backups" / "1")
    put_in_place(shop, change, scratch)
    assert not (shop / "catalog.csv").exists()
    assert (shop / "policies" / "new.md").read_text(encoding="utf-8") == "new"
    put_back(shop, change, tmp_path / "backups" / "1", scratch)
    assert (shop / "catalog.csv").read_text(encoding="utf-8") == before
    assert not (shop / "catalog.xlsx").exists()
    assert not (shop / "policies" / "new.md").exists()
    assert list(scratch.iterdir()) == []


def test_a_change_whose_process_was_killed_is_finished_at_the_next_start(shop: Path, tmp_path: Path) -> None:
    """As after a kill between two moves: one file is in its place, the other waits beside it."""
    (shop / "catalog.csv").write_text("moved already", encoding="utf-8")
    (shop / ".shipping.csv.1.new").write_text("waits", encoding="utf-8")
    uploads = tmp_path / "uploads"
    (uploads / "1").mkdir(parents=True)
    told = {
        "folder": str(shop),
        "moves": [[".catalog.csv.1.new", "catalog.csv"], [".shipping.csv.1.new", "shipping.csv"]],
        "remove": ["policies/payment.md"],
    }
    (uploads / "1" / "journal.json").write_text(json.dumps(told), encoding="utf-8")
    assert finish_interrupted(uploads) == 1
    assert (shop / "catalog.csv").read_text(encoding="utf-8") == "moved already"
    assert (shop / "shipping.csv").read_text(encoding="utf-8") == "waits"
    assert not (shop / "policies" / "payment.md").exists()
    assert finish_interrupted(uploads) == 0
    assert finish_interrupted(tmp_path / "none") == 0


def test_only_the_last_backups_are_kept(shop: Path, given: Path, tmp_path: Path) -> None:
    change = Change({"catalog.csv": given})
    for number in range(23):
        back_up(shop, change, tmp_path / "backups" / f"{number:02}")
    kept = sorted(path.name for path in (tmp_path / "backups").iterdir())
    assert kept == [f"{number:02}" for number in range(3, 23)]


def test_uploads_that_nobody_came_back_to_are_thrown_away(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "catalog.csv").touch()
    two_days_ago = time.time() - 48 * 3600
    os.utime(tmp_path / "old", (two_days_ago, two_days_ago))
    drop_leftovers(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
    drop_leftovers(tmp_path / "none")
