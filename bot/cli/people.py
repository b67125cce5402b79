"""`supercargo buyers`: what is kept of buyers, handed out or taken away."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from bot.cli.at_the_desk import at_the_desk
from bot.cli.screen import notes
from bot.domain.errors import SupercargoError

if TYPE_CHECKING:
    from bot.desk.context import Desk
    from bot.settings import Settings


def export(settings: Settings, buyer_id: int | None, out: Path | None) -> None:
    """One buyer as a JSON object, or all (None) as JSON Lines. SupercargoError where there is none."""
    from bot.desk.buyers import export_buyer
    from storage import buyers
    from storage.live import reading

    async def work(desk: Desk) -> int:
        wanted = [buyer_id] if buyer_id is not None else []
        if buyer_id is None:
            async with reading(desk.engine) as connection:
                wanted = await buyers.ids(connection, desk.shop_id)
        with _opened(out) as file:
            for each in wanted:
                whole = await export_buyer(desk, each, None)
                json.dump(whole, file, ensure_ascii=False, indent=1 if buyer_id is not None else None)
                file.write("\n")
        return len(wanted)

    count = at_the_desk(settings, work)
    if out is not None:
        notes().print(f"{count} {'buyer' if count == 1 else 'buyers'} written to {out}", markup=False)


def erase(settings: Settings, buyer_id: int) -> None:
    """SupercargoError where there is no such buyer."""
    from bot.desk.buyers import erase_buyer

    async def work(desk: Desk) -> None:
        await erase_buyer(desk, buyer_id, None)

    at_the_desk(settings, work)
    notes().print(f"Buyer {buyer_id} was erased.")


@contextmanager
def _opened(out: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a new file that only its owner reads; a file half written is taken away."""
    if out is None:
        yield sys.stdout
        return
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise SupercargoError(f"{out} is there already. Name another file, or remove it first.") from error
    except OSError as error:
        raise SupercargoError(f"{out} cannot be written ({error.strerror}). Name another file.") from error
    try:
        with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 - a handle, no path
            yield file
    except BaseException:
        out.unlink(missing_ok=True)
        raise
