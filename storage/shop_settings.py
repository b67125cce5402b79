"""What managers have set for their shop, by name."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.desk_tables import ShopSettingRow


async def value(
    connection: AsyncConnection, shop_id: int, name: str, *, locked: bool = False
) -> dict[str, Any] | None:
    """What is set under `name`; None where nothing ever was. `locked`: until this transaction ends."""
    wanted = select(ShopSettingRow.value).where(
        ShopSettingRow.shop_id == shop_id, ShopSettingRow.name == name
    )
    found: dict[str, Any] | None = (
        await connection.execute(wanted.with_for_update() if locked else wanted)
    ).scalar()
    return found


async def beginning(connection: AsyncConnection, shop_id: int, prefix: str) -> list[dict[str, Any]]:
    """What is set under all names that begin so."""
    wanted = select(ShopSettingRow.value).where(
        ShopSettingRow.shop_id == shop_id, ShopSettingRow.name.startswith(prefix, autoescape=True)
    )
    return list((await connection.execute(wanted)).scalars())


async def put(
    connection: AsyncConnection,
    shop_id: int,
    name: str,
    held: dict[str, Any],
    at: datetime,
    staff_id: int | None = None,
) -> None:
    """Set `name`."""
    values = {"value": held, "changed_at": at, "changed_by": staff_id}
    await connection.execute(
        postgresql.insert(ShopSettingRow)
        .values(shop_id=shop_id, name=name, **values)
        .on_conflict_do_update(index_elements=["shop_id", "name"], set_=values)
    )
