"""What a shared number or place tells of the buyer."""

from __future__ import annotations

import pytest

from storage import talks
from storage.live import writing
from tests.telegram.buyers.conftest import Booth
from tests.telegram.server import User

pytestmark = pytest.mark.anyio


def shares(user: User, phone: str, *, own: bool = True) -> None:
    contact = {"phone_number": phone, "first_name": "Alice", "user_id": user.id if own else user.id + 1}
    user._say("", {"contact": contact})


async def country(booth: Booth, user: User) -> tuple[str | None, str | None]:
    buyer = await booth.buyer(user)
    return buyer.country, buyer.country_basis


async def test_the_buyers_own_number_tells_the_country(booth: Booth) -> None:
    alice = booth.server.user()
    shares(alice, "52 55 1234 5678")
    await booth.deliver()
    assert (await booth.buyer(alice)).phone == "+525512345678"
    assert await country(booth, alice) == ("MX", "phone")


@pytest.mark.parametrize("user_id", ["somebody else's", "nobody's"])
async def test_the_number_of_somebody_else_tells_nothing_of_the_buyer(booth: Booth, user_id: str) -> None:
    alice = booth.server.user()
    if user_id == "nobody's":
        alice.sends_contact("+525512345678", "María")
    else:
        shares(alice, "+525512345678", own=False)
    await booth.deliver()
    assert (await booth.buyer(alice)).phone is None
    assert await country(booth, alice) == (None, None)
    assert "+525512345678" in (await booth.words(alice))[0]


async def test_a_place_tells_the_country_as_if_it_were_said(booth: Booth) -> None:
    alice = booth.server.user()
    shares(alice, "+525512345678")
    alice.sends_location(52.52, 13.405)
    await booth.deliver(times=2)
    assert await country(booth, alice) == ("DE", "stated")
    shares(alice, "+525512345678")
    await booth.deliver()
    assert await country(booth, alice) == ("DE", "stated"), "a number does not take that back"


async def test_a_place_at_sea_tells_no_country(booth: Booth) -> None:
    alice = booth.server.user()
    alice.sends_location(0.0, -30.0)
    await booth.deliver()
    assert await country(booth, alice) == (None, None)


async def test_what_a_person_wrote_into_the_profile_stays(booth: Booth) -> None:
    alice = booth.server.user()
    alice.writes("Hello")
    await booth.deliver()
    async with writing(booth.floor.desk.engine) as connection:
        buyer = (await booth.buyer(alice)).id
        await talks.change_buyer(connection, buyer, country="FR", country_basis="profile")
    alice.sends_location(52.52, 13.405)
    shares(alice, "+525512345678")
    await booth.deliver()
    assert await country(booth, alice) == ("FR", "profile")
