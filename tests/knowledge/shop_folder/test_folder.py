from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.shop_folder import files, folder_fingerprint, read_shop_folder
from tests.knowledge.shop_folder.folders import HEADINGS, LADLE, SHOP_TOML, csv_text, skus, write_shop


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert (
        read_shop_folder(tmp_path / "shop").fatal == f"there is no folder {tmp_path / 'shop'}: check the path"
    )


def test_an_empty_folder_is_told_what_to_put_into_it(tmp_path: Path) -> None:
    reading = read_shop_folder(tmp_path)
    assert reading.shop is None
    assert reading.fatal == f"{tmp_path} is empty: put shop.toml with [company] and a catalog.csv into it"


def test_a_file_in_place_of_a_folder_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "catalog.csv").write_text("sku", encoding="utf-8")
    fatal = read_shop_folder(tmp_path / "catalog.csv").fatal
    assert fatal is not None
    assert "is a file: name the folder that holds shop.toml and the catalogue" in fatal


def test_a_folder_without_shop_toml_is_told_to_write_one(tmp_path: Path) -> None:
    (tmp_path / "catalog.csv").write_text(csv_text([HEADINGS, LADLE]), encoding="utf-8")
    fatal = read_shop_folder(tmp_path).fatal
    assert fatal is not None
    assert "has no shop.toml: write one with [company] name, home_country, timezone and currency" in fatal


def test_a_folder_without_a_catalogue_is_told_what_looks_like_one(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text(SHOP_TOML, encoding="utf-8")
    (tmp_path / "prices.csv").write_text(csv_text([HEADINGS, LADLE]), encoding="utf-8")
    fatal = read_shop_folder(tmp_path).fatal
    assert fatal is not None
    assert "has no catalogue: add catalog.csv or catalog.xlsx (is it prices.csv?" in fatal


def test_other_files_are_ignored_and_named_once(tmp_path: Path) -> None:
    write_shop(tmp_path)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "ladle.jpg").write_bytes(b"jpg")
    (tmp_path / "notes.txt").write_text("do not forget", encoding="utf-8")
    (tmp_path / ".hidden").write_text("", encoding="utf-8")
    (tmp_path / "policies" / "deep").mkdir(parents=True)
    (tmp_path / "policies" / "deep" / "plan.pptx").write_bytes(b"pptx")
    (tmp_path / "policies" / "deep" / "samples.md").write_text("# Samples\n\nOne each.", encoding="utf-8")
    reading = read_shop_folder(tmp_path)
    assert reading.ignored == ("notes.txt", "photos/", "policies/deep/plan.pptx")
    assert [document.path for document in reading.policies] == ["policies/deep/samples.md"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("# Secret\n\nThe margin is 40 %.", encoding="utf-8")
    shop = write_shop(tmp_path / "shop")
    (shop / "policies").mkdir()
    (shop / "policies" / "terms.md").symlink_to(outside / "secret.md")
    (shop / "policies" / "more").symlink_to(outside)
    (shop / "policies" / "gone.md").symlink_to(outside / "gone.md")
    (shop / "shipping.csv").symlink_to(outside / "secret.md")
    reading = read_shop_folder(shop)
    assert skus(reading) == ["KL-01", "KW-02"]
    assert reading.policies == ()
    assert {(error.file, error.expected.split(";")[0]) for error in reading.errors} == {
        ("policies/terms.md", "a file inside the shop folder"),
        ("policies/more", "a folder"),
        ("policies/gone.md", "a file"),
        ("shipping.csv", "a file inside the shop folder"),
    }


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    (shop / "policies").mkdir()
    (shop / "policies" / "a.md").write_text("# Samples\n\nOne each.", encoding="utf-8")
    (shop / "policies" / "b.md").symlink_to(shop / "policies" / "a.md")
    assert [document.path for document in read_shop_folder(shop).policies] == [
        "policies/a.md",
        "policies/b.md",
    ]


@pytest.mark.parametrize("name", ["zahlung & versand (neu).md", "付款.md", "a'b\"c#d%20.md", "  spaces .md"])
def test_policy_files_may_have_odd_names(tmp_path: Path, name: str) -> None:
    shop = write_shop(tmp_path)
    (shop / "policies").mkdir()
    (shop / "policies" / name).write_text("## Deposit\n\n30 % before production.", encoding="utf-8")
    (document,) = read_shop_folder(shop).policies
    assert document.path == f"policies/{name}"
    assert document.passages[0].source == f"policies/{name}#deposit"


def test_a_file_name_that_is_no_text_is_shown_escaped(tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    (shop / "policies").mkdir()
    with open(os.fsencode(shop / "policies") + b"/caf\xe9.md", "wb") as file:  # noqa: PTH123 - a name of raw bytes
        file.write(b"# Terms\n\nNet weight applies.")
    (document,) = read_shop_folder(shop).policies
    assert document.path == "policies/caf\\udce9.md"


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = write_shop(tmp_path)
    (shop / "policies").mkdir()
    with (shop / "policies" / "film.pdf").open("wb") as file:
        file.truncate(files.LARGEST_FILE + 1)
    reading = read_shop_folder(shop)
    assert reading.policies == ()
    assert "policies/film.pdf has 52 MB, more than the 50 MB that are read" in reading.errors[0].expected


def test_reading_writes_nothing(tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in shop.iterdir())
    read_shop_folder(shop)
    assert sorted((path.name, path.stat().st_mtime_ns) for path in shop.iterdir()) == before


def test_a_folder_has_another_fingerprint_after_any_edit(tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    (shop / "policies").mkdir()
    (shop / "policies" / "a.md").write_text("One.", encoding="utf-8")
    first = folder_fingerprint(shop)
    assert first is not None
    assert folder_fingerprint(shop) == first
    (shop / "policies" / "a.md").write_text("Two.", encoding="utf-8")
    second = folder_fingerprint(shop)
    (shop / "policies" / "a.md").rename(shop / "policies" / "b.md")
    assert len({first, second, folder_fingerprint(shop)}) == 3
    (shop / "shop.toml").unlink()
    assert folder_fingerprint(shop) is None


def test_a_policy_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    shop = write_shop(tmp_path)
    (shop / "policies").mkdir()
    for name in ("a.md", "b.md"):
        (shop / "policies" / name).write_text("One.", encoding="utf-8")
    first = read_shop_folder(shop)
    (shop / "policies" / "b.md").write_text("Two.", encoding="utf-8")
    second = read_shop_folder(shop, known_policies=first.policies)
    assert second.policies[0] is first.policies[0]
    assert second.policies[1].passages[0].text == "Two."
