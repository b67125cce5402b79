"""Files of buyers: fetched from Telegram after their message is stored."""

from __future__ import annotations

import uuid

from aiogram.methods import GetFile
from aiohttp import ClientResponseError

from bot.log import logger
from bot.telegram.errors import ChatMoved, Later, NotDone
from bot.telegram.office import Office
from storage import telegram_files
from storage.base import AnyRow
from storage.live import looking, writing
from storage.notices import notify
from storage.telegram_files import FETCH_TASK, LARGEST, TOO_LARGE

__all__ = ["FETCH_TASK", "fetch_file", "give_up_file"]

_SECONDS = 60
_PIECE = 64 * 1024
_GONE = (400, 404, 410)
_log = logger("telegram")


class _TooLarge(Exception):
    pass


async def fetch_file(office: Office, attachment_id: str) -> None:
    """Fetch the bytes of an attachment; what can never be had is marked lost. Errors: another try may help.

    Run twice it changes nothing.
    """
    async with office.fetching:
        await _fetch(office, uuid.UUID(attachment_id))


async def _fetch(office: Office, named: uuid.UUID) -> None:
    async with looking(office.desk.engine) as connection:
        file = await telegram_files.wanted(connection, named)
    if file is None:
        return
    try:
        content = await _download(office, file)
    except _TooLarge:
        await _lose(office, named, file, TOO_LARGE)
        return
    except (Later, ChatMoved):
        raise
    except NotDone as trouble:
        # Telegram tells "file is too big" of what it does not hand to bots.
        too_large = "too big" in str(trouble).lower()
        await _lose(office, named, file, TOO_LARGE if too_large else str(trouble)[:200])
        return
    except ClientResponseError as error:
        if error.status not in _GONE:
            raise
        await _lose(office, named, file, f"Telegram does not have it any more ({error.status})")
        return
    async with writing(office.desk.engine) as connection:
        if await telegram_files.fetched(connection, named, content):
            await notify(connection, "desk", shop=file.shop_id, conversation=file.conversation_id)


async def give_up_file(office: Office, attachment_id: str, error: Exception) -> None:
    """The file cannot be had: `error` was that of the last try."""
    named = uuid.UUID(attachment_id)
    async with looking(office.desk.engine) as connection:
        file = await telegram_files.wanted(connection, named)
    if file is not None:
        await _lose(office, named, file, f"not fetched: {type(error).__name__}")


async def _download(office: Office, file: AnyRow) -> bytes:
    told = await office.calls(GetFile(file_id=file.file_id))
    if (told.file_size or 0) > LARGEST:
        raise _TooLarge
    if not told.file_path:
        raise NotDone("Telegram names no path of the file")
    bot = office.calls.bot
    address = bot.session.api.file_url(bot.token, told.file_path)
    content = bytearray()
    async for piece in bot.session.stream_content(address, timeout=_SECONDS, chunk_size=_PIECE):
        content += piece
        if len(content) > LARGEST:
            raise _TooLarge
    return bytes(content)


async def _lose(office: Office, attachment_id: uuid.UUID, file: AnyRow, why: str) -> None:
    async with writing(office.desk.engine) as connection:
        if await telegram_files.lost(connection, attachment_id, why):
            await notify(connection, "desk", shop=file.shop_id, conversation=file.conversation_id)
    _log.warning("telegram.file_lost", attachment=str(attachment_id), why=why)
