"""The policy files of a shop folder -> documents with their passages."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from knowledge.shop_folder.files import read_bytes, relative_name
from knowledge.shop_folder.policies.blocks import Block, NoText
from knowledge.shop_folder.policies.passages import document_passages
from knowledge.shop_folder.reading import Complaints, PolicyDocument
from knowledge.shop_folder.table import UnreadableFile
from knowledge.shop_folder.text_file import decoded


def read_policies(
    root: Path, paths: Sequence[Path], complaints: Complaints, known: Sequence[PolicyDocument] = ()
) -> tuple[PolicyDocument, ...]:
    """All documents that give text; the others are reported with what to do about them.

    Those of `known` whose bytes are the same are taken as they were: a long PDF takes seconds to read.
    """
    unchanged = {(document.path, document.sha256): document for document in known}
    documents = []
    for path in paths:
        name = relative_name(root, path)
        try:
            data = read_bytes(path, name)
            fingerprint = hashlib.sha256(data).hexdigest()
            if (name, fingerprint) in unchanged:
                documents.append(unchanged[name, fingerprint])
                continue
            blocks = _blocks(path, name, data, complaints)
        except (NoText, UnreadableFile) as error:
            complaints.refuse(name, None, None, None, f"a document with text; {error}")
            continue
        passages = document_passages(name, blocks)
        if not passages:
            complaints.warn(name, None, "the document is empty")
            continue
        documents.append(PolicyDocument(name, fingerprint, passages))
    return tuple(documents)


def _blocks(path: Path, name: str, data: bytes, complaints: Complaints) -> list[Block]:
    suffix = path.suffix.casefold()
    if suffix == ".pdf":
        from knowledge.shop_folder.policies.pdf import pdf_blocks

        blocks, pages_without_text = pdf_blocks(data)
        if pages_without_text:
            complaints.warn(
                name, None,
                f"no text on page {', '.join(map(str, pages_without_text[:20]))}: nothing is read from there"
                " (pictures of text need text recognition, OCR)",
            )  # fmt: skip
        return blocks
    if suffix == ".docx":
        from knowledge.shop_folder.policies.word import word_blocks

        return word_blocks(data)
    text, _ = decoded(data, name)
    if suffix in (".html", ".htm"):
        from knowledge.shop_folder.policies.web_page import html_blocks

        return html_blocks(text)
    if suffix == ".txt":
        from knowledge.shop_folder.policies.plain_text import plain_text_blocks

        return plain_text_blocks(text)
    from knowledge.shop_folder.policies.markdown import markdown_blocks

    return markdown_blocks(text)
