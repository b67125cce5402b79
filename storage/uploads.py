"""Uploads that wait for a manager's word: any replica of the web can load what another one has taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.upload_tables import UploadFileRow, UploadRow


async def add(
    connection: AsyncConnection, shop_id: int, number: str, removed: Sequence[str], at: datetime
) -> None:
    """An upload without its files."""
    await connection.execute(
        insert(UploadRow).values(number=number, shop_id=shop_id, removed=list(removed), kept_at=at)
    )


async def add_file(connection: AsyncConnection, number: str, path: str, content: bytes) -> None:
    await connection.execute(insert(UploadFileRow).values(number=number, path=path, content=content))


async def kept(connection: AsyncConnection, shop_id: int, number: str) -> tuple[list[str], list[str]] | None:
    """(paths of its files, paths that go away); None where it is not there any more."""
    removed: list[str] | None = (
        await connection.execute(
            select(UploadRow.removed).where(UploadRow.number == number, UploadRow.shop_id == shop_id)
        )
    ).scalar()
    if removed is None:
        return None
    paths = await connection.execute(
        select(UploadFileRow.path).where(UploadFileRow.number == number).order_by(UploadFileRow.path)
    )
    return list(paths.scalars()), removed


async def content(connection: AsyncConnection, number: str, path: str) -> bytes:
    """The bytes of one file. NoResultFound where it is not there."""
    found: bytes = (
        await connection.execute(
            select(UploadFileRow.content).where(UploadFileRow.number == number, UploadFileRow.path == path)
        )
    ).scalar_one()
    return found


async def drop(connection: AsyncConnection, number: str) -> None:
    await connection.execute(delete(UploadRow).where(UploadRow.number == number))


async def drop_before(connection: AsyncConnection, shop_id: int, before: datetime) -> int:
    """Drop what has waited since `before` or longer; how many uploads."""
    gone = await connection.execute(
        delete(UploadRow).where(UploadRow.shop_id == shop_id, UploadRow.kept_at < before)
    )
    return gone.rowcount
