"""Campaigns: a manager says what and to whom, sees who gets it, and approves its drafts together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import Depends, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from bot.console.pages import page, see_other, words_of
from bot.console.route import Id, console_pages
from bot.console.who import Who
from bot.desk.context import Desk
from bot.desk.follow_up import campaigning
from bot.desk.follow_up.campaigning import NO_QUOTE, Aim
from bot.domain.desk import DeskRefusal
from bot.domain.facts import Shop
from bot.domain.inquiry import INTENTS, LANGUAGES
from bot.domain.orders import STATES
from bot.web.access import SignedIn, desk_of, must_be
from bot.web.problems import status_of
from storage import campaigns
from storage.live import reading

_NO_SUBJECT = frozenset({"greeting", "thanks", "spam", "other", "human_request"})
_ASKED = tuple(each for each in INTENTS if each not in _NO_SUBJECT)
_STAGES = (NO_QUOTE, *STATES)
_FOR = timedelta(days=14)
_SHOWN = 200
_TEXT = "text:"
router = console_pages()


async def _managers(who: Who) -> SignedIn:
    must_be(who.person, "manager")
    return who


Manager = Depends(_managers)


@dataclass(frozen=True, slots=True)
class Filled:
    """The form as it was filled in. Days are where the shop is, both inside."""

    name: str = ""
    aim: Aim = field(default_factory=Aim)
    texts: Mapping[str, str] = field(default_factory=dict)
    begins: date | None = None
    ends: date | None = None


@router.get("/campaigns")
async def listed(request: Request, who: SignedIn = Manager) -> Response:
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        rows = await campaigns.listed(connection, desk.shop_id)
    zone = await _zone(desk)
    return page(request, who, "campaigns/page.html", active="follow-ups", rows=rows, zone=zone.key)


@router.get("/campaigns/new")
async def new(request: Request, who: SignedIn = Manager) -> Response:
    desk = desk_of(request)
    today = desk.clock().astimezone(await _zone(desk)).date()
    return await _form(request, who, Filled(begins=today, ends=today + _FOR))


@router.post("/campaigns/preview")
async def preview(request: Request, who: SignedIn = Manager) -> Response:
    """Who would get it and who not, with the form as it was filled in. Nothing is made."""
    desk = desk_of(request)
    filled = _read(await request.form())
    try:
        ahead = await campaigning.preview(desk, who.person, filled.aim, filled.texts)
        findings = campaigning.findings_in(filled.texts)
    except DeskRefusal as refused:
        return await _form(request, who, filled, refused=refused)
    return await _form(request, who, filled, ahead=ahead, findings=findings)


@router.post("/campaigns")
async def start(request: Request, who: SignedIn = Manager) -> Response:
    desk = desk_of(request)
    filled = _read(await request.form())
    zone = await _zone(desk)
    try:
        if filled.begins is None or filled.ends is None:
            raise DeskRefusal("invalid", "Choose its first and its last day.")
        # One that begins today begins now.
        begins = max(_midnight(filled.begins, zone), desk.clock())
        campaign, planned = await campaigning.start(
            desk, who.person, filled.name, filled.aim, filled.texts, begins=begins,
            ends=_midnight(filled.ends + timedelta(days=1), zone),
        )  # fmt: skip
    except DeskRefusal as refused:
        return await _form(request, who, filled, refused=refused)
    words = words_of(request).say("campaign-started", count=planned)
    return see_other(request, f"/console/campaigns/{campaign}", words)


@router.get("/campaigns/{campaign_id}")
async def one(request: Request, campaign_id: Id, who: SignedIn = Manager) -> Response:
    desk = desk_of(request)
    async with reading(desk.engine) as connection:
        row = await campaigns.by_id(connection, campaign_id)
        if row is None or row.shop_id != desk.shop_id:
            raise DeskRefusal("unknown_campaign", "There is no such campaign.")
        progress = await campaigns.progress(connection, campaign_id, _SHOWN)
    waiting = await campaigning.waiting(desk, campaign_id)
    zone = await _zone(desk)
    return page(
        request, who, "campaigns/one.html", active="follow-ups", row=row, progress=progress, zone=zone.key,
        drafts=waiting[:_SHOWN],
    )  # fmt: skip


@router.post("/campaigns/{campaign_id}/approve")
async def approve(request: Request, campaign_id: Id, who: SignedIn = Manager) -> Response:
    """`shown`: of each draft that was ticked, its id, revision and fingerprint, with colons between."""
    desk = desk_of(request)
    shown = [_shown(str(each)) for each in (await request.form()).getlist("shown")]
    done, left = await campaigning.approve_all(desk, who.person, campaign_id, shown)
    words = words_of(request)
    told = words.say("campaign-approved", count=done)
    if left:
        told = f"{told} {words.say('campaign-left', count=left)}"
    return see_other(request, f"/console/campaigns/{campaign_id}", told)


@router.post("/campaigns/{campaign_id}/end")
async def end(request: Request, campaign_id: Id, who: SignedIn = Manager) -> Response:
    await campaigning.end(desk_of(request), who.person, campaign_id)
    return see_other(request, f"/console/campaigns/{campaign_id}", words_of(request).say("campaign-ended"))


async def _form(
    request: Request, who: SignedIn, filled: Filled, *, ahead: campaigning.Preview | None = None,
    refused: DeskRefusal | None = None, findings: tuple[Any, ...] = (),
) -> Response:  # fmt: skip
    shop = (await desk_of(request).counter.serving()).shop
    status = status_of(refused) if refused else 200
    return page(
        request, who, "campaigns/new.html", active="follow-ups", status=status,
        filled=filled, ahead=ahead, refused=refused, findings=findings, shown=_SHOWN, asked=_ASKED,
        stages=_STAGES, tongues=LANGUAGES, categories=_categories(shop),
    )  # fmt: skip


def _categories(shop: Shop) -> tuple[str, ...]:
    return tuple(sorted({item.category for item in shop.items if item.category}))


def _read(form: FormData) -> Filled:
    texts = {
        name.removeprefix(_TEXT): str(value)
        for name, value in form.multi_items()
        if name.startswith(_TEXT) and name.removeprefix(_TEXT) in LANGUAGES and str(value).strip()
    }
    aim = Aim(
        skus=_parts(form.get("skus")),
        intents=tuple(str(each) for each in form.getlist("intents")),
        countries=tuple(each.upper() for each in _parts(form.get("countries"))),
        categories=tuple(str(each) for each in form.getlist("categories")),
        stages=tuple(str(each) for each in form.getlist("stages")),
    )
    return Filled(str(form.get("name") or ""), aim, texts, _day(form.get("begins")), _day(form.get("ends")))


def _parts(given: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in str(given or "").replace(",", " ").split() if each))


def _day(given: object) -> date | None:
    try:
        return date.fromisoformat(str(given or ""))
    except ValueError:
        return None


def _shown(given: str) -> tuple[int, int, str]:
    parts = given.split(":", 2)
    if len(parts) != 3 or not all(each.isascii() and each.isdigit() for each in parts[:2]):
        raise DeskRefusal("invalid", "This page is an old one: load it again.")
    return int(parts[0]), int(parts[1]), parts[2]


async def _zone(desk: Desk) -> ZoneInfo:
    return ZoneInfo((await desk.counter.serving()).shop.company.timezone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), zone).astimezone(UTC)
