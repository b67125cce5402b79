"""What a purchaser does with a request before the answer: claims it, lets it go, asks back."""

from __future__ import annotations

from bot.desk.context import Desk
from bot.desk.sourcing.changes import keep, short
from bot.desk.sourcing.rights import locked, must_be_in, must_purchase
from bot.domain.desk import DeskRefusal, Person, has_authority
from bot.domain.sourcing import AT_PURCHASERS
from storage.live import writing


async def claim(desk: Desk, person: Person, request_id: int) -> None:
    """Look for it. Claimed twice by the same person changes nothing.

    DeskRefusal `unknown_request`, `role`, `already_decided` where somebody else was faster.
    """
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_purchase(connection, person)
        row = await locked(desk, connection, request_id, None)
        if row.claimed_by == person.id and row.state in AT_PURCHASERS:
            return
        if row.claimed_by is not None and row.state in AT_PURCHASERS:
            raise DeskRefusal("already_decided", "Somebody else looks for it already.")
        must_be_in(row, "open")
        await keep(
            desk, connection, row, "claimed", now, staff_id=person.id, state="claimed", claimed_by=person.id,
            claimed_at=now,
        )  # fmt: skip


async def release(desk: Desk, person: Person, request_id: int) -> None:
    """Somebody else may look for it. A manager releases what another has claimed. DeskRefusal as `claim`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await locked(desk, connection, request_id, None)
        if not has_authority(person.role, "manager"):
            await must_purchase(connection, person)
            if row.claimed_by != person.id:
                raise DeskRefusal("role", "A manager releases what somebody else has claimed.")
        must_be_in(row, "claimed", "asked")
        await keep(
            desk, connection, row, "released", now, staff_id=person.id, state="open", claimed_by=None,
            claimed_at=None,
        )  # fmt: skip


async def ask(desk: Desk, person: Person, request_id: int, words: str) -> None:
    """Ask the salesperson for what is missing; who asks has claimed it. DeskRefusal as `claim`, `invalid`."""
    said = short(words)
    if said is None:
        raise DeskRefusal("invalid", "Write what you need to know.")
    await claim(desk, person, request_id)
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_purchase(connection, person)
        row = await locked(desk, connection, request_id, None)
        must_be_in(row, "claimed", "asked")
        await keep(desk, connection, row, "asked", now, staff_id=person.id, words=said, state="asked")
