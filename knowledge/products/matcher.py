"""Which SKUs a buyer's words fit: every figure, code, concept and word weighed by how well it tells items
apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.facts import CatalogItem
from bot.domain.fold import fold
from bot.domain.ports import TradeWords
from bot.domain.products import PIECES, PIECES_MAYBE, Feature, Resolution
from knowledge.products.aliases import aliases_of, says_alias
from knowledge.products.profile import NAME, Term, build_profiles, document_frequency, parts_of, term
from knowledge.products.terms import SIZE_LETTER, read_terms, stem

_KIND = {"code": 3.0, "spec": 1.6, "product": 1.6, "attribute": 1.2, "word": 1.0}
_NUMBER, _BIGRAM = 0.9, 0.45
_CONTRADICTED = 1.3
"""A wrong figure or colour costs more than a right one earns: 64 GB is no near miss for 32 GB."""
_TIE, _FAMILY_TIE = 0.04, 0.05
"""Items this near the best (as a share of all words' weight) fit equally; near-duplicates need more to be
told apart.
"""
_FIRM = 0.65
"""Share of a feature from which an item is said to have it: a description alone does not reach it."""
_CARRIED = 0.6
"""Coverage from which an item fits although it is not of the goods named."""
_USAGE = 0.4
"""What goods are for ("a stylus for tablets") counts less than what they are."""
_FITS = 0.34
"""Least share of the words (by weight) that an item must explain."""
_SIZE_WORDS = {"small": "s", "medium": "m", "medium size": "m", "large": "l", "big": "l", "extra large": "xl"}
_MOST_ALTERNATIVES = 8
_REMEMBERED = 256
"""Texts whose features are kept: one message is read several times while it is understood."""

Dense = Callable[[str], Sequence[tuple[str, float]]]
"""English words -> (sku, cosine), best first."""


@dataclass(slots=True)
class _Scores:
    """Per item (by its place in the catalogue) how much of the words it holds.

    `loose` counts everything where it stands; `firm` counts what names, figures and qualities hold, in full.
    `known` is the weight of all words that the catalogue knows, `strange` that of goods it does not."""

    loose: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    firm: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    known: float = 0.0
    strange: float = 0.0


class CatalogMatcher:
    """A `ProductFinder` over one shop's catalogue. Built once a shop version, about 1 ms an item."""

    def __init__(
        self, items: Sequence[CatalogItem], glossary: TradeWords, dense: Dense | None = None
    ) -> None:
        self._glossary = glossary
        self._read: dict[tuple[str, str], tuple[Feature, ...]] = {}
        self._dense = dense
        self._profiles = build_profiles(items, glossary)
        self._skus = frozenset(fold(item.sku).text for item in items)
        self._aliases = tuple(aliases_of(item) for item in items)
        self._by_sku = {p.item.sku: n for n, p in enumerate(self._profiles)}
        frequency = document_frequency(self._profiles)
        total = len(self._profiles)
        self._idf = {one: math.log(1 + total / count) for one, count in frequency.items()}
        self._postings: defaultdict[Term, list[tuple[int, float]]] = defaultdict(list)
        for n, profile in enumerate(self._profiles):
            for one, weight in profile.terms.items():
                self._postings[one].append((n, weight))
        self._numbers = frozenset(one[2] for one in frequency if one[0] == "word" and one[1] == "number")
        self._quality_keys: defaultdict[Term, Counter[str]] = defaultdict(Counter)
        for profile in self._profiles:
            for key, values in profile.qualities.items():
                for value in values:
                    self._quality_keys[value][key] += 1
        self._vocabulary = frozenset(one[2] for one in frequency if one[0] == "word")
        self._pairs = frozenset(_named_numbers(items))
        self._counted = frozenset(_counted_words(items))
        self._storage = frozenset(v for p in self._profiles for v in p.figures.get("storage", ()))
        self._pieces = frozenset(v for p in self._profiles for v in p.figures.get(PIECES, ()))
        self._letters = frozenset(v for p in self._profiles for v in p.figures.get(SIZE_LETTER, ()))
        self._masses = frozenset(v for p in self._profiles for v in p.figures.get("mass", ()))

    def is_figure(self, number: str, before: str) -> bool:
        return (fold(before).text, number) in self._pairs if before else number in self._numbers

    def named_with(self, number: str, behind: str) -> bool:
        return (number, stem(fold(behind).text, "en")) in self._counted

    def rivals(self, one: Feature, other: Feature) -> bool:
        if one.kind == "spec" or other.kind == "spec":
            return one.kind == other.kind and one.key == other.key
        if "product" in (one.kind, other.kind):
            return False
        shared = set(self._quality_keys.get(term(one), ())) & set(self._quality_keys.get(term(other), ()))
        return bool(shared) and not any(
            term(one) in p.terms and term(other) in p.terms for p in self._profiles
        )

    def variant(self, sku: str, features: Sequence[Feature]) -> Resolution:
        own = self._profiles[self._by_sku[sku]]
        wanted = [term(f) for f in features if not f.negated and term(f) in self._idf]
        if not wanted or all(one in own.terms for one in wanted):
            return Resolution(sku, (), 1.0)
        family = [p for p in self._profiles if p.family == own.family and p is not own]
        fitting = [p for p in family if all(one in p.terms for one in wanted)]
        if not fitting:
            return Resolution(None, (), 0.0)
        common = {p.item.sku: sum(self._idf[t] for t in p.terms if t in own.terms) for p in fitting}
        best = max(common.values())
        nearest = [s for s, value in common.items() if value >= best - 1e-9]
        return Resolution(nearest[0] if len(nearest) == 1 else None, tuple(nearest[1:]), 1.0)

    def features(self, text: str, language: str) -> tuple[Feature, ...]:
        known = self._read.get((text, language))
        if known is None:
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            known = self._read[text, language] = self._features(text, language)
        return known

    def _features(self, text: str, language: str) -> tuple[Feature, ...]:
        found = read_terms(text, language, self._glossary, self._skus, vocabulary=self._vocabulary)
        said = {(f.start, f.end) for f in found if f.kind == "product" and self.knows(f)}
        # A word is heard beside its concept only where the catalogue has the word and not the concept.
        heard = [f for f in found if f.kind != "word" or (f.start, f.end) not in said]
        marked = (self._letter_size(self._gigabytes(f)) for f in _usages(text, heard))
        return tuple(
            f for f in marked
            if f.kind != "spec"
            or ((f.key not in (PIECES, PIECES_MAYBE) or f.value in self._pieces)
            and (f.key != SIZE_LETTER or f.value in self._letters))
        )  # fmt: skip

    def _letter_size(self, feature: Feature) -> Feature:
        """ "Large" is size L where the catalogue sizes by letters."""
        letter = _SIZE_WORDS.get(feature.value) if feature.kind == "attribute" else None
        if letter is None or letter not in self._letters:
            return feature
        return replace(feature, kind="spec", key=SIZE_LETTER, value=letter)

    def _gigabytes(self, feature: Feature) -> Feature:
        # "64G" of a flash drive reads as grams.
        if feature.kind == "spec" and feature.key == "mass" and feature.value in self._storage - self._masses:
            return replace(feature, key="storage")
        return feature

    def knows(self, feature: Feature) -> bool:
        """Whether the catalogue holds this term, or the head of this concept, at all."""
        return bool(self._readings(feature))

    def sells(self, feature: Feature) -> bool:
        return any(held >= _FIRM for one, _ in self._readings(feature) for _, held in self._postings[one])

    def resolve(self, features: Sequence[Feature], among: frozenset[str] | None = None) -> Resolution:
        wanted = [f for f in features if not f.negated]
        exact = {f.value for f in wanted if f.kind == "code" and f.key == "sku"}
        if exact:
            named = [p.item.sku for p in self._profiles if fold(p.item.sku).text in exact]
            if len(named) == 1:
                return Resolution(named[0], self._siblings(named[0]), 1.0)
            return Resolution(None, tuple(named[:_MOST_ALTERNATIVES]), 1.0)
        pool = None if among is None else frozenset(self._by_sku[s] for s in among if s in self._by_sku)
        found = self._scores(features, pool)
        known = found.known
        if not found.loose or known <= 0:
            return self._by_meaning(wanted, pool)
        ranked = sorted(found.loose.items(), key=lambda pair: (-pair[1], pair[0]))
        coverage = ranked[0][1] / (known + found.strange)
        if coverage < _FITS:
            return (
                self._by_meaning(wanted, pool) if pool is None else Resolution(None, (), max(0.0, coverage))
            )
        if not self._grounded(ranked[0][0], wanted, coverage):
            near = [self._profiles[n].item.sku for n, score in ranked[:4] if score > 0]
            return Resolution(None, tuple(near) if self._names_goods(wanted) else (), coverage)
        tie = self._by_alias(self._tied(ranked, found), wanted)
        skus = [self._profiles[n].item.sku for n in tie]
        if len(skus) == 1:
            near = [self._profiles[n].item.sku for n, score in ranked[1:] if score >= 0.6 * ranked[0][1]]
            return Resolution(skus[0], tuple(near[:3]), coverage)
        return Resolution(None, tuple(skus[:_MOST_ALTERNATIVES]), coverage)

    def _names_goods(self, wanted: Sequence[Feature]) -> bool:
        """Whether the goods named are goods of this catalogue."""
        return any(f.kind == "product" and self.sells(f) for f in wanted)

    def _grounded(self, n: int, wanted: Sequence[Feature], coverage: float) -> bool:
        """Whether the best item may be settled on at all: it is of the goods named, or enough else speaks
        for it.
        "Large pet beds" are no large gloves, and fishing rods no cat wands."""
        goods = [f for f in wanted if f.kind == "product" and not f.usage]
        terms = self._profiles[n].terms
        held = [f for f in wanted if any(terms.get(one, 0.0) >= _FIRM for one, _ in self._readings(f))]
        if any(f.kind == "code" or f in goods for f in held) or says_alias(self._aliases[n], wanted):
            return True
        telling = {
            f.value for f in held if f.key not in ("number", SIZE_LETTER) and f.value not in _SIZE_WORDS
        }
        if goods:
            return len(telling) >= 2 and coverage >= _CARRIED
        return len(telling) >= 2 or any(f.kind in ("word", "attribute") and f.value in telling for f in held)

    def _tied(self, ranked: Sequence[tuple[int, float]], found: _Scores) -> list[int]:
        """The items that fit as well as the best one: what their names, figures and qualities hold decides,
        not where
        it stands nor a word of a description."""
        best = found.firm[ranked[0][0]]
        family = self._profiles[ranked[0][0]].family
        return [
            n for n, score in ranked
            if score > 0 and found.firm[n] >= best - max(
                (_FAMILY_TIE if self._profiles[n].family == family else _TIE) * found.known, 0.02
            )
        ]  # fmt: skip

    def _by_alias(self, tie: list[int], wanted: Sequence[Feature]) -> list[int]:
        """Of items that fit equally those whose family the shop itself calls so."""
        if len(tie) < 2:
            return tie
        called = {self._profiles[n].family for n in tie if says_alias(self._aliases[n], wanted)}
        return [n for n in tie if self._profiles[n].family in called] if called else tie

    def ranked(self, features: Sequence[Feature]) -> list[tuple[str, float]]:
        """(sku, share of the words that it explains, 0..1), best first; only those that explain any."""
        found = self._scores(features, None)
        exact = {f.value for f in features if f.kind == "code" and f.key == "sku"}
        shares = {
            p.item.sku: 1.0
            if fold(p.item.sku).text in exact
            else found.loose[n] / (found.known + found.strange or 1.0)
            for n, p in enumerate(self._profiles)
        }
        return sorted(((s, v) for s, v in shares.items() if v > 0), key=lambda pair: -pair[1])

    def _siblings(self, sku: str) -> tuple[str, ...]:
        family = self._profiles[self._by_sku[sku]].family
        return tuple(p.item.sku for p in self._profiles if p.family == family and p.item.sku != sku)[:3]

    def _readings(self, feature: Feature) -> list[tuple[Term, float]]:
        """The term itself where the catalogue has it, else what it is made of."""
        one = term(feature)
        if one in self._idf:
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
            return [(piece, share) for piece, share in pieces if piece in self._idf]
        if feature.kind == "code":
            # "s25" against "galaxy s25 ultra", "nrf24" against "NRF24L01+".
            longer = [
                t
                for t in self._idf
                if t[0] == "code" and t[2].startswith(feature.value) and len(feature.value) > 2
            ]
            return [(t, 0.9) for t in longer[:20]]
        return []

    def _weight(self, one: Term) -> float:
        weight = _KIND[one[0]]
        if one[0] == "word":
            weight = {"number": _NUMBER, "cjk": _BIGRAM}.get(one[1], weight)
        return weight * self._idf[one]

    def _scores(self, features: Sequence[Feature], pool: frozenset[int] | None) -> _Scores:
        result = _Scores()
        seen: set[Term] = set()
        for feature in features:
            readings = [(one, share) for one, share in self._readings(feature) if one not in seen]
            seen.update(one for one, _ in readings)
            if not readings:
                if feature.kind == "product" and not feature.negated and not self._readings(feature):
                    result.strange += 2.5
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
                if not feature.usage and share >= _FIRM:
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

    def _contradicting(self, feature: Feature) -> list[tuple[int, float]]:
        """Items that say something else about the same thing (another capacity, another colour), and how
        much it counts: less where they say this too, but of something else (a silver pen with black ink)."""
        if feature.kind == "spec":
            return [
                (n, 1.0) for n, p in enumerate(self._profiles)
                if feature.key in p.figures
                and feature.value not in p.figures[feature.key]
                and feature.value not in p.also.get(feature.key, ())
            ]  # fmt: skip
        one = term(feature)
        keys = self._quality_keys.get(one)
        if feature.kind not in ("attribute", "word", "code") or not keys or feature.key == "number":
            return []
        most = max(keys.values())
        usual = [key for key, count in keys.items() if count == most]
        return [
            (n, 0.8 if one in p.terms else 1.0) for n, p in enumerate(self._profiles)
            if any(k in p.qualities and one not in p.qualities[k] and len(p.qualities[k]) <= 3 for k in usual)
            and p.terms.get(one, 0.0) < NAME
        ]  # fmt: skip

    def _by_meaning(self, features: Sequence[Feature], pool: frozenset[int] | None) -> Resolution:
        """Where no word fits, the nearest items by meaning, offered to be asked about, never assumed."""
        words = " ".join(
            dict.fromkeys(f.value for f in features if f.kind in ("product", "attribute", "word"))
        )
        if self._dense is None or not words.strip() or not any(f.kind == "product" for f in features):
            return Resolution(None, (), 0.0)
        near = [sku for sku, cosine in self._dense(words) if cosine >= 0.5]
        if pool is not None:
            near = [sku for sku in near if self._by_sku.get(sku) in pool]
        return Resolution(None, tuple(near[:4]), 0.0)


def _named_numbers(items: Sequence[CatalogItem]) -> set[tuple[str, str]]:
    """(word, number right behind it) wherever a name, alias or attribute has them: ("iphone", "16")."""
    texts = (t for i in items for t in (i.name, *i.aliases, *(v for _, v in i.attributes)))
    return {
        (m[1], m[2])
        for t in texts
        for m in re.finditer(r"([^\W\d_]+)[\s-](\d+)(?![\d.,]*\s?[^\W\d_])", fold(t).text)
    }


def _counted_words(items: Sequence[CatalogItem]) -> set[tuple[str, str]]:
    """(number, stem of the word right behind it) of names, aliases and attributes: ("100", "led")."""
    texts = [t for i in items for t in (i.name, *i.aliases)] + [
        f"{v} {k}" for i in items for k, v in i.attributes
    ]
    return {
        (m[1], stem(m[2], "en"))
        for t in texts
        for m in re.finditer(r"(?<![\d.,x])(\d+)\s([^\W\d_]{2,})", fold(t).text)
    }


_FOR = re.compile(
    r"(?:\bfor|\bto use with|\bfor use (?:in|with)|\bpara|\bpour|\bfur|\bper|для|под|на|\bdla|\bdo|\buntuk|"
    r"\bcho|\bdanh cho|用于|适合|للـ?)\s+"
    r"(?:[^\W\d_]{1,7}\s+){0,2}$"
)


def _usages(text: str, features: Sequence[Feature]) -> list[Feature]:
    """Marks goods that are named as what others are for: the tablets of "a stylus for tablets"."""
    marked: list[Feature] = []
    named = False
    for feature in features:
        is_goods = feature.kind == "product"
        if is_goods and named and _FOR.search(fold(text[max(0, feature.start - 30) : feature.start]).text):
            marked.append(replace(feature, usage=True))
            continue
        named |= is_goods
        marked.append(feature)
    return marked
