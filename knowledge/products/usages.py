"""Goods that are named as what the wanted ones are for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.fold import fold
from bot.domain.products import Feature

_FOR = re.compile(
    r"(?:\bfor|\bto use with|\bfor use (?:in|with)|\bpara|\bpour|\bfur|\bper|для|под|на|\bdla|\bdo|\buntuk|"
    r"\bcho|\bdanh cho|用于|适合|للـ?)\s+"
    r"(?:[^\W\d_]{1,7}\s+){0,2}$"
)


def usages(text: str, features: Sequence[Feature]) -> list[Feature]:
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
