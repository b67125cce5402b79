"""The serving terms of a shop (all but items and freight rates), on a transaction's own connection."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.facts import Shop
from storage.tables import ShopRow, ShopVersionRow
from storage.terms import terms_from_json


async def serving_terms(connection: AsyncConnection, shop_id: int) -> Shop:
    """As the newest version that was loaded says. LookupError where none was."""
    found = await connection.execute(
        select(ShopVersionRow.id, ShopVersionRow.terms)
        .join(ShopRow, ShopRow.serving_version_id == ShopVersionRow.id)
        .where(ShopRow.id == shop_id)
    )
    row = found.first()
    if row is None:
        raise LookupError(f"shop {shop_id} was never loaded")
    return _terms(_Version(row.id, row.terms))


class _Version:
    """Terms that are the same as long as their version is: read once."""

    def __init__(self, version_id: int, terms: dict[str, object]) -> None:
        self.version_id = version_id
        self.terms = terms

    def __hash__(self) -> int:
        return hash(self.version_id)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Version) and (other.version_id, other.terms) == (
            self.version_id,
            self.terms,
        )


@lru_cache(maxsize=64)
def _terms(version: _Version) -> Shop:
    return terms_from_json(version.terms)
