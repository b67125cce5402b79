"""A policy question: is the labelled document among the passages found, and do they hold the answer?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.evaluation.figures import unmarked
from bot.evaluation.marks import Mark, Scores

PASSAGES = 3
"""So many passages, best first, are looked at."""


def score_question(
    line_id: str,
    question: str,
    expect: Mapping[str, Any],
    passages: Sequence[tuple[str, str]],
    language: str,
) -> Scores:
    """`passages` are (source, text), best first; `expect` has `source` and perhaps `answer_contains`.

    The first document counts once more under the question's `language`: English, or any other.
    """
    looked = list(passages[:PASSAGES])
    files = [source.partition("#")[0] for source, _ in looked]
    wanted = str(expect["source"]).partition("#")[0]
    group = "English" if language == "en" else "other languages"
    marks = [
        Mark(field, right, line_id, wanted, files, question)
        for field, right in (
            ("policy.first_3", wanted in files),
            ("policy.first", files[:1] == [wanted]),
            (f"policy.first_3 ({group})", wanted in files),
            (f"policy.first ({group})", files[:1] == [wanted]),
        )
    ]
    texts = [unmarked(text) for _, text in looked]
    for answer in expect.get("answer_contains") or []:
        found = any(unmarked(answer) in text for text in texts)
        marks.append(Mark("policy.answer_contains", found, line_id, answer, files, question))
    return Scores(tuple(marks))
