"""A talk beside itself in the reader's language: translations, and where they differ from the originals."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.case.marked import Piece
from bot.compare import Comparison, Difference, compare
from bot.desk import beside
from bot.desk.beside import Passage
from bot.desk.context import Desk
from bot.domain.facts import Shop
from bot.domain.plan import Finding
from storage import translations
from storage.base import AnyRow
from storage.talks import SpokenMessage

_WORD = re.compile(r"[^\s,;:!?()]+(?<![.])")
Standing = Literal["planted", "asked", "trouble", "made"]


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a text; `difference` is what the other text says otherwise, `finding` what the guard says."""

    text: str
    finding: Finding | None = None
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in the reader's language. Without `text` it is asked for, or there is none: see `outcome`."""

    passage: Passage
    asked: bool = False
    outcome: str | None = None
    text: str = ""
    model: str | None = None
    comparison: Comparison = field(default_factory=Comparison)

    @property
    def original_parts(self) -> tuple[Part, ...]:
        return split((Piece(unicodedata.normalize("NFC", self.passage.text)),), self.comparison.original)

    @property
    def parts(self) -> tuple[Part, ...]:
        return split((Piece(unicodedata.normalize("NFC", self.text)),), self.comparison.translation)

    @property
    def mark(self) -> str:
        """Another one, another mark."""
        return f"{self.asked}{self.outcome or ''}{beside.sha(self.text)[:8] if self.text else ''}"


@dataclass(frozen=True, slots=True)
class Beside:
    """All of a talk that its reader needs in `language`. `messages` by their seq."""

    language: str
    messages: Mapping[int, Translation]
    draft: Translation | None
    planted: bool = False
    """The talk holds an attempt to instruct the assistant: no model is asked."""
    due: bool = False
    """Something is to be asked for, when somebody looks."""
    knows: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[Translation, ...]:
        return (*self.messages.values(), *((self.draft,) if self.draft is not None else ()))

    @property
    def standing(self) -> Standing:
        """The most telling word."""
        if any(each.asked for each in self.all):
            return "asked"
        if self.planted and not all(each.text for each in self.all):
            return "planted"
        return "trouble" if self.trouble is not None else "made"

    @property
    def trouble(self) -> str | None:
        """Why the newest text that could not be translated was not."""
        return next((each.outcome for each in reversed(self.all) if each.outcome is not None), None)

    @property
    def model(self) -> str | None:
        return next((each.model for each in reversed(self.all) if each.model is not None), None)

    @property
    def mark(self) -> str:
        """What of it the panel of the draft shows, in short."""
        return f"{self.standing}{self.draft.mark if self.draft is not None else ''}"


async def read_beside(
    connection: AsyncConnection,
    desk: Desk,
    said: Sequence[SpokenMessage],
    made: Sequence[AnyRow],
    talk: AnyRow,
    *,
    spoken: Sequence[str],
    shown: str,
    shop: Shop,
) -> Beside | None:
    """For a reader who speaks the languages `spoken`, on pages in `shown`. None: there is nothing to
    translate, or no model is set."""
    if desk.model is None:
        return None
    language = beside.reading_language(spoken, shown)
    knows = frozenset({language, *spoken})
    draft = next((row for row in made if row.state == "waiting"), None)
    wanted = await asyncio.to_thread(beside.passages, said, draft, knows)
    if not wanted:
        return None
    rows = await translations.of_texts(
        connection, desk.shop_id, {each.original for each in wanted}, language, beside.version()
    )
    planted = beside.is_planted(talk, made)
    return await asyncio.to_thread(
        _beside, wanted, rows, said, language, knows, shop, planted=planted, now=desk.clock()
    )


def _beside(
    wanted: Sequence[Passage],
    rows: Mapping[str, AnyRow],
    said: Sequence[SpokenMessage],
    language: str,
    knows: frozenset[str],
    shop: Shop,
    *,
    planted: bool,
    now: datetime,
) -> Beside | None:
    asks = set(beside.to_ask(wanted, said))
    skus = {item.sku for item in shop.items}
    shown = []
    for passage in wanted:
        row = rows.get(passage.original)
        if row is not None or passage.original in asks:
            shown.append(_translation(passage, row, language, skus))
    if not shown:
        return None
    return Beside(
        language=language,
        messages={each.passage.seq: each for each in shown if each.passage.seq is not None},
        draft=next((each for each in shown if each.passage.seq is None), None),
        planted=planted,
        due=not planted and any(translations.is_due(rows.get(each), now) for each in asks),
        knows=knows,
    )


def _translation(passage: Passage, row: AnyRow | None, language: str, skus: Collection[str]) -> Translation:
    if row is None:
        return Translation(passage)
    if row.state != "made":
        return Translation(passage, asked=row.state == "asked", outcome=row.outcome)
    codes = frozenset(word for word in _WORD.findall(f"{passage.text} {row.text}") if word in skus)
    found = compare(passage.text, row.text, (passage.language, language), codes)
    return Translation(passage, text=row.text, model=row.model, comparison=found)


def split(pieces: Sequence[Piece], differences: Sequence[Difference]) -> tuple[Part, ...]:
    """A text in pieces, parted again where the other text differs. Places are those of the whole text."""
    parts: list[Part] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        edges = {at, end}
        for each in differences:
            edges |= {edge for edge in (each.start, each.end) if at < edge < end}
        places = sorted(edges)
        for start, stop in pairwise(places):
            inside = next((each for each in differences if each.start <= start and stop <= each.end), None)
            parts.append(Part(piece.text[start - at : stop - at], piece.finding, inside))
        at = end
    return tuple(parts)
