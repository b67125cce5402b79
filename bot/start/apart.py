"""Parts of the start that read spreadsheets, for a process of their own: one that serves never holds it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.start import price_list
from bot.start.given import NotAnAnswer
from bot.start.held import held
from bot.start.writing import Plan, planned
from knowledge.shop_folder.previewing import ListPreview
from prompts.console import load

Wrong = tuple[str, Mapping[str, str]]
"""What a NotAnAnswer holds."""


def take_file(folder: Path, path: Path, progress: object) -> Wrong | None:
    """The list is `path` from now on; None where it can be. SupercargoError."""
    del progress
    try:
        price_list.take_file(held(folder), str(path))
    except NotAnAnswer as error:
        return error.message, error.values
    return None


def seen(folder: Path, progress: object) -> ListPreview:
    """The list as the answers so far have it read. SupercargoError."""
    del progress
    return price_list.seen(held(folder))


def plan(folder: Path, language: str, progress: object) -> Plan:
    """What would be written. SupercargoError."""
    del progress
    return planned(held(folder), load(language).say)
