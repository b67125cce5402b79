"""Which file of a folder is what. Symbolic links that lead out of the folder are not followed."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from knowledge.shop_folder.reading import Complaints
from knowledge.shop_folder.table import UnreadableFile

LARGEST_FILE = 50 * 1024 * 1024
POLICY_SUFFIXES = frozenset({".md", ".markdown", ".txt", ".html", ".htm", ".pdf", ".docx"})
_POLICIES = "policies"


@dataclass(frozen=True, slots=True)
class FolderFiles:
    root: Path
    terms: Path
    catalog: Path
    shipping: Path | None
    policies: tuple[Path, ...]
    ignored: tuple[str, ...]

    def relative(self, path: Path) -> str:
        return relative_name(self.root, path)


def relative_name(root: Path, path: Path) -> str:
    """With `/`; bytes of a name that are no text are shown as they are escaped."""
    return path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode()


def find_files(folder: Path, complaints: Complaints) -> FolderFiles:
    """Raises UnreadableFile where the folder can be no shop folder."""
    if not folder.exists():
        raise UnreadableFile(f"there is no folder {folder}: check the path")
    if not folder.is_dir():
        raise UnreadableFile(f"{folder} is a file: name the folder that holds shop.toml and the catalogue")
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise UnreadableFile(f"{folder} cannot be opened ({error.strerror}): check its rights") from error
    visible = [path for path in entries if not path.name.startswith((".", "~$"))]
    if not visible:
        raise UnreadableFile(f"{folder} is empty: put shop.toml with [company] and a catalog.csv into it")
    visible = [path for path in visible if _is_inside(folder, path, complaints)]
    by_name = {path.name.casefold(): path for path in visible}
    terms = by_name.get("shop.toml")
    if terms is None or not terms.is_file():
        raise UnreadableFile(
            f"{folder} has no shop.toml: write one with [company] name, home_country, timezone and currency"
        )
    shipping = next((by_name[name] for name in ("shipping.csv", "shipping.xlsx") if name in by_name), None)
    catalog = _catalog(folder, by_name, visible, shipping)
    policies_folder = by_name.get(_POLICIES)
    used = {terms, catalog, shipping, policies_folder}
    ignored = [f"{path.name}/" if path.is_dir() else path.name for path in visible if path not in used]
    policies: list[Path] = []
    if policies_folder is not None and policies_folder.is_dir():
        policies, others = _policies(folder, policies_folder, complaints)
        ignored += others
    return FolderFiles(
        folder, terms, catalog, shipping, tuple(policies),
        tuple(name.encode("utf-8", "backslashreplace").decode() for name in ignored),
    )  # fmt: skip


def _catalog(folder: Path, by_name: dict[str, Path], visible: list[Path], shipping: Path | None) -> Path:
    for name in ("catalog.csv", "catalog.xlsx"):
        if name in by_name:
            return by_name[name]
    workbooks = [path for path in visible if path.suffix.casefold() == ".xlsx" and path != shipping]
    if len(workbooks) == 1:
        return workbooks[0]
    if workbooks:
        raise UnreadableFile(
            f"{folder} has several workbooks ({', '.join(path.name for path in workbooks)}):"
            " name the one that holds the products catalog.xlsx"
        )
    tables = [path.name for path in visible if path.suffix.casefold() in (".csv", ".xls", ".ods", ".tsv")]
    hint = f" (is it {tables[0]}? rename it, or save it as such)" if tables else ""
    raise UnreadableFile(f"{folder} has no catalogue: add catalog.csv or catalog.xlsx{hint}")


def _is_inside(root: Path, path: Path, complaints: Complaints) -> bool:
    if not path.is_symlink():
        return True
    name = relative_name(root, path)
    try:
        inside = path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        complaints.refuse(name, None, None, None, "a file; this link leads nowhere")
        return False
    if not inside:
        complaints.refuse(
            name,
            None,
            None,
            None,
            "a file inside the shop folder; a link out of it is not followed: copy the file",
        )
    return inside


def _policies(root: Path, folder: Path, complaints: Complaints) -> tuple[list[Path], list[str]]:
    """(documents, names of what is none), every depth, in the order of their names; no linked folders."""
    documents: list[Path] = []
    others: list[str] = []
    for place, folders, names in os.walk(folder):
        for name in sorted(folders):
            link = Path(place) / name
            if link.is_symlink():
                complaints.refuse(
                    relative_name(root, link),
                    None,
                    None,
                    None,
                    "a folder; a linked one is not entered: copy it",
                )
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if name.startswith((".", "~$")) or not _is_inside(root, path, complaints):
                continue
            if path.suffix.casefold() in POLICY_SUFFIXES:
                documents.append(path)
            else:
                others.append(relative_name(root, path))
    return documents, others


def read_bytes(path: Path, name: str, only_check: bool = False) -> bytes:
    """The file's bytes, none with `only_check`. Raises UnreadableFile: too large, no rights, no file."""
    try:
        if not path.is_file():
            raise UnreadableFile(f"{name} is no ordinary file: put a file of this name there")
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise UnreadableFile(
                f"{name} has {size / 1e6:.0f} MB, more than the {LARGEST_FILE // 1024**2} MB that are read:"
                " split it or leave the pictures out"
            )
        return b"" if only_check else path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{name} cannot be opened ({error.strerror}): check its rights") from error


def folder_fingerprint(folder: Path) -> str | None:
    """One hash over the names and bytes of all files that a reading uses; None where nothing can be read.

    The same fingerprint gives the same reading, so an ingest may skip it.
    """
    try:
        found = find_files(folder, Complaints())
        whole = hashlib.sha256()
        for path in (found.terms, found.catalog, found.shipping, *found.policies):
            if path is None:
                continue
            name = relative_name(folder, path)
            whole.update(f"{name}\0{hashlib.sha256(read_bytes(path, name)).hexdigest()}\n".encode())
        whole.update("\0".join(found.ignored).encode())
        return whole.hexdigest()
    except UnreadableFile:
        return None
