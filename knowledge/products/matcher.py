"""Which SKUs a buyer's words fit: every figure, code, concept and word weighed by how well it tells items
apart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.facts import CatalogItem
from bot.domain.fold import fold
from bot.domain.ports import TradeWords
from bot.domain.products import PIECES, PIECES_MAYBE, SIZE_LETTER, Feature, Resolution
from knowledge.products.aliases import aliases_of, says_alias
from knowledge.products.colours import COLOURS, comes_in_colours, lacks_colour
from knowledge.products.numbers import counted_words, named_numbers
from knowledge.products.profile import build_profiles, term
from knowledge.products.scoring import Scores, TermIndex
from knowledge.products.strangers import modifiers, strangers
from knowledge.products.terms import read_terms, stem
from knowledge.products.usages import usages

_TIE, _FAMILY_TIE = 0.04, 0.05
"""Items this near the best (as a share of all words' weight) fit equally; near-duplicates need more to be
told apart.
"""
_CARRIED = 0.6
"""Coverage from which an item fits although it is not of the goods named."""
_FITS = 0.34
"""Least share of the words (by weight) that an item must explain."""
_SIZE_WORDS = {"small": "s", "medium": "m", "medium size": "m", "large": "l", "big": "l", "extra large": "xl"}
_MOST_ALTERNATIVES = 8
_REMEMBERED = 256
"""Texts whose features are kept: one message is read several times while it is understood."""

Dense = Callable[[str], Sequence[tuple[str, float]]]
"""English words -> (sku, cosine), best first."""


def _heads(wanted: Sequence[Feature]) -> list[Feature]:
    """The goods named, without those that only say what they are for or of which kind."""
    return [f for f in wanted if f.kind == "product" and not (f.usage or f.modifier)]


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
        self._index = TermIndex(self._profiles)
        words = [one for one in self._index.idf if one[0] == "word"]
        self._numbers = frozenset(value for _, key, value in words if key == "number")
        self._resolved: dict[tuple[tuple[Feature, ...], frozenset[str] | None], Resolution] = {}
        self._vocabulary = frozenset(value for _, _, value in words)
        self._pairs = frozenset(named_numbers(items))
        self._counted = frozenset(counted_words(items))
        self._storage = frozenset(v for p in self._profiles for v in p.figures.get("storage", ()))
        self._pieces = frozenset(v for p in self._profiles for v in p.figures.get(PIECES, ()))
        self._letters = frozenset(
            v for p in self._profiles for held in (p.figures, p.also) for v in held.get(SIZE_LETTER, ())
        )
        self._figures = frozenset((k, v) for p in self._profiles for k, vs in p.figures.items() for v in vs)
        self._fractions = frozenset(v for p in self._profiles for v in p.figures.get("fraction", ()))
        self._grammages = frozenset(v for p in self._profiles for v in p.figures.get("grammage", ()))
        self._coloured = any(comes_in_colours(p) for p in self._profiles)
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
        shared = set(self._index.quality_keys.get(term(one), ())) & set(
            self._index.quality_keys.get(term(other), ())
        )
        return bool(shared) and not any(
            term(one) in p.terms and term(other) in p.terms for p in self._profiles
        )

    def together(self, one: Feature, other: Feature) -> bool:
        if (
            one.kind != "attribute"
            or other.kind != "attribute"
            or not (self.knows(one) and self.knows(other))
        ):
            return True
        return any(
            self._index.holds(n, one) and self._index.holds(n, other) for n in range(len(self._profiles))
        )

    def variant(self, sku: str, features: Sequence[Feature]) -> Resolution:
        own = self._profiles[self._by_sku[sku]]
        wanted = [term(f) for f in features if not f.negated and term(f) in self._index.idf]
        if not wanted or all(one in own.terms for one in wanted):
            return Resolution(sku, (), 1.0)
        family = [p for p in self._profiles if p.family == own.family and p is not own]
        fitting = [p for p in family if all(one in p.terms for one in wanted)]
        if not fitting:
            return Resolution(None, (), 0.0)
        common = {p.item.sku: sum(self._index.idf[t] for t in p.terms if t in own.terms) for p in fitting}
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
        heard = modifiers(text, strangers(text, usages(text, heard), language, self.knows), language)
        marked = (self._letter_size(self._gigabytes(f), text) for f in heard)
        return tuple(
            f for f in marked
            if f.kind != "spec"
            or ((f.key not in (PIECES, PIECES_MAYBE) or f.value in self._pieces)
            and (f.key != SIZE_LETTER or f.value in self._letters)
            and (f.key != "fraction" or f.value in self._fractions))
        )  # fmt: skip

    def _letter_size(self, feature: Feature, text: str) -> Feature:
        """The word "large" is size L where the catalogue sizes by letters, and the end of "400 L" too."""
        if feature.key in ("length", "volume") and (feature.key, feature.value) not in self._figures:
            last = text[feature.end - 1]
            blank = text[feature.end - 2 : feature.end - 1].isspace()
            if last in "ML" and blank and last.casefold() in self._letters:
                size = last.casefold()
                return replace(feature, key=SIZE_LETTER, value=size, start=feature.end - 1, number="")
            return feature
        letter = _SIZE_WORDS.get(feature.value) if feature.kind in ("attribute", "word") else None
        if letter is None or letter not in self._letters:
            return feature
        return replace(feature, kind="spec", key=SIZE_LETTER, value=letter)

    def _gigabytes(self, feature: Feature) -> Feature:
        # "64G" of a flash drive reads as grams; of cloth and paper people say grams for grams a square metre.
        if feature.kind == "spec" and feature.key == "mass" and feature.value not in self._masses:
            for key, values in (("storage", self._storage), ("grammage", self._grammages)):
                if feature.value in values:
                    return replace(feature, key=key)
        return feature

    def knows(self, feature: Feature) -> bool:
        """Whether the catalogue holds this term, or the head of this concept, at all; of colours any."""
        colour = feature.kind == "attribute" and feature.value in COLOURS and self._coloured
        return colour or bool(self._index.readings(feature))

    def sells(self, feature: Feature) -> bool:
        return self._index.sells(feature)

    def resolve(self, features: Sequence[Feature], among: frozenset[str] | None = None) -> Resolution:
        asked = (tuple(features), among)
        known = self._resolved.get(asked)
        if known is None:
            if len(self._resolved) >= _REMEMBERED:
                self._resolved.clear()
            known = self._resolved[asked] = self._resolve(features, among)
        return known

    def _resolve(self, features: Sequence[Feature], among: frozenset[str] | None) -> Resolution:
        wanted = [f for f in features if not f.negated]
        exact = {f.value for f in wanted if f.kind == "code" and f.key == "sku"}
        if exact:
            named = [p.item.sku for p in self._profiles if fold(p.item.sku).text in exact]
            if len(named) == 1:
                return Resolution(named[0], self._siblings(named[0]), 1.0)
            return Resolution(None, tuple(named[:_MOST_ALTERNATIVES]), 1.0)
        pool = None if among is None else frozenset(self._by_sku[s] for s in among if s in self._by_sku)
        found = self._index.scores(features, pool)
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
            if lacks_colour(self._profiles[tie[0]], wanted):
                return Resolution(None, (skus[0],), coverage)
            near = [self._profiles[n].item.sku for n, score in ranked[1:] if score >= 0.6 * ranked[0][1]]
            return Resolution(skus[0], tuple(near[:3]), coverage)
        return Resolution(None, tuple(skus[:_MOST_ALTERNATIVES]), coverage)

    def _names_goods(self, wanted: Sequence[Feature]) -> bool:
        """Whether the goods named are goods of this catalogue."""
        return any(self._index.sells_head(f) for f in _heads(wanted))

    def _grounded(self, n: int, wanted: Sequence[Feature], coverage: float) -> bool:
        """Whether the best item may be settled on at all: it is of the goods named, or enough else speaks for
        it. "Large pet beds" are no large gloves, and fishing rods no cat wands."""
        goods = _heads(wanted)
        held = [f for f in wanted if self._index.holds(n, f)]
        if any(f.kind == "code" or (f in goods and self._index.holds_head(n, f)) for f in held):
            return True
        if says_alias(self._aliases[n], wanted):
            return True
        telling = {
            f.value
            for f in held
            if f.kind != "product" and f.key not in ("number", SIZE_LETTER) and f.value not in _SIZE_WORDS
        }
        if goods:
            return len(telling) >= 2 and coverage >= _CARRIED
        return len(telling) >= 2 or any(f.kind in ("word", "attribute") and f.value in telling for f in held)

    def _tied(self, ranked: Sequence[tuple[int, float]], found: Scores) -> list[int]:
        """The items that fit as well as the best one: what their names, figures and qualities hold decides,
        not where it stands nor a word of a description."""
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
        found = self._index.scores(features, None)
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
