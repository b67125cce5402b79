"""Policy documents and their passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, BIGINT

from storage.storable import storable
from storage.tables import PassageRow, PolicyDocumentRow, VersionDocumentRow


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A section of a policy. `id` is the same in every version of the shop that holds it."""

    id: str
    source: str
    """`path#heading`."""
    heading: str
    text: str
    language: str
    title: str
    """The document's own title, "" where it has none."""
    ordinal: int
    """Counts from 0 through the document."""
    text_hash: str


@dataclass(frozen=True, slots=True)
class StoredDocument:
    content_hash: str
    path: str
    sha256: str
    passages: tuple[StoredPassage, ...]


def known_documents(connection: Connection, shop_id: int) -> dict[str, int]:
    """content_hash -> id, of every document content that the shop still keeps."""
    rows = connection.execute(
        select(PolicyDocumentRow.content_hash, PolicyDocumentRow.id).where(
            PolicyDocumentRow.shop_id == shop_id
        )
    )
    return {row.content_hash: row.id for row in rows}


def add_document(connection: Connection, shop_id: int, document: StoredDocument) -> int:
    """Store a new document content with its passages; returns its id."""
    document_id: int = connection.execute(
        insert(PolicyDocumentRow)
        .values(
            shop_id=shop_id,
            content_hash=document.content_hash,
            path=document.path,
            sha256=document.sha256,
        )
        .returning(PolicyDocumentRow.id)
    ).scalar_one()
    if document.passages:
        connection.execute(
            insert(PassageRow),
            [
                {
                    "document_id": document_id,
                    "ordinal": passage.ordinal,
                    "id": passage.id,
                    "source": passage.source,
                    "heading": storable(passage.heading),
                    "title": storable(passage.title),
                    "text": storable(passage.text),
                    "language": passage.language,
                    "text_hash": passage.text_hash,
                }
                for passage in document.passages
            ],
        )
    return document_id


def attach_documents(
    connection: Connection,
    version_id: int,
    documents: Sequence[StoredDocument],
    ids: Mapping[str, int],
) -> None:
    """Make `documents`, in this order, the policies of a version; `ids` by content hash."""
    listed = literal([ids[document.content_hash] for document in documents], ARRAY(BIGINT))
    unnested = (
        func.unnest(listed).table_valued("item", with_ordinality="ordinal", name="listed").render_derived()
    )
    connection.execute(
        insert(VersionDocumentRow).from_select(
            ["version_id", "ordinal", "document_id"],
            select(literal(version_id), unnested.c.ordinal, unnested.c.item),
        )
    )


def read_passages(connection: Connection, version_id: int) -> tuple[StoredPassage, ...]:
    """All passages of a version, documents in the shop's order."""
    return tuple(
        passage for document in read_documents(connection, version_id) for passage in document.passages
    )


def read_documents(connection: Connection, version_id: int) -> tuple[StoredDocument, ...]:
    """The documents of a version in the shop's order, with their passages."""
    documents = connection.execute(
        select(
            PolicyDocumentRow.id,
            PolicyDocumentRow.content_hash,
            PolicyDocumentRow.path,
            PolicyDocumentRow.sha256,
        )
        .join(VersionDocumentRow, VersionDocumentRow.document_id == PolicyDocumentRow.id)
        .where(VersionDocumentRow.version_id == version_id)
        .order_by(VersionDocumentRow.ordinal)
    ).all()
    passages: dict[int, list[StoredPassage]] = defaultdict(list)
    rows = connection.execute(
        select(PassageRow.document_id, *(getattr(PassageRow, name) for name in StoredPassage.__slots__))
        .where(PassageRow.document_id.in_([document.id for document in documents]))
        .order_by(PassageRow.document_id, PassageRow.ordinal)
    )
    for document_id, *passage in rows:
        passages[document_id].append(StoredPassage(*passage))
    return tuple(
        StoredDocument(
            document.content_hash, document.path, document.sha256, tuple(passages.get(document.id, ()))
        )
        for document in documents
    )
