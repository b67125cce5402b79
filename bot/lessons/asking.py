"""What a model is asked of an edit, and what of its answer is proven."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from bot.domain.asking import Asked
from bot.domain.certificates import certificate_spans
from bot.domain.fence import fenced, harmless, new_mark
from bot.domain.numerals import find_numerals
from bot.lessons.sorting import Kind, Lesson
from bot.lessons.subjects import denies
from prompts.model import prompt

_ASKED: tuple[Kind, ...] = ("unsorted", "fact", "policy")
_MOST_CHANGES = 8
_PASSAGE = 500
_SENTENCE, _QUESTION = 400, 160
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9./_+-]*[A-Za-z0-9]")
_CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{2,}(?![a-z])")


@dataclass(frozen=True, slots=True)
class Said:
    """What a model says of one lesson. `sentence` is None unless the person's words prove it."""

    kind: Kind
    sentence: str | None = None
    question: str | None = None


def worth_asking(lessons: Sequence[Lesson]) -> bool:
    return any(each.kind in _ASKED for each in lessons)


def ask_learning(lessons: Sequence[Lesson], language: str, private: tuple[str, ...]) -> Asked:
    """About the lessons that code left open or that become proposals. `language`: the shop's, in words."""
    mark = new_mark()
    told = []
    for number, lesson in _numbered(lessons):
        kind = "not known" if lesson.kind == "unsorted" else lesson.kind
        told.append(
            f"change {number}, kind: {kind}\n"
            + fenced(f"old words {number}", lesson.before[:_PASSAGE] or "(none)", mark)
            + "\n"
            + fenced(f"new words {number}", lesson.after[:_PASSAGE], mark)
        )
    return prompt("learn").ask(
        system={"language": language}, user={"mark": mark, "changes": "\n".join(told)}, private=private
    )


def said_of(lessons: Sequence[Lesson], data: Mapping[str, object] | None) -> dict[int, Said]:
    """Index of a lesson -> what the model says of it and can say: code's kinds stand, and none of the model's
    makes an exception from the price list or lets one go."""
    asked = dict(_numbered(lessons))
    found: dict[int, Said] = {}
    rows = data.get("lessons") if data is not None else None
    for row in rows if isinstance(rows, list) else ():
        number = row.get("change") if isinstance(row, dict) else None
        if not isinstance(number, int):
            continue
        lesson = asked.get(number)
        if lesson is None or row["kind"] not in ("tone", "fact", "policy") or number - 1 in found:
            continue
        kind: Kind = cast("Kind", row["kind"]) if lesson.kind == "unsorted" else lesson.kind
        sentence = _line(row.get("sentence"), _SENTENCE) if kind in ("fact", "policy") else None
        if sentence is not None and not proven(sentence, lesson.after):
            sentence = None
        question = _line(row.get("question"), _QUESTION) if sentence is not None else None
        if question is not None and not proven(question, lesson.after, asking=True):
            question = None
        found[number - 1] = Said(kind, sentence, question)
    return found


def proven(sentence: str, words: str, *, asking: bool = False) -> bool:
    """Whether every figure, code and abbreviation of `sentence` stands in the person's `words`, every figure
    of theirs in it, and both deny or both do not."""
    theirs = [numeral.values for numeral in find_numerals(words)]
    ours = [numeral.values for numeral in find_numerals(sentence)]
    if not all(any(set(each) & set(other) for other in theirs) for each in ours):
        return False
    if not asking and not all(any(set(each) & set(other) for other in ours) for each in theirs):
        return False
    plain = words.casefold()
    codes = [
        code for code in _CODE.findall(sentence) if re.search(r"\d", code) and re.search(r"[A-Za-z]", code)
    ]
    names = [*_CAPITALS.findall(sentence), *(sentence[a:b] for a, b in certificate_spans(sentence))]
    if not all(_stands(name, plain) for name in (*codes, *names)):
        return False
    return asking or denies(sentence) == denies(words)


def _stands(name: str, plain: str) -> bool:
    # "20 kg" may be written "20kg"; the figure itself is compared by its value.
    bare = re.sub(r"^[\d.,]+", "", name.casefold())
    return not bare or bare in plain or name.casefold() in plain


def _numbered(lessons: Sequence[Lesson]) -> list[tuple[int, Lesson]]:
    asked = [(number, each) for number, each in enumerate(lessons, 1) if each.kind in _ASKED]
    return asked[:_MOST_CHANGES]


def _line(value: object, longest: int) -> str | None:
    if not isinstance(value, str):
        return None
    text = " ".join(harmless(value).split())
    return text if 0 < len(text) <= longest and "[…]" not in text else None
