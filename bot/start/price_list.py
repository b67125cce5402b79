"""The step of the seller's list: the file, its currency, what each heading is, what it says nowhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.domain.errors import SupercargoError
from bot.start.given import NotAnAnswer, line, read
from bot.start.held import Held
from knowledge.shop_folder.filling import FILLABLE
from knowledge.shop_folder.headings import CATALOG_FIELDS, READ_AS_WELL, is_field
from knowledge.shop_folder.previewing import ListPreview, likely_currency, preview
from knowledge.shop_folder.table import UnreadableFile
from knowledge.uploads.checking import without_cost

SUFFIXES = (".csv", ".xlsx")
FIELDS = tuple(field for field in (*CATALOG_FIELDS, *READ_AS_WELL) if field != "price_tiers")
"""What a person may choose for a heading; prices by quantity are `price_tiers:500` (or `price_tiers`)."""
USUAL_CURRENCY = "USD"


def _look(path: Path, asked: Mapping[str, str], fill: Mapping[str, str], currency: str) -> ListPreview:
    """The list as it would be read. SupercargoError where it cannot be read at all."""
    try:
        found = preview(path, asked, fill, currency)
    except UnreadableFile as error:
        raise SupercargoError(str(error)) from error
    fields = {column.heading: column.field or "" for column in found.columns}
    return replace(found, errors=tuple(without_cost(error, fields) for error in found.errors))


def take_file(held: Held, given: str) -> None:
    """The list's path, as typed or dropped onto a terminal. NotAnAnswer, SupercargoError."""
    text = given.strip().strip("'\"").replace("\\ ", " ")
    path = Path(text).expanduser()
    if not text or not path.is_file():
        raise NotAnAnswer("start-wrong-list-missing", found=line(given))
    if path.suffix.casefold() not in SUFFIXES:
        raise NotAnAnswer("start-wrong-list-kind", found=path.name)
    path = path.resolve()
    if str(path) != held.answers.get("list.file"):
        held.answers.pop("list.fill", None)
        held.answers.pop("columns", None)
    try:
        found = likely_currency(path)
    except UnreadableFile as error:
        raise SupercargoError(str(error)) from error
    held.answers["list.likely-currency"] = found or USUAL_CURRENCY
    held.reopen("columns")
    held.answer("list.file", str(path))


def likely_list(folder: Path) -> Path | None:
    """The one table in the folder that can be the list; None where there is none, or several."""
    if not folder.is_dir():
        return None
    tables = [
        path
        for path in sorted(folder.iterdir())
        if path.suffix.casefold() in SUFFIXES and not path.name.startswith((".", "~$", "shipping."))
    ]
    own = [path for path in tables if path.stem.casefold() == "catalog"]
    return (own or tables)[0] if len(own) == 1 or len(tables) == 1 else None


def take_currency(held: Held, given: object) -> None:
    """NotAnAnswer."""
    held.answer("list.currency", read("company.currency", given) or _no_currency())
    held.finish("list")


def _no_currency() -> str:
    raise NotAnAnswer("start-wrong-company-currency", found="")


def seen(held: Held) -> ListPreview:
    """The list as the answers so far would have it read. SupercargoError: gone or unreadable."""
    path = Path(held.answers["list.file"])
    if not path.is_file():
        raise SupercargoError(f"{path} is no longer there. Put it back, or name the list anew.")
    return _look(
        path, held.answers.get("columns") or {}, held.answers.get("list.fill") or {},
        held.answers["list.currency"],
    )  # fmt: skip


def take_column(held: Held, heading: str, field: str) -> None:
    """`heading` is read as `field` from now on, as `ignore`: not at all. NotAnAnswer."""
    name = field.strip().casefold().replace(" ", "_") or "ignore"
    if not is_field(name):
        raise NotAnAnswer("start-wrong-field", found=line(field))
    columns = dict(held.answers.get("columns") or {})
    if name not in ("ignore", "attribute"):
        # One column is one thing: what had the field before is read as nothing.
        columns |= {each: "ignore" for each, before in columns.items() if before == name}
    held.answer("columns", columns | {heading: name})


def take_fill(held: Held, field: str, given: object) -> None:
    """A value for all rows of the list; an empty one takes it back. NotAnAnswer."""
    if field not in FILLABLE:
        raise NotAnAnswer("start-wrong-field", found=line(field))
    fill = dict(held.answers.get("list.fill") or {})
    text = line(str(given if given is not None else ""))
    fill.pop(field, None)
    if text:
        _checked_fill(field, text)
        fill[field] = text
    held.answer("list.fill", fill)


def accept(held: Held, found: ListPreview) -> None:
    """The list is right as it was shown. NotAnAnswer where nothing of it could be loaded."""
    if found.missing:
        raise NotAnAnswer("start-wrong-columns-missing", found=", ".join(found.missing))
    if not found.products:
        first = str(found.errors[0]) if found.errors else ""
        raise NotAnAnswer("start-wrong-columns-none", found=first)
    own = {**(held.answers.get("columns") or {})}
    filled = held.answers.get("list.fill") or {}
    for column in found.columns:
        if column.field is not None and column.proposed and column.heading not in filled:
            own[column.heading] = column.field
    held.answers["columns"] = own
    held.answers["list.decimals"] = found.decimals
    held.finish("columns")


def _checked_fill(field: str, text: str) -> Any:
    from knowledge.shop_folder import cells
    from knowledge.shop_folder.number_cells import Unreadable

    readers: dict[str, Callable[[str], Any]] = {
        "moq": lambda cell: cells.count(cell)[0], "weight_kg": cells.weight_kg, "lead_time_days": cells.days,
    }  # fmt: skip
    try:
        return readers[field](text) if field in readers else text
    except Unreadable as error:
        raise NotAnAnswer(f"start-wrong-fill-{field.replace('_', '-')}", found=text) from error
