"""The language model that the settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.llm.client import AskedModel
    from bot.llm.ledger import Ledger
    from bot.settings import Settings


def check_model(settings: Settings, _progress: object = None) -> None:
    """SettingsError where `open_model` would raise it; for `run_apart`, so that langchain is not kept."""
    open_model(settings)


def open_model(settings: Settings, ledger: Ledger | None = None) -> AskedModel | None:
    """None where `SUPERCARGO_MODEL` is empty; then nothing of langchain is read.

    Nothing is called yet. SettingsError says what to install or to set. Without a `ledger` no records are
    kept.
    """
    if not settings.model:
        return None
    from bot.llm.client import AskedModel
    from bot.llm.ledger import NoLedger
    from bot.llm.prices import open_prices
    from bot.llm.provider import open_provider

    return AskedModel(
        open_provider(settings),
        name=settings.model,
        timeout=settings.model_timeout,
        budget=settings.model_budget,
        prices=open_prices(settings.model_prices),
        ledger=ledger or NoLedger(),
    )
