"""What the team may do with a buyer's data: mend facts, hand all of it out, take all of it away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person, has_authority
from storage import buyers, order_strays
from storage.erasing import erase
from storage.events import Actor, record
from storage.exporting import export
from storage.live import reading, writing
from storage.notices import notify
from storage.storable import storable

LONGEST_FACT = 200
LONGEST_NOTE = 4000
FACTS = ("name", "company", "country", "phone", "email", "note")
"""What a person may write on a buyer's page."""
BASES = ("stated", "profile")
"""Where a person may have a buyer's country from: the buyer said so, or a profile shows it."""


async def change_facts(
    desk: Desk, person: Person, buyer_id: int, facts: Mapping[str, str | None], country_basis: str = "stated"
) -> tuple[str, ...]:
    """Set the facts that are given (of FACTS; blank: unknown); the names of those that changed.

    DeskRefusal `unknown_buyer`, `invalid`.
    """
    wanted = {name: _told(name, value) for name, value in facts.items()}
    if country_basis not in BASES:
        raise DeskRefusal("invalid", f"Say where the country is known from: {' or '.join(BASES)}.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await buyers.buyer(connection, desk.shop_id, buyer_id, locked=True)
        if row is None or row.erased_at is not None:
            raise unknown_buyer()
        known = row._asdict()
        changed = {name: value for name, value in wanted.items() if known[name] != value}
        if "country" in wanted and wanted["country"] is not None and known["country_basis"] != country_basis:
            changed |= {"country": wanted["country"], "country_basis": country_basis}
        elif "country" in changed:
            changed["country_basis"] = country_basis if changed["country"] else None
        if not changed:
            return ()
        await buyers.change(connection, buyer_id, **changed)
        names = tuple(name for name in FACTS if name in changed)
        await record(
            connection, "buyer.changed", at=now, shop_id=desk.shop_id, actor="person", staff_id=person.id,
            data={"buyer": buyer_id, "facts": list(names)},
        )  # fmt: skip
        for talk in await buyers.conversations_of(connection, buyer_id):
            await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id)
    return names


async def export_buyer(desk: Desk, buyer_id: int, person: Person | None) -> dict[str, Any]:
    """Everything that is kept of a buyer, as JSON values. None as `person`: on the command line.

    DeskRefusal `unknown_buyer`.
    """
    async with reading(desk.engine) as connection:
        whole = await export(connection, desk.shop_id, buyer_id)
    if whole is None:
        raise unknown_buyer()
    async with writing(desk.engine) as connection:
        await record(
            connection, "buyer.exported", at=desk.clock(), shop_id=desk.shop_id, actor="person",
            staff_id=person.id if person else None,
            data={"buyer": buyer_id, "by": "console" if person else "command"},
        )  # fmt: skip
    return whole


async def erase_buyer(
    desk: Desk, buyer_id: int, person: Person | None, *, actor: Actor = "person", why: str = "asked"
) -> None:
    """Take away a buyer's words and facts, for good. None as `person`: on the command line, or by rule.

    DeskRefusal `role` for a salesperson, `unknown_buyer` also where the buyer was erased already.
    """
    if person is not None and not has_authority(person.role, "manager"):
        raise DeskRefusal("role", "Erasing a buyer takes a manager.")
    now = desk.clock()
    async with writing(desk.engine) as connection:
        row = await buyers.buyer(connection, desk.shop_id, buyer_id)
        if row is None or row.erased_at is not None:
            raise unknown_buyer()
        talks = await buyers.conversations_of(connection, buyer_id)
        await erase(connection, buyer_id, now)
        await record(
            connection, "buyer.erased", at=now, shop_id=desk.shop_id, actor=actor,
            staff_id=person.id if person else None,
            data={"buyer": buyer_id, "conversations": len(talks), "why": why},
        )  # fmt: skip
        for talk in talks:
            await notify(connection, "desk", shop=desk.shop_id, conversation=talk.id)


async def erase_silent(desk: Desk, silent_for: timedelta) -> int:
    """Erase buyers with whom nothing was written for so long, at most a hundred at a time; how many."""
    before = desk.clock() - silent_for
    async with reading(desk.engine) as connection:
        silent = await buyers.silent_since(connection, desk.shop_id, before)
    erased = 0
    for buyer_id in silent:
        try:
            await erase_buyer(desk, buyer_id, None, actor="rule", why="retention")
        except DeskRefusal:
            continue  # a person erased the same buyer at the same moment
        erased += 1
    async with writing(desk.engine) as connection:
        await order_strays.forget_buyers(connection, desk.shop_id, before)
    return erased


def unknown_buyer() -> DeskRefusal:
    return DeskRefusal("unknown_buyer", "There is no such buyer, or the buyer was erased.")


def _told(name: str, value: str | None) -> str | None:
    """A fact as it is kept. DeskRefusal `invalid` says what is wrong with it."""
    if name not in FACTS:
        raise DeskRefusal("invalid", f"{name} is no fact of a buyer; those are {', '.join(FACTS)}.")
    words: str = storable(value or "")
    words = words.strip() if name == "note" else " ".join(words.split())
    longest = LONGEST_NOTE if name == "note" else LONGEST_FACT
    if len(words) > longest:
        raise DeskRefusal("invalid", f"{name.capitalize()}: at most {longest:,} characters.")
    if name == "country" and words:
        return _country(words)
    return words or None


def _country(code: str) -> str:
    from knowledge.countries.profile import profile

    try:
        return profile(code.upper()).code
    except KeyError as error:
        raise DeskRefusal("invalid", "Country: a code of two letters such as MX.") from error
