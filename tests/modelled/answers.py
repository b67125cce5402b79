"""What a scripted model answers to a question to word a reply: well, or wrongly in a way that has a name.

Each takes the user message as it was sent over HTTP and gives the content of the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

Answer = Callable[[str], str]
_POINT = re.compile(r"^(P\d+) \(([^\n]*?)\): (.*)$", re.MULTILINE)
NOTHING_READ = json.dumps(
    {
        "intents": [], "risks": [], "items": [], "incoterm": None, "destination": None, "destination_words": None,
        "target_price": None, "target_currency": None, "deadline": None, "deadline_words": None,
        "language": "en", "customization": [], "order_number": None, "questions": [],
    }
)  # fmt: skip


def points_of(user: str) -> list[tuple[str, str]]:
    """(id, what it says) of every point in a question."""
    return [(point, says) for point, _, says in _POINT.findall(user)]


def parts(user: str, *more: str, instead: Mapping[str, str] | None = None) -> str:
    """The points as the templates say them, with `more` behind the last, or some of them said otherwise."""
    told = [{"points": [point], "text": (instead or {}).get(point, says)} for point, says in points_of(user)]
    if more:
        told[-1]["text"] = f"{told[-1]['text']} {' '.join(more)}"
    return json.dumps({"parts": told}, ensure_ascii=False)


def well(user: str) -> str:
    return parts(user)


def adding(*words: str) -> Answer:
    return lambda user: parts(user, *words)


def in_another_language(user: str) -> str:
    return parts(
        user,
        "Vielen Dank für Ihre Anfrage, wir freuen uns sehr und melden uns bei Ihnen, wenn Sie noch weitere Fragen"
        " zu der Lieferung oder zu den Waren haben, die wir für Sie und mit Ihnen machen.",
    )


def broken(user: str) -> str:
    return parts(user)[:-20]
