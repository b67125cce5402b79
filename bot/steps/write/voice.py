"""One reply's way of speaking: the messages of its language with its formats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.moves import Goods
from bot.domain.plan import ReplyPlan
from bot.steps.write.formats import Formats, formats
from prompts.replies import Replies, load

_LONGEST = 600
"""Characters of one value; a list of benefits may be this long, a name never is."""
_UNITS = {
    "pc": "pcs", "piece": "pcs", "pieces": "pcs", "sets": "set", "pairs": "pair", "packs": "pack",
    "boxes": "box", "rolls": "roll",
}  # fmt: skip
_COUNTED = frozenset({
    "bag", "barrel", "bottle", "bundle", "can", "carton", "case", "coil", "drum", "jar", "kit", "pallet",
    "reel", "sheet", "strip", "tin", "tray", "tub", "tube", "unit",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    replies: Replies
    formats: Formats
    formal: bool

    def say(self, message: str, /, **values: str | int) -> str:
        """The message with every text value on one line and of bounded length."""
        plain = {name: one_line(value) if isinstance(value, str) else value for name, value in values.items()}
        return self.replies.say(message, formal="yes" if self.formal else "no", **plain)

    def goods(self, goods: Goods) -> str:
        return self.say("goods", name=self.ltr(goods.name), sku=self.ltr(goods.sku))

    def pieces(self, quantity: int, unit: str) -> str:
        """A quantity with its unit, as "500 pcs"."""
        unit, number = unit_key(unit), self.formats.number(quantity)
        return self.say("pieces", unit=unit, units=_plural(unit), count=quantity, number=number)

    def unit_price(self, price: Decimal, currency: str, unit: str) -> str:
        return self.say("unit-price", unit=unit_key(unit), price=self.formats.money(price, currency))

    def working_days(self, days: int) -> str:
        return self.say("working-days", count=days, number=self.formats.number(days))

    def days(self, first: int, last: int) -> str:
        """Calendar days, as "7 to 12 days"."""
        if first == last:
            return self.say("days", count=last, number=self.formats.number(last))
        ends = {"first": self.formats.number(first), "last": self.formats.number(last)}
        return self.say("days-range", count=last, **ends)

    def quoted(self, text: str) -> str:
        """The shop's own words in the language's quotation marks."""
        return self.say("quoted", text=self.ltr(one_line(text)))

    def separated(self, texts: Iterable[str]) -> str:
        return self.replies.say("separator").join(texts)

    def ltr(self, text: str) -> str:
        return self.formats.ltr(text)


def voice(plan: ReplyPlan) -> Voice:
    """The voice that `plan` asks for. ReplyTextError where its language has no messages."""
    return Voice(load(plan.language), formats(plan.language, plan.country), plan.formal)


def unit_key(unit: str) -> str:
    """The catalogue's unit under the one spelling that the messages know; others stay as they are."""
    plain = unit.strip().casefold().rstrip(".")
    return _UNITS.get(plain, plain if plain in _UNITS.values() else unit)


def _plural(unit: str) -> str:
    """English plural of a unit that is counted; a measure such as kg stays."""
    return f"{unit}s" if unit.casefold() in _COUNTED else unit


def one_line(text: str, longest: int = _LONGEST) -> str:
    """White space collapsed (no-break spaces stay), cut at `longest` characters."""
    text = " ".join(part for part in text.replace("\t", " ").replace("\n", " ").split(" ") if part)
    text = "".join(
        char for char in text if char.isprintable() or char in "\u00a0\u202f\u2066\u2069\u200c\u200d"
    )
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
