"""A quote as a table of letters of one width, narrow enough for a telephone."""

from __future__ import annotations

import html

from bot.case.quote_shown import ShownLine, ShownQuote
from bot.case.shown import money
from bot.telegram.team.typeset import clean, columns, fitted
from prompts.telegram_team import TeamWords

WIDTH = 34
"""Columns that a telephone shows without breaking the line."""
_MOST_LINES = 10


def quote_table(words: TeamWords, shown: ShownQuote) -> str:
    """HTML: the table, and below it what holds for all of it."""
    quote = shown.quote
    rows: list[str] = []
    for each in shown.lines[:_MOST_LINES]:
        rows += _rows(words, each)
    if len(shown.lines) > _MOST_LINES:
        rows.append(words.say("quote-more-lines", count=len(shown.lines) - _MOST_LINES))
    if quote.freight is not None:
        freight = words.say(
            "quote-freight", method=_word(quote.freight.method), least=str(quote.freight.days_min),
            most=str(quote.freight.days_max),
        )  # fmt: skip
        rows += _row(freight, money(quote.freight.amount))
    if quote.freight_open:
        rows.append(fitted(words.say("quote-freight-open"), WIDTH))
    rows.append("─" * WIDTH)
    term = f"{quote.incoterm} {quote.destination}" if quote.destination else quote.incoterm
    total = money(quote.total, quote.currency) if quote.total is not None else words.say("quote-depends")
    rows += _row(words.say("quote-total", term=_word(term)), total)
    if shown.deposit is not None and shown.deposit.amount is not None and shown.deposit.balance is not None:
        percent = f"{shown.deposit.percent:f}"
        rows += _row("  " + words.say("quote-deposit", percent=percent), money(shown.deposit.amount))
        rows += _row("  " + words.say("quote-balance"), money(shown.deposit.balance))
    title = f"<b>📄 {html.escape(shown.number or '', quote=False)}</b>"
    if shown.revision is not None and shown.revision > 1:
        title += " · " + words.say("quote-revision", number=str(shown.revision))
    terms = [words.say("quote-valid", day=quote.valid_until.isoformat())]
    if quote.ready_by is not None:
        terms.append(words.say("quote-ready", day=quote.ready_by.isoformat(), days=str(quote.lead_time_days)))
    if shown.check_code is not None:
        terms.append(words.say("quote-check", code=shown.check_code))
    table = html.escape("\n".join(rows), quote=False)
    return f"{title}\n<pre>{table}</pre>\n{html.escape(' · '.join(terms), quote=False)}"


def _rows(words: TeamWords, shown: ShownLine) -> list[str]:
    line = shown.line
    if line.customization:
        name = f"+ {_word(line.customization)}"
    else:
        name = f"{_word(line.sku)} {_word(shown.name)}" if shown.name != line.sku else _word(line.sku)
    if line.sample:
        name = f"{words.say('quote-sample')}: {name}"
    if line.alternative:
        name = f"{words.say('quote-or')} {name}"
    each = f"  {line.quantity:,} {_word(shown.unit)} × {money(line.unit_price)}"
    return [fitted(name, WIDTH), *_row(each, money(line.amount))]


def _row(left: str, right: str) -> list[str]:
    """Left and right of one line, or of two where they do not fit beside each other."""
    gap = WIDTH - columns(left) - columns(right)
    if gap >= 1:
        return [f"{left}{' ' * gap}{right}"]
    right = fitted(right, WIDTH)
    return [fitted(left, WIDTH), " " * (WIDTH - columns(right)) + right]


def _word(text: str) -> str:
    return " ".join(clean(text).split())
