"""Fonts of Linux distributions and macOS that can stand in for ours."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "/Library/Fonts")
_KNOWN = (
    ("Noto Sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("Noto Sans Arabic", "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    ("Noto Sans Devanagari", "NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
    ("Noto Sans CJK", "NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
    ("WenQuanYi Micro Hei", "wqy-microhei.ttc", "wqy-microhei.ttc"),
    ("Droid Sans Fallback", "DroidSansFallbackFull.ttf", "DroidSansFallbackFull.ttf"),
    ("IPAex Gothic", "ipaexg.ttf", "ipaexg.ttf"),
    ("DejaVu Sans", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("Liberation Sans", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("Arial Unicode", "Arial Unicode.ttf", "Arial Unicode.ttf"),
)
"""Name, file of the regular weight, file of the bold one; all have outlines that PDF viewers know."""


def system_files() -> Iterator[tuple[str, Path, Path]]:
    """Those of the known fonts that are installed."""
    installed = _installed({file for _, *files in _KNOWN for file in files})
    for name, regular, bold in _KNOWN:
        if regular in installed:
            yield name, installed[regular], installed.get(bold, installed[regular])


def _installed(wanted: set[str]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in _FOLDERS:
        for path, _, files in os.walk(Path(folder).expanduser()):
            for file in wanted.intersection(files):
                found.setdefault(file, Path(path) / file)
    return found
