"""A finished text as points to be worded anew: whatever it states is a token that stays.

What the guard reads in the text (amounts, quantities, dates, percentages, certificates, terms of delivery,
links, article numbers) and what the shop's data name becomes a token; what says no, promises, or speaks of
ways to pay stays as whole sentences; lists and finished passages of the reply stay as they are. So the words
that are left state nothing that anybody could get wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.domain.fence import harmless
from bot.domain.plan import AllowedFacts, ReplyPlan
from bot.steps.guard import check
from bot.steps.guard.terms import says_no, sentences_of
from bot.steps.guard.units import unit_end
from bot.steps.write.points import ASKS, Brief, Point, brief
from bot.steps.write.tokens import (
    AMOUNT,
    BLOCK,
    DATE,
    NUMBER,
    PERCENT,
    QUANTITY,
    TOKEN,
    WORDS,
    Token,
    filled,
    named,
    without_tokens,
)
from bot.steps.write.worded import Part

_KINDS = {"unsupported_amount": AMOUNT, "unsupported_percentage": PERCENT, "unsupported_date": DATE,
          "unsupported_number": NUMBER}  # fmt: skip
_WHOLE = frozenset({"unsupported_promise", "confidential_terms", "off_platform_payment", "template_error"})
"""What is said by a sentence, not by a word of it."""
_LISTED = re.compile(r"^\s*(?:[•*·–\-]|\d{1,2}[.)、])\s", re.MULTILINE)
_FIGURE = re.compile(r"\S*\d\S*")
_PARTS = re.compile(r"\n[ \t]*\n")
BEGINS = "paragraph"
"""Subject of a point that begins a paragraph; the others are further lines of one."""
_OPENING, _CLOSING = 60, 120
"""Characters of a greeting and of a signature, at most."""
_GREETS = re.compile(r"[,:!，：！、]$|^\S+$")


class Holder:
    """The tokens of one text. Each place has its own, also where two say the same."""

    def __init__(self) -> None:
        self.tokens: dict[str, Token] = {}
        self._counts: dict[str, int] = {}

    def hold(self, kind: str, text: str) -> str:
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        name = f"{kind}{number}"
        self.tokens[name] = Token(name, text)
        return f"{{{{{name}}}}}"


def passages_of(plan: ReplyPlan) -> tuple[str, ...]:
    """The finished passages of a reply by the templates, longest first: no model words them."""
    blocks = {token.text for token in brief(plan).tokens.values() if token.kind == BLOCK}
    return tuple(sorted(blocks, key=lambda text: (-len(text), text)))


def without_facts(plan: ReplyPlan) -> ReplyPlan:
    """`plan` that holds nothing: whatever the guard finds then is stated by the text."""
    return replace(plan, facts=AllowedFacts(), moves=(), buyer_name=None, never=())


def held(text: str, plan: ReplyPlan, passages: Iterable[str] = ()) -> Brief:
    """The points of `text`: its lines, every statement a token, greeting and signature apart."""
    paragraphs = [each.strip() for each in _PARTS.split(unicodedata.normalize("NFC", text)) if each.strip()]
    opening = closing = ""
    if len(paragraphs) > 1 and _greets(paragraphs[0]):
        opening = paragraphs.pop(0)
    if len(paragraphs) > 1 and _closes(paragraphs[-1]):
        closing = paragraphs.pop()
    holder, bare = Holder(), without_facts(plan)
    known = tuple(passages)
    said: list[tuple[str, bool]] = []
    for paragraph in paragraphs:
        for block in known:
            paragraph = _each_place(paragraph, re.escape(block), holder, BLOCK)
        if _is_list(paragraph):
            said.append((holder.hold(BLOCK, _as_it_was(paragraph, holder.tokens)), True))
            continue
        lines = [_line(line, plan, bare, holder) for line in paragraph.split("\n") if line.strip()]
        said += [(line, number == 0) for number, line in enumerate(lines)]
    points = tuple(_point(number, *each) for number, each in enumerate(said, 1))
    tokens = {name: holder.tokens[name] for point in points for name in point.tokens}
    return Brief(points, tokens, opening, closing)


def _point(number: int, says: str, begins: bool) -> Point:
    own = without_tokens(says)
    finished = not any(char.isalpha() for char in own)
    subject = BEGINS if begins else "next line"
    return Point(f"P{number}", subject, says, finished, question=ASKS.search(own) is not None)


def _line(line: str, plan: ReplyPlan, bare: ReplyPlan, holder: Holder) -> str:
    """One line with a token for everything that it states; the words that are left are harmless."""
    for name in sorted(_names(plan), key=len, reverse=True):
        line = _each_place(line, _bounded(name), holder, WORDS)
    told = []
    for begin, end in sentences_of(line):
        sentence = line[begin:end]
        whole = any(each.rule in _WHOLE for each in check(without_tokens(sentence), bare))
        if whole or says_no(without_tokens(sentence)):
            blank = " " if sentence[:1].isspace() else ""
            told.append(blank + holder.hold(BLOCK, _as_it_was(sentence, holder.tokens).strip()))
        else:
            told.append(sentence)
    line = "".join(told)
    found = check(without_tokens(line), bare)
    for each in sorted(found, key=lambda finding: -len(finding.excerpt)):
        if each.rule != "wrong_language" and each.excerpt.strip("… "):
            kind = _KINDS.get(each.rule, WORDS)
            line = _each_place(line, _bounded(each.excerpt), holder, kind, with_unit=kind == NUMBER)
    line = _each_place(line, _FIGURE.pattern, holder, WORDS)
    return _between(line.strip(), harmless)


def _each_place(line: str, pattern: str, holder: Holder, kind: str, *, with_unit: bool = False) -> str:
    """`line` with a token at every place of `pattern` that is not in a token."""
    found = re.compile(pattern)

    def marked(part: str) -> str:
        told, at = [], 0
        for match in found.finditer(part):
            if match.start() < at:
                continue
            end = unit_end(part, match.end()) if with_unit else match.end()
            unit = kind if end == match.end() else QUANTITY
            told += [part[at : match.start()], holder.hold(unit, part[match.start() : end])]
            at = end
        return "".join((*told, part[at:]))

    return _between(line, marked)


def _between(line: str, change: Callable[[str], str]) -> str:
    """`line` with its words changed and its tokens as they are."""
    told, at = [], 0
    for token in TOKEN.finditer(line):
        told += [change(line[at : token.start()]), token[0]]
        at = token.end()
    return "".join((*told, change(line[at:])))


def _as_it_was(line: str, tokens: dict[str, Token]) -> str:
    return TOKEN.sub(lambda token: tokens[token[1]].text, line)


def _names(plan: ReplyPlan) -> set[str]:
    """What the shop or the buyer has named, as it stands in a reply."""
    return {text for text in (*plan.facts.verbatim, *plan.facts.skus) if len(text) > 2 and "\n" not in text}


def _bounded(text: str) -> str:
    """`text` where it is no part of a longer word or number."""
    before = r"(?<![^\W_])(?<!\d[.,])" if text[:1].isascii() and text[:1].isalnum() else ""
    after = r"(?![^\W_]|[.,]\d)" if text[-1:].isascii() and text[-1:].isalnum() else ""
    return f"{before}{re.escape(text)}{after}"


def _is_list(paragraph: str) -> bool:
    """Lines that belong together: items, or rows with figures."""
    lines = paragraph.split("\n")
    figures = sum(any(char.isdigit() for char in TOKEN.sub("", line)) for line in lines)
    return len(lines) > 1 and (_LISTED.search(paragraph) is not None or figures > 1)


def _greets(paragraph: str) -> bool:
    return len(paragraph) <= _OPENING and "\n" not in paragraph and _GREETS.search(paragraph) is not None


def _closes(paragraph: str) -> bool:
    short = len(paragraph) <= _CLOSING and ASKS.search(paragraph) is None
    return short and paragraph.count("\n") <= 3 and not any(char.isdigit() for char in paragraph)


def put_together(parts: Sequence[Part], brief: Brief) -> str:
    """The whole text, in the paragraphs that it had. KeyError for a token or point that there is not."""
    begins = {point.id: point.subject == BEGINS for point in brief.points}
    text = brief.opening
    for part in parts:
        apart = "\n\n" if begins[part.points[0]] else "\n"
        text += f"{apart if text else ''}{filled(part.text, brief.tokens).strip()}"
    return f"{text}\n\n{brief.closing}" if brief.closing else text


def given_once(parts: Sequence[str], brief: Brief) -> list[str]:
    """The tokens of `brief` that do not stand exactly once in `parts`."""
    used = [name for part in parts for name in named(part)]
    return [name for name in brief.tokens if used.count(name) != 1]
