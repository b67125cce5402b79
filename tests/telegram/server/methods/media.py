"""Messages with a file, albums, contacts and places."""

from __future__ import annotations

from typing import Any

from ..entities import Formatted
from ..errors import ApiError, bad
from ..posting import post, post_all, text_of
from ..reading import Request
from ..state import Json, StoredFile
from ..world import World

_KINDS = {"Document": "document", "Photo": "photo", "Voice": "voice", "Video": "video", "Audio": "audio"}
_ALONE = {"document", "audio"}
"""Kinds that make an album only with their like."""


def stored_file(world: World, request: Request, given: str, kind: str) -> StoredFile:
    """The file that a field names: an upload beside the call, or one that Telegram has already."""
    if given.startswith(("http://", "https://")):
        raise ApiError(501, "Not Implemented: [test server] files by URL")
    if not given.startswith("attach://"):
        return world.file(given)
    upload = request.uploads.get(given.removeprefix("attach://"))
    if upload is None:
        raise bad(f'file "{given}" is not in the request')
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > (world.sizes.photo if kind == "photo" else world.sizes.document):
        raise ApiError(413, "Request Entity Too Large")
    return world.store(upload.name, upload.mime, upload.data, f"{kind}s")


def content_of(stored: StoredFile, kind: str) -> Json:
    """The part of a message that describes its file."""
    described = stored.json()
    if kind == "photo":
        small = {**described, "file_unique_id": f"{stored.unique_id}s", "width": 90, "height": 90}
        return {"photo": [small, {**described, "width": 1280, "height": 960}]}
    described["mime_type"] = stored.mime
    if kind in ("voice", "audio", "video"):
        described["duration"] = 3
    if kind == "video":
        described |= {"width": 640, "height": 480}
    if kind in ("document", "video", "audio"):
        described["file_name"] = stored.name
    return {kind: described}


def _sends(kind: str) -> Any:
    def send(world: World, request: Request) -> Json:
        said = text_of(request, "caption")
        stored = stored_file(world, request, request.get(kind), kind)
        return post(world, request, said, content_of(stored, kind), (stored,)).json()

    return send


def send_media_group(world: World, request: Request) -> list[Json]:
    media: list[Json] = request.get("media")
    if not 2 <= len(media) <= 10:
        raise bad("wrong number of messages in the album, 2-10 expected")
    kinds = {one["type"] for one in media}
    if kinds & _ALONE and len(kinds) > 1:
        raise bad("media of this type can't be mixed with other media in an album")
    parts: list[tuple[Formatted | None, Json | None, tuple[StoredFile, ...]]] = []
    for one in media:
        said = text_of(Request(request.method, one), "caption")
        stored = stored_file(world, request, one["media"], one["type"])
        parts.append((said, content_of(stored, one["type"]), (stored,)))
    album = f"{next(world.numbers):017}"
    return [message.json() for message in post_all(world, request, parts, album=album)]


def send_contact(world: World, request: Request) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    return post(world, request, None, {"contact": _only(request, names)}).json()


def send_location(world: World, request: Request) -> Json:
    return post(world, request, None, {"location": _only(request, ("latitude", "longitude"))}).json()


def _only(request: Request, names: tuple[str, ...]) -> Json:
    return {name: request.fields[name] for name in names if name in request.fields}


METHODS: dict[str, Any] = {
    **{f"send{name}": _sends(kind) for name, kind in _KINDS.items()},
    "sendMediaGroup": send_media_group,
    "sendContact": send_contact,
    "sendLocation": send_location,
}
