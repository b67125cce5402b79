"""Customization that the buyer wants, by the option names of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.facts import CatalogItem, Shop
from bot.domain.fold import fold
from bot.domain.ports import TradeWords
from bot.domain.products import Feature
from prompts.cues import cues

_ROOT = 5
"""Letters of a word that count: print, printed and printing are one root."""
_COMMON = frozenset({
    "box", "bag", "gift", "pin", "plug", "color", "pack", "full", "custo", "retai", "on", "case", "card",
    "set", "paper", "handl", "inser", "size", "packa", "manua", "with", "and", "for", "the", "one", "extra",
    "optio", "own", "strap", "hang", "tag", "carto",
})  # fmt: skip
"""Roots that mean an option only together with its other words: "a gift for clients" orders no gift box."""
_MARKING = frozenset(
    {"logo", "print", "engra", "laser", "embro", "embos", "debos", "label", "stamp", "artwo", "brand"}
)


@dataclass(frozen=True, slots=True)
class Wish:
    """The roots of option words in a stretch of text; those that the buyer refuses apart."""

    roots: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()

    def __or__(self, other: Wish) -> Wish:
        return Wish(self.roots | other.roots, self.refused | other.refused)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Options by their catalogue names; `unclear` when a wish fits several equally or none."""

    options: tuple[str, ...] = ()
    unclear: bool = False


def root(word: str) -> str:
    word = fold(word).text
    word = word.replace("colour", "color")
    return word[:_ROOT] if not word.endswith("s") or len(word) > _ROOT else word[:-1][:_ROOT]


def _roots(words: str) -> frozenset[str]:
    return frozenset(root(w) for w in re.findall(r"[^\W\d_]{3,}", words))


def _with_print(roots: frozenset[str]) -> frozenset[str]:
    """Artwork is printed."""
    return roots | {"print"} if "artwo" in roots else roots


class OptionReader:
    """Built once a shop version from its option names."""

    def __init__(self, shop: Shop, words: TradeWords) -> None:
        self._words = words
        self._options = {o.name: _roots(o.name) for item in shop.items for o in item.options}
        self._vocabulary = frozenset(r for roots in self._options.values() for r in roots) | _MARKING
        self._items = {item.sku: item for item in shop.items}

    def _found(self, text: str, language: str) -> list[tuple[int, int, str]]:
        """(start, end, root) of every option word of `text`."""
        found = [
            (f.start, f.end, r)
            for f in self._words.find(text, language)
            for r in _roots(f.english)
            if r in self._vocabulary
        ]
        written = ((m, root(m[0])) for m in re.finditer(r"[^\W\d_]{3,}", text))
        found += [(m.start(), m.end(), one) for m, one in written if one in self._vocabulary]
        return found

    def read(self, text: str, language: str) -> Wish:
        """The wish in `text`."""
        folded = fold(text)
        place = {origin: n for n, origin in reversed(list(enumerate(folded.origin)))}
        wanted: set[str] = set()
        refused: set[str] = set()
        before, after = cues()["refusals"]["before"], cues()["refusals"]["after"]
        for start, end, one in self._found(text, language):
            lead = folded.text[max(0, place.get(start, 0) - 14) : place.get(start, 0)]
            tail = folded.text[place.get(end - 1, 0) + 1 :][:14].lstrip()
            less = language == "tr" and fold(text[start:end]).text.endswith(("siz", "suz"))
            hit = [m for m in before.finditer(lead) if lead[m.end() :].strip().count(" ") <= 1]
            (refused if hit or less or after.match(tail) else wanted).add(one)
        return Wish(_with_print(frozenset(wanted)), frozenset(refused))

    def without_option_words(
        self, text: str, language: str, features: Sequence[Feature]
    ) -> tuple[Feature, ...]:
        """The features less those that are words of an option ("gift box" is no box that one buys)."""
        found = self._found(text, language)
        wish = _with_print(frozenset(r for _, _, r in found))
        meant = {name: roots for name, roots in self._options.items() if self._fits(roots, wish)}
        if not meant and not wish & _MARKING:
            return tuple(features)
        sure = [roots & wish for roots in meant.values() if not roots & _MARKING or len(roots & wish) > 1]
        covered = frozenset(r for roots in sure for r in roots) | _MARKING
        spans = [(start, end) for start, end, r in found if r in covered]
        return tuple(
            f for f in features
            if f.kind not in ("product", "attribute", "word")
            or (f.kind != "word" and " " in f.value and not _roots(f.value) <= covered)
            or not any(f.start < e and f.end > s for s, e in spans)
        )  # fmt: skip

    @staticmethod
    def _fits(option: frozenset[str], wish: frozenset[str]) -> bool:
        matched = option & wish
        if not matched:
            return False
        if option & _MARKING and matched & _MARKING:
            return True
        share = len(matched) / len(option)
        return share == 1.0 or (share >= 0.5 and bool(matched - _COMMON))

    def means_customization(self, wish: Wish) -> bool:
        """Whether a stretch of text really speaks of customization: a mark, or the words of one whole
        option.
        """
        return bool(wish.roots & _MARKING) or any(
            self._fits(option, wish.roots) for option in self._options.values()
        )

    def choose(self, wish: Wish, skus: Iterable[str]) -> Chosen:
        """The options of these items that the wish means. Marking options ("logo print", "laser logo")
        exclude each
        other: where two fit equally, neither is chosen."""
        if not wish.roots:
            return Chosen()
        names: dict[str, None] = {}
        unclear = False
        items: list[CatalogItem] = [self._items[s] for s in skus if s in self._items]
        for item in items:
            fitting = [o.name for o in item.options if self._fits(self._options[o.name], wish.roots)]
            fitting = [n for n in fitting if not self._options[n] & wish.refused]
            marking = [n for n in fitting if self._options[n] & _MARKING]
            names.update(dict.fromkeys(n for n in fitting if n not in marking))
            best, tied = self._best(marking, wish.roots)
            if best is not None:
                names[best] = None
            unclear |= tied
        # "With our logo" where no option is called so: which of the shop's ways is meant is asked, not
        # guessed.
        marked = bool(wish.roots & _MARKING) and any(item.options for item in items)
        unclear = unclear or (marked and not any(self._options[n] & _MARKING for n in names))
        return Chosen(tuple(names), unclear)

    def _best(self, names: Sequence[str], wish: frozenset[str]) -> tuple[str | None, bool]:
        if not names:
            return None, False
        scored = sorted(
            ((len(self._options[n] & wish) - 0.4 * len(self._options[n] - wish), n) for n in names),
            reverse=True,
        )
        if len(scored) > 1 and scored[0][0] - scored[1][0] < 0.01:
            return None, True
        return scored[0][1], False
