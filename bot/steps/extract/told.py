"""A model's answer as values: what is not of the agreed shape or vocabulary is left out, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from bot.domain.inquiry import INCOTERMS, INTENTS, LANGUAGES, RISKS

_MOST = 12
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class ToldItem:
    asked: str
    sku: str | None
    quantity: int | None
    sample: bool
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldReading:
    """What a model says of an inquiry; nothing of it is proven yet."""

    intents: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    items: tuple[ToldItem, ...] = ()
    incoterm: str | None = None
    destination: str | None = None
    destination_words: str | None = None
    target_price: Decimal | None = None
    target_currency: str | None = None
    deadline: date | None = None
    deadline_words: str | None = None
    language: str | None = None
    customization: tuple[str, ...] = ()
    order_number: str | None = None
    questions: tuple[str, ...] = ()


def told_reading(data: Mapping[str, object]) -> ToldReading:
    """The reading in a structured answer of any shape."""
    items = data.get("items")
    return ToldReading(
        intents=tuple(each for each in _texts(data.get("intents")) if each in INTENTS),
        risks=tuple(each for each in _texts(data.get("risks")) if each in RISKS),
        items=tuple(
            item
            for each in (items[:_MOST] if isinstance(items, list) else ())
            if isinstance(each, Mapping) and (item := _item(each)) is not None
        ),
        incoterm=_one_of(data.get("incoterm"), INCOTERMS),
        destination=_country(data.get("destination")),
        destination_words=_text(data.get("destination_words")),
        target_price=_amount(data.get("target_price")),
        target_currency=_currency(data.get("target_currency")),
        deadline=_day(data.get("deadline")),
        deadline_words=_text(data.get("deadline_words")),
        language=_one_of(data.get("language"), LANGUAGES),
        customization=_texts(data.get("customization")),
        order_number=_text(data.get("order_number")),
        questions=_texts(data.get("questions")),
    )


def _item(told: Mapping[str, object]) -> ToldItem | None:
    asked, quantity = _text(told.get("asked")), told.get("quantity")
    if asked is None:
        return None
    counted = isinstance(quantity, int) and not isinstance(quantity, bool) and 0 < quantity < 10**9
    return ToldItem(
        asked,
        _text(told.get("sku")),
        quantity if counted and isinstance(quantity, int) else None,
        told.get("sample") is True,
        _texts(told.get("options")),
    )


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    return text if 0 < len(text) <= _LONGEST else None


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(text for each in value[:_MOST] if (text := _text(each)) is not None))


def _one_of(value: object, known: tuple[str, ...]) -> str | None:
    return value if isinstance(value, str) and value in known else None


def _country(value: object) -> str | None:
    text = _text(value)
    return text.upper() if text is not None and len(text) == 2 and text.isascii() and text.isalpha() else None


def _currency(value: object) -> str | None:
    text = _text(value)
    return text.upper() if text is not None and len(text) == 3 and text.isascii() and text.isalpha() else None


def _amount(value: object) -> Decimal | None:
    text = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else _text(value)
    if text is None:
        return None
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 < amount < 10**9 else None


def _day(value: object) -> date | None:
    text = _text(value)
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
