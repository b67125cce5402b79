"""A purchaser's pictures of the goods: kept with the request, seen by the team."""

from __future__ import annotations

from bot.desk.context import Desk
from bot.desk.sourcing.changes import keep
from bot.desk.sourcing.rights import locked, must_purchase, unknown_request
from bot.domain.desk import DeskRefusal, Person
from storage import sourcing
from storage.live import reading, writing

LARGEST = 5 * 1024 * 1024
MOST = 8
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"),
)  # fmt: skip


def checked(content: bytes) -> tuple[str, bytes]:
    """(media type, content) by what the bytes are, whatever the file is called.

    DeskRefusal `file_too_large`, `invalid` for what is no picture.
    """
    if len(content) > LARGEST:
        raise DeskRefusal("file_too_large", f"A picture has at most {LARGEST // 1024 // 1024} MB.")
    for beginning, media_type in _BEGINNINGS:
        if content.startswith(beginning):
            return media_type, content
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp", content
    raise DeskRefusal("invalid", "Pictures are PNG, JPEG, GIF or WebP.")


async def add(desk: Desk, person: Person, request_id: int, media_type: str, content: bytes) -> int:
    """DeskRefusal `unknown_request`, `role`, `too_many_files`."""
    now = desk.clock()
    async with writing(desk.engine) as connection:
        await must_purchase(connection, person)
        row = await locked(desk, connection, request_id, None)
        if len(await sourcing.photos(connection, request_id)) >= MOST:
            raise DeskRefusal("too_many_files", f"A request has at most {MOST} pictures.")
        added = await sourcing.add_photo(
            connection, request_id=row.id, media_type=media_type, content=content, staff_id=person.id, at=now
        )
        await keep(desk, connection, row, "pictured", now, staff_id=person.id)
        return added


async def read(desk: Desk, request_id: int, photo_id: int) -> tuple[str, bytes]:
    """(media type, content). DeskRefusal `unknown_request`, `unknown_file`."""
    async with reading(desk.engine) as connection:
        row = await sourcing.request(connection, request_id)
        found = await sourcing.photo(connection, request_id, photo_id)
    if row is None or row.shop_id != desk.shop_id:
        raise unknown_request()
    if found is None:
        raise DeskRefusal("unknown_file", "There is no such picture.")
    return found.media_type, found.content
