"""What uploaded files would change in a shop folder, and the folder as it would be then."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from knowledge.shop_folder.files import POLICY_SUFFIXES
from knowledge.uploads.refused import UploadRefused
from knowledge.uploads.unpacking import unpack

Kind = Literal["by_name", "catalogue", "shipping", "policy", "terms", "shop"]
KINDS: tuple[Kind, ...] = ("by_name", "catalogue", "shipping", "policy", "terms", "shop")
_TABLES = (".csv", ".xlsx")
_POLICIES = "policies"
_NAMED = ("shop.toml", "catalog.csv", "shipping.csv")
_LONGEST_NAME = 120
_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


@dataclass(frozen=True, slots=True)
class Change:
    """`put`: path in the shop folder -> the file that goes there; `remove`: paths that go away."""

    put: Mapping[str, Path]
    remove: tuple[str, ...] = ()


def change_of(files: Sequence[tuple[str, Path]], kind: Kind, folder: Path, scratch: Path) -> Change:
    """What (name, file) pairs mean for the shop folder; a zip is unpacked below `scratch`. UploadRefused."""
    put: dict[str, Path] = {}
    remove: list[str] = []
    for number, (given, file) in enumerate(files):
        name = plain_name(given)
        meant = _kind_of(name) if kind == "by_name" else kind
        if meant == "shop":
            if len(files) > 1:
                raise UploadRefused("A zip of the whole shop folder comes alone, without other files.")
            return _whole(file, folder, scratch / f"unpacked-{number}")
        target, gone = _place(name, meant, folder)
        if target in put:
            raise UploadRefused(f"{given}: two files for {target}. Upload one of them.")
        put[target] = file
        remove += gone
    return Change(put, tuple(path for path in dict.fromkeys(remove) if path not in put))


def candidate(folder: Path, change: Change, into: Path) -> None:
    """Write the shop folder as it would be after the change, without its pictures, into an empty folder."""
    gone = set(change.remove) | set(change.put)
    for path in _read(folder):
        if path not in gone:
            _copy(folder / path, into / path)
    for path, file in change.put.items():
        _copy(file, into / path)


def _whole(archive: Path, folder: Path, unpacked: Path) -> Change:
    """All of the zip; what the shop folder has besides it of what is read goes away, pictures stay."""
    unpacked.mkdir(parents=True)
    names = unpack(archive, unpacked)
    if not any(name.casefold() == "shop.toml" for name in names):
        raise UploadRefused(
            "The zip holds no shop.toml. Pack the whole shop folder, or upload its files one by one."
        )
    present = {path.name.casefold(): path.name for path in folder.iterdir()}
    put = {_as_present(name, present): unpacked / name for name in names}
    same = {name.casefold(): name for name in put}
    return Change(put, tuple(path for path in _read(folder) if same.get(path.casefold()) != path))


def _as_present(name: str, present: Mapping[str, str]) -> str:
    """`name` with its first part spelled as the shop folder spells it."""
    first, slash, rest = name.partition("/")
    return f"{present.get(first.casefold(), first)}{slash}{rest}"


def _read(folder: Path) -> list[str]:
    """Paths of what a reading of the shop folder would use."""
    found: list[str] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")):
            continue
        name = path.name.casefold()
        if path.is_file() and (name in _NAMED or name.endswith(".xlsx")):
            found.append(path.name)
        elif path.is_dir() and path.name.casefold() == _POLICIES:
            found += [
                each.relative_to(folder).as_posix()
                for each in sorted(path.rglob("*"))
                if each.is_file() and not any(part.startswith(".") for part in each.relative_to(folder).parts)
            ]
    return found


def _kind_of(name: str) -> Kind:
    stem, suffix = name.casefold().rsplit(".", 1) if "." in name else (name.casefold(), "")
    if suffix == "zip":
        return "shop"
    if name.casefold() == "shop.toml":
        return "terms"
    if f".{suffix}" in _TABLES:
        freight = any(word in stem for word in ("shipping", "freight", "运费"))
        return "shipping" if freight else "catalogue"
    if f".{suffix}" in POLICY_SUFFIXES:
        return "policy"
    raise UploadRefused(
        f"{name}: a catalogue or freight rates are .csv or .xlsx, a policy is one of "
        f"{', '.join(sorted(POLICY_SUFFIXES))}, the terms are shop.toml, a whole shop folder is a .zip."
    )


def _place(name: str, kind: Kind, folder: Path) -> tuple[str, list[str]]:
    """(path that the file gets, paths that it takes the place of)."""
    suffix = Path(name).suffix.casefold()
    if kind in ("catalogue", "shipping"):
        if suffix not in _TABLES:
            raise UploadRefused(f"{name}: {' or '.join(_TABLES)} is needed. Save the table as one of them.")
        stem = "catalog" if kind == "catalogue" else "shipping"
        own = {"catalog.csv", "catalog.xlsx"} if kind == "catalogue" else {"shipping.csv", "shipping.xlsx"}
        tables = [path for path in folder.iterdir() if path.suffix.casefold() in _TABLES]
        gone = [path.name for path in tables if path.name.casefold() in own]
        if kind == "catalogue" and not gone:
            # A workbook of any name is the catalogue where it is the folder's only one.
            gone = [
                path.name
                for path in tables
                if path.suffix.casefold() == ".xlsx" and path.stem.casefold() != "shipping"
            ]
        return f"{stem}{suffix}", gone
    if kind == "terms":
        if suffix != ".toml":
            raise UploadRefused(f"{name}: the terms are a file shop.toml.")
        return "shop.toml", [path.name for path in folder.iterdir() if path.name.casefold() == "shop.toml"]
    if suffix not in POLICY_SUFFIXES:
        raise UploadRefused(f"{name}: a policy is one of {', '.join(sorted(POLICY_SUFFIXES))}.")
    places = [path.name for path in folder.iterdir() if path.is_dir() and path.name.casefold() == _POLICIES]
    return f"{places[0] if places else _POLICIES}/{name}", []


def plain_name(given: str) -> str:
    """The file's own name, fit for a folder: no path, nothing hidden, no characters that steer."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    name = _UNFIT.sub("_", last).strip(" .")
    if not name or not name.isprintable():
        raise UploadRefused("A file without a name cannot be taken.")
    if len(name) > _LONGEST_NAME:
        stem, dot, suffix = name.rpartition(".")
        name = f"{stem[: _LONGEST_NAME - len(suffix) - 1]}{dot}{suffix}"
    return name


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
