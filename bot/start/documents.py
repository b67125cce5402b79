"""The step of documents: policies in the seller's own words, and a table of freight rates, both optional."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.start.given import NotAnAnswer, line
from bot.start.held import Held
from bot.start.price_list import SUFFIXES
from knowledge.shop_folder.files import LARGEST_FILE, POLICY_SUFFIXES


def take_documents(held: Held, given: Sequence[str]) -> None:
    """Files and folders of documents. NotAnAnswer: one is not there, or of a kind that is not read."""
    found: list[str] = []
    for each in given:
        text = each.strip().strip("'\"").replace("\\ ", " ")
        if text:
            found += [str(path) for path in _files(Path(text).expanduser())]
    held.answer("documents", list(dict.fromkeys(found)))


def take_freight(held: Held, given: str | None) -> None:
    """The table of freight rates; empty: none. NotAnAnswer."""
    text = (given or "").strip().strip("'\"").replace("\\ ", " ")
    if not text:
        held.answer("freight.file", None)
        return
    path = Path(text).expanduser()
    if not path.is_file():
        raise NotAnAnswer("start-wrong-list-missing", found=line(text))
    if path.suffix.casefold() not in SUFFIXES:
        raise NotAnAnswer("start-wrong-list-kind", found=path.name)
    held.answer("freight.file", str(path.resolve()))


def _files(path: Path) -> list[Path]:
    """Of a folder: what can be read in it, at any depth."""
    if path.is_dir():
        readable = sorted(
            each
            for each in path.rglob("*")
            if each.is_file() and each.suffix.casefold() in POLICY_SUFFIXES and not each.name.startswith(".")
        )
        if not readable:
            raise NotAnAnswer("start-wrong-documents-none", found=str(path))
        return [each.resolve() for each in readable]
    if not path.is_file():
        raise NotAnAnswer("start-wrong-list-missing", found=line(str(path)))
    if path.suffix.casefold() not in POLICY_SUFFIXES:
        raise NotAnAnswer("start-wrong-documents-kind", found=path.name)
    if path.stat().st_size > LARGEST_FILE:
        raise NotAnAnswer("start-wrong-documents-large", found=path.name)
    return [path.resolve()]
