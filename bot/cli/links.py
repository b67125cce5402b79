"""`supercargo links`: a link that opens the chat with the bot, and its QR code for a listing or a fair."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.at_the_desk import at_the_desk
from bot.cli.screen import notes
from bot.domain.errors import SupercargoError

if TYPE_CHECKING:
    from bot.desk.context import Desk
    from bot.settings import Settings

_KINDS = (".png", ".svg")
_BORDER = 4
"""Modules of white around the code: with less some cameras do not find it."""
_SCALE = 12
_NAME = re.compile(r"[A-Za-z]\w{3,31}")


def run(settings: Settings, source: str, sku: str | None, bot: str | None, out: Path | None) -> None:
    """Print the link, and write its QR code. SupercargoError says what to do next."""
    import segno

    from bot.telegram.buyers.deep_links import NoLink, link_of, payload_of

    if out is not None and out.suffix.lower() not in _KINDS:
        raise SupercargoError(f"{out}: name a file that ends in {' or '.join(_KINDS)}.")
    if sku is not None:
        sku = _known(settings, sku)
    try:
        payload = payload_of(source, sku)
    except NoLink as error:
        raise SupercargoError(str(error)) from error
    link = link_of(_username(settings, bot), payload)
    file = out or Path(f"link-{payload}.png")
    try:
        segno.make(link, error="m", micro=False).save(str(file), scale=_SCALE, border=_BORDER)
    except OSError as error:
        raise SupercargoError(
            f"{file} cannot be written ({error.strerror}). Name another with --out."
        ) from error
    print(link)  # noqa: T201 - for programs too: nothing else goes to standard output
    notes().print(f"The QR code is in {file}", markup=False)


def _known(settings: Settings, sku: str) -> str:
    """The SKU as the catalogue writes it."""

    async def work(desk: Desk) -> dict[str, str]:
        return {item.sku.casefold(): item.sku for item in (await desk.counter.serving()).shop.items}

    known = at_the_desk(settings, work)
    if sku.casefold() not in known:
        raise SupercargoError(f"The catalogue has no {sku}.")
    return known[sku.casefold()]


def _username(settings: Settings, given: str | None) -> str:
    """The bot's name without @: as given, else as Telegram tells it."""
    if given is not None:
        name = given.removeprefix("@")
        if not _NAME.fullmatch(name):
            raise SupercargoError(f"{given} is no name of a bot.")
        return name
    if settings.telegram_token is None:
        raise SupercargoError("Name the bot with --bot, or set TELEGRAM_TOKEN.")
    from bot.telegram.reading_aiogram import read_aiogram

    read_aiogram()
    from bot.telegram.named import username_of

    return asyncio.run(username_of(settings.telegram_token.get_secret_value(), settings.telegram_api_base))
