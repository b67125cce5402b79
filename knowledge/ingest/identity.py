"""Which shop a folder is, and whether it has changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

_READ_AT_THE_TOP = (".toml", ".csv", ".xlsx")
_POLICIES = "policies"
_READERS = ("shop_folder", "ingest")


def shop_key(folder: Path) -> str:
    """The same for the same folder, however it is named."""
    return hashlib.sha256(str(folder.expanduser().resolve()).encode("utf-8", "surrogateescape")).hexdigest()[
        :16
    ]


@dataclass(frozen=True, slots=True)
class FolderDigest:
    """The files of a shop folder that are read, by name and content; of others the names."""

    files: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, folder: Path) -> FolderDigest:
        """Unreadable files and a missing folder count as such: the reader says what is wrong with them."""
        if not folder.is_dir():
            return cls(())
        policies = [path for path in folder.iterdir() if path.name.casefold() == _POLICIES and path.is_dir()]
        read = [path for path in folder.iterdir() if path.suffix.casefold() in _READ_AT_THE_TOP]
        read += [path for place in policies for path in place.rglob("*")]
        others = {path for path in folder.iterdir() if path not in read and not path.name.startswith(".")}
        named = [(str(path.relative_to(folder)), _digest(path)) for path in read if not path.is_dir()]
        named += [(path.name, "") for path in others]
        return cls(tuple(sorted(named)))

    def with_file(self, folder: Path, name: str) -> FolderDigest:
        """The same after the program itself has written the file `name`."""
        return replace(
            self,
            files=tuple((own, _digest(folder / own) if own == name else was) for own, was in self.files),
        )

    @property
    def total(self) -> str:
        """One hash of all of it and of the program that reads it: a better reader reads again."""
        told = json.dumps([_reader(), self.files], ensure_ascii=True)
        return hashlib.sha256(told.encode()).hexdigest()[:40]


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.strerror}"


@cache
def _reader() -> str:
    digest = hashlib.sha256()
    knowledge = Path(__file__).parents[1]
    for package in _READERS:
        for file in sorted((knowledge / package).rglob("*")):
            if file.suffix in (".py", ".toml"):
                digest.update(file.read_bytes())
    return digest.hexdigest()
