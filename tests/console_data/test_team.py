from __future__ import annotations

import re

import pytest

from tests.console.conftest import PRICE, Colleague, Office
from tests.console_data.conftest import events


def shown_once(page: str) -> str:
    """The link or token that stands on a page."""
    return str(re.findall(r'id="once"[^>]*value="([^"]+)"', page)[0])


def test_mei_adds_a_salesperson_whose_link_is_shown_once(quiet_office: Office) -> None:
    mei = quiet_office.colleague("Mei", "manager")
    done = mei.post("/team", by_script=False, name="Vera  Ruiz", role="salesperson", languages=["es", "en"])
    link = shown_once(done.text)
    assert link not in mei.get("/team").text
    with quiet_office.app.client() as vera:
        assert vera.post(link).status_code == 303
        assert vera.get("/console/inbox").status_code == 200
        assert vera.post(link).status_code == 410
    row = quiet_office.app.rows("SELECT * FROM staff WHERE name = 'Vera Ruiz'")[0]
    assert (row.role, row.languages) == ("salesperson", ["es", "en"])
    assert events(quiet_office.app, "staff.added") == [
        {"member": row.id, "by": "console", "role": "salesperson"}
    ]
    assert mei.post("/team", name="vera ruiz", role="manager").status_code == 409
    assert mei.post("/team", name=" ", role="manager").status_code == 422
    assert mei.post("/team", name="Xu", role="salesperson", languages=["xx"]).status_code == 422


def test_a_token_lets_a_program_in_until_it_is_revoked(quiet_office: Office) -> None:
    mei = quiet_office.colleague("Mei", "manager")
    boris = quiet_office.colleague("Boris")
    token = shown_once(mei.post(f"/team/{boris.person.id}/token", by_script=False).text)
    with quiet_office.app.client(token) as program:
        assert program.get("/api/drafts").status_code == 200
        assert mei.post(f"/team/{boris.person.id}/revoke").status_code == 204
        assert program.get("/api/drafts").status_code == 401
    assert events(quiet_office.app, "staff.tokens_revoked")[0]["tokens"] == 1


def test_only_an_admin_makes_admins_or_touches_one(quiet_office: Office) -> None:
    mei, olga = quiet_office.colleague("Mei", "manager"), quiet_office.colleague("Olga", "admin")
    boris = quiet_office.colleague("Boris")
    assert mei.post("/team", name="Xu", role="admin").status_code == 403
    assert mei.post(f"/team/{boris.person.id}/role", role="admin").status_code == 403
    for action in ("link", "token", "revoke", "deactivate", "role", "languages"):
        assert mei.post(f"/team/{olga.person.id}/{action}", role="salesperson").status_code == 403
    assert olga.post(f"/team/{boris.person.id}/role", role="admin").status_code == 204
    changed = events(quiet_office.app, "staff.role_changed")
    assert [(each["before"], each["role"]) for each in changed] == [("salesperson", "admin")]


@pytest.mark.parametrize(
    "action", ["link", "token", "revoke", "deactivate", "reactivate", "role", "languages"]
)
def test_a_salesperson_changes_nothing_in_the_team(quiet_office: Office, action: str) -> None:
    boris = quiet_office.colleague("Boris")
    vera = quiet_office.app.person("Vera", "salesperson")
    assert boris.post(f"/team/{vera.id}/{action}", role="manager").status_code == 403
    assert boris.post("/team", name="Xu", role="salesperson").status_code == 403


def test_nobody_locks_out_the_last_manager_or_the_last_admin(quiet_office: Office) -> None:
    mei = quiet_office.colleague("Mei", "manager")
    assert mei.post(f"/team/{mei.person.id}/deactivate").status_code == 409
    assert mei.post(f"/team/{mei.person.id}/role", role="salesperson").status_code == 409
    olga = quiet_office.colleague("Olga", "admin")
    assert olga.post(f"/team/{olga.person.id}/role", role="manager").status_code == 409
    assert olga.post(f"/team/{olga.person.id}/deactivate").status_code == 409
    assert olga.post(f"/team/{mei.person.id}/deactivate").status_code == 204
    assert olga.post(f"/team/{olga.person.id}/role", role="salesperson").status_code == 409


def test_whoever_is_removed_is_out_at_once_and_others_get_the_buyers(office: Office) -> None:
    mei, boris = office.colleague("Mei", "manager"), office.colleague("Boris")
    draft = office.drafted(PRICE)
    taken = boris.post(f"/conversations/{draft.conversation_id}/take-over")
    assert taken.status_code < 400
    vera = office.app.person("Vera", "salesperson")
    link = shown_once(mei.post(f"/team/{boris.person.id}/link", by_script=False).text)
    token = shown_once(mei.post(f"/team/{boris.person.id}/token", by_script=False).text)
    assert mei.post(f"/team/{boris.person.id}/deactivate").status_code == 204
    assert _is_out(boris)
    with office.app.client(token) as program:
        assert program.get("/api/drafts").status_code == 401
        assert program.post(link).status_code == 410
    talk = office.app.rows("SELECT * FROM conversations")[0]
    assert (talk.state, talk.assignee_id, talk.taken_over_by) == ("open", vera.id, None)
    assert mei.post(f"/team/{boris.person.id}/link").status_code == 409
    assert mei.post(f"/team/{boris.person.id}/reactivate").status_code == 204
    assert mei.post(f"/team/{boris.person.id}/link", by_script=False).status_code == 200
    assert _is_out(boris)


def test_a_form_of_another_site_changes_nothing(quiet_office: Office) -> None:
    mei = quiet_office.colleague("Mei", "manager")
    mei.csrf = "forged"
    for path in ("/team", f"/team/{mei.person.id}/token", "/settings/acknowledgement", "/load/again"):
        assert mei.post(path, by_script=False, name="Xu").status_code in (403, 422)
    assert len(quiet_office.app.rows("SELECT FROM staff")) == 1


def _is_out(colleague: Colleague) -> bool:
    return colleague.get("/inbox").status_code == 303
