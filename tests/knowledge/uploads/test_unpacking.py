from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

import knowledge.uploads.unpacking as unpacking
from knowledge.uploads.refused import UploadRefused
from knowledge.uploads.unpacking import unpack


def zip_of(path: Path, files: dict[str, bytes], **options: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = options.get("mode", 0) << 16
            whole.writestr(entry, content)
    return path


def test_the_folder_around_a_shop_is_taken_off_and_rubbish_left_out(tmp_path: Path) -> None:
    made = zip_of(
        tmp_path / "a.zip",
        {"My shop/shop.toml": b"x", "My shop/policies/a.md": b"y", "__MACOSX/My shop/._a": b"z",
         "My shop/.DS_Store": b"z", "My shop/~$catalog.xlsx": b"z"},
    )  # fmt: skip
    into = tmp_path / "out"
    into.mkdir()
    assert sorted(unpack(made, into)) == ["policies/a.md", "shop.toml"]
    assert (into / "policies" / "a.md").read_bytes() == b"y"


@pytest.mark.parametrize(
    "name", ["../shop.toml", "/etc/passwd", "policies/../../x.md", "C:\\shop.toml", "..\\x.md", "a\nb.md"]
)
def test_nothing_is_written_outside_of_the_folder(tmp_path: Path, name: str) -> None:
    into = tmp_path / "deep" / "out"
    into.mkdir(parents=True)
    with pytest.raises(UploadRefused, match="leads outside"):
        unpack(zip_of(tmp_path / "a.zip", {"good.md": b"x", name: b"y"}), into)
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.zip"]


def test_links_are_refused(tmp_path: Path) -> None:
    made = zip_of(tmp_path / "a.zip", {"shop.toml": b"/etc/passwd"}, mode=stat.S_IFLNK | 0o777)
    with pytest.raises(UploadRefused, match="is a link"):
        unpack(made, tmp_path)


def test_a_zip_that_swells_is_stopped_whatever_it_says_of_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_WHOLE", 3 * 2**20)
    into = tmp_path / "out"
    into.mkdir()
    bomb = zip_of(tmp_path / "a.zip", {f"{number}.md": bytes(2**20) for number in range(40)})
    assert bomb.stat().st_size < 100_000
    with pytest.raises(UploadRefused, match="too large once unpacked"):
        unpack(bomb, into)
    assert sum(path.stat().st_size for path in into.iterdir()) <= 4 * 2**20


def test_too_many_files_and_the_same_file_twice_are_refused(tmp_path: Path) -> None:
    many = zip_of(tmp_path / "many.zip", {f"{number}.md": b"" for number in range(2001)})
    with pytest.raises(UploadRefused, match="more than 2,000 files"):
        unpack(many, tmp_path)
    twice = zip_of(tmp_path / "twice.zip", {"policies/A.md": b"1", "policies/a.md": b"2"})
    with pytest.raises(UploadRefused, match="twice"):
        unpack(twice, tmp_path)


def test_a_damaged_zip_is_told_as_such(tmp_path: Path) -> None:
    whole = zip_of(tmp_path / "a.zip", {"shop.toml": b"x" * 1000}).read_bytes()
    (tmp_path / "b.zip").write_bytes(whole[: len(whole) // 2])
    for name in ("b.zip", "none.zip"):
        with pytest.raises(UploadRefused, match="cannot be read"):
            unpack(tmp_path / name, tmp_path)
