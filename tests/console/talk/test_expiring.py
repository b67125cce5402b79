"""A draft whose quote is out of date, as the salesperson sees it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from bot.desk import reworking
from bot.desk.context import Desk
from bot.desk.reworking import Seen
from bot.domain.changes import LineChange, QuoteChange
from storage.base import AnyRow
from tests.console.conftest import PRICE, Office, seen

Change = Callable[[Desk, Seen], Awaitable[object]]


def drafted_days_ago(office: Office, days: int, change: Change | None = None) -> AnyRow:
    """A draft of an earlier day, which somebody has changed on that day."""
    office.app.clock = lambda: datetime.now(UTC) - timedelta(days=days)
    draft = office.drafted(PRICE)
    if change is not None:
        changing = change
        office.app.run(lambda desk: changing(desk, Seen(draft.id, draft.revision, draft.fingerprint)))
        draft = office.app.waiting_draft(draft.conversation_id)
    office.app.clock = lambda: datetime.now(UTC)
    return draft


def test_an_outdated_quote_is_not_sent_and_the_page_says_why(office: Office) -> None:
    draft = drafted_days_ago(office, 20)
    boris = office.colleague("Boris")
    answer = boris.post(f"/drafts/{draft.id}/approve", **seen(draft))
    assert answer.status_code == 409
    assert "Outdated." in answer.text
    assert "validity of this quote has passed" in answer.text
    assert "new draft is being written" in answer.text
    newer = office.app.waiting_draft(draft.conversation_id)
    assert newer.id != draft.id
    page = boris.get(f"/conversations/{draft.conversation_id}").text
    assert "Draft expired" in page
    assert "the validity of its quote has passed" in page
    assert "was put aside" not in page  # nobody had changed anything
    assert boris.post(f"/drafts/{newer.id}/approve", **seen(newer)).status_code == 200
    office.app.until(lambda: office.state(newer.id) == "sent", "it is sent")


def test_words_typed_into_an_outdated_draft_are_kept_and_told_of(office: Office) -> None:
    draft = drafted_days_ago(office, 20)
    boris = office.colleague("Boris")
    words = f"{draft.text} With the best wishes of our whole team."
    answer = boris.post(f"/drafts/{draft.id}/approve", **seen(draft), text=words)
    assert answer.status_code == 409
    assert f"Your words are kept with draft {draft.id}." in answer.text
    office.app.waiting_draft(draft.conversation_id)
    page = boris.get(f"/conversations/{draft.conversation_id}").text
    assert f"Draft {draft.id}, which Boris had changed, was put aside" in page.replace("\u2068", "").replace(
        "\u2069", ""
    )
    history = boris.get(f"/drafts/{draft.id}/history").text
    assert "With the best wishes of our whole team." in history


def test_a_granted_discount_that_expired_is_told_of(office: Office) -> None:
    mei = office.colleague("Mei", "manager")
    change = QuoteChange((LineChange("KT-17", 500, discount=Decimal(5)),))
    draft = drafted_days_ago(
        office, 20, lambda desk, before: reworking.requote(desk, mei.person, before, change)
    )
    assert "2,805.00" in draft.text
    mei = office.colleague("Mia", "manager")
    assert mei.post(f"/drafts/{draft.id}/approve", **seen(draft)).status_code == 409
    newer = office.app.waiting_draft(draft.conversation_id)
    assert "2,950.00" in newer.text
    page = mei.get(f"/conversations/{draft.conversation_id}").text.replace("\u2068", "").replace("\u2069", "")
    assert f"Draft {draft.id}, which Mei had changed" in page
    assert "5 % off KT-17 had been granted." in page


def test_an_edited_draft_of_an_earlier_day_waits_on_and_says_of_which_day_its_dates_are(
    office: Office,
) -> None:
    ada = office.colleague("Ada")
    draft = drafted_days_ago(
        office, 5, lambda desk, before: reworking.save_words(desk, ada.person, before, "Dear Alice, yes.")
    )
    boris = office.colleague("Boris")
    page = boris.get(f"/conversations/{draft.conversation_id}").text
    assert "The dates in this quote are those of" in page
    assert boris.post(f"/drafts/{draft.id}/approve", **seen(draft)).status_code == 200


def test_a_draft_of_today_says_nothing_of_days(office: Office) -> None:
    boris = office.colleague("Boris")
    draft = office.drafted(PRICE)
    boris.post(f"/drafts/{draft.id}/edit", **seen(draft), text="Dear Alice, yes.")
    page = boris.get(f"/conversations/{draft.conversation_id}").text
    assert "The dates in this quote are those of" not in page
    assert "was put aside" not in page
