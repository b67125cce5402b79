"""Plain text -> blocks: headings are short lines that stand out, as people write them without any markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.shop_folder.policies.blocks import Block, joined_lines, tidy
from knowledge.shop_folder.policies.markdown import markdown_blocks

_MARKDOWN_HEADING = re.compile(r"^#{1,4} \S", re.MULTILINE)
_UNDERLINE = re.compile(r"\s*([=\-~*_])\1{2,}\s*")
_ITEM = re.compile(r"\s*(?:[-*•·●▪○–]\s+|\(?\d{1,2}[.)、]\s*(?=\D)|\(?[a-z][.)]\s+)\S")
_NUMBERED = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)、]?|[IVX]{1,4}\.|[一二三四五六七八九十]{1,3}、|第.{1,3}[章条節])\s*\D"
)
_SENTENCE_END = (".", "!", "?", ";", ",", "。", "！", "？", "；", "，", "、", ":", "：")


def plain_text_blocks(text: str) -> list[Block]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    if _MARKDOWN_HEADING.search(text):
        return markdown_blocks(text)
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    blocks: list[Block] = []
    groups = [group for group in groups if group]
    for n, group in enumerate(groups):
        following = groups[n + 1][0] if n + 1 < len(groups) else None
        blocks += _group_blocks(group, following, first=n == 0)
    return blocks


def is_title_like(line: str) -> bool:
    """A short line that ends no sentence, begins no list entry and states no fact such as `Tel: 1`."""
    line = line.strip()
    words = line.split()
    if not line or len(line) > 80 or len(words) > 10 or line.endswith(_SENTENCE_END):
        return False
    letters = [char for char in line if char.isalpha()]
    if len(letters) < 2 or ":" in line or "：" in line or "@" in line or "|" in line or "\t" in line:
        return False
    return not letters[0].islower()


def _group_blocks(group: Sequence[str], following: str | None, first: bool) -> list[Block]:
    """The blocks of lines without an empty line between them."""
    blocks: list[Block] = []
    lines = list(group)
    while lines:
        line = lines[0]
        if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]) and len(line.strip()) <= 100:
            blocks.append(Block("heading", tidy(line), 1 if first and "=" in lines[1] else 2))
            lines = lines[2:]
        elif _UNDERLINE.fullmatch(line):
            lines = lines[1:]
        elif _is_heading(lines, following, alone=len(group) == 1):
            blocks.append(Block("heading", tidy(line), 1 if first and not blocks else 2))
            lines = lines[1:]
        else:
            count = _lines_of_one_block(lines)
            blocks.append(_text_block(lines[:count]))
            lines = lines[count:]
        first = False
    return blocks


def _is_heading(lines: Sequence[str], following: str | None, alone: bool) -> bool:
    line = lines[0].strip()
    if not is_title_like(line):
        return False
    after = lines[1] if len(lines) > 1 else following
    if after is None:
        return False
    if line.isupper() and len(line) > 3:
        return True
    if _NUMBERED.match(line):
        return not _ITEM.match(after)
    return alone and not _ITEM.match(line) and len(line) < 60


def _lines_of_one_block(lines: Sequence[str]) -> int:
    """How many of the lines belong to the first one: up to the next list entry, wrapped entries included."""
    count = 1
    while count < len(lines) and not _ITEM.match(lines[count]) and not _UNDERLINE.fullmatch(lines[count]):
        if is_title_like(lines[count]) and (lines[count].strip().isupper() or _NUMBERED.match(lines[count])):
            break
        count += 1
    return count


def _text_block(lines: Sequence[str]) -> Block:
    if _ITEM.match(lines[0]):
        return Block("item", joined_lines(lines))
    if len(lines) > 1 and max(len(line) for line in lines) < 60 and not lines[0].strip()[-1:].isalpha():
        return Block("paragraph", "\n".join(map(tidy, lines)))
    return Block("paragraph", joined_lines(lines))
