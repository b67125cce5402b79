"""`supercargo staff`: the team on the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.table import Table

from bot.cli.at_the_desk import at_the_desk
from bot.cli.screen import notes, results, said
from bot.domain.desk import DeskRefusal

if TYPE_CHECKING:
    from bot.desk.context import Desk
    from bot.settings import Settings
    from storage.base import AnyRow


def add(
    settings: Settings, name: str, role: str, languages: Sequence[str], *, token: bool, purchasing: str = "no"
) -> None:
    """Add somebody, or take back who was removed; prints the link, then the token. SupercargoError."""
    from bot.desk import team

    async def work(desk: Desk) -> tuple[str, str | None]:
        known = await _row(desk, name)
        if known is None or known.active:
            added = await team.add_member(desk, None, name, role, languages)
            await team.change_purchasing(desk, None, added, purchasing)
            return await _keys(desk, added, token=token)
        await team.reactivate(desk, None, known.id)
        await team.change_role(desk, None, known.id, role)
        await team.change_languages(desk, None, known.id, languages)
        await team.change_purchasing(desk, None, known.id, purchasing)
        return await _keys(desk, known.id, token=token)

    _print_keys(settings, at_the_desk(settings, work))


def link(settings: Settings, name: str, *, token: bool) -> None:
    """A new link for somebody of the team; prints it, then the token."""

    async def work(desk: Desk) -> tuple[str, str | None]:
        return await _keys(desk, await named(desk, name), token=token)

    _print_keys(settings, at_the_desk(settings, work))


def remove(settings: Settings, name: str) -> None:
    from bot.desk import team

    async def work(desk: Desk) -> None:
        await team.deactivate(desk, None, await named(desk, name))

    at_the_desk(settings, work)
    notes().print(said(f"{name} cannot sign in any more."))


def show(settings: Settings, *, as_json: bool) -> None:
    from storage.live import reading
    from storage.team import members
    from storage.telegram_staff import bound

    async def work(desk: Desk) -> list[dict[str, object]]:
        async with reading(desk.engine) as connection:
            found = await members(connection, desk.shop_id, desk.clock())
            accounts = {each.staff_id: each for each in await bound(connection, desk.shop_id)}
        return [
            {
                "id": each.id, "name": each.name, "role": each.role, "purchasing": each.purchasing,
                "languages": each.languages,
                "active": each.active, "seen_at": each.seen_at and each.seen_at.isoformat(timespec="minutes"),
                "api_tokens": each.tokens, "telegram": _account(accounts.get(each.id)),
            }
            for each in found
        ]  # fmt: skip

    people = at_the_desk(settings, work)
    if as_json:
        sys.stdout.write(json.dumps(people, ensure_ascii=False, indent=1) + "\n")
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("name", "role", "languages", "last seen", "API tokens", "Telegram", ""):
        table.add_column(column)
    for each in people:
        spoken = each["languages"]
        table.add_row(
            said(str(each["name"])), _role_told(each),
            ", ".join(spoken) if isinstance(spoken, list) else "", str(each["seen_at"] or "never"),
            str(each["api_tokens"]), said(str(each["telegram"] or "–")), "" if each["active"] else "removed",
        )  # fmt: skip
    results().print(table)


def _role_told(each: dict[str, object]) -> str:
    told = {"also": ", purchaser", "only": ", purchaser only"}
    return f"{each['role']}{told.get(str(each['purchasing']), '')}"


def _account(row: AnyRow | None) -> str | None:
    """Which account of Telegram is bound: its name, or its number where it has none."""
    if row is None:
        return None
    return f"@{row.username}" if row.username else str(row.user_id)


async def _row(desk: Desk, name: str) -> AnyRow | None:
    from storage import staff
    from storage.live import reading

    async with reading(desk.engine) as connection:
        return await staff.by_name(connection, desk.shop_id, " ".join(name.split()))


async def named(desk: Desk, name: str) -> int:
    """The id of a member of the team. DeskRefusal `unknown_staff`."""
    row = await _row(desk, name)
    if row is None:
        raise DeskRefusal("unknown_staff", f"Nobody in the team is called {name}. See: supercargo staff list")
    found: int = row.id
    return found


async def _keys(desk: Desk, staff_id: int, *, token: bool) -> tuple[str, str | None]:
    from bot.web.team_keys import new_link, new_token

    return await new_link(desk, None, staff_id), await new_token(desk, None, staff_id) if token else None


def _print_keys(settings: Settings, keys: tuple[str, str | None]) -> None:
    """Link and token on standard output, one a line; what they are beside it."""
    from bot.settings import public_address

    link, token = keys
    notes().print("One-time link to the console, good for 24 hours:")
    sys.stdout.write(f"{public_address(settings)}/console/login/{link}\n")
    sys.stdout.flush()
    if token is not None:
        notes().print("API token, shown this once:")
        sys.stdout.write(f"{token}\n")
