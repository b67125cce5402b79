"""When calls to Telegram were made or are due: what all replicas together keep its limits by.

Times are the database's, for the clocks of two machines differ by more than the limits allow. Rows are locked
chat first, then `all`, so that no two ever wait for each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.telegram_tables import TelegramPaceRow

_LOCK = text(
    """
    WITH line AS MATERIALIZED (
      SELECT scope, slots, held_until FROM telegram_pace
      WHERE bot_id = :bot AND scope = ANY(:scopes)
      ORDER BY scope = 'all', scope
      FOR UPDATE
    )
    SELECT scope, slots, held_until, clock_timestamp() AS now,
      -- Nothing is lost with a reservation: nobody waits for the disk while others wait for this row.
      set_config('synchronous_commit', 'off', true)
    FROM line
    """
)
_KEEP = text(
    """
    UPDATE telegram_pace AS kept SET slots = ARRAY(
      SELECT slot FROM unnest(kept.slots || new.slots) AS slot
      WHERE slot > CASE kept.scope
        WHEN 'all' THEN CAST(:since_all AS timestamptz) ELSE CAST(:since AS timestamptz) END
      ORDER BY slot
    )
    FROM (
      SELECT scope, array_agg(slot) AS slots
      FROM unnest(CAST(:scopes AS text[]), CAST(:slots AS timestamptz[])) AS one (scope, slot)
      GROUP BY scope
    ) AS new
    WHERE kept.bot_id = :bot AND kept.scope = new.scope
    """
)
_GIVE_BACK = text(
    """
    WITH line AS MATERIALIZED (
      SELECT scope FROM telegram_pace WHERE bot_id = :bot AND scope = ANY(:scopes)
      ORDER BY scope = 'all', scope FOR UPDATE
    )
    UPDATE telegram_pace AS kept SET slots = ARRAY(
      SELECT slot FROM (
        SELECT slot, row_number() OVER (PARTITION BY slot) AS copy FROM unnest(kept.slots) AS slot
      ) AS each
      WHERE copy > (
        SELECT count(*) FROM unnest(CAST(:of AS text[]), CAST(:slots AS timestamptz[])) AS gone (scope, slot)
        WHERE gone.scope = kept.scope AND gone.slot = each.slot
      )
      ORDER BY slot
    )
    FROM line WHERE kept.bot_id = :bot AND kept.scope = line.scope
    """
)
_HELD = text(
    """
    SELECT extract(epoch FROM max(held_until) - clock_timestamp()) FROM telegram_pace
    WHERE bot_id = :bot AND scope = ANY(:scopes) AND held_until > clock_timestamp()
    """
)
_HOLD = text(
    """
    INSERT INTO telegram_pace AS kept (bot_id, scope, held_until)
    SELECT :bot, scope, clock_timestamp() + make_interval(secs => :seconds)
    FROM unnest(CAST(:scopes AS text[])) AS one (scope)
    ORDER BY scope = 'all', scope
    ON CONFLICT (bot_id, scope) DO UPDATE SET held_until = greatest(kept.held_until, excluded.held_until)
    """
)
_OTHERS_HELD = text(
    """
    SELECT extract(epoch FROM max(held_until) - clock_timestamp()) FROM telegram_pace
    WHERE bot_id = :bot AND scope <> ALL(:scopes) AND scope <> 'all'
      AND held_until > clock_timestamp() - make_interval(secs => :lately)
    """
)
_FORGET = text(
    """
    DELETE FROM telegram_pace WHERE (bot_id, scope) IN (
      SELECT bot_id, scope FROM telegram_pace
      WHERE coalesce(slots[array_upper(slots, 1)] < clock_timestamp() - CAST(:kept AS interval), true)
        AND coalesce(held_until < clock_timestamp() - CAST(:kept AS interval), true)
      FOR UPDATE SKIP LOCKED
    )
    """
)


@dataclass(frozen=True, slots=True)
class Line:
    """The calls of one scope, oldest first; some may lie ahead."""

    slots: tuple[datetime, ...]
    held_until: datetime | None


async def add_missing(connection: AsyncConnection, bot_id: int, scopes: Sequence[str]) -> None:
    """Make rows for what was never reserved in; to be committed before they are locked."""
    rows = [{"bot_id": bot_id, "scope": scope} for scope in sorted(scopes)]
    await connection.execute(insert(TelegramPaceRow).values(rows).on_conflict_do_nothing())


async def lock(
    connection: AsyncConnection, bot_id: int, scopes: Sequence[str]
) -> tuple[dict[str, Line], datetime] | None:
    """The lines, which nobody else changes until this transaction ends, and the time; None where one is
    missing."""
    rows = (await connection.execute(_LOCK, {"bot": bot_id, "scopes": list(scopes)})).all()
    if len(rows) < len(scopes):
        return None
    lines = {row.scope: Line(tuple(row.slots), row.held_until) for row in rows}
    return lines, max(row.now for row in rows)


async def keep(
    connection: AsyncConnection, bot_id: int, slots: Mapping[str, Sequence[datetime]],
    since: datetime, since_all: datetime,
) -> None:  # fmt: skip
    """Add slots to lines that are locked, and let go of those before `since`, of `all` before `since_all`."""
    given = {"bot": bot_id, "since": since, "since_all": since_all, **_columns(slots, "scopes")}
    await connection.execute(_KEEP, given)


async def give_back(
    connection: AsyncConnection, bot_id: int, slots: Mapping[str, Sequence[datetime]]
) -> None:
    """Take slots out again that were not used."""
    await connection.execute(_GIVE_BACK, {"bot": bot_id, "scopes": list(slots), **_columns(slots, "of")})


async def seconds_held(connection: AsyncConnection, bot_id: int, scopes: Sequence[str]) -> float:
    """For how long Telegram has asked these to wait; 0 where it has not."""
    held = (await connection.execute(_HELD, {"bot": bot_id, "scopes": list(scopes)})).scalar()
    return float(held or 0)


async def hold(connection: AsyncConnection, bot_id: int, scopes: Sequence[str], seconds: float) -> None:
    """Nothing of these for so long; never shorter than what was asked for before."""
    await connection.execute(_HOLD, {"bot": bot_id, "scopes": list(scopes), "seconds": seconds})


async def seconds_others_are_held(
    connection: AsyncConnection, bot_id: int, scopes: Sequence[str], lately: float
) -> float | None:
    """How long chats besides these have to wait yet; None where in the last `lately` seconds none had to."""
    held = (
        await connection.execute(
            _OTHERS_HELD, {"bot": bot_id, "scopes": list(scopes), "lately": lately}
        )
    ).scalar()  # fmt: skip
    return None if held is None else max(0.0, float(held))


async def forget(connection: AsyncConnection, kept: timedelta) -> int:
    """Delete the lines of chats to which nothing went for so long; how many."""
    return (await connection.execute(_FORGET, {"kept": kept})).rowcount


def _columns(slots: Mapping[str, Sequence[datetime]], scopes: str) -> dict[str, list[str] | list[datetime]]:
    pairs = [(scope, slot) for scope, each in slots.items() for slot in each]
    return {scopes: [scope for scope, _ in pairs], "slots": [slot for _, slot in pairs]}
