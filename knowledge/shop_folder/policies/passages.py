"""Blocks -> passages: one section each, long ones cut at sentence ends, lists kept with their lead-in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.shop_folder.policies.blocks import Block
from knowledge.shop_folder.policies.language import passage_languages
from knowledge.shop_folder.reading import Passage

LONGEST_PASSAGE = 900
"""Characters."""
_LONGEST_LEAD_IN = 240
_NO_END = (
    "no",
    "No",
    "nr",
    "Nr",
    "art",
    "Art",
    "max",
    "Max",
    "min",
    "Min",
    "approx",
    "ca",
    "e.g",
    "i.e",
    "pcs",
    "vs",
)
"""What a full stop behind abbreviates."""
_SENTENCE_ENDS = [
    r"(?<=[.!?؟।])" + "".join(rf"(?<!\b{re.escape(word)}\.)" for word in _NO_END) + r"\s+(?=[^\sa-z])",
    r"(?<=[。！？；])",
    r"(?<=[;,،，、])\s*",
    r"\s+",
    "",
]


@dataclass(slots=True)
class _Section:
    heading: str
    slug: str
    blocks: list[Block] = field(default_factory=list)


def document_passages(path: str, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """All passages of a document in its order; `path` stands in their sources."""
    title, sections = _sections(path, blocks)
    cut = [(section, text) for section in sections for text in _texts(section.blocks)]
    languages = passage_languages([text for _, text in cut])
    return tuple(
        Passage(f"{path}#{section.slug}", section.heading, text, language, ordinal, title)
        for ordinal, ((section, text), language) in enumerate(zip(cut, languages, strict=True))
    )


def slug(heading: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", heading.casefold()))[:80].strip("-") or "text"


def _sections(path: str, blocks: Sequence[Block]) -> tuple[str, list[_Section]]:
    headings = [block for block in blocks if block.kind == "heading"]
    top = min((block.level for block in headings), default=0)
    only_one = sum(1 for block in headings if block.level == top) == 1
    starts = bool(blocks) and blocks[0].kind == "heading" and blocks[0].level == top
    title = blocks[0].text if only_one and starts else ""
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    sections = [_Section(title, slug(title or stem))]
    used = {sections[0].slug: 1}
    trail: list[Block] = []
    for n, block in enumerate(blocks):
        if block.kind != "heading":
            sections[-1].blocks.append(block)
            continue
        if n == 0 and title:
            continue
        trail = [above for above in trail if above.level < block.level and above.level > 0] + [block]
        own = slug(block.text)
        used[own] = used.get(own, 0) + 1
        name = own if used[own] == 1 else f"{own}-{used[own]}"
        sections.append(_Section(" > ".join(above.text for above in trail), name))
    return title, [section for section in sections if section.blocks]


def _texts(blocks: Sequence[Block]) -> list[str]:
    """The section's text in parts of at most LONGEST_PASSAGE characters."""
    if sum(len(block.text) + 1 for block in blocks) <= LONGEST_PASSAGE:
        return ["\n".join(block.text for block in blocks)]
    parts: list[str] = []
    for piece in _pieces(blocks):
        if parts and len(parts[-1]) + 1 + len(piece) <= LONGEST_PASSAGE:
            parts[-1] = f"{parts[-1]}\n{piece}"
        else:
            parts.append(piece)
    return parts


def _pieces(blocks: Sequence[Block]) -> list[str]:
    """Paragraphs, and lists or tables with their lead-in, none longer than a passage."""
    pieces: list[str] = []
    position = 0
    while position < len(blocks):
        end = position + 1
        while end < len(blocks) and blocks[end].kind in ("item", "row"):
            end += 1
        group = blocks[position:end]
        position = end
        text = "\n".join(block.text for block in group)
        if len(text) <= LONGEST_PASSAGE:
            pieces.append(text)
        elif len(group) == 1:
            pieces += _cut(group[0].text)
        else:
            pieces += _cut_list(group)
    return pieces


def _cut_list(group: Sequence[Block]) -> list[str]:
    """A long list in several parts; a short lead-in stands before each."""
    lead_in = group[0].text if group[0].kind == "paragraph" and len(group[0].text) <= _LONGEST_LEAD_IN else ""
    entries = group[1:] if lead_in else group
    parts: list[str] = []
    for entry in entries:
        for text in _cut(entry.text, LONGEST_PASSAGE - len(lead_in) - 1):
            if parts and len(parts[-1]) + 1 + len(text) <= LONGEST_PASSAGE:
                parts[-1] = f"{parts[-1]}\n{text}"
            else:
                parts.append(f"{lead_in}\n{text}" if lead_in else text)
    return parts


def _cut(text: str, longest: int = LONGEST_PASSAGE) -> list[str]:
    if len(text) <= longest:
        return [text]
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(
        chunk_size=longest,
        chunk_overlap=0,
        separators=_SENTENCE_ENDS,
        is_separator_regex=True,
        keep_separator="end",
    )
    return [part.strip() for part in splitter.split_text(text) if part.strip()]
