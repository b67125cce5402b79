"""How well open questions are put together, and what it costs: `python -m benchmarks.questions`.

Over `tests/data/unanswered_questions.jsonl`, written by hand for this: questions to three invented shops in
ten languages; those of one `group` ask the same. A pair of questions of one shop is right where both or
neither put them together. Questions come in a random order, one by one and in batches, as the job gets them;
means over 20 orders. Beside it what scikit-learn's agglomerative clustering makes of the same likeness, all
questions at once. Then the looking-up of the team's own answers: one question of each group is an entry, the
others are asked. Last the time of the job beside 100,000 questions, and of looking up among 500 entries.
Thresholds were chosen on these very questions: with a shop's own the figures will be lower.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from statistics import mean
from time import perf_counter
from typing import Any

import numpy as np

from bot.domain.answers import OwnAnswer
from bot.domain.inquiry import TeamSource
from bot.settings import read_settings
from knowledge.encoder import Encoder, open_encoder
from knowledge.glossary import Glossary
from knowledge.questions.answers import ANSWERS, AnswerSearch
from knowledge.questions.goods import without_goods
from knowledge.questions.grouping import ALIKE, Group, grouped
from knowledge.questions.vectors import question_vectors

QUESTIONS = Path(__file__).parents[1] / "tests" / "data" / "unanswered_questions.jsonl"
_ORDERS = 20
_MANY, _GAPS = 100_000, 5_000


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    settings = read_settings({})
    encoder = open_encoder(settings.home, settings.embeddings)
    asked = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    bare = [(without_goods(each["text"], each.get("goods", ())), each["language"]) for each in asked]
    vectors = question_vectors(bare, encoder.encode, Glossary.load())
    groups, languages = {each["group"] for each in asked}, {each["language"] for each in asked}
    print(f"{len(asked)} questions, {len(groups)} groups, {len(languages)} languages")
    for name, batch in (("one by one", 1), ("in batches of 5", 5), ("all at once", len(asked))):
        _told(
            f"put together {name}", [_pairs(asked, _labels(asked, vectors, batch, n)) for n in range(_ORDERS)]
        )
    _told("scikit-learn, average linkage", [_pairs(asked, _sklearn(asked, vectors))])
    same = [_pairs(asked, _labels(asked, vectors, 5, order), across=True) for order in range(_ORDERS)]
    _told("pairs in two languages, batches of 5", same)
    _looked_up(asked, encoder)
    _costs(vectors, encoder)


def _told(name: str, found: Sequence[tuple[float, float]]) -> None:
    print(f"{name}: precision {mean(p for p, _ in found):.2f}, recall {mean(r for _, r in found):.2f}")


def _labels(asked: Sequence[dict[str, Any]], vectors: Any, batch: int, order: int) -> list[Any]:
    labels: list[Any] = [None] * len(asked)
    for shop in {each["shop"] for each in asked}:
        own = [number for number, each in enumerate(asked) if each["shop"] == shop]
        random.Random(order).shuffle(own)
        known: dict[int, Group] = {}
        for at in range(0, len(own), batch):
            part = own[at : at + batch]
            abouts = [asked[number]["about"] for number in part]
            for group in grouped(vectors[part], abouts, list(known.values())):
                kept = group.id if group.id is not None else at * 1000 + group.questions[0] + 1
                for gone in group.took_in:
                    known.pop(gone)
                    labels = [(shop, kept) if each == (shop, gone) else each for each in labels]
                known[kept] = Group(kept, group.total, group.count, group.about)
                for number in group.questions:
                    labels[part[number]] = (shop, kept)
    return labels


def _sklearn(asked: Sequence[dict[str, Any]], vectors: Any) -> list[Any]:
    from sklearn.cluster import AgglomerativeClustering

    labels: list[Any] = [None] * len(asked)
    for shop in {each["shop"] for each in asked}:
        own = [number for number, each in enumerate(asked) if each["shop"] == shop]
        apart = np.clip(1 - vectors[own] @ vectors[own].T, 0, None)
        made = AgglomerativeClustering(
            n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - ALIKE
        ).fit(apart)
        for number, label in zip(own, made.labels_, strict=True):
            labels[number] = (shop, label)
    return labels


def _pairs(
    asked: Sequence[dict[str, Any]], labels: Sequence[Any], *, across: bool = False
) -> tuple[float, float]:
    """(precision, recall) of pairs; `across`: only of those in two languages."""
    right = wrong = missed = 0
    for one, other in combinations(range(len(asked)), 2):
        if asked[one]["shop"] != asked[other]["shop"]:
            continue
        if across and asked[one]["language"] == asked[other]["language"]:
            continue
        same, together = asked[one]["group"] == asked[other]["group"], labels[one] == labels[other]
        right, wrong, missed = (
            right + (same and together),
            wrong + (together and not same),
            missed + (same and not together),
        )
    return right / max(1, right + wrong), right / max(1, right + missed)


def _looked_up(asked: Sequence[dict[str, Any]], encoder: Encoder) -> None:
    """The first English question of each group is an entry; the others of its shop are asked."""
    right = wrong = english = of_english = others = 0
    for shop in {each["shop"] for each in asked}:
        own = [each for each in asked if each["shop"] == shop]
        firsts = {each["group"]: each for each in reversed(own) if each["language"] == "en"}
        entries = [
            OwnAnswer(
                TeamSource(number, 1, "", "", _day()), group, "en", None,
                ((without_goods(each["text"], each.get("goods", ())), "en"),),
            )
            for number, (group, each) in enumerate(firsts.items())
        ]  # fmt: skip
        search = AnswerSearch(entries, {}, {}, encoder.encode)
        for each in own:
            if each is firsts[each["group"]]:
                continue
            best = search.best([each["text"]], each["language"], (), each.get("goods", ()))
            told = next((found.text for found in best.values()), None)
            others += 1
            of_english += each["language"] == "en"
            right += told == each["group"]
            english += told == each["group"] and each["language"] == "en"
            wrong += told is not None and told != each["group"]
    print(
        f"looked up (from {ANSWERS}): {right} of {others} found ({english} of {of_english} in English), "
        f"{wrong} answered wrongly"
    )


def _day() -> Any:
    from datetime import date

    return date(2026, 11, 23)


def _costs(vectors: Any, encoder: Encoder) -> None:
    size = vectors.shape[1]
    drawn = np.random.default_rng(1).normal(size=(_GAPS, size)).astype(np.float32)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    each = _MANY // _GAPS
    known = [Group(number + 1, row * each, each) for number, row in enumerate(drawn)]
    for new in (1, 20, 200):
        began = perf_counter()
        grouped(np.resize(vectors, (new, size)), [None] * new, known)
        print(f"{new} new beside {_MANY:,} in {_GAPS:,} gaps: {1000 * (perf_counter() - began):.0f} ms")
    words = [f"Does part {number} of the {name} fit?" for number in range(50) for name in "abcdefghij"]
    answers = [
        OwnAnswer(TeamSource(number, 1, "", "", _day()), "Yes.", "en", None, ((way, "en"),))
        for number, way in enumerate(words)
    ]
    began = perf_counter()
    made: dict[tuple[str, str], Any] = {}
    search = AnswerSearch(answers, {}, {}, encoder.encode, made)
    print(f"{len(answers)} entries read in: {1000 * (perf_counter() - began):.0f} ms")
    began = perf_counter()
    AnswerSearch(answers, {}, {}, encoder.encode, made)
    print(f"the same after a change of one: {1000 * (perf_counter() - began):.0f} ms")
    began = perf_counter()
    for _ in range(100):
        search.best(["Is the casing made of recycled plastic?"], "en", ())
    print(f"one looked up among them: {10 * (perf_counter() - began):.1f} ms")


if __name__ == "__main__":
    main()
