"""What calls cost."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from bot.domain.errors import SettingsError
from bot.llm.prices import Price, open_prices


def test_a_price_is_for_a_million_tokens_and_the_cache_is_cheaper() -> None:
    price = Price(Decimal(2), Decimal("0.5"), Decimal(10))
    assert price.of(1_000_000, 0, 0) == 2
    assert price.of(1_000_000, 400_000, 100_000) == Decimal("1.2") + Decimal("0.2") + 1
    assert price.of(1_000_000, 0, 0, written=1_000_000) == Decimal("2.5")


def test_a_dated_model_costs_what_the_model_does() -> None:
    prices = open_prices()
    assert prices.price("openai:gpt-4.1-mini-2025-04-14") == prices.price("openai:gpt-4.1-mini") is not None
    assert prices.price("anthropic:claude-haiku-4-5-20251001") == prices.price("anthropic:claude-haiku-4-5")
    assert prices.price("openai:gpt-of-tomorrow") is None


def test_models_of_ones_own_machine_cost_nothing() -> None:
    price = open_prices().price("ollama:qwen3:8b")
    assert price is not None
    assert price.of(10**6, 0, 10**6) == 0


def test_an_unknown_model_counts_as_the_dearest() -> None:
    prices = open_prices()
    assert all(prices.unknown.tokens_out >= price.tokens_out for price in prices.prices.values())


def test_the_shops_own_table_goes_first(tmp_path: Path) -> None:
    own = tmp_path / "prices.toml"
    own.write_text('[models."openai:gpt-4.1-mini"]\nin = 1\ncached = 0.5\nout = 2.25\n')
    assert open_prices(own).price("openai:gpt-4.1-mini") == Price(Decimal(1), Decimal("0.5"), Decimal("2.25"))
    assert open_prices(own).price("openai:gpt-4.1") is not None


@pytest.mark.parametrize(
    "text",
    [
        "", "[models", "models = 3",
        '[models."a:b"]\nin = 1\nout = 2', '[models."a:b"]\nin = -1\ncached = 0\nout = 1',
        '[models."a:b"]\nin = "x"\ncached = 0\nout = 1', '[models."a:b"]\nin = nan\ncached = 0\nout = 1',
        '[models]\n"a:b" = 3',
    ],
)  # fmt: skip
def test_a_wrong_table_is_named_with_what_is_wrong(tmp_path: Path, text: str) -> None:
    own = tmp_path / "prices.toml"
    own.write_text(text)
    with pytest.raises(SettingsError, match="SUPERCARGO_MODEL_PRICES"):
        open_prices(own)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        open_prices(tmp_path / "none.toml")
