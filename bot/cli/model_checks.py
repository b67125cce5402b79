"""What `supercargo doctor` says of the language model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.cli.check import Check
from bot.domain.errors import SettingsError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.llm.client import AskedModel
    from bot.settings import Settings

_ABOUT = "language model"


def model_checks(settings: Settings, *, network: bool) -> Iterator[Check]:
    """Package, key, prices, and what is left of today's budget; with `network` the answer to one small
    question, which costs a fraction of a cent."""
    from bot.llm.opening import open_model

    if not settings.model:
        yield Check(_ABOUT, "ok", "none: replies are worded by templates")
        return
    try:
        model = open_model(settings)
        yield _price(settings)
    except SettingsError as error:
        yield Check(_ABOUT, "bad", str(error))
        return
    assert model is not None
    yield Check(_ABOUT, "ok", f"{model.name}, its package is installed and its key is set")
    yield _budget(settings)
    if network:
        yield _answer(model)
    else:
        yield Check("the model's answer", "ok", "not asked: supercargo doctor --network asks it something")


def _price(settings: Settings) -> Check:
    from bot.llm.prices import open_prices

    table = open_prices(settings.model_prices)
    assert settings.model is not None
    price = table.price(settings.model)
    if price is None:
        advice = "Give its prices in a file: SUPERCARGO_MODEL_PRICES (see .env.example)."
        found = f"not known: its calls count as {_said(table.unknown)}, and no cost is shown"
        return Check("the model's price", "warn", found, advice)
    return Check("the model's price", "ok", f"{_said(price)}; those that come along are of {table.as_of}")


def _said(price: object) -> str:
    parts = [f"{getattr(price, part):f}" for part in ("tokens_in", "cached", "tokens_out")]
    return "{} in, {} cached, {} out, USD per million tokens".format(*parts)


def _budget(settings: Settings) -> Check:
    from sqlalchemy.exc import SQLAlchemyError

    from storage import DatabaseUnavailable, open_database

    about = "the model's budget"
    if settings.model_budget is None:
        advice = "Set SUPERCARGO_MODEL_BUDGET: a flood of messages costs whatever it costs."
        return Check(about, "warn", "no limit", advice)
    url = settings.database_url.get_secret_value() if settings.database_url else None
    try:
        with open_database(url, settings.home) as engine, engine.connect() as connection:
            spent = _spent_today(connection, settings)
    except (DatabaseUnavailable, OSError, SQLAlchemyError):
        # No database yet, or one of an older schema; the line about PostgreSQL says more.
        spent = Decimal(0)
    found = f"{spent:.2f} of {settings.model_budget} USD spent today"
    if spent >= settings.model_budget:
        return Check(about, "warn", found, "Replies are worded by templates until midnight, or raise it.")
    return Check(about, "ok", found)


def _spent_today(connection: Connection, settings: Settings) -> Decimal:
    from zoneinfo import ZoneInfo

    from knowledge.ingest.identity import shop_key
    from storage.model_calls import counted_since
    from storage.shops import serving_version

    version = serving_version(connection, shop_key(settings.shop))
    if version is None:
        return Decimal(0)
    now = datetime.now(UTC).astimezone(ZoneInfo(version.terms["company"]["timezone"]))
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return counted_since(connection, version.shop_id, midnight)


def _answer(model: AskedModel) -> Check:
    from bot.domain.asking import ModelTrouble
    from prompts.model import prompt

    about = "the model's answer"
    try:
        told = model.ask(prompt("check").ask())
    except ModelTrouble as trouble:
        advice = "Drafts are made from templates meanwhile. Check key, address and name of the model."
        return Check(about, "bad", f"none ({trouble})", advice)
    return Check(about, "ok", f"{told.model} answered in {told.ms:.0f} ms, in the shape that was asked for")
