"""Policy documents as they are stored."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from knowledge.ingest.texts import passage_text, text_hash
from knowledge.shop_folder import Passage, PolicyDocument
from storage.passages import StoredDocument, StoredPassage


def stored_documents(policies: Sequence[PolicyDocument]) -> tuple[StoredDocument, ...]:
    return tuple(_document(policy) for policy in policies)


def _document(policy: PolicyDocument) -> StoredDocument:
    passages = tuple(
        StoredPassage(
            id=_passage_id(policy.path, passage),
            source=passage.source,
            heading=passage.heading,
            text=passage.text,
            language=passage.language,
            title=passage.title,
            ordinal=passage.ordinal,
            text_hash=text_hash(passage_text(passage)),
        )
        for passage in policy.passages
    )
    content = repr((policy.path, policy.sha256, passages))
    return StoredDocument(_hash(content), policy.path, policy.sha256, passages)


def _passage_id(path: str, passage: Passage) -> str:
    return _hash(repr((path, passage.ordinal, passage.heading, passage.text)))[:20]


def _hash(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:40]
