"""The purchaser's answer as a form, and the pictures that go with it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from fastapi import Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from bot.console.pages import see_other, words_of
from bot.console.route import Id, console_pages, plain
from bot.console.sourcing.acting import shown
from bot.console.who import ONLY_SIGNED_IN, SOURCING, Who
from bot.desk.sourcing import answering, pictures
from bot.desk.sourcing.answering import Answer
from bot.domain.desk import DeskRefusal
from bot.domain.facts import CatalogItem, PriceTier
from bot.domain.sourcing import Cost, read_options, read_tiers
from bot.web.access import desk_of

router = console_pages()
_TEXTS = (
    "name", "description", "unit", "tiers", "margin", "cost", "cost_currency", "cost_tiers", "supplier",
    "weight_kg", "lead_time_days", "valid_until", "sample_price", "carton_qty", "carton_cm", "certifications",
    "options", "note", "battery", "moq",
)  # fmt: skip
_DEFAULT_UNIT = "pcs"


@router.post("/sourcing/{request_id}/answer")
async def answer(request: Request, who: Who, request_id: Id) -> Response:
    desk = desk_of(request)
    form = await request.form()
    typed = {name: plain(value).strip() for name in _TEXTS if isinstance(value := form.get(name), str)}
    currency = (await desk.counter.serving()).shop.company.currency
    try:
        given, seen = _answer(typed, currency), _whole(str(form.get("seen", "")), "seen") or 0
        photos = await _photos(form)
        drafted = await answering.answer(desk, who.person, request_id, given, seen=seen)
        for media_type, content in photos:
            await pictures.add(desk, who.person, request_id, media_type, content)
    except DeskRefusal as error:
        if error.code == "unknown_request":
            raise
        return await shown(request, who, request_id, error, typed)
    said = words_of(request).say("sourcing-answered" if drafted else "sourcing-answered-ready")
    return see_other(request, f"{SOURCING}/{request_id}", said)


@router.get("/sourcing/{request_id}/photos/{photo_id}", dependencies=ONLY_SIGNED_IN)
async def photo(request: Request, request_id: Id, photo_id: Id) -> Response:
    media_type, content = await pictures.read(desk_of(request), request_id, photo_id)
    return Response(content, media_type=media_type, headers={"Content-Disposition": "inline"})


async def _photos(form: FormData) -> list[tuple[str, bytes]]:
    """(media type, bytes) of each picture. DeskRefusal `file_too_large`, `invalid`."""
    sent = [each for each in form.getlist("photos") if isinstance(each, UploadFile) and each.filename]
    return [pictures.checked(await each.read(pictures.LARGEST + 1)) for each in sent]


def _answer(typed: dict[str, str], currency: str) -> Answer:
    """DeskRefusal `invalid` for what is no number, price or day."""
    try:
        tiers = tuple(PriceTier(*each) for each in read_tiers(typed.get("tiers", "")))
        cost_tiers = read_tiers(typed.get("cost_tiers", ""))
        options = read_options(typed.get("options", ""))
    except ValueError as error:
        raise DeskRefusal("invalid", str(error)) from error
    margin = _number(typed.get("margin", ""), "The margin")
    unit_cost = _number(typed.get("cost", ""), "The supplier's price")
    if unit_cost is None and cost_tiers:
        unit_cost = cost_tiers[-1][1]
    if margin is not None and not cost_tiers and unit_cost is not None:
        cost_tiers = ((_whole(typed.get("moq", ""), "The MOQ") or 1, unit_cost),)
    if margin is not None and not cost_tiers:
        raise DeskRefusal("invalid", "A margin is put on the supplier's prices: write them, too.")
    cost = None
    if unit_cost is not None:
        code = typed.get("cost_currency", "").upper() or currency
        cost = Cost(unit_cost, code, typed.get("supplier") or None)
    certificates = typed.get("certifications", "").replace(";", ",").split(",")
    item = CatalogItem(
        sku="", name=typed.get("name", ""), category="", moq=tiers[0].from_quantity if tiers else 1,
        tiers=tiers, weight_kg=_number(typed.get("weight_kg", ""), "The weight") or Decimal(0),
        lead_time_days=_whole(typed.get("lead_time_days", ""), "The lead time") or 0,
        unit=typed.get("unit") or _DEFAULT_UNIT, description=typed.get("description", ""),
        sample_price=_number(typed.get("sample_price", ""), "The sample's price"),
        carton_qty=_whole(typed.get("carton_qty", ""), "Pieces per carton"),
        carton_cm=typed.get("carton_cm") or None, options=options, battery=bool(typed.get("battery")),
        certifications=tuple(each.strip() for each in certificates if each.strip()),
    )  # fmt: skip
    return Answer(item, _day(typed.get("valid_until", "")), cost, margin, cost_tiers, typed.get("note"))


def _number(text: str, of: str) -> Decimal | None:
    if not text:
        return None
    try:
        number = Decimal(text.removesuffix("%").strip())
    except InvalidOperation as error:
        raise DeskRefusal("invalid", f"{of} is a number such as 0.42.") from error
    if not number.is_finite() or not 0 <= number < 10**9:
        raise DeskRefusal("invalid", f"{of} is a number such as 0.42.")
    return number


def _whole(text: str, of: str) -> int | None:
    plain_text = text.replace(" ", "").replace(",", "")
    if not plain_text:
        return None
    if not (plain_text.isascii() and plain_text.isdigit() and len(plain_text) < 12):
        raise DeskRefusal("invalid", f"{of} is a whole number.")
    return int(plain_text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DeskRefusal("invalid", "Say until which day the offer holds, as 2026-12-04.") from error
