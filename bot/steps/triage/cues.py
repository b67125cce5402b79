"""Which wishes and dangers a clause names outright, by the cue phrases of `prompts/triage/cues.toml`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.steps.triage.classifier_text import folded
from prompts import triage

_LETTER = r"[a-z\u00df-\u024f\u1e00-\u1eff0-9_]"
_SCRIPTS = (
    (re.compile("[\u0900-\u097f\u3040-\u30ff\u3400-\u9fff]"), "", ""),
    # Arabic writes "and", "for", "with", "the" onto the word itself.
    (re.compile("[\u0600-\u06ff]"), "(?<![\u0620-\u06d3])[وفبلك]{0,2}(?:ال)?", "(?![\u0620-\u06d3])"),
    (re.compile("[\u0400-\u04ff]"), "(?<![\u0400-\u04ff])", "(?![\u0400-\u04ff])"),
    (re.compile(""), f"(?<!{_LETTER})", f"(?!{_LETTER})"),
)
"""Where a word begins and ends, by the script of the cue: scripts without spaces have no such places."""
_ANY = "any"
_COMPANION = "en"
"""English words stand in inquiries of every language."""


def either(cues: list[str]) -> re.Pattern[str]:
    """One pattern that finds any of these cues as whole words.

    The border stands once before all cues of a script, not before each: that is ten times faster to search.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for cue in cues:
        borders = next((before, after) for script, before, after in _SCRIPTS if script.search(cue))
        groups.setdefault(borders, []).append(cue)
    return re.compile(
        "|".join(f"{before}(?:{'|'.join(words)}){after}" for (before, after), words in groups.items())
    )


@lru_cache(maxsize=64)
def _compiled(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(label, pattern) of one language, or of "any"."""
    rows = []
    for label, table in triage.cues().items():
        patterns = [folded(cue) for cue in table.get(language, ()) if not accented(cue, language)]
        if patterns:
            rows.append((label, either(patterns)))
    return tuple(rows)


@lru_cache(maxsize=1)
def _tonal() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(label, pattern) of the cues that are told apart by their Vietnamese tone marks alone."""
    rows = []
    for label, table in triage.cues().items():
        patterns = [cue for cue in table.get("vi", ()) if accented(cue, "vi")]
        if patterns:
            rows.append((label, either(patterns)))
    return tuple(rows)


def accented(cue: str, language: str) -> bool:
    """Whether a cue means only the word with these accents."""
    return language == "vi" and folded(cue) != cue


def named(text: str, language: str, written: str = "") -> dict[str, int]:
    """Label -> how many of its cues stand in `text` (shaped by classifier_text).

    Those of `language` count, and the English ones. `written` is the same text as the buyer wrote it, which
    only Vietnamese needs.
    """
    found: dict[str, int] = {}
    tables = [(_compiled(group), text) for group in dict.fromkeys((language, _COMPANION, _ANY))]
    if language == "vi" and written:
        tables.append((_tonal(), unicodedata.normalize("NFC", written).casefold()))
    for table, searched in tables:
        for label, pattern in table:
            hits = sum(1 for _ in pattern.finditer(searched))
            if hits:
                found[label] = found.get(label, 0) + hits
    return found
