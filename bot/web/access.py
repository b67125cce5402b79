"""Who asks: a buyer's browser, a person's browser, or a person's program."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from fastapi import Request

from bot.desk.context import Desk
from bot.desk.intake import hash_of
from bot.domain.desk import DeskRefusal, Person, Role, has_authority
from bot.domain.sourcing import may_purchase, may_see_talks
from bot.web.login_links import person_of
from storage import staff, talks
from storage.live import looking

STAFF_COOKIE = "supercargo_staff"
SOURCING_API = "/api/sourcing"


@dataclass(frozen=True, slots=True)
class BuyerSession:
    """A browser's right to one conversation."""

    conversation_id: int
    locale: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person in a browser; `csrf` must come back with everything that changes something."""

    person: Person
    csrf: str
    sees_talks: bool = True
    """False for a purchaser who has no right to buyers' talks."""
    purchases: bool = False


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


async def this_desk(request: Request) -> Desk:
    """`desk_of` for routes to depend on: what is not async is sent to a thread for each request."""
    return desk_of(request)


async def buyer_session(request: Request) -> BuyerSession:
    """The conversation of the `Authorization: Bearer` token. DeskRefusal `signed_out`."""
    token = bearer(request)
    desk = desk_of(request)
    if token:
        async with looking(desk.engine) as connection:
            row = await talks.web_session(connection, hash_of(token))
        if row is not None and row.shop_id == desk.shop_id:
            return BuyerSession(row.conversation_id, row.locale)
    raise DeskRefusal("signed_out", "This chat session is unknown. Start one: POST /api/chat/sessions.")


async def staff_of_token(request: Request) -> Person:
    """The person of the `Authorization: Bearer` API token, or of a signed-in browser with its CSRF token."""
    desk = desk_of(request)
    token = bearer(request)
    if token:
        async with looking(desk.engine) as connection:
            row = await staff.of_api_token(connection, hash_of(token))
        if row is not None and row.shop_id == desk.shop_id:
            if not may_see_talks(row.purchasing):
                _must_be_sourcing(request)
            return person_of(row)
    signed_in = await signed_in_or_none(request)
    if signed_in is None:
        raise DeskRefusal(
            "signed_out", "An API token is needed: supercargo staff add NAME --role ROLE --token prints one."
        )
    if request.method not in ("GET", "HEAD"):
        check_csrf(signed_in, request.headers.get("X-CSRF-Token"))
    if not signed_in.sees_talks:
        _must_be_sourcing(request)
    return signed_in.person


async def signed_in_or_none(request: Request) -> SignedIn | None:
    """The person of this browser's cookie."""
    cookie = request.cookies.get(STAFF_COOKIE)
    desk = desk_of(request)
    if not cookie:
        return None
    async with looking(desk.engine) as connection:
        row = await staff.session(connection, hash_of(cookie), desk.clock())
    if row is None or row.shop_id != desk.shop_id:
        return None
    return SignedIn(
        person_of(row), row.csrf, may_see_talks(row.purchasing), purchases=may_purchase(row.purchasing)
    )


def check_csrf(signed_in: SignedIn, given: str | None) -> None:
    """DeskRefusal `csrf` where a form or script of another site sent this."""
    if not given or not secrets.compare_digest(signed_in.csrf, given):
        raise DeskRefusal("csrf", "This page is too old. Load it again and repeat what you did.")


def must_be(person: Person, needed: Role) -> None:
    """DeskRefusal `role` where the person has less authority than `needed`."""
    if not has_authority(person.role, needed):
        raise DeskRefusal("role", f"This takes a {needed}; you are signed in as {person.role}.")


def _must_be_sourcing(request: Request) -> None:
    """DeskRefusal `role` where a purchaser without a right to talks asks for anything but sourcing."""
    if not request.url.path.startswith(SOURCING_API):
        raise DeskRefusal("role", "You are a purchaser: what concerns buyers is not yours to see.")


def bearer(request: Request) -> str | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None
