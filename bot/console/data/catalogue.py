"""The catalogue as it serves now. A unit cost is not among what serves, so no page can show one."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import Query, Request
from fastapi.responses import FileResponse, Response

from bot.console.pages import fragment, is_partial, page
from bot.console.route import console_pages
from bot.console.who import ONLY_SIGNED_IN, Who
from bot.desk.context import ServingShop
from bot.domain.desk import DeskRefusal
from bot.domain.facts import CatalogItem
from bot.domain.fold import fold
from bot.settings import Settings
from bot.web.access import desk_of

_ROWS = 50
_PICTURES = {
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp",
    ".gif": "image/gif",
}  # fmt: skip
_ONLY = ("stock", "sample", "battery", "options")
router = console_pages()


@router.get("/catalogue")
async def catalogue_page(
    request: Request,
    who: Who,
    q: Annotated[str, Query(max_length=200)] = "",
    category: Annotated[str, Query(max_length=200)] = "",
    only: Annotated[str, Query(max_length=20)] = "",
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
) -> Response:
    """Items whose SKU, name, category, aliases or attributes hold all words, in the shop's order."""
    if only and only not in _ONLY:
        raise DeskRefusal("invalid", "There is no such filter.")
    serving = await desk_of(request).counter.serving()
    items = [item for item in serving.shop.items if _fits(item, fold(q).text.split(), category, only)]
    last = max(1, math.ceil(len(items) / _ROWS))
    shown = min(number, last)
    asked = {"q": q.strip(), "category": category, "only": only}
    told: dict[str, Any] = {
        "items": items[(shown - 1) * _ROWS : shown * _ROWS],
        "count": len(items),
        "shown": shown,
        "last": last,
        "asked": asked,
        "only_known": _ONLY,
        "address": lambda **changes: _address(asked | changes),
        "currency": serving.shop.company.currency,
        "has_picture": lambda item: _picture(request, item) is not None,
    }
    if is_partial(request):
        return fragment(request, who, "catalogue/rows.html", **told)
    categories = sorted(Counter(item.category for item in serving.shop.items).items())
    return page(
        request, who, "catalogue/page.html", active="catalogue", categories=categories,
        total=len(serving.shop.items), version=serving.version_id, **told,
    )  # fmt: skip


@router.get("/catalogue/items/{sku:path}")
async def item_page(request: Request, who: Who, sku: str) -> Response:
    serving = await desk_of(request).counter.serving()
    item = _item(serving, sku)
    campaigns = [
        each
        for each in serving.shop.campaigns
        if (not each.skus and not each.categories) or sku in each.skus or item.category in each.categories
    ]
    return page(
        request, who, "catalogue/item.html", active="catalogue", item=item, campaigns=campaigns,
        currency=serving.shop.company.currency, has_picture=_picture(request, item) is not None,
        linked=item.image if item.image and item.image.startswith(("https://", "http://")) else None,
    )  # fmt: skip


@router.get("/catalogue/pictures/{sku:path}", dependencies=ONLY_SIGNED_IN)
async def picture(request: Request, sku: str) -> Response:
    """The picture of an item, where it is a file of the shop folder."""
    item = _item(await desk_of(request).counter.serving(), sku)
    file = _picture(request, item)
    if file is None:
        raise DeskRefusal("unknown_file", "This item has no picture in the shop folder.")
    return FileResponse(file, media_type=_PICTURES[file.suffix.lower()])


def item_address(sku: str) -> str:
    return f"/console/catalogue/items/{quote(sku, safe='')}"


def _fits(item: CatalogItem, words: list[str], category: str, only: str) -> bool:
    if category and item.category != category:
        return False
    asked = {
        "": True, "stock": bool(item.stock), "sample": item.sample_price is not None,
        "battery": item.battery, "options": bool(item.options),
    }  # fmt: skip
    if not asked[only]:
        return False
    if not words:
        return True
    attributes = " ".join(f"{name} {value}" for name, value in item.attributes)
    told = fold(" ".join((item.sku, item.name, item.category, *item.aliases, attributes))).text
    return all(word in told for word in words)


def _address(asked: dict[str, str]) -> str:
    given = {name: value for name, value in asked.items() if value}
    return f"/console/catalogue?{urlencode(given)}" if given else "/console/catalogue"


def _item(serving: ServingShop, sku: str) -> CatalogItem:
    try:
        return serving.shop.item(sku)
    except KeyError as error:
        raise DeskRefusal(
            "unknown_item", f"The catalogue that serves now has no {sku}. It may have been taken out."
        ) from error


def _picture(request: Request, item: CatalogItem) -> Path | None:
    """The file of an item's picture: inside the shop folder, of a kind that browsers draw."""
    if not item.image or "://" in item.image or "\0" in item.image:
        return None
    settings: Settings = request.app.state.settings
    folder = settings.shop.resolve()
    try:
        file = (folder / item.image).resolve()
        inside = file.is_relative_to(folder) and file.is_file()
    except (OSError, RuntimeError):
        return None
    return file if inside and file.suffix.lower() in _PICTURES else None
