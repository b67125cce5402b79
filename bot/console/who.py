"""Who asks for a page: the person of the browser's cookie, or nobody yet."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from bot.web.access import SignedIn, check_csrf, signed_in_or_none

CSRF_FIELD = "csrf"
CSRF_HEADER = "X-CSRF-Token"
_SAFE = ("GET", "HEAD")
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class SignedOut(Exception):
    """Nobody is signed in: the sign-in page comes first."""


async def signed_in(request: Request) -> SignedIn:
    """The person who asks; whatever is not a mere look carries the CSRF token.

    SignedOut without a cookie that is good; DeskRefusal `csrf` where another site sent this.
    """
    found = await signed_in_or_none(request)
    if found is None:
        raise SignedOut
    if request.method not in _SAFE:
        check_csrf(found, await _csrf_of(request))
    return found


async def _csrf_of(request: Request) -> str | None:
    header = request.headers.get(CSRF_HEADER)
    if header is not None or not request.headers.get("Content-Type", "").startswith(_FORMS):
        return header
    given = (await request.form()).get(CSRF_FIELD)
    return given if isinstance(given, str) else None


Who = Annotated[SignedIn, Depends(signed_in)]
ONLY_SIGNED_IN = [Depends(signed_in)]
"""The dependencies of a route that need not know who it is."""
