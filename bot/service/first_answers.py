"""Inquiries that buyers once sent, answered from a shop folder: for a look, nothing is stored or sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.app import ingest_shop, open_assistant
from bot.domain.inquiry import Buyer, Inquiry, Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.facts import Shop
    from bot.pipeline import Answer
    from bot.settings import Settings
    from knowledge.ingest import IngestReport


def answered(settings: Settings, folder: Path, texts: Sequence[str]) -> tuple[Shop, list[Answer]]:
    """The shop as loaded and an answer for each text, as if it came in now. SupercargoError."""
    now = datetime.now(UTC)
    with open_assistant(settings, folder) as (app, _):
        inquiries = [
            Inquiry(f"past-{number}", (Message("buyer", text),), now, Buyer())
            for number, text in enumerate(texts, 1)
        ]
        return app.shop, [app.assistant.answer(inquiry) for inquiry in inquiries]


def answered_apart(
    settings: Settings, folder: Path, texts: Sequence[str], progress: Callable[[str, int, int], None]
) -> list[dict[str, Any]]:
    """The answers as `supercargo draft` writes them, for a process of its own."""
    from bot.wire import answer_to_json

    progress("answer", 0, len(texts))
    _, answers = answered(settings, folder, texts)
    return [answer_to_json(answer, number) for number, answer in enumerate(answers, 1)]


def loaded_apart(settings: Settings, folder: Path, progress: Callable[[str, int, int], None]) -> IngestReport:
    """The report of loading `folder`, for a process of its own."""
    return ingest_shop(settings, folder, progress)
