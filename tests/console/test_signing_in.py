from __future__ import annotations

import httpx

from tests.console.conftest import Office


def test_a_link_signs_in_once_and_looking_at_it_does_not_use_it_up(quiet_office: Office) -> None:
    boris = quiet_office.app.person("Boris", "salesperson")
    link = quiet_office.app.login_link(boris)
    with httpx.Client() as preview, httpx.Client() as browser, httpx.Client() as thief:
        assert "Sign in as Boris" in preview.get(link).text
        signed_in = browser.post(link)
        assert signed_in.status_code == 303
        assert signed_in.headers["Location"] == "/console/inbox"
        cookie = signed_in.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Welcome, Boris" in browser.get(f"{quiet_office.app.url}/console/inbox").text
        late = thief.post(link)
        assert late.status_code == 410
        assert "no longer good" in late.text
        assert thief.get(link).status_code == 410


def test_who_is_not_signed_in_is_told_how_to_get_a_link(quiet_office: Office) -> None:
    with httpx.Client(base_url=quiet_office.app.url) as nobody:
        sent_away = nobody.get("/console/conversations/1")
        assert sent_away.status_code == 303
        assert sent_away.headers["Location"].startswith("/console/sign-in")
        assert "supercargo staff" in nobody.get("/console/sign-in").text
        assert nobody.post("/console/drafts/1/approve", data={}).status_code == 303


def test_signing_in_leads_to_no_other_site(quiet_office: Office) -> None:
    for address in (
        "https://elsewhere.test/",
        "//elsewhere.test/",
        "/console/../x\\y",
        "/console//elsewhere.test",
    ):
        link = quiet_office.app.login_link(quiet_office.app.person(f"Boris {len(address)}", "salesperson"))
        with httpx.Client() as browser:
            assert browser.post(link, data={"next": address}).headers["Location"] == "/console/inbox"


def test_signing_out_ends_the_session(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    assert boris.post("/sign-out", by_script=False).status_code == 303
    assert boris.get("/inbox").status_code == 303


def test_what_another_site_sends_is_refused(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    boris.csrf = "guessed"
    assert boris.post("/conversations/1/take-over").status_code == 403
    assert boris.post("/appearance", by_script=False, theme="dark").status_code == 403
    assert boris.client.post("/console/sign-out").status_code == 403
    assert boris.get("/inbox").status_code == 200


def test_pages_forbid_foreign_scripts_and_frames(quiet_office: Office) -> None:
    headers = quiet_office.colleague("Boris").get("/inbox").headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"


def test_the_console_speaks_chinese_to_who_wants_it(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    assert "收件箱" in boris.client.get("/console/inbox", headers={"Accept-Language": "zh-CN,zh;q=0.9"}).text
    boris.post("/appearance", by_script=False, language="zh", theme="dark")
    page = boris.get("/inbox").text
    assert 'lang="zh" data-theme="dark"' in page
    assert "收件箱" in page
