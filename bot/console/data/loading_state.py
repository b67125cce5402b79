"""How far the loading of new data is, in the store: any page of any replica shows it, and one runs at a time.

{"state", "number", "by", "files", "begun", "beat", "progress": [stage, done, total], "checked", "report",
"error"}; the states are checking, checked, refused, loading, done, failed, discarded.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bot.desk.context import Desk
from bot.domain.desk import DeskRefusal, Person
from storage import shop_settings
from storage.live import reading, writing
from storage.storable import storable

BUSY = ("checking", "loading")
_NAME = "loading"
_STALE = timedelta(seconds=30)
"""Work that goes on says so twice a second; without a word for so long, its process has died."""


class LoadingState:
    """The state of one shop's loading."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def now(self) -> dict[str, Any] | None:
        """None where nothing was ever loaded from a page. What has died counts as failed."""
        async with reading(self._desk.engine) as connection:
            held = await shop_settings.value(connection, self._desk.shop_id, _NAME)
        if held is not None and held["state"] in BUSY and self._has_died(held):
            held |= {"state": "failed", "error": "The service was stopped meanwhile."}
        return held

    async def begin(self, person: Person, number: str, files: list[str]) -> str | None:
        """A new check; the number of one that waited for a word and does no more. DeskRefusal `busy`."""
        async with writing(self._desk.engine) as connection:
            held = await shop_settings.value(connection, self._desk.shop_id, _NAME, locked=True)
            if held is not None and held["state"] in BUSY and not self._has_died(held):
                raise DeskRefusal("busy", "Data is being loaded at the moment. Wait until that is done.")
            now = self._desk.clock()
            told = {"state": "checking", "number": number, "by": person.name, "files": files,
                    "begun": now.isoformat(), "progress": ["start", 0, 0]}  # fmt: skip
            await self._put(connection, told, person.id)
        return held["number"] if held is not None and held["state"] == "checked" else None

    async def move(self, number: str, before: str, after: str) -> None:
        """From one state to the next, once. DeskRefusal `outdated` where it is not `number` that waits."""
        async with writing(self._desk.engine) as connection:
            held = await shop_settings.value(connection, self._desk.shop_id, _NAME, locked=True)
            if held is None or held["state"] != before or held["number"] != number:
                raise DeskRefusal(
                    "outdated", "This upload was loaded, discarded or replaced by another already."
                )
            await self._put(connection, held | {"state": after, "progress": ["start", 0, 0]})

    async def tell(self, number: str, state: str, **more: Any) -> bool:
        """What is known now of `number`; False, and nothing told, where another has taken its place."""
        async with writing(self._desk.engine) as connection:
            held = await shop_settings.value(connection, self._desk.shop_id, _NAME, locked=True)
            if held is None or held["number"] != number:
                return False
            await self._put(connection, held | {"state": state} | more)
            return True

    async def _put(self, connection: Any, told: dict[str, Any], staff_id: int | None = None) -> None:
        now = self._desk.clock()
        held = storable(told | {"beat": now.isoformat()})
        await shop_settings.put(connection, self._desk.shop_id, _NAME, held, now, staff_id)

    def _has_died(self, held: dict[str, Any]) -> bool:
        return self._desk.clock() - datetime.fromisoformat(held["beat"]) > _STALE
