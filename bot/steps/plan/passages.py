"""Policy passages: the sentences and table rows that answer, as the shop wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.inquiry import Evidence
from bot.domain.moves import QuotePolicy
from bot.steps.plan.wording import Question

_PASSAGES = 2
_SENTENCES = 3
_LENGTH = 420
"""Characters quoted at most, so that the reply stays one that a buyer reads."""
_ANSWERS = 2.0
"""Overlap from which a sentence counts as an answer: one topic, or two words."""
_NEAR_BEST = 0.6
_SURE = 0.6
"""Retrieval score from which a passage is quoted even though it shares no word with the question."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÞА-Я“\"])|(?<=[。！？])")
_ABBREVIATION = re.compile(r"\b(?:Co|Ltd|Inc|No|Nos|approx|e\.g|i\.e|vs|St|Mr|Ms|Dr|max|min)\.$")
_LIST_MARK = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s+")
_RULE = re.compile(r"^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|?\s*$")
_MARKUP = re.compile(r"(\*\*|__|`)")


@dataclass(frozen=True, slots=True)
class _Scored:
    passage: int
    position: int
    text: str
    score: float


def quoted(question: Question, evidence: Sequence[Evidence]) -> tuple[QuotePolicy, ...]:
    """The few sentences of the best passages that answer `question`, in the order of the passages.

    Empty where no passage has anything in common with the question.
    """
    best = evidence[:_PASSAGES]
    scored = [
        _Scored(index, position, text, question.overlap(text))
        for index, passage in enumerate(best)
        for position, text in enumerate(sentences(passage.text))
    ]
    chosen = _chosen(scored)
    if not chosen and best and best[0].score >= _SURE:
        chosen = [row for row in scored if row.passage == 0][:2]
    return tuple(
        QuotePolicy(texts, passage.source, passage.language)
        for index, passage in enumerate(best)
        if (texts := tuple(row.text for row in chosen if row.passage == index))
    )


def _chosen(scored: Sequence[_Scored]) -> list[_Scored]:
    ranked = sorted(scored, key=lambda row: (-row.score, row.passage, row.position))
    if not ranked or ranked[0].score < _ANSWERS:
        return []
    chosen: list[_Scored] = []
    for row in ranked:
        good = row.score >= max(_ANSWERS, _NEAR_BEST * ranked[0].score)
        fits = sum(len(each.text) for each in chosen) + len(row.text) <= _LENGTH
        if good and (fits or not chosen) and row.text not in {each.text for each in chosen}:
            chosen.append(row)
        if len(chosen) == _SENTENCES:
            break
    return sorted(chosen, key=lambda row: (row.passage, row.position))


def sentences(text: str) -> tuple[str, ...]:
    """Sentences, list items and table rows of a passage, without markup and headings."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    paragraph: list[str] = []
    header: list[str] | None = None
    for raw in [*text.splitlines(), ""]:
        line = _MARKUP.sub("", raw).strip()
        cells = _cells(line)
        item = _LIST_MARK.match(raw)
        if paragraph and (not line or cells or item or line.startswith("#")):
            yield from _split(" ".join(paragraph))
            paragraph = []
        if cells is None:
            header = None if not _RULE.match(line) else header
        if not line or line.startswith("#") or _RULE.match(line):
            continue
        if cells is not None:
            if header is None:
                header = cells
            else:
                yield _row(header, cells)
        else:
            paragraph.append(_LIST_MARK.sub("", line) if item else line)


def _split(paragraph: str) -> Iterator[str]:
    kept = ""
    for part in _SENTENCE_END.split(" ".join(paragraph.split())):
        kept = f"{kept} {part}".strip() if kept else part
        if not _ABBREVIATION.search(kept):
            if kept:
                yield kept
            kept = ""
    if kept:
        yield kept


def _cells(line: str) -> list[str] | None:
    """The cells of a table row; None for any other line."""
    separator = "|" if line.count("|") >= 1 and (line.startswith("|") or " | " in line) else "\t"
    if separator not in line or _RULE.match(line):
        return None
    cells = [" ".join(cell.split()) for cell in line.strip("|").split(separator)]
    return cells if len(cells) > 1 else None


def _row(header: Sequence[str], cells: Sequence[str]) -> str:
    """A table row as a sentence: its first cell, then each other under its heading."""
    if len(header) != len(cells):
        return "; ".join(cell for cell in cells if cell)
    named = [
        f"{head}: {cell}" if head else cell for head, cell in zip(header[1:], cells[1:], strict=True) if cell
    ]
    return f"{cells[0]} – {'; '.join(named)}" if named else cells[0]
