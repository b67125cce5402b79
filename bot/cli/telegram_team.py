"""`supercargo staff telegram`, and who of the team is in Telegram."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.cli.at_the_desk import at_the_desk
from bot.cli.screen import notes, said
from bot.cli.team import named

if TYPE_CHECKING:
    from bot.desk.context import Desk
    from bot.settings import Settings


def link(settings: Settings, name: str) -> None:
    """Print a one-time link that binds somebody's account of Telegram, and its code. SupercargoError."""
    from bot.desk.binding import PREFIX, new_code
    from storage import shop_settings
    from storage.live import looking

    async def work(desk: Desk) -> tuple[str, str | None]:
        code = await new_code(desk, None, await named(desk, name))
        async with looking(desk.engine) as connection:
            state = await shop_settings.value(connection, desk.shop_id, "telegram_state") or {}
        return code, state.get("username")

    code, known = at_the_desk(settings, work)
    username = _username(settings) or known
    if username:
        notes().print(said(f"For {name} alone, to open within 24 hours; it binds the account that opens it:"))
        sys.stdout.write(f"https://t.me/{username}?start={PREFIX}{code}\n")
    else:
        notes().print(said(f"For {name} alone, within 24 hours: send this to the bot in a private chat:"))
    sys.stdout.write(f"/start {PREFIX}{code}\n")
    sys.stdout.flush()


def team_of(settings: Settings) -> tuple[int | None, list[str]]:
    """(the team's group as the service knows it, the names of the active members who have bound an account).

    Nothing is known where the database cannot be read, or has no such tables yet: another check tells that.
    """
    from sqlalchemy import select
    from sqlalchemy.exc import SQLAlchemyError

    from storage import DatabaseUnavailable, open_database
    from storage.desk_tables import ShopSettingRow
    from storage.staff_tables import StaffRow
    from storage.telegram_tables import TelegramStaffRow

    token = settings.telegram_token
    bot_id = int(token.get_secret_value().partition(":")[0]) if token is not None else 0
    chat = settings.telegram_team_chat
    url = settings.database_url.get_secret_value() if settings.database_url else None
    groups = select(ShopSettingRow.value).where(ShopSettingRow.name == "telegram_group")
    names = (
        select(StaffRow.name)
        .join(TelegramStaffRow, TelegramStaffRow.staff_id == StaffRow.id)
        .where(StaffRow.active, TelegramStaffRow.bot_id == bot_id)
        .order_by(StaffRow.name)
    )
    try:
        with open_database(url, settings.home) as engine, engine.connect() as connection:
            for held in connection.execute(groups).scalars():
                if chat is not None and held["bot"] == bot_id and chat in held["was"]:
                    chat = held["is"]
            return chat, list(connection.execute(names).scalars())
    except (DatabaseUnavailable, OSError, SQLAlchemyError):
        return chat, []


def _username(settings: Settings) -> str | None:
    """The bot's name, where Telegram tells it now."""
    if settings.telegram_token is None:
        return None
    from bot.telegram.reading_aiogram import read_aiogram

    read_aiogram()
    from bot.telegram.examining import username_of

    return username_of(settings)
