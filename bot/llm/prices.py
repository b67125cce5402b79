"""What a call costs: USD per million tokens by model, from the shipped table and the shop's own file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from importlib.resources import files
from pathlib import Path

from bot.domain.errors import SettingsError

_MILLION = Decimal(1_000_000)
_DATED = re.compile(r"-(?:\d{4}-\d{2}-\d{2}|\d{8}|latest)$")
_FREE = ("ollama",)
"""Providers that run on the user's own machines."""
_CACHE_WRITE = Decimal("1.25")
"""What the providers that bill for writing their cache take for it, of the price of input."""


@dataclass(frozen=True, slots=True)
class Price:
    """USD per million tokens: of input that is not from the provider's cache, that is, and of output."""

    tokens_in: Decimal
    cached: Decimal
    tokens_out: Decimal

    def of(self, tokens_in: int, cached: int, tokens_out: int, written: int = 0) -> Decimal:
        """USD; `cached` and `written` (to the cache) are parts of `tokens_in`."""
        fresh = max(tokens_in - cached - written, 0)
        read = fresh * self.tokens_in + cached * self.cached + written * self.tokens_in * _CACHE_WRITE
        return (read + tokens_out * self.tokens_out) / _MILLION


@dataclass(frozen=True, slots=True)
class PriceTable:
    prices: Mapping[str, Price]
    """By `provider:model`."""
    unknown: Price
    """What a model without a price is counted with against the budget: the dearest of the table."""
    as_of: date

    def price(self, name: str) -> Price | None:
        """Of `provider:model`, also with a date at its end; None where the table does not hold it."""
        if name.partition(":")[0] in _FREE:
            return Price(Decimal(0), Decimal(0), Decimal(0))
        return self.prices.get(name) or self.prices.get(_DATED.sub("", name))


def open_prices(own: Path | None = None) -> PriceTable:
    """The shipped table; what the file `own` says goes before it. SettingsError names what is wrong in it."""
    shipped = tomllib.loads(files("bot.llm").joinpath("prices.toml").read_text(encoding="utf-8"))
    prices = {name: _price(name, row) for name, row in shipped["models"].items()}
    as_of: date = shipped["as_of"]
    if own is not None:
        try:
            told = tomllib.loads(own.read_text(encoding="utf-8"))
            prices |= {name: _price(name, row) for name, row in told["models"].items()}
        except (OSError, KeyError, AttributeError, ValueError) as error:
            raise SettingsError(
                f"SUPERCARGO_MODEL_PRICES={own}: {_said(error)}. Expected is "
                '[models."openai:gpt-…"] with in, cached and out, USD per million tokens.'
            ) from error
    dearest = Price(*(max(getattr(each, part) for each in prices.values()) for part in Price.__slots__))
    return PriceTable(prices, dearest, as_of)


def _price(name: str, row: object) -> Price:
    if not isinstance(row, dict) or row.keys() != {"in", "cached", "out"}:
        raise ValueError(f"{name} has not just in, cached and out")
    try:
        values = [Decimal(str(row[key])) for key in ("in", "cached", "out")]
    except InvalidOperation as error:
        raise ValueError(f"{name} holds something that is no number") from error
    if not all(value.is_finite() and value >= 0 for value in values):
        raise ValueError(f"{name} holds a negative price")
    return Price(*values)


def _said(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror})"
    return "[models] is missing" if isinstance(error, KeyError | AttributeError) else str(error)
