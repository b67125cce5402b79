from __future__ import annotations

import csv
import io

from tests.console.conftest import PRICE, Office
from tests.console_data.conftest import events


def test_a_cell_that_was_earned_is_switched_on_and_off_by_a_manager(quiet_office: Office) -> None:
    mei, boris = quiet_office.colleague("Mei", "manager"), quiet_office.colleague("Boris")
    assert "Nothing was approved yet" in mei.get("/settings").text
    assert mei.post("/settings/autonomy", intent="thanks", language="en", on="1").status_code == 409
    _approve(quiet_office, boris.person.id, 29)
    assert "1 approval to go" in mei.get("/settings").text
    _approve(quiet_office, boris.person.id, 1)
    assert "may be switched on" in mei.get("/settings").text
    assert boris.post("/settings/autonomy", intent="thanks", language="en", on="1").status_code == 403
    assert mei.post("/settings/autonomy", intent="thanks", language="en", on="1").status_code == 204
    assert "goes out by itself" in mei.get("/settings").text
    assert mei.post("/settings/autonomy", intent="thanks", language="en").status_code == 204
    assert "switched off" in mei.get("/settings").text
    assert [each["why"] for each in events(quiet_office.app, "autonomy.ended")] == ["switched_off"]
    assert mei.post("/settings/autonomy", intent="anything", language="en", on="1").status_code == 422


def test_the_settings_show_the_line_for_ones_own_site(quiet_office: Office) -> None:
    page = quiet_office.colleague("Mei", "manager").get("/settings").text
    assert f"&lt;script src=&#34;{quiet_office.app.url}/widget.js&#34; async&gt;&lt;/script&gt;" in page
    assert "until somebody erases them" in page


def test_an_acknowledgement_goes_out_where_a_manager_has_switched_it_on(office: Office) -> None:
    mei, boris = office.colleague("Mei", "manager"), office.colleague("Boris")
    assert boris.post("/settings/acknowledgement", languages=["en"]).status_code == 403
    assert mei.post("/settings/acknowledgement", languages=["en", "xx"]).status_code == 422
    assert mei.post("/settings/acknowledgement", languages=["en"], when="always").status_code == 204
    draft = office.drafted(PRICE)
    sent = office.app.until(
        lambda: office.app.rows("SELECT * FROM messages WHERE sender = 'seller'"), "it is acknowledged"
    )
    assert "We have received it" in sent[0].text
    assert (sent[0].author, sent[0].draft_id) == ("rule", None)
    talk = office.app.rows("SELECT * FROM conversations")[0]
    assert talk.waiting_since is not None
    assert talk.excerpt == PRICE
    assert office.state(draft.id) == "waiting"
    assert events(office.app, "acknowledgement.switched") == [{"languages": ["en"], "when": "always"}]
    assert mei.post("/settings/acknowledgement").status_code == 204
    office.drafted(PRICE, name="Luis")
    assert len(office.app.rows("SELECT FROM messages WHERE sender = 'seller'")) == 1


def test_the_audit_trail_is_filtered_by_its_address_and_goes_on(quiet_office: Office) -> None:
    mei, boris = quiet_office.colleague("Mei", "manager"), quiet_office.colleague("Boris")
    first = quiet_office.buyer_writes("Hello")
    quiet_office.buyer_writes("Hello again")
    page = mei.get("/audit").text
    assert "staff.signed_in" in page
    assert "message.received" in page
    only = mei.get("/audit", conversation=str(first)).text
    assert only.count("<code>message.received</code>") == 1
    assert "<code>staff.signed_in</code>" not in only
    signed_in = mei.get("/audit", kind="staff.signed_in", who=str(boris.person.id)).text
    assert signed_in.count("<code>staff.signed_in</code>") == 1
    assert "<code>" not in mei.get("/audit", until="2020-01-01").text
    for wrong in ({"since": "yesterday"}, {"who": "Boris"}, {"actor": "nobody"}, {"after": "x"}):
        assert mei.get("/audit", **wrong).status_code == 422
    for _ in range(60):
        quiet_office.buyer_writes("Hello")
    long = mei.get("/audit").text
    following = long.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "<code>conversation.started</code>" in mei.client.get(following).text


def test_the_audit_trail_as_csv_holds_no_formulas_and_no_words(quiet_office: Office) -> None:
    mei = quiet_office.colleague("=HYPERLINK(1)", "manager")
    quiet_office.buyer_writes("a secret wish")
    got = mei.get("/audit.csv")
    assert got.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(got.text.removeprefix("\ufeff"))))
    assert {row["kind"] for row in rows} == {"staff.signed_in", "conversation.started", "message.received"}
    assert next(row for row in rows if row["kind"] == "staff.signed_in")["person"] == "'=HYPERLINK(1)"
    assert "secret" not in got.text
    assert len(mei.get("/audit.csv", actor="buyer").text.splitlines()) == 3


def _approve(office: Office, staff_id: int, count: int) -> None:
    """As if so many thanks had been approved as they were."""
    from sqlalchemy import text

    conversation = office.buyer_writes("Thank you")
    with office.app.engine.begin() as connection:
        for _ in range(count):
            connection.execute(
                text(
                    "INSERT INTO drafts (shop_id, conversation_id, state, revision, through_seq,"
                    " shop_version_id, language, intent, needs, answer, basis, decided_by)"
                    " SELECT shop_id, id, 'sent', 1, 1, 1, 'en', 'thanks', 'salesperson', '{}', '{}', :staff"
                    " FROM conversations WHERE id = :conversation"
                ),
                {"conversation": conversation, "staff": staff_id},
            )
