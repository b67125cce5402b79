"""What a figure that a person wrote is about: a price, a term of this sale, a rule, or the goods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.figures import figures
from bot.domain.fold import fold
from bot.lessons.claims import Claim
from bot.lessons.subjects import GOODS, STRONG, clause, subjects

if TYPE_CHECKING:
    from bot.lessons.sorting import Kind

_TIME = re.compile(
    r"(?:days?|weeks?|months?|years?|hours?|dias?|semanas?|mes(?:es)?|anos?|horas?|jours?|semaines?|mois|ans?"
    r"|tag\w*|woche\w*|monat\w*|jahr\w*|stunde\w*|\w*tage\w*|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|or[ae]"
    r"|дн\w+|день|недел\w+|месяц\w*|год\w*|лет|час\w*|сут\w+|يوم\w*|ايام|اسبوع|اسابيع|شهر\w*|اشهر|شهور|سنه|سنوات"
    r"|ساعه|gun\w*|hafta\w*|ay\w*|yil\w*|saat\w*|dni\w*|dzien|tygodni\w*|miesi\w+|lat\w*|rok\w*|godzin\w*|hari"
    r"|minggu|bulan|tahun|jam|ngay|tuan|thang|nam|gio|दिन\S*|सप्ताह|हफ\S*|महीन\S*|माह|साल|वर्ष|घंट\S*"
    r"|天|个?工作日|周|星期|个?月|年|小时|日間?|営業日|週間?|か月|ヶ月|カ月|年間?|時間)"
)
_NUMBER = re.compile(r"\d[\d.,]*")


def kind_of_figure(claim: Claim, text: str, language: str) -> Kind:
    """By the words around the figure; those of its own clause count before the sentence's."""
    near = clause(text, claim.excerpt)
    here, whole = subjects(near, language), subjects(text, language)
    if claim.rule == "unsupported_amount":
        return "price_exception"
    if claim.rule == "unsupported_percentage":
        return _percentage(here, whole)
    if claim.rule == "unsupported_date":
        return "policy" if whole & {"shop_closed", "rules"} else "fact"
    if "free" in here and "rules" not in whole:
        return "price_exception"
    if "minimum" in here or ("minimum" in whole and not _is_time(near, claim.excerpt)):
        return "price_exception"
    if _is_time(near, claim.excerpt):
        return _time(here, whole)
    if "rules" in here:
        return "policy"
    if "credit" in here:
        return "price_exception"
    if _has_unit(near, claim.excerpt):
        return "fact"
    if "price" in here and not here & GOODS:
        # 2.80 each, without a currency.
        return "price_exception"
    return "fact"


def _percentage(here: frozenset[str], whole: frozenset[str]) -> Kind:
    for about in (here, whole):
        if "rules" in about or about & {"duty", "insurance"}:
            return "policy"
        if about & {"discount", "deposit", "credit", "price"}:
            return "price_exception"
        if about & (GOODS | {"goods"}):
            return "fact"
    return "fact"


def _time(here: frozenset[str], whole: frozenset[str]) -> Kind:
    for about in (here, whole):
        if "rules" in about:
            return "policy"
        if "credit" in about:
            return "price_exception"
        if about & (STRONG - {"deposit", "defects"}):
            return "policy"
        if "making" in about:
            return "fact"
        if "shipping" in about:
            return "policy"
    return "fact"


def _is_time(near: str, excerpt: str) -> bool:
    """Whether the number counts days, weeks, months … Its unit stands behind it, within three words."""
    folded = fold(near).text
    number = _NUMBER.search(fold(excerpt).text)
    at = folded.find(number[0]) if number else -1
    if at < 0 or number is None:
        return _TIME.search(folded) is not None and number is None
    behind = folded[at + len(number[0]) : at + len(number[0]) + 26]
    return re.match(rf"\W{{0,3}}(?:[\w.]+\W{{1,3}}){{0,2}}{_TIME.pattern}(?![a-z])", behind) is not None


def _has_unit(near: str, excerpt: str) -> bool:
    folded = fold(near).text
    number = _NUMBER.search(fold(excerpt).text)
    return number is not None and any(
        number[0].rstrip(".,") in each.number or number[0] in folded[each.start : each.end]
        for each in figures(folded)
    )
