"""The files of a message, as Telegram tells of them."""

from __future__ import annotations

import re

from aiogram.types import Message

from storage.storable import storable
from storage.telegram_files import RemoteFile

_LONGEST_NAME = 150
_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,60}", re.ASCII)
_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\]+")


def files_of(message: Message) -> tuple[RemoteFile, ...]:
    """What can be fetched; of a photo its largest size. Names that a sender has not given are ours."""
    found: list[RemoteFile] = []

    def add(held: object, name: str, kind: str) -> None:
        if held is None:
            return
        given = getattr(held, "file_name", None)
        claimed = getattr(held, "mime_type", None)
        found.append(
            RemoteFile(
                file_id=str(getattr(held, "file_id", "")),
                name=_name(given, name),
                media_type=claimed if claimed and _TYPE.fullmatch(claimed) else kind,
                size=max(0, int(getattr(held, "file_size", None) or 0)),
            )
        )

    if message.photo:
        add(max(message.photo, key=lambda each: each.width * each.height), "photo.jpg", "image/jpeg")
    if message.sticker is not None:
        ending, kind = "webp", "image/webp"
        if message.sticker.is_video:
            ending, kind = "webm", "video/webm"
        elif message.sticker.is_animated:
            ending, kind = "tgs", "application/x-tgsticker"
        add(message.sticker, f"sticker.{ending}", kind)
    add(message.voice, "voice.ogg", "audio/ogg")
    add(message.audio, "audio.mp3", "audio/mpeg")
    add(message.video, "video.mp4", "video/mp4")
    add(message.video_note, "video note.mp4", "video/mp4")
    add(message.animation, "animation.mp4", "video/mp4")
    if message.animation is None:  # Telegram tells of an animation as a document besides
        add(message.document, "file", "application/octet-stream")
    return tuple(found)


def _name(given: str | None, otherwise: str) -> str:
    """A sender's text on one line, short and without what a path is made of."""
    kept = " ".join(_UNFIT.sub(" ", storable(given or "")).split())
    if len(kept) > _LONGEST_NAME:
        stem, dot, ending = kept.rpartition(".")
        tail = f"{dot}{ending}" if dot and len(ending) <= 10 else ""
        kept = (stem if tail else kept)[: _LONGEST_NAME - len(tail)] + tail
    return kept or otherwise
