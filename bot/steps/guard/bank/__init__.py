"""Bank details, wallets and payment handles: never in a reply, whatever the plan holds.

Three ways to know one: by its own checksum (`proven`), by the words around it (`labelled`), by the app that
is paid with it (`handles`). Numbers of orders, parcels, articles and telephones have words of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.plan import Finding
from bot.steps.guard.bank.handles import handles, plain_handles
from bot.steps.guard.bank.labelled import codes_in, labelled, labels, nearest_label
from bot.steps.guard.bank.proven import checked_digits, proven
from bot.steps.guard.bank.runs import Run, runs, with_digits
from bot.steps.guard.sight import Sight
from bot.steps.guard.terms import read

__all__ = ["check_bank"]

_ENOUGH = 100
"""Findings after which one text needs no more of them."""


def check_bank(sight: Sight) -> tuple[list[Finding], list[tuple[int, int]]]:
    """The findings, and the places that are settled by them."""
    found: list[Finding] = []
    spans: list[tuple[int, int]] = []
    for start, end in _places(sight.text):
        if any(start < stop and begin < end for begin, stop in spans):
            continue
        if len(found) == _ENOUGH:
            break
        spans.append((start, end))
        found.append(Finding("bank_details", "block", sight.words(start, end)))
    return found, spans


def _places(seen: str) -> Iterator[tuple[int, int]]:
    text = with_digits(seen)
    yield from proven(seen)
    if text != seen:
        yield from proven(text)
    yield from plain_handles(text)
    numbers = runs(text)
    if "@" not in text and "$" not in text and not codes_in(text) and all(map(_harmless, numbers)):
        return  # most texts end here: the words of banking are looked up where a number could be one
    readings = read(text)
    known = labels(readings)
    for start, end in checked_digits(text):
        label = nearest_label(text, start, known)
        if label is None or label.kind != "other_number":
            yield start, end
    yield from handles(text, readings.lowered, known)
    yield from labelled(text, numbers, known)


def _harmless(run: Run) -> bool:
    return run.date or (run.amount and run.pointed)
