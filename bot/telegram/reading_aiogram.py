"""aiogram, read without building what is not used: of Telegram's 350 types we meet some forty.

When imported, aiogram builds a validator for each of them: 2 s and 100 MB in each process. Here each is built
when it is first used, as pydantic does for any type whose names were unknown at first.
"""

from __future__ import annotations

import sys
from threading import RLock
from typing import Any

from pydantic import BaseModel

_one_at_a_time = RLock()
"""pydantic does not let two threads build one type."""


def read_aiogram() -> None:
    """Import aiogram. After anybody else did, it changes nothing: all is built by then."""
    if "aiogram" in sys.modules:
        return
    names: dict[str, Any] = {}
    model: Any = BaseModel
    builds = BaseModel.__dict__["model_rebuild"]

    def remembers(cls: type[BaseModel], /, **options: Any) -> bool | None:
        """What aiogram asks of each type at the end of its import; of any other model what it always was."""
        given = options.get("_types_namespace")
        if given is not None and cls.__module__.startswith("aiogram."):
            names.update(given)
            return None
        options["_parent_namespace_depth"] = options.get("_parent_namespace_depth", 2) + 1  # we stand between
        return builds.__func__(cls, **options)  # type: ignore[no-any-return]

    def builds_when_used(cls: type[BaseModel], /, **options: Any) -> bool | None:
        with _one_at_a_time:
            return builds.__func__(cls, **{"_types_namespace": names, **options})  # type: ignore[no-any-return]

    model.model_rebuild = classmethod(remembers)
    try:
        from aiogram.methods.base import Response, TelegramMethod
        from aiogram.types import TelegramObject
    finally:
        model.model_rebuild = builds
    kinds: tuple[Any, ...] = (TelegramObject, TelegramMethod, Response)
    for kind in kinds:
        kind.model_rebuild = classmethod(builds_when_used)
