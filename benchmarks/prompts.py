"""How large the questions to a language model are, over a labelled set. Nothing is sent anywhere.

    python -m benchmarks.prompts [--shop DIR] [--inquiries FILE]

Every inquiry goes through the pipeline with a model that notes down what it is asked and words each reply
wrongly once, so that the mending is seen too; two earlier replies stand in each question to word one, as in a
team at work. Prints median, p95 and the largest per purpose, of writing and reading together (limits: median
1,800, p95 3,000), and how many calls a draft takes.

Tokens: of tiktoken's o200k_base where its table is on this machine (TIKTOKEN_CACHE_DIR), else an estimate by
script that is meant to err upwards (see `estimated`); the first line says which.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import unicodedata
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bot.app import make_assistant, open_assistant
from bot.desk.examples import nameless
from bot.domain.asking import Asked, ModelTrouble, Told
from bot.settings import read_settings, sample_shop
from bot.wire import read_inquiry, read_line

_POINT = re.compile(r"^(P\d+) \(", re.MULTILINE)
_PER_MESSAGE = 12
"""Tokens around the two messages of a question."""
_PER_TOKEN = {"ascii": 3.6, "latin": 2.4, "alphabetic": 2.0, "signs": 1.0}
"""Characters of one token. English prose has 4.5 with o200k_base, prose with codes and braces 3.7; accented
Latin letters cut words up; Cyrillic, Arabic and Devanagari have 2.5 to 3.5; Chinese and Japanese 1.2 to
1.5."""


class NotingModel:
    """Keeps the questions. Reads nothing, words wrongly, and has no second answer."""

    name = "none:noting"

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def ask(self, asked: Asked) -> Told:
        self.asked.append(asked)
        if asked.purpose != "write":
            raise ModelTrouble("empty", "only sizes are wanted")
        parts = [{"points": [point], "text": "For 1 you: " * 8} for point in _POINT.findall(asked.user)]
        data = {"parts": parts}
        return Told(json.dumps(data), data, self.name, 0, 0, 0, None, 0.0)


def estimated(text: str) -> float:
    """Tokens of `text` by the script of its characters."""
    tokens = 0.0
    for char in text:
        if char.isascii():
            tokens += 1 / _PER_TOKEN["ascii"]
        elif "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" or "\uff00" <= char <= "\uffef":
            tokens += 1 / _PER_TOKEN["signs"]
        elif unicodedata.name(char, "").startswith("LATIN"):
            tokens += 1 / _PER_TOKEN["latin"]
        else:
            tokens += 1 / _PER_TOKEN["alphabetic"]
    return tokens


def counter() -> tuple[str, Callable[[str], float]]:
    """(name, tokens of a text). tiktoken would fetch its table; it is asked only where it need not."""
    if os.environ.get("TIKTOKEN_CACHE_DIR"):
        import tiktoken

        encoding = tiktoken.get_encoding("o200k_base")
        return "tiktoken o200k_base", lambda text: float(len(encoding.encode(text, disallowed_special=())))
    return "estimated by script", estimated


def size(asked: Asked, tokens: Callable[[str], float]) -> float:
    """Tokens of a whole question: both messages and the schema of the answer."""
    schema = json.dumps(asked.schema, ensure_ascii=False) if asked.schema is not None else ""
    return _PER_MESSAGE + tokens(asked.system) + tokens(asked.user) + tokens(schema)


def row(name: str, sizes: Sequence[float]) -> str:
    ranked = sorted(sizes)
    p95 = ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))]
    return f"{name:20}{len(ranked):7}{median(ranked):9.0f}{p95:9.0f}{ranked[-1]:9.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shop", type=Path, default=sample_shop())
    parser.add_argument(
        "--inquiries", type=Path, default=None, help="JSON Lines; default: the shop's inquiries.jsonl"
    )
    given = parser.parse_args()
    path = given.inquiries or given.shop / "inquiries.jsonl"
    lines = [read_line(raw) for raw in path.read_bytes().splitlines()]
    inquiries = [
        read_inquiry(line, datetime.now(UTC))
        for line in lines
        if line is not None and "messages" in line.keys
    ]
    model = NotingModel()
    earlier: deque[str] = deque(maxlen=2)
    with open_assistant(read_settings(), given.shop) as (app, _report):
        products = app.products
        assistant = make_assistant(app.shop, products.matcher, app.policies, model, products.nearest)
        for inquiry in inquiries:
            answer = assistant.answer(inquiry, examples=lambda *_: tuple(earlier))
            if answer.draft.text:
                earlier.append(nameless(answer.draft.text, (inquiry.buyer.name, inquiry.buyer.company)))
    name, tokens = counter()
    sizes: dict[str, list[float]] = {}
    for asked in model.asked:
        sizes.setdefault(asked.purpose, []).append(size(asked, tokens))
    usual = [each for purpose in ("extract", "write") for each in sizes.get(purpose, [])]
    print(f"{len(inquiries)} inquiries, shop {given.shop.name}; tokens: {name}")
    print(f"{'':20}{'calls':>7}{'median':>9}{'p95':>9}{'largest':>9}")
    for purpose, found in sizes.items():
        print(row(purpose, found))
    print(row("reading and writing", usual), "  (limits: median 1800, p95 3000)")
    print(f"calls for a draft, mending apart: {len(usual) / len(inquiries):.2f} on average, 2 at most")


if __name__ == "__main__":
    main()
