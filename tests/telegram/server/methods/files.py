"""Files to download."""

from __future__ import annotations

from typing import Any

from ..errors import bad
from ..reading import Request
from ..state import Json
from ..world import World


def get_file(world: World, request: Request) -> Json:
    stored = world.files.get(request.get("file_id"))
    if stored is None:
        raise bad("invalid file_id")
    if len(stored.data) > world.sizes.download:
        raise bad("file is too big")
    return {**stored.json(), "file_path": stored.path}


METHODS: dict[str, Any] = {"getFile": get_file}
