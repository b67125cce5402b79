"""Files, contacts and places that people send."""

from __future__ import annotations

from typing import Any

from .methods.media import content_of
from .paying import Payer
from .state import Message


class MediaSpeaker(Payer):
    """Every method takes `caption`, `to`, `thread` and `reply_to` as `writes` does."""

    def _sends(self, kind: str, name: str, mime: str, data: bytes, caption: str, where: Any) -> Message:
        with self._world.lock:
            stored = self._world.store(name, mime, data, f"{kind}s")
            return self._say(caption, content_of(stored, kind), files=(stored,), **where)

    def sends_document(
        self, name: str, data: bytes, mime: str = "application/pdf", *, caption: str = "", **where: Any
    ) -> Message:
        return self._sends("document", name, mime, data, caption, where)

    def sends_photo(self, data: bytes, *, caption: str = "", **where: Any) -> Message:
        return self._sends("photo", "photo.jpg", "image/jpeg", data, caption, where)

    def sends_voice(self, data: bytes, *, caption: str = "", **where: Any) -> Message:
        return self._sends("voice", "voice.oga", "audio/ogg", data, caption, where)

    def sends_video(self, data: bytes, *, caption: str = "", **where: Any) -> Message:
        return self._sends("video", "video.mp4", "video/mp4", data, caption, where)

    def sends_album(self, photos: list[bytes], *, caption: str = "", **where: Any) -> list[Message]:
        """Photos of one `media_group_id`, an update each; the first has the caption."""
        assert 2 <= len(photos) <= 10
        with self._world.lock:
            album = f"{next(self._world.numbers):017}"
            return [
                self.sends_photo(photo, caption=caption if number == 0 else "", album=album, **where)
                for number, photo in enumerate(photos)
            ]

    def sends_sticker(self, emoji: str = "👍", **where: Any) -> Message:
        with self._world.lock:
            stored = self._world.store("sticker.webp", "image/webp", b"RIFF", "stickers")
            about = {
                **stored.json(), "type": "regular", "width": 512, "height": 512, "emoji": emoji,
                "is_animated": False, "is_video": False,
            }  # fmt: skip
            return self._say("", {"sticker": about}, files=(stored,), **where)

    def sends_contact(self, phone: str, first_name: str, **where: Any) -> Message:
        return self._say("", {"contact": {"phone_number": phone, "first_name": first_name}}, **where)

    def sends_location(self, latitude: float, longitude: float, **where: Any) -> Message:
        return self._say("", {"location": {"latitude": latitude, "longitude": longitude}}, **where)
