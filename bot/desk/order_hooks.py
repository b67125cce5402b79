"""A platform's signed call on one order: taken once, whole or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk.context import Desk
from bot.desk.order_matching import find_matches, key_of
from bot.desk.order_reports import report_json, take
from bot.desk.orders import locked
from bot.domain.desk import DeskRefusal
from bot.domain.order_reports import Report
from bot.domain.orders import said_of
from knowledge.orders.reading import OrderLine
from knowledge.orders.rows import quotes_in
from storage import hook_events, order_strays, orders
from storage.base import AnyRow
from storage.live import writing
from storage.notices import notify
from storage.storable import storable

Result = Literal["moved", "noted", "unchanged", "already_known"]
_AHEAD = timedelta(minutes=5)


async def take_news(
    desk: Desk, event_id: str, report: Report, *, at: datetime, quote_number: str | None
) -> tuple[Result, AnyRow | None]:
    """(what it has done, the order as it stands now: None where the event is known and its order is gone).

    DeskRefusal `unknown_quote` (it waits for a person then), `impossible`, `at`.
    """
    now = desk.clock()
    if at > now + _AHEAD:
        raise DeskRefusal("at", "That time has not come yet.")
    line = OrderLine(0, quotes_in(quote_number or ""), report)
    try:
        async with writing(desk.engine) as connection:
            if not await hook_events.claim(connection, desk.shop_id, storable(event_id), now):
                return "already_known", await _known(desk, connection, event_id)
            row = await _order_of(desk, connection, line)
            outcome = await take(desk, connection, row, report, "hook", now)
            if outcome.left == "other_number":
                raise _Open(line, "other_number")
            if outcome.left is not None:
                assert report.state is not None
                raise DeskRefusal(
                    "impossible",
                    f"The order is {said_of(row.state)}: it cannot become {said_of(report.state)} by a call. "
                    "A manager can take it back in the console.",
                )
            result: Result = "moved" if outcome.moved else "noted" if outcome.noted else "unchanged"
            await hook_events.settle(connection, desk.shop_id, storable(event_id), row.id, result)
            return result, await orders.order(connection, row.id)
    except _Open as open_one:
        await _keep(desk, open_one, quote_number)
        raise open_one.refusal() from None


class _Open(Exception):
    """Nobody can tell which order it is about: what was done is undone, and a person matches it."""

    def __init__(self, line: OrderLine, why: str) -> None:
        super().__init__(why)
        self.line = line
        self.why = why

    def refusal(self) -> DeskRefusal:
        if self.why == "other_number":
            return DeskRefusal(
                "impossible", "The quote is known under another order of the platform. It waits for a person."
            )
        return DeskRefusal("unknown_quote", "No order of ours has this number. It waits for a person.")


async def _order_of(desk: Desk, connection: AsyncConnection, line: OrderLine) -> AnyRow:
    matches = await find_matches(connection, desk.shop_id, [line], {})
    order_id, why = matches.of(line)
    if order_id is None:
        raise _Open(line, why or "unknown_quote")
    return await locked(desk, connection, order_id)


async def _known(desk: Desk, connection: AsyncConnection, event_id: str) -> AnyRow | None:
    order_id = await hook_events.order_of(connection, desk.shop_id, storable(event_id))
    return await orders.order(connection, order_id) if order_id is not None else None


async def _keep(desk: Desk, found: _Open, quote_number: str | None) -> None:
    if found.why == "dismissed":
        return  # a person has said already that it is none of ours
    line = found.line
    key = key_of(line) if line.report.platform_number or line.quotes else f"quote:{quote_number}"
    async with writing(desk.engine) as connection:
        new, _ = await order_strays.keep(
            connection,
            [
                {
                    "shop_id": desk.shop_id, "key": storable(key), "why": found.why, "source": "hook",
                    "file": None, "line": None, "quote_number": storable(quote_number or "") or None,
                    "platform_number": storable(line.report.platform_number or "") or None, "buyer": None,
                    "report": storable(report_json(line.report)),
                }
            ],
        )  # fmt: skip
        if new:
            await notify(connection, "orders", shop=desk.shop_id)
