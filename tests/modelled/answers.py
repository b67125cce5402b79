"""What a scripted model answers to a question to word a reply: well, or wrongly in a way that has a name.

Each takes the user message as it was sent over HTTP and gives the content of the answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

Answer = Callable[[str], str]
_POINT = re.compile(r"^(P\d+) \(([^\n]*?)\): (.*)$", re.MULTILINE)
_UNKNOWN = (
    "incoterm", "destination", "destination_words", "target_price", "target_currency", "deadline",
    "deadline_words", "order_number",
)  # fmt: skip
_NONE = ("intents", "risks", "items", "customization", "questions")
NOTHING_READ = json.dumps({"language": "en"} | dict.fromkeys(_UNKNOWN) | {name: [] for name in _NONE})
"""A reading that adds nothing."""


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
        "Vielen Dank für Ihre Anfrage, wir freuen uns sehr und melden uns bei Ihnen, wenn Sie noch weitere"
        " Fragen zu der Lieferung oder zu den Waren haben, die wir für Sie und mit Ihnen machen.",
    )


def broken(user: str) -> str:
    return parts(user)[:-20]


def empty(user: str) -> str:
    return parts(user, instead={point: "" for point, _ in points_of(user)})


def leaving_out_the_last_point(user: str) -> str:
    told = json.loads(parts(user))
    return json.dumps({"parts": told["parts"][:-1]})


def with_figures_of_its_own(user: str) -> str:
    """Every token replaced by a figure that the model made up."""
    return re.sub(r"\{\{[A-Z]\d+\}\}", "USD 9,999.00", parts(user))
