"""Who may use the interface: a program with a person's token, or a signed-in browser."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyCookie, HTTPBearer

from bot.desk.context import Desk
from bot.domain.desk import Person
from bot.web.access import STAFF_COOKIE, staff_of_token, this_desk

_token = HTTPBearer(
    scheme_name="staff token",
    description="`supercargo staff add NAME --role salesperson|manager|admin --token` prints one. "
    "It has the rights of its person.",
    auto_error=False,
)
_cookie = APIKeyCookie(
    name=STAFF_COOKIE,
    scheme_name="signed-in browser",
    description="The cookie of the console. What changes something needs its `X-CSRF-Token` besides.",
    auto_error=False,
)


async def _person(
    request: Request,
    _token: Annotated[object, Security(_token)],
    _cookie: Annotated[object, Security(_cookie)],
) -> Person:
    return await staff_of_token(request)


Staff = Annotated[Person, Depends(_person)]
"""The person who asks. DeskRefusal `signed_out`, `csrf`."""
ThisDesk = Annotated[Desk, Depends(this_desk)]
