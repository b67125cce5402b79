"""Who asks for a page: the person of the browser's cookie, or nobody yet."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from bot.console.alert_line import newest_alert
from bot.domain.desk import DeskRefusal
from bot.web.access import SignedIn, check_csrf, signed_in_or_none

CSRF_FIELD = "csrf"
CSRF_HEADER = "X-CSRF-Token"
_SAFE = ("GET", "HEAD")
SOURCING = "/console/sourcing"
_FOR_PURCHASERS = (
    SOURCING, f"{SOURCING}.csv", "/console/sign-out", "/console/appearance", "/console/events",
    "/console/telegram",
)  # fmt: skip
_FIRST_PAGES = ("/console/", "/console", "/console/inbox")
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class SignedOut(Exception):
    """Nobody is signed in: the sign-in page comes first."""


class OnlySourcing(Exception):
    """A purchaser without a right to talks asks for the first page: theirs is another."""


async def signed_in(request: Request) -> SignedIn:
    """The person who asks; whatever is not a mere look carries the CSRF token.

    SignedOut without a cookie that is good; DeskRefusal `csrf` where another site sent this. A purchaser who
    sees no talks gets no page but those of sourcing: DeskRefusal `role`, on the first page OnlySourcing.
    """
    found = await signed_in_or_none(request)
    if found is None:
        raise SignedOut
    if request.method not in _SAFE:
        check_csrf(found, await _csrf_of(request))
    if not found.sees_talks and not _is_for_purchasers(request.url.path):
        if request.method in _SAFE and request.url.path in _FIRST_PAGES:
            raise OnlySourcing
        raise DeskRefusal("role", "You are a purchaser: what concerns buyers is not yours to see.")
    if request.method in _SAFE and "HX-Request" not in request.headers:
        request.state.alert = await newest_alert(request, found)
    return found


def _is_for_purchasers(path: str) -> bool:
    return any(path == each or path.startswith(f"{each}/") for each in _FOR_PURCHASERS)


async def _csrf_of(request: Request) -> str | None:
    header = request.headers.get(CSRF_HEADER)
    if header is not None or not request.headers.get("Content-Type", "").startswith(_FORMS):
        return header
    given = (await request.form()).get(CSRF_FIELD)
    return given if isinstance(given, str) else None


Who = Annotated[SignedIn, Depends(signed_in)]
ONLY_SIGNED_IN = [Depends(signed_in)]
"""The dependencies of a route that need not know who it is."""
