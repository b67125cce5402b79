"""Writes what was learnt about a catalogue's headings into shop.toml."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from knowledge.shop_folder.terms import FILE


def remember_columns(folder: Path, mapping: Mapping[str, str]) -> str | None:
    """Adds `heading = field` lines under [catalog.columns]; comments and order stay.

    The file is replaced as a whole or not at all. Where it cannot be written, the answer is a message for the
    seller that says what to add by hand; None when all is kept.
    """
    path = folder / FILE
    if not mapping:
        return None
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            before = file.read()
        document = tomlkit.parse(before)
        if "catalog" not in document:
            document.append("catalog", tomlkit.table(is_super_table=True))
        catalog = document["catalog"]
        if "columns" not in catalog:
            catalog["columns"] = tomlkit.table()
        columns = catalog["columns"]
        for heading, field in mapping.items():
            columns[heading] = field
        after = tomlkit.dumps(document)
        if after == before:
            return None
        _replace(path, after)
    except (OSError, UnicodeDecodeError, TOMLKitError, TypeError) as error:
        lines = "\n".join(
            f"{tomlkit.string(heading).as_string()} = {tomlkit.string(field).as_string()}"
            for heading, field in mapping.items()
        )
        return (
            f"{FILE} cannot be written ({error}). To keep the columns as they were read, add to it:\n"
            f"[catalog.columns]\n{lines}"
        )
    return None


def _replace(path: Path, text: str) -> None:
    """Atomic: a reader sees the old file or the new one. A symbolic link stays one."""
    target = path.resolve()
    if not os.access(target, os.W_OK):
        raise PermissionError(f"{FILE} is read-only")
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{FILE}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise
