"""Numbers that are an account by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdnum import bic

from bot.steps.guard.bank.proven import clabe_is_valid
from bot.steps.guard.bank.runs import Run
from bot.steps.guard.phrases import phrases
from bot.steps.guard.terms import Readings, hits, terms
from bot.steps.guard.units import counts_something, says_percent

Span = tuple[int, int]

_STRENGTH = (
    "account", "swift", "handle", "wallet", "bank", "other_number", "account_tight", "handle_tight", "pay",
)  # fmt: skip
"""Kinds of labels; of two in one place that are as long the earlier one counts."""
_BEFORE = 90
"""Characters before a number in which its label stands."""
_QUIET = 34
_AFTER = 30
_LINES = 3
_LONG = 8
"""Digits of a number that is an account where money is spoken of, though no word says so."""
_TIGHT = re.compile(r"[\s:#.=№\-–—>→*|(]{0,6}(?:n[or]?[.°º]? ?|no\.? ?|number:? ?|номер:? ?)?[\s:#.=№(]{0,3}")
_MONEY = r"USD|EUR|GBP|CNY|RMB|JPY|INR|RUB|TRY|PLN|VND|IDR|BRL|MXN"
_CURRENCY_BEFORE = re.compile(rf"(?:[$€£¥₹₽₺₫₴₩]|\b(?:{_MONEY})) ?$")
_CURRENCY_AFTER = re.compile(rf" ?(?:[$€£¥₹₽₺₫₴₩元円]|(?:{_MONEY}|dollars?|euros?|руб|zł|đ)\b)")
_PHONE = re.compile(r"(?:\+|\b00) ?\(?$")
_SENTENCE_END = re.compile(r"[.!?。！？।](?:\s|$)|\n\s*\n")
_CODES = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{4}0[A-Z0-9]{6}|[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3}|XXX)?)(?![A-Za-z0-9])"
)
_INDIAN_BANKS = frozenset(phrases("bank_codes")["ifsc"])
_SMALL_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{6}[A-Za-z0-9]{2}(?:[A-Za-z0-9]{3})?(?![A-Za-z0-9])")
_SPLIT_CODE = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z0-9][ .\-_]{1,2}){7,10}[A-Z0-9](?![A-Za-z0-9])"
                         r"|(?<![A-Za-z0-9])[A-Z]{4}[ .\-][A-Z]{2}[ .\-][A-Z0-9]{2}(?:[ .\-][A-Z0-9]{3})?"
                         r"(?![A-Za-z0-9])")  # fmt: skip
_SWIFT = re.compile(r"swift|\bbic\b|с\W?в\W?и\W?ф\W?т|سويفت|स्विफ्ट|スイフト|スウィフト", re.IGNORECASE)
_MASKED = re.compile(r"(?<![\w])[*xX•]{2,}[ *xX•\-]*\d{3,4}(?!\d)")
_LETTERED = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z0-9\-]{0,12}(?:\d[A-Z0-9]{0,4}[ \-]?){5})[A-Z]{1,4}[ \-]?\d[A-Z0-9]*"
    r"(?:[ \-][A-Z0-9]+){0,8}(?![A-Za-z0-9])"
)


@dataclass(frozen=True, slots=True)
class Label:
    kind: str
    start: int
    end: int


def codes_in(text: str) -> bool:
    """Whether anything stands there that may be a bank's code or a number with letters or gaps in it."""
    return any(pattern.search(text) for pattern in (_CODES, _MASKED, _LETTERED, _SWIFT))


def labels(readings: Readings) -> list[Label]:
    """Every label of `phrases/bank.txt` in the text; where two overlap, the longer one alone."""
    found = [Label(hit.concept, hit.start, hit.end) for hit in hits(readings, terms("bank"))]
    # Of one place the tight kind is the weaker: a word may stand in both lists with another ending.
    found.sort(key=lambda label: (label.start - label.end, _STRENGTH.index(label.kind), label.start))
    kept: list[Label] = []
    taken = bytearray(len(readings.text) + 1)
    for label in found:
        if not any(taken[label.start : label.end]):
            taken[label.start : label.end] = b"\1" * (label.end - label.start)
            kept.append(label)
    return sorted(kept, key=lambda label: label.start)


def labelled(text: str, numbers: Sequence[Run], known: list[Label]) -> Iterator[Span]:
    """Places of `text` (see `runs.with_digits`) where words make a number an account's."""
    codes = list(_codes(text, known))
    yield from codes
    ends = {end for _, end in codes}
    for run in numbers:
        if _is_account(text, run, known) or any(_goes_on(text, end, run, known) for end in ends):
            yield run.start, run.end
            ends.add(run.end)
    for pattern in (_MASKED, _LETTERED):
        for match in pattern.finditer(text):
            nearest = nearest_label(text, match.start(), known)
            if nearest is not None and nearest.kind in ("account", "account_tight") and (
                match.start() - nearest.end <= 20 or pattern is _MASKED
            ):  # fmt: skip
                yield match.span()


def _is_account(text: str, run: Run, known: list[Label]) -> bool:
    if _counted(text, run):
        return False
    nearest = nearest_label(text, run.start, known)
    kind = nearest.kind if nearest else ""
    if nearest is not None and kind in ("account", "account_tight"):
        directly = run.start - nearest.end <= 14
        if directly and not (run.amount and _CURRENCY_BEFORE.search(text, 0, run.start)):
            return not (run.amount and "," in text[run.start : run.end])
        return not run.amount and not run.date
    if kind == "other_number" or run.amount or run.date:
        return False
    if run.spelled and len(run.digits) >= _LONG:
        return True  # nobody writes a parcel's number in words
    behind = _behind(text, run, known)
    if behind is not None:
        return True
    if run.split and len(run.digits) >= _LONG:
        return True  # or with a blank behind every digit
    phone = _PHONE.search(text, max(0, run.start - 3), run.start) is not None
    if kind in ("bank", "swift"):
        return len(run.digits) >= 6 and not phone
    if kind in ("pay", "handle", "handle_tight") or _money_near(text, run, known):
        return (len(run.digits) >= _LONG or run.spelled) and not phone
    return clabe_is_valid(run.digits)


def _goes_on(text: str, end: int, run: Run, known: list[Label]) -> bool:
    """Whether `run` only continues the account that ends at `end`: a code and its account side by side."""
    between = text[end : run.start]
    return (
        0 < len(between) <= 3
        and "\n" not in between
        and len(run.digits) >= 6
        and not run.amount
        and not any(end <= label.start < run.start for label in known)
        and not _counted(text, run)
    )


def _counted(text: str, run: Run) -> bool:
    """A quantity with its unit, a percentage, or a plain sum of money."""
    if says_percent(text, run.end):
        return True
    if len(run.digits) <= 7 and counts_something(text, run.end):
        return True
    if _CURRENCY_AFTER.match(text, run.end):
        return len(run.digits) <= 9
    before = text[max(0, run.start - 6) : run.start]
    return len(run.digits) <= 9 and run.amount and _CURRENCY_BEFORE.search(before) is not None


def nearest_label(text: str, start: int, known: list[Label]) -> Label | None:
    """The label that a number at `start` belongs to: the nearest before it that reaches so far."""
    for label in reversed(known):
        if label.end > start:
            continue
        gap = start - label.end
        if gap > _BEFORE:
            return None
        between = text[label.end : start]
        if label.kind.endswith("_tight"):
            tight = _TIGHT.match(between)
            if tight is None or tight.end() != len(between):
                continue
        if between.count("\n") > _LINES or "\n\n" in between:
            return None
        if label.kind == "other_number" and not _names(between):
            continue
        if label.kind == "pay" and _SENTENCE_END.search(between):
            continue
        if label.kind == "account" and gap > 60:
            continue
        if label.kind == "wallet":
            continue
        return label
    return None


def _names(between: str) -> bool:
    """Whether the name of another number reaches over `between` to the number behind it."""
    if len(between) > _QUIET or _SENTENCE_END.search(between):
        return False
    return "\n" not in between or not any(char.isalnum() for char in between)


def _behind(text: str, run: Run, known: list[Label]) -> Label | None:
    """A label of accounts behind the number: "6222… is our account", "12345678 (account)"."""
    for label in known:
        if label.start < run.end:
            continue
        between = text[run.end : label.start]
        if len(between) > _AFTER or _SENTENCE_END.search(between) or "\n" in between:
            return None
        if label.kind == "account":
            return label
        if label.kind == "other_number":
            return None
    return None


def _money_near(text: str, run: Run, known: list[Label]) -> bool:
    """Whether the paragraph speaks of a bank or of paying, with no other number's name before this one."""
    begin = max(text.rfind("\n\n", 0, run.start), run.start - 160)
    end = text.find("\n\n", run.end)
    end = min(len(text) if end < 0 else end, run.end + 70)
    found = False
    for label in known:
        if not (begin <= label.start and label.end <= end):
            continue
        low, high = sorted((label.end, run.start)) if label.end <= run.start else (run.end, label.start)
        between = text[low:high]
        # A word for paying belongs to its sentence, a bank's name to the whole paragraph.
        if label.kind == "other_number" and label.end <= run.start and "\n" not in between:
            return False
        if label.kind in ("bank", "swift", "account"):
            found = True
        if label.kind == "pay" and _SENTENCE_END.search(between) is None:
            found = True
    return found


def _codes(text: str, known: list[Label]) -> Iterator[Span]:
    """Bank codes: SWIFT by its word, or in the company of other words of banking."""
    for match in _CODES.finditer(text):
        code = match[0]
        if len(code) == 11 and code[4] == "0" and code[:4].isalpha() and any(c.isdigit() for c in code[5:]):
            if code[:4] in _INDIAN_BANKS or _kinds(text, match.start(), match.end(), known, 160) & {
                "account",
                "bank",
                "pay",
                "swift",
            }:
                yield match.span()
            continue
        if not bic.is_valid(code):
            continue
        near = _kinds(text, match.start(), match.end(), known, 120)
        if "swift" in near or ("bank" in near and "account" in near):
            yield match.span()
    for label in known:
        if label.kind != "swift":
            continue
        behind = text[label.end : label.end + 40]
        if (split := _SPLIT_CODE.search(behind)) is not None:
            yield label.end + split.start(), label.end + split.end()
        small = _SMALL_CODE.search(behind)
        if small is not None and re.search(r"[:=：]", behind[: small.start()]) and bic.is_valid(small[0]):
            yield label.end + small.start(), label.end + small.end()


def _kinds(text: str, start: int, end: int, known: list[Label], reach: int) -> set[str]:
    begin = max(start - reach, text.rfind("\n\n", 0, start))
    return {label.kind for label in known if begin <= label.start and label.end <= end + reach}
