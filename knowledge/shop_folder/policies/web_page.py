"""HTML -> blocks, without navigation, scripts, styles and page footers."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from knowledge.shop_folder.policies.blocks import Block, table_rows, tidy

_JUNK = (
    "nav, style, script, noscript, template, footer, aside, form, button, iframe, svg, dialog, [hidden],"
    ' [aria-hidden="true"], [role="navigation"], [role="banner"] nav, head'
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
        "img",
        "-text",
    ]
)


def html_blocks(text: str) -> list[Block]:
    parser = LexborHTMLParser(text)
    title = parser.css_first("head > title")
    title_text = tidy(title.text()) if title is not None else ""
    for node in parser.css(_JUNK):
        node.decompose()
    body = parser.body
    if body is None:
        return []
    blocks: list[Block] = []
    _walk(body, blocks)
    if title_text and not any(block.kind == "heading" and block.level == 1 for block in blocks):
        blocks.insert(0, Block("heading", title_text, 1))
    return blocks


def _walk(node: LexborNode, blocks: list[Block]) -> None:
    """Adds what stands in `node`, in reading order; loose words between block elements are paragraphs."""
    loose: list[str] = []

    def flush() -> None:
        if words := tidy("".join(loose)):
            blocks.append(Block("paragraph", words))
        loose.clear()

    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag in _INLINE:
            loose.append(_words(child))
            continue
        if tag.startswith(("-", "!")):
            continue
        flush()
        if tag in _HEADINGS:
            if words := tidy(_words(child)):
                blocks.append(Block("heading", words, _HEADINGS[tag]))
        elif tag == "table":
            blocks += _table(child)
        elif tag in ("ul", "ol", "menu"):
            _list(child, tag == "ol", blocks)
        elif tag == "dl":
            _definitions(child, blocks)
        elif tag in ("p", "pre", "caption", "figcaption", "summary"):
            if words := tidy(_words(child)):
                blocks.append(Block("paragraph", words))
        else:
            _walk(child, blocks)
    flush()


def _words(node: LexborNode) -> str:
    if node.tag == "-text":
        return node.text(deep=False)
    if node.tag == "br":
        return " "
    inner = "".join(_words(child) for child in node.iter(include_text=True))
    address = (node.attributes.get("href") or "") if node.tag == "a" else ""
    if address.startswith(("http://", "https://")) and inner.strip() and inner.strip() not in address:
        return f"{inner} ({address})"
    return inner


def _list(node: LexborNode, numbered: bool, blocks: list[Block]) -> None:
    for number, item in enumerate((child for child in node.iter() if child.tag == "li"), 1):
        inner: list[Block] = []
        _walk(item, inner)
        mark = f"{number}. " if numbered else "- "
        for block in inner:
            if block.kind == "paragraph":
                blocks.append(Block("item", f"{mark}{block.text}"))
                mark = ""
            else:
                blocks.append(block)


def _definitions(node: LexborNode, blocks: list[Block]) -> None:
    term = ""
    for child in node.iter():
        words = tidy(_words(child))
        if child.tag == "dt":
            term = words
        elif words:
            blocks.append(Block("item", f"{term.rstrip(':')}: {words}" if term else words))


def _table(node: LexborNode) -> list[Block]:
    rows: list[list[str]] = []
    carried: dict[int, tuple[int, str]] = {}
    for row in node.css("tr"):
        cells: list[str] = []
        for cell in (child for child in row.iter() if child.tag in ("td", "th")):
            _take_carried(carried, cells)
            words = tidy(_words(cell))
            width = _span(cell, "colspan")
            if (height := _span(cell, "rowspan")) > 1:
                carried.update({len(cells) + n: (height - 1, words) for n in range(width)})
            cells += [words] * width
        _take_carried(carried, cells)
        rows.append(cells)
    caption = node.css_first("caption")
    title = [Block("paragraph", tidy(_words(caption)))] if caption is not None else []
    return title + table_rows(rows)


def _take_carried(carried: dict[int, tuple[int, str]], cells: list[str]) -> None:
    """Cells that reach down from rows above stand in this row too."""
    while (held := carried.get(len(cells))) is not None:
        rows_left, words = held
        if rows_left == 1:
            del carried[len(cells)]
        else:
            carried[len(cells)] = (rows_left - 1, words)
        cells.append(words)


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or "1"
    return min(int(value), 100) if value.isdecimal() and int(value) > 0 else 1
