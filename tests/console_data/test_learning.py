"""The pages of what was learnt, over HTTP: who sees what, one tap sorts, the ledger sums and exports."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from playwright.sync_api import expect

from bot.desk import deciding, drafting, learning
from bot.desk.context import Desk
from bot.domain.desk import Person
from storage import drafts
from storage.live import reading
from tests.browser import Visitors, serious_faults
from tests.console.conftest import PRICE, Office
from tests.console_data.conftest import events
from tests.console_data.test_browser import sign_in

CLICK = "Die Kanne schließt mit einem leisen Klick."


def edited(
    office: Office, person: Person, *changes: tuple[str, str], more: str = "", name: str = "Alice"
) -> int:
    """A buyer writes, and the draft goes out with these changes; the draft."""
    talk = office.buyer_writes(PRICE, name=name)

    async def work(desk: Desk) -> int:
        for _ in range(200):
            await drafting.draft_reply(desk, talk)
            async with reading(desk.engine) as connection:
                draft = await drafts.waiting_in(connection, talk)
            if draft is not None:
                break
        assert draft is not None
        text = draft.text
        for old, new in changes:
            text = text.replace(old, new)
        await deciding.approve(
            desk, person, draft.id, revision=1, fingerprint_seen=draft.fingerprint,
            text=text + (f"\n\n{more}" if more else ""), reason="=agreed by phone",
        )  # fmt: skip
        await learning.learn(desk, draft.id)
        return int(draft.id)

    return office.app.run(work)


def test_what_was_learnt_is_shown_sorted_and_kept_apart_by_person(quiet_office: Office) -> None:
    office = quiet_office
    mei, boris, clara = (
        office.colleague("Mei", "manager"), office.colleague("Boris"), office.colleague("Clara"),
    )  # fmt: skip
    assert "Nothing was learnt yet" in mei.get("/learning").text
    assert "No examples yet" in mei.get("/learning/examples").text
    assert "Nothing was given beside the list" in mei.get("/learning/exceptions").text
    edited(office, boris.person, ("5.90", "5.50"), ("2,950.00", "2,750.00"), more=CLICK)
    edited(office, clara.person, more="Many thanks and best wishes!", name="مريم")
    edited(office, clara.person, more="The KT-17 holds an NSF certificate.")

    page = mei.get("/learning").text
    assert "<del>5.90</del>" in page
    assert "<ins>5.50</ins>" in page
    assert CLICK in page
    assert "Many thanks" in page
    assert "<bdi>مريم</bdi>" in page
    assert "Proposed as an answer" in page
    (entry,) = office.app.rows("SELECT id FROM knowledge_entries")
    assert f"/console/answers/{entry.id}" in page
    assert "NSF" in mei.get(f"/answers/{entry.id}").text
    only = mei.get("/learning", kind="fact").text
    assert "NSF" in only
    assert CLICK not in only
    for wrong in ({"kind": "gossip"}, {"before": "x"}):
        assert mei.get("/learning", **wrong).status_code == 422

    # A salesperson sees their own and sorts nothing.
    his = boris.get("/learning").text
    assert CLICK in his
    assert "Many thanks" not in his
    assert "lesson-sort" not in his
    (lesson,) = office.app.rows("SELECT id FROM edit_lessons WHERE kind = 'unsorted'")
    assert boris.post(f"/learning/{lesson.id}", kind="tone").status_code == 403
    assert mei.client.post(f"/console/learning/{lesson.id}", data={"kind": "tone"}).status_code == 403
    assert mei.post(f"/learning/{lesson.id}", kind="gossip").status_code == 422
    assert mei.post("/learning/999999", kind="tone").status_code == 404
    sorted_now = mei.post(f"/learning/{lesson.id}", kind="tone")
    assert sorted_now.status_code == 200
    assert f'id="lesson-{lesson.id}"' in sorted_now.text
    assert "by a person" in sorted_now.text
    assert events(office.app, "lesson.sorted") == [{"lesson": lesson.id, "from": "unsorted", "to": "tone"}]
    assert mei.post(f"/learning/{lesson.id}", by_script=False, kind="fact").status_code == 303
    assert "学习" in mei.client.get("/console/learning", headers={"Accept-Language": "zh"}).text

    # The ledger.
    ledger = mei.get("/learning/exceptions").text
    assert "USD 200.00" in ledger
    assert "=agreed by phone" in ledger
    assert "USD 200.00" in boris.get("/learning/exceptions").text
    assert "Nothing was given beside the list" in clara.get("/learning/exceptions").text
    assert "USD 200.00" in mei.get("/learning/exceptions", item="KT-17", buyer="ali").text
    for nothing in ({"buyer": "nobody"}, {"by": str(clara.person.id)}, {"since": "2999-01-01"}):
        assert "No exception fits" in mei.get("/learning/exceptions", **nothing).text
    for wrong in ({"since": "soon"}, {"by": "Boris"}, {"after": "x"}):
        assert mei.get("/learning/exceptions", **wrong).status_code == 422
    assert boris.get("/learning/exceptions.csv").status_code == 403
    (row,) = csv.DictReader(io.StringIO(mei.get("/learning/exceptions.csv").text.removeprefix("\ufeff")))
    assert (row["item"], row["quantity"], row["currency"]) == ("KT-17", "500", "USD")
    assert (Decimal(row["list"]), Decimal(row["given"])) == (Decimal("5.90"), Decimal("5.50"))
    assert (row["given away"], row["reason"]) == ("200.00", "'=agreed by phone")
    assert (row["by"], row["approved by"]) == ("Boris", "Boris")

    # Examples, as a model sees them.
    (toned,) = office.app.rows("SELECT draft_id FROM edit_lessons WHERE kind = 'tone' AND staff_id = :id",
                               id=clara.person.id)  # fmt: skip
    shown = mei.get("/learning/examples").text
    assert "Many thanks and best wishes!" in shown
    assert "No language model is set" in shown
    assert "2,950.00" not in shown
    assert clara.post(f"/learning/examples/{toned.draft_id}", choice="pinned").status_code == 403
    assert mei.post(f"/learning/examples/{toned.draft_id}", choice="best").status_code == 422
    assert mei.post(f"/learning/examples/{toned.draft_id}", choice="pinned").status_code == 204
    assert "Take back" in mei.get("/learning/examples").text
    assert mei.post(f"/learning/examples/{toned.draft_id}", choice="").status_code == 204
    assert office.app.rows("SELECT * FROM style_examples") == []


def test_mei_sorts_with_one_tap_and_every_page_can_be_read_by_everybody(
    quiet_office: Office, visitors: Visitors
) -> None:
    boris = quiet_office.app.person("Boris", "salesperson")
    edited(quiet_office, boris, ("5.90", "5.50"), more=CLICK, name="Jean-Pierre de la Très-Longue-Compagnie")
    edited(quiet_office, boris, more="Many thanks and best wishes!", name="مريم")
    page = visitors.page(width=390, height=840, color_scheme="dark")
    sign_in(quiet_office, page)
    page.goto(f"{quiet_office.app.url}/console/learning?kind=unsorted")
    page.get_by_role("button", name="fact").click()
    expect(page.get_by_text("Sorted as fact.")).to_be_visible()
    expect(page.get_by_text("Proposed as an answer: waits for a manager")).to_be_visible()
    expect(page.get_by_role("button", name="fact")).to_have_attribute("aria-pressed", "true")
    for path in ("", "/examples", "/exceptions"):
        page.goto(f"{quiet_office.app.url}/console/learning{path}")
        assert serious_faults(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
