"""Edits with the kinds that a person gave them, and how code alone sorts them.

Every edit is of a reply whose plan holds the same few facts: `PLAN`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from bot.domain.plan import AllowedFacts, Amount, ReplyPlan
from bot.lessons import Lesson, changed_passages, lessons_of

_DATA = Path(__file__).parent.parent / "data"
PLAN = ReplyPlan(
    "en",
    True,
    (),
    AllowedFacts(
        amounts=frozenset({Amount(Decimal("3.20"), "USD"), Amount(Decimal("1600.00"), "USD")}),
        numbers=frozenset(map(Decimal, (500, 300, 12, 14))),
        percentages=frozenset({Decimal(30)}),
        certificates=frozenset({"CE", "RoHS"}),
        incoterms=frozenset({"FOB"}),
        payment_methods=frozenset({"card", "bank transfer to the platform account"}),
    ),
    known_certificates=frozenset({"CE", "RoHS"}),
)


@dataclass(frozen=True, slots=True)
class Edit:
    id: str
    language: str
    shop: str
    before: str
    after: str
    kinds: tuple[str, ...]


@lru_cache
def edits(name: str) -> tuple[Edit, ...]:
    """Those of `tests/data/NAME.jsonl`."""
    lines = (_DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(Edit(**{**row, "kinds": tuple(row["kinds"])}) for row in map(json.loads, lines))


def sorted_by_code(edit: Edit) -> tuple[Lesson, ...]:
    plan = replace(PLAN, language=edit.language)
    return lessons_of(changed_passages(edit.before, edit.after), plan, edit.before)


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind: how many are labelled, found, and found rightly; `left` went to a person instead."""

    labelled: int
    found: int
    right: int
    left: int

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0


def scores(wanted: Iterable[Edit]) -> dict[str, Score]:
    labelled, found, right, left = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for edit in wanted:
        kinds = {lesson.kind for lesson in sorted_by_code(edit)}
        labelled.update(edit.kinds)
        found.update(kinds)
        right.update(kinds & set(edit.kinds))
        if "unsorted" in kinds:
            left.update(set(edit.kinds) - kinds)
    return {
        kind: Score(labelled[kind], found[kind], right[kind], left[kind])
        for kind in ("price_exception", "fact", "policy", "tone")
    }


def main() -> None:
    for name in sys.argv[1:]:
        for edit in edits(name):
            kinds = sorted({lesson.kind for lesson in sorted_by_code(edit)})
            if tuple(kinds) != edit.kinds:
                print(edit.id, "is", edit.kinds, "sorted", kinds, edit.after[-90:])  # noqa: T201
        for kind, score in scores(edits(name)).items():
            print(name, kind, score, f"P {score.precision:.2f} R {score.recall:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
