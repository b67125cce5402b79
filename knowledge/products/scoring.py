"""How much of a buyer's words each item holds: the index of terms, weighed by how few items share them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain.products import Feature
from knowledge.products.profile import NAME, Profile, Term, document_frequency, parts_of, term
from knowledge.products.terms import stem

_KIND = {"code": 3.0, "spec": 1.6, "product": 1.6, "attribute": 1.2, "word": 1.0}
_NUMBER, _BIGRAM = 0.9, 0.45
_CONTRADICTED = 1.3
"""A wrong figure or colour costs more than a right one earns: 64 GB is no near miss for 32 GB."""
_STRANGE = 2.5
"""What goods weigh that the catalogue does not have."""
_USAGE = 0.4
"""What goods are for ("a stylus for tablets") counts less than what they are."""
FIRM = 0.65
"""Share of a feature from which an item is said to have it: a description alone does not reach it."""


@dataclass(slots=True)
class Scores:
    """Per item (by its place in the catalogue) how much of the words it holds.

    `loose` counts everything where it stands; `firm` counts what names, figures and qualities hold, in full.
    `known` is the weight of all words that the catalogue knows, `strange` that of goods it does not."""

    loose: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    firm: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    known: float = 0.0
    strange: float = 0.0


def _head_terms(goods: Feature) -> set[Term]:
    heads = {term(goods), ("word", "", stem(goods.value, "en"))}
    split = parts_of(goods.value)
    if split is not None:
        heads |= {split[0], ("word", "", stem(split[0][2], "en"))}
    return heads


class TermIndex:
    """The terms of all items of one catalogue. Never changes."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        frequency = document_frequency(profiles)
        total = len(profiles)
        self.idf = {one: math.log(1 + total / count) for one, count in frequency.items()}
        self._codes = tuple(one for one in frequency if one[0] == "code")
        self._postings: defaultdict[Term, list[tuple[int, float]]] = defaultdict(list)
        for n, profile in enumerate(profiles):
            for one, weight in profile.terms.items():
                self._postings[one].append((n, weight))
        self.quality_keys: defaultdict[Term, Counter[str]] = defaultdict(Counter)
        for profile in profiles:
            for key, values in profile.qualities.items():
                for value in values:
                    self.quality_keys[value][key] += 1
        self._against: dict[Term, tuple[tuple[int, float], ...]] = {}

    def sells(self, feature: Feature) -> bool:
        """Whether an item's name, figures or qualities hold the feature."""
        return any(held >= FIRM for one, _ in self.readings(feature) for _, held in self._postings[one])

    def holds(self, n: int, feature: Feature) -> bool:
        """The same of the n-th item."""
        terms = self._profiles[n].terms
        return any(terms.get(one, 0.0) >= FIRM for one, _ in self.readings(feature))

    def sells_head(self, goods: Feature) -> bool:
        """Whether an item is of these goods, not only about them: a bottle is no bottle opener."""
        return any(held >= FIRM for one in _head_terms(goods) for _, held in self._postings.get(one, ()))

    def holds_head(self, n: int, goods: Feature) -> bool:
        """Whether the n-th item is of these goods, not only about them: a bath mat is no towel."""
        terms = self._profiles[n].terms
        if any(terms.get(one, 0.0) >= FIRM for one in (term(goods), ("word", "", stem(goods.value, "en")))):
            return True
        split = parts_of(goods.value)
        if split is None or not any(one in self.idf for one in split[1]):
            # A shower curtain is no curtain that one who never says "shower" sells.
            return False
        return any(terms.get(one, 0.0) >= FIRM for one in _head_terms(goods))

    def readings(self, feature: Feature) -> list[tuple[Term, float]]:
        """The term itself where the catalogue has it, else what it is made of."""
        one = term(feature)
        if one in self.idf:
            return [(one, 1.0)]
        if feature.kind in ("product", "attribute"):
            split = parts_of(feature.value)
            pieces: list[tuple[Term, float]] = []
            if split is None:
                pieces = [(("word", "", stem(feature.value, "en")), 0.8)]
            else:
                head, modifiers = split
                if feature.kind == "product":
                    pieces.append((head, 0.8))
                else:
                    pieces.append((("word", "", stem(head[2], "en")), 0.5))
                pieces += [(m, 0.5) for m in modifiers]
            return [(piece, share) for piece, share in pieces if piece in self.idf]
        if feature.kind == "code" and len(feature.value) > 2:
            # "s25" against "galaxy s25 ultra", "nrf24" against "NRF24L01+".
            return [(t, 0.9) for t in self._codes if t[2].startswith(feature.value)][:20]
        return []

    def _weight(self, one: Term) -> float:
        weight = _KIND[one[0]]
        if one[0] == "word":
            weight = {"number": _NUMBER, "cjk": _BIGRAM}.get(one[1], weight)
        return weight * self.idf[one]

    def scores(self, features: Sequence[Feature], pool: frozenset[int] | None) -> Scores:
        result = Scores()
        seen: set[Term] = set()
        for feature in features:
            readings = [(one, share) for one, share in self.readings(feature) if one not in seen]
            seen.update(one for one, _ in readings)
            if not readings:
                if feature.kind == "product" and not feature.negated and not self.readings(feature):
                    result.strange += _STRANGE
                continue
            top, held = self._held(feature, readings)
            if feature.negated:
                for n, share in held.items():
                    result.loose[n] -= top * share
                    result.firm[n] -= top * share
                continue
            result.known += top
            for n, share in held.items():
                result.loose[n] += top * share
                if not feature.usage and share >= FIRM:
                    result.firm[n] += top
            for n, share in self._contradicting(feature):
                result.loose[n] -= top * _CONTRADICTED * share
                result.firm[n] -= top * _CONTRADICTED * share
        if pool is not None:
            result.loose = defaultdict(float, {n: result.loose[n] for n in pool})
        return result

    def _held(self, feature: Feature, readings: list[tuple[Term, float]]) -> tuple[float, dict[int, float]]:
        """(what the feature weighs, per item which share of it the item holds)."""
        summed = feature.kind in ("product", "attribute")
        top = 0.0
        points: defaultdict[int, float] = defaultdict(float)
        for one, share in readings:
            weight = self._weight(one) * share * (_USAGE if feature.usage else 1.0)
            top = top + weight if summed else max(top, weight)
            for n, held in self._postings[one]:
                points[n] = points[n] + weight * held if summed else max(points[n], weight * held)
        return top, {n: value / top for n, value in points.items()}

    def _contradicting(self, feature: Feature) -> tuple[tuple[int, float], ...]:
        """Items that say something else about the same thing (another capacity, another colour), and how
        much it counts: less where they say this too, but of something else (a silver pen with black ink)."""
        one = term(feature)
        known = self._against.get(one)
        if known is None:
            known = self._against[one] = tuple(
                self._other_figures(feature)
                if feature.kind == "spec"
                else self._other_qualities(feature, one)
            )
        return known

    def _other_figures(self, feature: Feature) -> list[tuple[int, float]]:
        return [
            (n, 1.0) for n, p in enumerate(self._profiles)
            if feature.key in p.figures
            and feature.value not in p.figures[feature.key]
            and feature.value not in p.also.get(feature.key, ())
        ]  # fmt: skip

    def _other_qualities(self, feature: Feature, one: Term) -> list[tuple[int, float]]:
        keys = self.quality_keys.get(one)
        if feature.kind not in ("attribute", "word", "code") or not keys or feature.key == "number":
            return []
        most = max(keys.values())
        usual = [key for key, count in keys.items() if count == most]
        return [
            (n, 0.8 if one in p.terms else 1.0) for n, p in enumerate(self._profiles)
            if any(k in p.qualities and one not in p.qualities[k] and len(p.qualities[k]) <= 3 for k in usual)
            and p.terms.get(one, 0.0) < NAME
        ]  # fmt: skip
