"""The policy documents of a version, for people who read them."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.passages import StoredDocument, read_documents


async def documents(connection: AsyncConnection, version_id: int) -> tuple[StoredDocument, ...]:
    """The documents of a version in the shop's order, with their passages."""
    return await connection.run_sync(read_documents, version_id)
