"""`supercargo search`: what retrieval finds for a question."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.drafting import answer_lines
from bot.cli.opening import opened
from bot.wire import Line, read_question

if TYPE_CHECKING:
    from bot.settings import Settings

_RESULTS = 10


def run(settings: Settings, shop: Path, kind: str) -> int:
    """Exit code 1 where a line could not be used."""
    with opened(settings, shop) as app:

        def respond(line: Line) -> Mapping[str, Any]:
            question = read_question(line)
            if kind == "product":
                language, found = app.search_products(question, _RESULTS)
                results = [{"sku": sku, "text": text, "score": score} for sku, text, score in found]
            else:
                language, passages = app.search_policies(question, _RESULTS)
                results = [
                    {"source": passage.source, "text": passage.text, "score": round(passage.score, 4)}
                    for passage in passages
                ]
            return {"id": line.id, "language": language, "results": results}

        return answer_lines(respond)
