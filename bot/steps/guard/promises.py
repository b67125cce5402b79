"""Promises in words alone, and what a buyer must never read: costs and margins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.plan import Finding
from bot.steps.guard.sight import Sight
from bot.steps.guard.terms import Readings, declines, hits, sentence, terms

_DIGIT = re.compile(r"\d")


def check_promises(sight: Sight, readings: Readings) -> Iterator[Finding]:
    for hit in hits(readings, terms("promises")):
        if not declines(readings, hit.start, hit.end):
            yield Finding("unsupported_promise", "warn", sight.words(hit.start, hit.end))


def check_complaint(sight: Sight, readings: Readings) -> Iterator[Finding]:
    """To a buyer who complains, a program grants nothing and admits nothing: what a person writes is kept
    without the plan's moves, and is that person's word."""
    for hit in hits(readings, terms("complaints")):
        if not declines(readings, hit.start, hit.end):
            yield Finding("unsupported_promise", "block", sight.words(hit.start, hit.end))


def check_confidential(sight: Sight, readings: Readings) -> Iterator[Finding]:
    """Naming costs is harmless only where the sentence refuses to tell them and holds no figure."""
    for hit in hits(readings, terms("confidential")):
        begin, end = sentence(readings.text, hit.start, hit.end)
        told = _DIGIT.search(readings.text, begin, end) is not None
        if told or not declines(readings, hit.start, hit.end):
            yield Finding("confidential_terms", "block", sight.words(hit.start, hit.end))
