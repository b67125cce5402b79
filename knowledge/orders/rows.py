"""One row of a platform's export -> the quotes that it names and what it reports."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from bot.domain.order_reports import Report
from bot.domain.orders import NOTHING_PAID, OrderState, Paid, platform_key, rank
from knowledge.orders import statuses
from knowledge.orders.amounts import amount, currency_of
from knowledge.orders.columns import TIMES
from knowledge.orders.dates import DayOrder, moment
from knowledge.shop_folder.codes import is_currency
from knowledge.shop_folder.columns import Columns
from knowledge.shop_folder.headings import heading_currencies
from knowledge.shop_folder.number_cells import Unreadable, is_empty
from knowledge.shop_folder.reading import Complaints
from knowledge.shop_folder.rows import RowReader
from knowledge.shop_folder.table import Row, Table

_QUOTE = re.compile(r"(?<![A-Z0-9])Q\s?[-_ ]?\s?(20\d{2})\s?[-_ ]?\s?(\d{4,7})(?![0-9])")
_UNSEEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
"""What pages and programs put around a number, and nobody sees."""
_DASHES = re.compile("[\u2010-\u2015\u2212\uff0d\ufe58\ufe63]")
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_REACHED: Mapping[str, OrderState] = {
    "ordered_at": "link_sent", "paid_at": "paid_on_platform", "shipped_at": "shipped",
    "delivered_at": "delivered", "reviewed_at": "reviewed", "cancelled_at": "lost",
}  # fmt: skip
"""Which state a column's date is of: what is ordered on the platform was found by its link."""
_LONGEST = 80
Read = tuple[tuple[str, ...], Report, str | None]


class OrderRows:
    """Reads rows one after another; what is refused goes to `complaints` with its place."""

    def __init__(
        self, table: Table, columns: Columns, complaints: Complaints, *,
        statuses: Mapping[str, OrderState], order: DayOrder, comma: bool, currency: str, zone: str,
        now: datetime,
    ) -> None:  # fmt: skip
        self._row = RowReader(table, columns, complaints)
        self._statuses, self._order, self._comma = statuses, order, comma
        self._currency, self._zone, self._now = currency, zone, now
        self._beside = [n for n, name in enumerate(columns.fields) if name is None]
        """Columns of no field: a quote's number may stand in any of them."""
        self._in_heading = {
            name: currency_of(heading_currencies(self._row.heading(name)), currency)
            for name in ("paid", "deposit", "balance")
        }

    def read(self, row: Row) -> Read | None:
        """(quotes, report, buyer); None where the row was refused."""
        take = self._row
        take.start(row)
        if row.fault:
            take.refuse_row("; ".join(cell for cell in row.cells if cell.strip()), row.fault)
            return None
        number = self._platform_number()
        quotes = self._quotes()
        take.sku = number or next(iter(quotes), None)
        if not quotes and number is None and not take.refused:
            field = "quote_number" if take.has("quote_number") else "platform_number"
            take.refuse(field, take.text(field), "a quote's number such as Q-2026-0001, or the platform's")
        times = self._times()
        state = self._state(times)
        paid = self._paid(state)
        if take.refused:
            return None
        report = Report(
            state=state,
            times=MappingProxyType(times),
            platform_number=number,
            tracking=self._words("tracking"),
            carrier=self._words("carrier"),
            paid=paid,
        )
        return quotes, report, self._words("buyer")

    def _platform_number(self) -> str | None:
        text = self._words("platform_number")
        if text is None:
            return None
        if _SHORTENED.fullmatch(text):
            self._row.refuse(
                "platform_number", text,
                "the whole number: a spreadsheet has shortened it; make the column text and export again",
            )  # fmt: skip
            return None
        # Where a platform lets the seller choose its numbers, ours may stand there.
        return text if platform_key(text) is not None and not quotes_in(text) else None

    def _quotes(self) -> tuple[str, ...]:
        """Of the column for it, else of the remarks and the platform's number, else of any other column."""
        take = self._row
        named = quotes_in(take.text("quote_number"))
        if not named:
            named = quotes_in(f"{take.text('remarks')} {take.text('platform_number')}")
        if not named:
            named = quotes_in(" ".join(take.cell(n) for n in self._beside))
        return named

    def _times(self) -> dict[OrderState, datetime]:
        times: dict[OrderState, datetime] = {}
        for name in TIMES:
            at = self._row.optional(name, lambda text: moment(text, self._order, self._zone))
            # A date to come is a plan: nothing has happened.
            if at is not None and at <= self._now and name in _REACHED:
                times[_REACHED[name]] = at
        return times

    def _state(self, times: dict[OrderState, datetime]) -> OrderState | None:
        """What the status says; without one the latest that a date or an amount tells of."""
        take = self._row
        text = take.text("status")
        if take.has("status"):
            if is_empty(text):
                take.refuse("status", text, "the order's status; this cell is needed")
                return None
            state = self._statuses.get(statuses.plain(text)) or statuses.state_of(text)
            if state is None:
                take.refuse(
                    "status", text,
                    f'a status that is known; say what it means: --status "{text[:40]}=paid_on_platform"'
                    " (or link_sent, shipped, delivered, reviewed, lost)",
                )  # fmt: skip
                return None
            return self._dated(state, times)
        if "lost" in times:
            return "lost"
        reached = max(times, key=rank, default=None)
        received = any(not is_empty(take.text(name)) for name in ("paid", "deposit"))
        if received and (reached is None or rank(reached) < rank("paid_on_platform")):
            return "paid_on_platform"
        return reached

    def _dated(self, state: OrderState, times: dict[OrderState, datetime]) -> OrderState:
        """A state whose own date is not there was reached by the export's last change, where it tells one."""
        if state not in times:
            updated = self._row.text("updated_at")
            if not is_empty(updated):
                try:
                    at = moment(updated, self._order, self._zone)
                except Unreadable:
                    return state  # said already
                latest = max((each for key, each in times.items() if key != "lost"), default=at)
                if latest <= at <= self._now:
                    times[state] = at
        if state != "lost":
            times.pop("lost", None)
        return state

    def _paid(self, state: OrderState | None) -> Paid:
        """What was received: amounts of an order that is not paid are what is due."""
        read: dict[str, Decimal] = {}
        told: set[str] = set()
        for name, field in (("total", "paid"), ("deposit", "deposit"), ("balance", "balance")):
            found = self._row.optional(field, lambda text: amount(text, self._comma))
            if found is None or not found[0]:
                continue
            read[name] = found[0]
            named = currency_of(found[1], self._currency) or self._in_heading[field]
            if named is not None:
                told.add(named)
        if not read or state is None or state == "lost" or rank(state) < rank("paid_on_platform"):
            return NOTHING_PAID
        column = self._row.text("currency").strip().upper()
        if column and not is_currency(column):
            self._row.refuse("currency", column, "a currency's code such as USD")
            return NOTHING_PAID
        if len(told | ({column} if column else set())) > 1:
            self._row.refuse_row(None, f"one currency; this row names {', '.join(sorted({*told, column}))}")
            return NOTHING_PAID
        return Paid(**read, currency=column or next(iter(told), self._currency))

    def _words(self, field: str) -> str | None:
        text = _UNSEEN.sub("", self._row.text(field)).strip()
        return None if is_empty(text) else text[:_LONGEST]


def quotes_in(text: str) -> tuple[str, ...]:
    """The numbers of quotes that stand in a text, each once: `q 2026–0001` is Q-2026-0001."""
    if not text:
        return ()
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).upper()
    found = (f"Q-{year}-{int(number):04d}" for year, number in _QUOTE.findall(plain))
    return tuple(dict.fromkeys(found))
