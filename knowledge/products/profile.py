"""What the catalogue says about each item, as weighted terms: the index of the product matcher."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from bot.domain.facts import CatalogItem
from bot.domain.fold import fold
from bot.domain.ports import TradeWords
from bot.domain.products import PIECES, Feature
from knowledge.products.terms import is_code, read_terms, stem

Term = tuple[str, str, str]
"""(kind, key, value) as in `Feature`."""

_HEAD_END = re.compile(r"\s(?:for|with|without|in|of|to)\s|[,/(]")
_ALIAS_LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "tr", "id")

_ABSENT = frozenset({"no", "none", "without", "n/a", "-", "not included", "false"})
_PRESENT = frozenset({"yes", "included", "true", "with"})
_IN_PIECES = re.compile(r"piece|pack|pcs|count|quantity|per (?:box|set)")
_DENIED = re.compile(r"\b(?:no|not|without|non)\s[\w-]+(?:\s(?!but|and|with|for)[\w-]+)?", re.IGNORECASE)
"""What a description says that goods do not have."""
_PART_OF_ALIAS = 0.5
_ALSO = 0.5
"""A figure of an attribute beside another one in the name: it contradicts nobody and settles nothing."""
HEAD, NAME, CATEGORY, ALIAS, ATTRIBUTE, DESCRIPTION = 1.0, 0.9, 0.7, 0.95, 0.8, 0.55
"""How much a term counts where it stands."""


@dataclass(slots=True)
class Profile:
    """One item. `figures`: per dimension the values of its name, else of its attributes; `also` those of its
    attributes where the name has others ("10.5 inch" in the name, 27 cm in the list).

    `qualities`: per attribute name the terms of its value ("colour" -> {black})."""

    item: CatalogItem
    family: str
    terms: dict[Term, float] = field(default_factory=dict)
    figures: dict[str, set[str]] = field(default_factory=dict)
    also: dict[str, set[str]] = field(default_factory=dict)
    qualities: dict[str, set[Term]] = field(default_factory=dict)


@lru_cache(maxsize=8192)
def _terms(text: str, language: str, glossary: TradeWords, skus: frozenset[str]) -> tuple[Feature, ...]:
    """Attributes, categories and aliases stand in many rows: each is read once."""
    return read_terms(text, language, glossary, skus, catalogue=True)


def term(feature: Feature) -> Term:
    return (feature.kind, feature.key if feature.kind in ("spec", "word") else "", feature.value)


def parts_of(concept: str, language: str = "en") -> tuple[Term, tuple[Term, ...]] | None:
    """A concept of several words as its head and its modifiers: "car charger" -> charger, (car)."""
    words = re.split(r"[\s-]+", concept)
    if len(words) < 2:
        return None
    modifiers = tuple(("word", "", stem(w, language)) for w in words[:-1])
    return ("product", "", words[-1]), modifiers


def _put(profile: Profile, terms: Iterable[Term], weight: float) -> None:
    for one in terms:
        if weight > profile.terms.get(one, 0.0):
            profile.terms[one] = weight


def _with_parts(features: Sequence[Feature]) -> Iterable[tuple[Term, float]]:
    """Each feature's term, and what it is made of: a buyer may use one word of it only."""
    for feature in features:
        yield term(feature), 1.0
        if feature.kind in ("product", "attribute"):
            split = parts_of(feature.value)
            if split is None:
                yield ("word", "", stem(feature.value, "en")), 0.9
                continue
            head, modifiers = split
            yield (feature.kind, "", head[2]), 0.75
            yield ("word", "", stem(head[2], "en")), 0.7
            for modifier in modifiers:
                yield modifier, 0.9
        elif feature.kind == "spec":
            if feature.number:
                yield ("word", "number", feature.number), 0.9
        elif feature.kind == "code":
            for run in re.findall(r"[a-z]{2,}|\d{2,}", feature.value):
                if run.isdecimal():
                    yield ("word", "number", run), 0.8
                else:
                    yield ("word", "", run), 0.6


def _family(item: CatalogItem, glossary: TradeWords) -> str:
    """Items of one family differ only in figures and qualities: their names agree in everything else."""
    head = _HEAD_END.split(item.name)[0]
    kept = [
        f.value for f in _terms(head, "en", glossary, frozenset())
        if (f.kind in ("product", "word") and f.key != "number") or f.key == "in one"
    ]  # fmt: skip
    return f"{item.category.casefold()}|{' '.join(kept)}"


def build_profiles(items: Sequence[CatalogItem], glossary: TradeWords) -> tuple[Profile, ...]:
    """The profiles of all items, in their order."""
    skus = frozenset(fold(item.sku).text for item in items)
    profiles = [_profile(item, glossary, skus) for item in items]
    _share_aliases(profiles, glossary)
    _terms.cache_clear()
    return tuple(profiles)


def _profile(item: CatalogItem, glossary: TradeWords, skus: frozenset[str]) -> Profile:
    profile = Profile(item, _family(item, glossary))
    sku = fold(item.sku).text
    _put(profile, [("code", "", sku), ("code", "", re.sub(r"[-_./ ]", "", sku))], HEAD)
    cut = _HEAD_END.search(item.name)
    head_end = cut.start() if cut else len(item.name)
    in_name = _terms(item.name, "en", glossary, skus)
    for one, share in _with_parts([f for f in in_name if f.start < head_end]):
        _put(profile, [one], HEAD * share)
    for one, share in _with_parts([f for f in in_name if f.start >= head_end]):
        # "for iPhone 16", "with torch": what it goes with is not what it is.
        _put(profile, [one], NAME * share * (0.5 if one[0] == "product" else 1.0))
    _put(profile, _initials(item.name), NAME)
    _figures(profile, in_name)
    in_name_figures = frozenset(profile.figures)
    in_category = _terms(item.category, "en", glossary, skus)
    # "chargers & cables" does not make a cable a charger.
    mixed = len({f.value for f in in_category if f.kind == "product"}) > 1
    for one, share in _with_parts(in_category):
        _put(profile, [one], CATEGORY * share * (0.5 if mixed else 1.0))
    read = partial(_terms, language="en", glossary=glossary, skus=skus)
    for key, value in item.attributes:
        if value.casefold().strip() not in _ABSENT:
            _take_attribute(profile, key, value, read, in_name_figures)
    description = _DENIED.sub(" ", item.description)
    for one, share in _with_parts(_terms(description, "en", glossary, skus)):
        _put(profile, [one], DESCRIPTION * share * (0.5 if one[0] == "product" else 1.0))
    return profile


def _take_attribute(
    profile: Profile, key: str, value: str, read: Callable[[str], tuple[Feature, ...]], named: frozenset[str]
) -> None:
    """`named` are the dimensions that the item's name already has figures of."""
    features = read(value)
    if value.strip().isdecimal() and _IN_PIECES.search(key.casefold()):
        features = (Feature("spec", PIECES, value.strip(), 0, len(value), number=value.strip()),)
    # "plug: EU" is the concept "EU plug", which neither word is alone.
    features += tuple(f for f in read(f"{value} {key}") if f.start < len(value) < f.end)
    for one, share in _with_parts(features):
        _put(profile, [one], ATTRIBUTE * share * (0.5 if one[0] == "product" else 1.0))
    profile.qualities[key.casefold()] = {term(f) for f in features if f.kind in ("attribute", "word", "code")}
    for figure in (f for f in features if f.kind == "spec"):
        if figure.key not in named:
            _figures(profile, [figure])
        elif figure.value not in profile.figures[figure.key]:
            profile.also.setdefault(figure.key, set()).add(figure.value)
            profile.terms[term(figure)] = _ALSO
    present = value.casefold().strip() in _PRESENT
    for one, share in _with_parts(read(key)):
        _put(profile, [one], (ATTRIBUTE if present else 0.3) * share)


def _initials(name: str) -> list[Term]:
    """What trade people make of three or four words in a row: active noise cancelling -> ANC."""
    words = re.findall(r"[a-z]{3,}", fold(name).text)
    return [
        ("word", "", "".join(word[0] for word in words[at : at + length]))
        for length in (3, 4)
        for at in range(len(words) - length + 1)
    ]


def _figures(profile: Profile, features: Sequence[Feature]) -> None:
    for feature in features:
        if feature.kind == "spec":
            profile.figures.setdefault(feature.key, set()).add(feature.value)


def _alias_readings(
    alias: str, glossary: TradeWords, variants: Container[Term]
) -> tuple[dict[Term, float], set[Term]]:
    """(all terms of an alias, those of them that name the goods rather than a variant).

    The language of an alias is not told, so its words are read as in each language it may be in; a word
    that is a
    quality in one of them ("negro") names no goods.
    """
    readings = [_terms(alias, language, glossary, frozenset()) for language in _ALIAS_LANGUAGES]
    qualities = [f for features in readings for f in features if f.kind in ("attribute", "spec", "code")]
    terms: dict[Term, float] = {}
    words: list[Feature] = []
    naming: set[Term] = set()
    for features in readings:
        said = _said_by_goods(alias, features)
        for one, share in _with_parts(features):
            partly = _PART_OF_ALIAS if one[0] == "product" and said < _PART_OF_ALIAS else 1.0
            terms[one] = max(share * partly, terms.get(one, 0.0))
        named = [f for f in features if f.kind == "word" and f.key != "number" and not is_code(f.value)]
        words += [f for f in named if not _within(f, qualities)]
        naming |= {term(f) for f in features if f.kind == "product" and said >= _PART_OF_ALIAS}
    for word in words:
        written = ("word", "", stem(fold(alias[word.start : word.end]).text, "en"))
        if written not in variants:
            naming.add(term(word))
    return terms, naming


def _within(feature: Feature, others: Sequence[Feature]) -> bool:
    return any(feature.start < other.end and feature.end > other.start for other in others)


def _said_by_goods(alias: str, features: Sequence[Feature]) -> float:
    """How much of an alias, qualities aside, the goods that the glossary finds in it are: the rod of "a rod
    with
    feathers for cats" is little of it."""
    qualities = sum(
        f.end - f.start for f in features if f.kind in ("attribute", "spec", "code") or f.key == "number"
    )
    goods = sum(f.end - f.start for f in features if f.kind == "product")
    written = sum(not c.isspace() for c in alias) - qualities
    return goods / written if written > 0 else 1.0


def _share_aliases(profiles: Sequence[Profile], glossary: TradeWords) -> None:
    """Gives each item its aliases, and to its family the words that name the goods, not the variant.

    A shop translates one of ten near-duplicates; the buyer who uses that word may want any of them.
    """
    families: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        families[profile.family].append(profile)
    variants = {value for profile in profiles for values in profile.qualities.values() for value in values}
    for profile in profiles:
        for alias in profile.item.aliases:
            terms, naming = _alias_readings(alias, glossary, variants)
            for one, share in terms.items():
                # A word that the name or the attributes hold weighs the same with and without an alias:
                # else the
                # one translated sibling would seem to fit better than the others.
                profile.terms.setdefault(one, ALIAS * share)
                if one in naming and one not in variants:
                    for sibling in families[profile.family]:
                        sibling.terms.setdefault(one, ALIAS * share)


def document_frequency(profiles: Sequence[Profile]) -> Counter[Term]:
    return Counter(one for profile in profiles for one in profile.terms)
