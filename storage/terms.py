"""A shop's terms (everything of it but items and freight rates) as JSON, and its freight rates as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import FreightRate, Shop
from storage.tables import FreightRateRow, ShopRow, ShopVersionRow

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_RATE = ("method", "min_kg", "max_kg", "base", "per_kg", "days_min", "days_max", "battery", "includes_duty")


def terms_to_json(shop: Shop) -> dict[str, Any]:
    """Amounts, percentages and dates become strings: a JSON number would not hold a Decimal."""
    bare = replace(shop, items=(), rates=())
    return cast(dict[str, Any], _adapter().dump_python(bare, mode="json"))


def terms_from_json(terms: dict[str, Any]) -> Shop:
    """The shop without items and rates. Terms that an older program stored get today's defaults."""
    return _adapter().validate_python(terms)


async def order_link(connection: AsyncConnection, shop_id: int) -> str | None:
    """The serving version's order link, as the shop wrote it."""
    found: str | None = (
        await connection.execute(
            select(ShopVersionRow.terms["payment"]["order_link"].astext)
            .join(ShopRow, ShopRow.serving_version_id == ShopVersionRow.id)
            .where(ShopRow.id == shop_id)
        )
    ).scalar()
    return found


@cache
def _adapter() -> TypeAdapter[Shop]:
    from pydantic import TypeAdapter

    return TypeAdapter(Shop)


def add_rates(connection: Connection, version_id: int, rates: Sequence[FreightRate]) -> None:
    rows = [
        {
            "version_id": version_id,
            "ordinal": ordinal,
            "countries": list(rate.countries),
            **{name: getattr(rate, name) for name in _RATE},
        }
        for ordinal, rate in enumerate(rates)
    ]
    if rows:
        connection.execute(insert(FreightRateRow), rows)


def read_rates(connection: Connection, version_id: int) -> tuple[FreightRate, ...]:
    rows = connection.execute(
        select(FreightRateRow.countries, *(getattr(FreightRateRow, name) for name in _RATE))
        .where(FreightRateRow.version_id == version_id)
        .order_by(FreightRateRow.ordinal)
    ).mappings()
    return tuple(
        FreightRate(countries=tuple(row["countries"]), **{name: row[name] for name in _RATE}) for row in rows
    )
