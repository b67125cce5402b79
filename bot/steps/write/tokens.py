"""Placeholders: values that code decides, as a model gets to see them, and as they stand in the text.

`marking_voice` speaks like a plain voice, but puts a token such as {{A1}} wherever a value of the shop, the
quote or the buyer would stand, and keeps in its book what each token stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.domain.moves import Goods
from bot.steps.write.formats import Formats
from bot.steps.write.voice import Voice

TOKEN = re.compile(r"\{\{\s*([A-Z]\d{1,3})\s*\}\}")
AMOUNT, QUANTITY, DATE, PERCENT, TIME, NUMBER, GOODS, WORDS, BLOCK = "AQDPTNGWB"
KINDS: Mapping[str, str] = {
    AMOUNT: "amount", QUANTITY: "quantity", DATE: "date", PERCENT: "percentage", TIME: "span of time",
    NUMBER: "number", GOODS: "item", WORDS: "name or words of the shop", BLOCK: "finished passage",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """`name` as in {{A1}}; `text` is what code puts in its place."""

    name: str
    text: str

    @property
    def kind(self) -> str:
        return self.name[0]


@dataclass(slots=True)
class Book:
    """The tokens of one reply."""

    tokens: dict[str, Token] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def token(self, kind: str, text: str) -> str:
        """The token for `text`, as it is written in a prompt; the same text has one token."""
        known = self._known.get((kind, text))
        if known is not None:
            return known
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        name = f"{kind}{number}"
        self.tokens[name] = Token(name, text)
        self._known[kind, text] = f"{{{{{name}}}}}"
        return self._known[kind, text]


@dataclass(frozen=True, slots=True)
class _MarkingFormats(Formats):
    plain: Formats
    book: Book

    def number(self, value: int | Decimal) -> str:
        return self.book.token(NUMBER, self.plain.number(value))

    def money(self, value: Decimal, currency: str, decimals: int | None = None) -> str:
        return self.book.token(AMOUNT, self.plain.money(value, currency, decimals))

    def percent(self, value: Decimal) -> str:
        return self.book.token(PERCENT, self.plain.percent(value))

    def date(self, day: date) -> str:
        return self.book.token(DATE, self.plain.date(day))

    def ltr(self, text: str) -> str:
        return self.book.token(WORDS, self.plain.ltr(text))


@dataclass(frozen=True, slots=True)
class _MarkingVoice(Voice):
    plain: Voice
    book: Book

    def goods(self, goods: Goods) -> str:
        return self.book.token(GOODS, self.plain.goods(goods))

    def pieces(self, quantity: int, unit: str) -> str:
        return self.book.token(QUANTITY, self.plain.pieces(quantity, unit))

    def unit_price(self, price: Decimal, currency: str, unit: str) -> str:
        return self.book.token(AMOUNT, self.plain.unit_price(price, currency, unit))

    def working_days(self, days: int) -> str:
        return self.book.token(TIME, self.plain.working_days(days))

    def days(self, first: int, last: int) -> str:
        return self.book.token(TIME, self.plain.days(first, last))

    def quoted(self, text: str) -> str:
        return self.book.token(WORDS, self.plain.quoted(text))


def marking_voice(plain: Voice, book: Book) -> Voice:
    """The voice of `plain`, whose values are tokens of `book`."""
    formats = _MarkingFormats(plain.formats.language, plain.formats.locale, plain.formats, book)
    return _MarkingVoice(plain.replies, formats, plain.formal, plain, book)


def named(text: str) -> tuple[str, ...]:
    """The tokens in `text`, in their order."""
    return tuple(found[1] for found in TOKEN.finditer(text))


def without_tokens(text: str) -> str:
    """A model's own words: `text` with a pause where each token stands."""
    return TOKEN.sub("…", text)


def filled(text: str, tokens: Mapping[str, Token]) -> str:
    """`text` with every token's value in its place; passages of several lines on lines of their own.

    KeyError for a token that is not in `tokens`.
    """
    parts: list[str] = []
    at = 0
    for found in TOKEN.finditer(text):
        before, value = text[at : found.start()], tokens[found[1]].text
        at = found.end()
        if "\n" in value:
            before = before.rstrip()
            parts.append(f"{before}\n{value}" if before or parts else value)
            while at < len(text) and text[at] in " \n.。।":
                at += 1
            if at < len(text):
                parts.append("\n")
            continue
        parts += (before, value)
        if value.rstrip("\u2069")[-1:] in ".!?。！？؟।" and text[at : at + 1] in (".", "。", "।"):
            at += 1  # a sentence that ends already
    parts.append(text[at:])
    return "".join(parts)


def glosses(tokens: Iterable[Token]) -> list[str]:
    """What names and passages stand for, without any figure: a model gets nothing to write down itself."""
    lines = []
    for token in tokens:
        if token.kind in (GOODS, WORDS, BLOCK):
            plain = re.sub(r"\d(?:[\d.,  ]*\d)?", "#", " ".join(token.text.split()))
            lines.append(f"{token.name} = {plain if len(plain) <= 160 else plain[:159] + '…'}")
    return lines
