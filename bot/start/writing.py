"""The last look and the writing: which files the shop folder gets, which of them stand there already."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.errors import SupercargoError
from bot.start.held import KEPT, Held
from bot.start.shop_file import Say, shop_toml
from knowledge.shop_folder.filling import as_file, file_suffix, filled
from knowledge.shop_folder.previewing import list_table
from knowledge.shop_folder.table import UnreadableFile


@dataclass(frozen=True, slots=True)
class Plan:
    """`files`: path in the shop folder -> its bytes, or the file that is copied there."""

    folder: Path
    files: Mapping[str, bytes | Path]
    replaced: tuple[str, ...]
    """Paths whose files are others now, and were not written by the start: they take a yes."""

    @property
    def shop_toml(self) -> str:
        text = self.files["shop.toml"]
        assert isinstance(text, bytes)
        return text.decode()


def planned(held: Held, say: Say) -> Plan:
    """What the answers come to. SupercargoError where a file that was named is gone or unreadable."""
    folder = held.folder
    present = {path.name.casefold(): path.name for path in folder.iterdir()} if folder.is_dir() else {}
    files: dict[str, bytes | Path] = {}
    name, content = _catalogue(held)
    files[present.get(name, name)] = content
    other = present.get("catalog.csv")
    gone = [other] if other and name != "catalog.csv" and other not in files else []
    freight = held.answers.get("freight.file")
    if freight:
        source = _there(freight)
        shipping = f"shipping{source.suffix.casefold()}"
        files[present.get(shipping, shipping)] = source
        table = present.get("shipping.csv")
        gone += [table] if table and shipping != "shipping.csv" else []
    for given in held.answers.get("documents") or ():
        source = _there(given)
        policies = folder / present.get("policies", "policies")
        if not source.is_relative_to(policies.resolve()):
            files[_free(f"{policies.name}/{source.name}", files)] = source
    terms = present.get("shop.toml", "shop.toml")
    files["shop.toml"] = shop_toml(held.answers, say, _text(folder / terms)).encode()
    written = held.answers.get("written") or {}
    return Plan(folder, files, (*_others(folder, files, written), *gone))


def write(held: Held, plan: Plan) -> None:
    """Write everything. Files that are replaced are kept in the hidden folder `.init/replaced`.

    SupercargoError where the folder cannot be written; the files that were there are there then, or kept.
    """
    try:
        contents = {
            name: content if isinstance(content, bytes) else content.read_bytes()
            for name, content in plan.files.items()
        }
        for name in plan.replaced:
            _keep(plan.folder, name)
        for name, content in contents.items():
            target = plan.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            new = target.with_name(f".{target.name[:100]}.{os.getpid()}.new")
            new.write_bytes(content)
            new.replace(target)
    except OSError as error:
        raise SupercargoError(
            f"{error.filename}: {error.strerror}. Give yourself the right to write there and go on: "
            "the answers are kept."
        ) from error
    held.answers["written"] = {name: _hash(content) for name, content in contents.items()}
    held.finish("write")


def _catalogue(held: Held) -> tuple[str, bytes | Path]:
    source = _there(held.answers["list.file"])
    fill = held.answers.get("list.fill")
    if not fill:
        return f"catalog{source.suffix.casefold()}", source
    try:
        table = filled(list_table(source, held.answers.get("columns") or {}), fill)
    except UnreadableFile as error:
        raise SupercargoError(str(error)) from error
    return f"catalog{file_suffix(table)}", as_file(table)


def _there(path: str) -> Path:
    if not Path(path).is_file():
        raise SupercargoError(f"{path} is no longer there. Put it back, or name another file in its step.")
    return Path(path)


def _others(folder: Path, files: Mapping[str, bytes | Path], written: Mapping[str, str]) -> list[str]:
    found = []
    for name, content in files.items():
        target = folder / name
        if not target.exists() or (isinstance(content, Path) and content == target.resolve()):
            continue
        now = _hash(target.read_bytes()) if target.is_file() else ""
        new = _hash(content if isinstance(content, bytes) else content.read_bytes())
        if now not in (new, written.get(name)):
            found.append(name)
    return found


def _keep(folder: Path, name: str) -> None:
    kept = folder / KEPT / "replaced" / name
    number = 1
    while kept.exists():
        kept = kept.with_name(f"{Path(name).stem}.{number}{Path(name).suffix}")
        number += 1
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.move(folder / name, kept)


def _free(name: str, taken: Mapping[str, object]) -> str:
    path, number = Path(name), 1
    while name in taken:
        number += 1
        name = path.with_name(f"{path.stem}-{number}{path.suffix}").as_posix()
    return name


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise SupercargoError(f"{path} cannot be read ({error}). Move it away and go on.") from error


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
