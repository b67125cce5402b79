"""Markdown -> blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from knowledge.shop_folder.policies.blocks import Block, joined_lines, table_rows, tidy

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n---\s*\n", re.DOTALL)


def markdown_blocks(text: str) -> list[Block]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    tokens = parser.parse(_FRONT_MATTER.sub("", text.removeprefix("\ufeff").replace("\r\n", "\n")))
    return _Walk(tokens).blocks()


class _Walk:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.marks: list[str] = []
        """The mark of each list item that is open; "" once it was written."""
        self.in_cell = False
        self.table: list[list[str]] = []

    def blocks(self) -> list[Block]:
        found: list[Block] = []
        level = 0
        for token in self.tokens:
            kind = token.type
            if kind == "heading_open":
                level = int(token.tag[1])
            elif kind == "heading_close":
                level = 0
            elif kind == "list_item_open":
                self.marks.append(f"{token.info}{token.markup} " if token.info else "- ")
            elif kind == "list_item_close":
                self.marks.pop()
            elif kind == "table_open":
                self.table = []
            elif kind == "tr_open":
                self.table.append([])
            elif kind in ("th_open", "td_open"):
                self.in_cell = True
            elif kind in ("th_close", "td_close"):
                self.in_cell = False
            elif kind == "table_close":
                found += table_rows(self.table)
            elif kind == "inline":
                self._inline(token, level, found)
            elif kind in ("fence", "code_block"):
                found += [
                    Block("paragraph", tidy(line)) for line in token.content.splitlines() if line.strip()
                ]
            elif kind == "html_block":
                from knowledge.shop_folder.policies.web_page import html_blocks

                found += html_blocks(token.content)
        return found

    def _inline(self, token: Token, level: int, found: list[Block]) -> None:
        text = inline_text(token.children or [])
        if self.in_cell:
            self.table[-1].append(text)
        elif not text:
            return
        elif level:
            found.append(Block("heading", text, level))
        elif self.marks:
            found.append(Block("item", f"{self.marks[-1]}{text}"))
            self.marks[-1] = ""
        else:
            found.append(Block("paragraph", text))


def inline_text(children: Sequence[Token]) -> str:
    """The words without their marks; a link to the web keeps its address behind them."""
    parts: list[str] = []
    address, start = "", 0
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak") or (
            child.type == "html_inline" and child.content.casefold().startswith("<br")
        ):
            parts.append("\n")
        elif child.type == "link_open":
            address, start = str(child.attrs.get("href", "")), len(parts)
        elif child.type == "link_close":
            if address.startswith(("http://", "https://")) and "".join(parts[start:]) not in address:
                parts.append(f" ({address})")
            address = ""
    return joined_lines("".join(parts).split("\n"))
