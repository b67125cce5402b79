"""The guided start without anybody to ask: the same answers from a TOML or JSON file, in shop.toml's shape.

list = "prices.xlsx"            # and, optional: freight = "…", documents = ["…"], inquiries = ["…"]
[fill]                          # what holds for all products and is no column of the list
lead_time_days = 15
[columns]
"Model No." = "sku"
[company]                       # [quote], [discount], [payment], [restricted], [[closures]] alike
name = "…"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.domain.errors import SupercargoError
from bot.start import documents, price_list
from bot.start.given import NotAnAnswer
from bot.start.questions import INQUIRIES, QUESTIONS, STEPS, Question
from bot.start.steps import proposed, take

if TYPE_CHECKING:
    from bot.start.held import Held
    from prompts.console import ConsoleWords

_OWN = ("list", "fill", "columns", "freight", "documents", "inquiries", "company.currency", "closures")


def read_answers(path: Path, words: ConsoleWords) -> dict[str, Any]:
    """Key -> answer as it stands. SupercargoError: no such file, no TOML or JSON, a key that is not asked."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        load: Callable[..., Any] = json.loads if path.suffix.casefold() == ".json" else tomllib.loads
        document = load(text, parse_float=Decimal)
        if not isinstance(document, dict):
            raise TypeError("no table")
    except (OSError, ValueError, TypeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        told = words.say("start-answers-unreadable", file=str(path), reason=reason)
        raise SupercargoError(told) from error
    flat: dict[str, Any] = {}
    for key, value in document.items():
        if isinstance(value, Mapping) and key not in ("fill", "columns"):
            flat |= {f"{key}.{name}": each for name, each in value.items()}
        else:
            flat[key] = value
    known = (*_OWN, *QUESTIONS)
    for key in flat:
        if key not in known:
            raise SupercargoError(words.say("start-unknown-answer", key=key, known=", ".join(known)))
    return flat


def answer_all(held: Held, given: Mapping[str, Any], base: Path, words: ConsoleWords) -> None:
    """Every step up to the writing. Paths are relative to `base`. SupercargoError names the key."""
    likely = price_list.likely_list(held.folder)
    file = str(base / given["list"]) if "list" in given else held.answers.get("list.file") or likely
    if file is None:
        raise SupercargoError(words.say("start-no-answer", key="list"))
    _told(words, "list", lambda: price_list.take_file(held, str(file)))
    currency = given.get("company.currency") or held.answers.get("list.currency")
    currency = currency or held.answers["list.likely-currency"]
    _told(words, "company.currency", lambda: price_list.take_currency(held, currency))
    for heading, field in dict(given.get("columns") or {}).items():
        _told(words, "columns", partial(price_list.take_column, held, heading, str(field)))
    for field, value in dict(given.get("fill") or {}).items():
        _told(words, "fill", partial(price_list.take_fill, held, field, value))
    _told(words, "columns", lambda: price_list.accept(held, price_list.seen(held)))
    for step in STEPS:
        for question in step.questions:
            _answer(held, question, given, words)
        if step.questions:
            held.finish(step.name)
    if "documents" in given:
        paths = [str(base / each) for each in given["documents"]]
        _told(words, "documents", lambda: documents.take_documents(held, paths))
    if "freight" in given:
        path = str(base / given["freight"]) if given["freight"] else None
        _told(words, "freight", lambda: documents.take_freight(held, path))
    held.finish("documents")
    if "inquiries" in given:
        texts = [given["inquiries"]] if isinstance(given["inquiries"], str) else list(given["inquiries"])
        held.answer("inquiries", [str(text) for text in texts[:INQUIRIES]])


def _answer(held: Held, question: Question, given: Mapping[str, Any], words: ConsoleWords) -> None:
    answer = given.get(question.key)
    if answer is None:
        answer = proposed(held, question)
    if answer is None and question.needed:
        raise SupercargoError(words.say("start-no-answer", key=question.key))
    _told(words, question.key, lambda: take(held, question, answer))


def _told(words: ConsoleWords, key: str, attempt: Callable[[], object]) -> None:
    try:
        attempt()
    except NotAnAnswer as error:
        raise SupercargoError(f"{key}: {words.say(error.message, **error.values)}") from error
