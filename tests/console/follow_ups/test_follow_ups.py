"""What comes next, promises, the calendar, campaigns and the rules, as people of the team meet them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import httpx
import pytest

from bot.desk.context import Desk
from storage import talks
from storage.live import writing
from tests.console.conftest import PRICE, Colleague, Office, seen


def today() -> date:
    """The shop's, which is tomorrow while it is evening in London."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def sold(office: Office, name: str = "Alice", country: str = "DE") -> int:
    """A talk with a buyer who has a quote of ours."""
    boris = office.colleague("Boris the seller")
    draft = office.drafted(PRICE, name=name)

    async def place(desk: Desk) -> None:
        async with writing(desk.engine) as connection:
            talk = await talks.conversation(connection, draft.conversation_id)
            assert talk is not None
            await talks.change_buyer(connection, talk.buyer_id, country=country, country_basis="profile")

    office.app.run(place)
    assert boris.post(f"/drafts/{draft.id}/approve", **seen(draft)).status_code == 200
    office.app.until(
        lambda: office.app.rows(
            "SELECT id FROM follow_ups WHERE conversation_id = :talk", talk=draft.conversation_id
        ),
        "a follow-up",
    )
    conversation: int = draft.conversation_id
    return conversation


def box(who: Colleague, talk: int) -> str:
    return who.get(f"/follow-ups/talk/{talk}").text


def about_kettles(who: Colleague, path: str, **more: str) -> httpx.Response:
    form = {
        "name": "New colours", "skus": "KT-17", "text:en": "Our kettles come in three new colours.",
        "begins": today().isoformat(), "ends": (today() + timedelta(days=20)).isoformat(),
    }  # fmt: skip
    return who.post(path, by_script=False, **(form | more))


RULES: dict[str, str | list[str]] = {
    "on": ["silent", "unpaid"], "silent": "3, 9", "unpaid": "2", "expiring": "2", "promised": "1",
    "shipped": "0", "delivered": "3", "reviewed": "1", "reorder": "90", "festival": "2",
    "gap_hours": "72", "most": "2", "opens": "10:00", "closes": "17:00",
}  # fmt: skip


def test_a_promise_is_noted_by_hand_and_settled_by_a_tap(office: Office) -> None:
    talk = sold(office)
    boris = office.colleague("Boris")
    due = (today() + timedelta(days=9)).isoformat()
    noted = boris.post(f"/conversations/{talk}/promises", side="seller", words="Send the drawing", due_on=due)
    assert noted.status_code == 200
    assert "Send the drawing" in noted.text
    (promise,) = office.app.rows("SELECT id FROM promises")
    broken = boris.post(f"/promises/{promise.id}/broken").text
    assert "We: Broken" in broken
    assert boris.post(f"/promises/{promise.id}/done").status_code == 409
    wrong = boris.post(f"/conversations/{talk}/promises", side="seller", words="x", due_on="soon")
    assert wrong.status_code == 422


def test_a_salesperson_notes_a_stop_and_a_manager_lifts_it(office: Office) -> None:
    talk = sold(office)
    boris, mei = office.colleague("Boris"), office.colleague("Mei", "manager")
    assert "Silent after the quote" in box(boris, talk)
    stopped = boris.post(f"/follow-ups/talk/{talk}/stop").text
    assert "The buyer wants no messages but answers." in stopped
    assert f"/follow-ups/talk/{talk}/lift" not in stopped
    assert boris.post(f"/follow-ups/talk/{talk}/lift").status_code == 403
    assert "Silent after the quote" in mei.post(f"/follow-ups/talk/{talk}/lift").text


def test_a_campaign_is_previewed_begun_and_approved_together_by_a_manager(office: Office) -> None:
    # A buyer for whom it is night, so that what is approved waits for the morning.
    talk = sold(office, country="NZ" if 6 <= datetime.now(UTC).hour < 18 else "DE")
    mei, boris = office.colleague("Mei", "manager"), office.colleague("Boris")
    # Silence is more pressing than a campaign and keeps it away where both come soon: not for a week here,
    # whatever the hour and the weekday of this run.
    rules = RULES | {"on": ["silent", "campaign"], "silent": "9", "gap_hours": "24"}
    assert mei.post("/follow-up-rules", by_script=False, **rules).status_code == 303
    assert boris.get("/campaigns").status_code == 403
    assert "No campaign yet" in mei.get("/campaigns").text
    ahead = about_kettles(mei, "/campaigns/preview").text
    assert "One buyer gets it" in ahead
    assert "Begin: one buyer" in ahead
    assert office.app.rows("SELECT id FROM follow_up_campaigns") == []
    silent = about_kettles(mei, "/campaigns/preview", **{"text:en": "", "text:fr": "Trois couleurs."}).text
    assert "No words in English" in silent
    unsafe = about_kettles(mei, "/campaigns", **{"text:en": "Pay to IBAN DE89 3704 0044 0532 0130 00"})
    assert unsafe.status_code == 422
    begun = about_kettles(mei, "/campaigns")
    assert begun.status_code == 303
    (planned,) = office.app.rows("SELECT id FROM follow_ups WHERE kind = 'campaign'")
    # Drafted ahead by the worker, which may be faster than Boris.
    assert boris.post(f"/follow-ups/{planned.id}/draft").status_code in (200, 409)
    draft = office.app.waiting_draft(talk)
    page = mei.get(begun.headers["Location"].removeprefix("/console")).text
    (shown,) = re.findall(r'name="shown" value="([^"]+)"', page)
    assert shown.startswith(f"{draft.id}:")
    assert mei.post("/campaigns/1/approve", by_script=False, shown="1:x:y").status_code == 422
    assert mei.post("/campaigns/1/approve", by_script=False, shown=shown).status_code == 303
    assert office.state(draft.id) == "approved"
    assert mei.post("/campaigns/1/end", by_script=False).status_code == 303
    assert office.app.rows("SELECT why FROM follow_ups WHERE kind = 'campaign'")[0].why == "replaced"


def test_the_calendar_shows_what_is_planned_and_where_one_is_quiet(office: Office) -> None:
    talk = sold(office, country="GB")
    boris = office.colleague("Boris")
    (row,) = office.app.rows("SELECT arrives_at FROM follow_ups WHERE state = 'planned'")
    page = boris.get("/follow-ups", day=row.arrives_at.date().isoformat()).text
    assert f'href="/console/conversations/{talk}"' in page
    # Armistice Day: nothing is sold in Britain.
    assert "data-quiet" in boris.get("/follow-ups", view="month", day="2026-11-22").text
    assert "data-quiet" not in boris.get("/follow-ups", view="week", day="2026-09-15").text
    nobodys = boris.get("/follow-ups", day=row.arrives_at.date().isoformat(), staff_id="999").text
    assert f'href="/console/conversations/{talk}"' not in nobodys


def test_a_manager_sets_the_rules_and_a_salesperson_does_not(office: Office) -> None:
    mei, boris = office.colleague("Mei", "manager"), office.colleague("Boris")
    assert boris.get("/follow-up-rules").status_code == 403
    assert mei.post("/follow-up-rules", by_script=False, **RULES).status_code == 303
    page = mei.get("/follow-up-rules").text
    assert 'value="3, 9"' in page
    assert 'value="72"' in page
    for name, wrong in (("silent", "9, 3"), ("gap_hours", "1"), ("opens", "18:30"), ("most", "many")):
        assert mei.post("/follow-up-rules", by_script=False, **(RULES | {name: wrong})).status_code == 422, (
            name
        )
    assert boris.post("/follow-up-rules", by_script=False, **RULES).status_code == 403


@pytest.mark.parametrize("path", ["/campaigns/99", "/campaigns/0"])
def test_a_campaign_that_there_is_not_is_told(quiet_office: Office, path: str) -> None:
    assert quiet_office.colleague("Mei", "manager").get(path).status_code in (404, 422)
