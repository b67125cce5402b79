"""What the words around goods do to them: refusals, samples, hopes, sockets, terms of delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.fold import fold
from bot.domain.products import Feature
from bot.steps.triage.quantity import Quantity
from prompts.cues import cues

_WORDS_BEHIND_INSTEAD = 3


def negated(text: str, features: Sequence[Feature]) -> tuple[Feature, ...]:
    """The features with those marked that the buyer refuses: "not type c", "ohne Kabel"."""
    folded = fold(text)
    place = {origin: n for n, origin in reversed(list(enumerate(folded.origin)))}
    table = cues()["refusals"]
    before, after = table["before"], table["after"]
    marked: list[Feature] = []
    for feature in features:
        start, end = place.get(feature.start, 0), place.get(feature.end - 1, 0) + 1
        lead = folded.text[max(0, start - 14) : start]
        refusal = [m for m in before.finditer(lead) if not lead[m.end() :].strip(" '").count(" ")]
        tail = folded.text[end : end + 12].lstrip()
        behind = after.match(tail) or table["instead_behind"].match(tail)
        refusal += [
            m for m in table["instead"].finditer(lead) if m[0] != "from" and lead[m.end() :].count(" ") < 3
        ]
        refused = any(not set(lead[m.end() :]) & set(",.;:?!") for m in refusal)
        marked.append(replace(feature, negated=True) if refused or behind else feature)
    return tuple(marked)


def without_counts(features: Sequence[Feature], counts: Sequence[Quantity]) -> list[Feature]:
    """Less the numbers and counting words of the counts."""

    def counting(feature: Feature, count: Quantity) -> bool:
        inside = feature.start < count.end and feature.end > count.start
        within = feature.start >= count.numeral[1] and feature.end <= count.end
        return inside and (feature.key in ("number", "cjk") or within)

    return [f for f in features if not any(counting(f, c) for c in counts)]


def without_delivery(text: str, features: Sequence[Feature]) -> list[Feature]:
    """Less the words of delivery: "by air" wants no air pump."""
    folded = fold(text)
    patterns = (*cues()["methods"].values(), *cues()["incoterms"].values())
    spans = [folded.at(m.start(), m.end()) for p in patterns for m in p.finditer(folded.text)]
    return [f for f in features if f.kind == "spec" or not any(f.start < e and f.end > s for s, e in spans)]


def speaks_of_sockets(text: str) -> bool:
    """Whether the goods have to fit somebody's sockets."""
    return cues()["sockets"]["words"].search(fold(text).text) is not None


def asks_sample(text: str) -> bool:
    """Whether a sample is spoken of."""
    return cues()["samples"]["words"].search(fold(text).text) is not None


def hoped_for(text: str) -> bool:
    """Whether a quantity in this stretch is for later: "if good we order 500", "100 000 a year"."""
    return cues()["later"]["words"].search(fold(text).text) is not None


def counts_each(text: str) -> bool:
    """Whether one count holds for each of several variants: "200 each of black and white"."""
    return cues()["each"]["words"].search(fold(text).text) is not None


def adds(text: str) -> bool:
    """Whether something is wanted besides what was named before."""
    return cues()["additions"]["words"].search(fold(text).text) is not None


def adds_to_count(text: str) -> bool:
    """Whether the count in this stretch comes on top of the one named before: "100 more"."""
    return cues()["more"]["words"].search(fold(text).text) is not None


def removes(text: str) -> bool:
    """Whether goods in this stretch are no longer wanted: "drop the curtains"."""
    return cues()["removals"]["words"].search(fold(text).text) is not None


def takes_back(text: str) -> bool:
    """Whether the buyer corrects what was just said: "sorry, I mean the cordless one", "no wait, 600"."""
    return cues()["corrections"]["words"].search(fold(text).text) is not None


def means_the_other(text: str) -> bool:
    """Whether the variant not just named is meant: "and 500 of the plain ones"."""
    return cues()["others"]["words"].search(fold(text).text) is not None


def place_of_sample_word(text: str) -> tuple[int, int] | None:
    """[start, end) of the first word for a sample."""
    folded = fold(text)
    match = cues()["samples"]["words"].search(folded.text)
    return None if match is None else folded.at(match.start(), match.end())
