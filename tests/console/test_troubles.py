"""What people read where a console page goes wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect
from sqlalchemy import create_engine, text

from bot.web.problems import MEDIA_TYPE
from tests.browser import Visitors, serious_faults
from tests.console.conftest import Office
from tests.console.test_browser import sign_in


def break_inbox(office: Office) -> None:
    """Whatever lists conversations meets a fault from now on."""
    with office.app.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE conversations RENAME COLUMN excerpt TO shortened")


@contextmanager
def database_away(office: Office) -> Iterator[None]:
    url = office.app.engine.url
    office.app.engine.dispose()
    other = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with other.connect() as connection:
        connection.exec_driver_sql(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS false')
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": url.database},
        )
        try:
            yield
        finally:
            connection.exec_driver_sql(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS true')
    other.dispose()


def test_a_fault_is_told_in_words_with_the_reference_that_stands_in_the_log(
    quiet_office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    boris = quiet_office.colleague("Boris")
    quiet_office.buyer_writes("Hello")
    break_inbox(quiet_office)
    page = boris.get("/inbox")
    assert page.status_code == 500
    assert page.headers["Content-Type"].startswith("text/html")
    assert "Something broke on our side" in page.text
    reference = page.headers["X-Request-Id"]
    assert reference in page.text
    logged = next(line for line in capsys.readouterr().out.splitlines() if "web.fault" in line)
    assert reference in logged
    assert page.headers["Content-Security-Policy"]
    assert 'href="/console/inbox"' in page.text
    assert "excerpt" not in page.text
    assert "系统出错了" in boris.client.get("/console/inbox", headers={"Accept-Language": "zh"}).text


def test_a_fault_in_a_part_of_a_page_leaves_the_page_and_says_so(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    quiet_office.buyer_writes("Hello")
    break_inbox(quiet_office)
    answer = boris.client.get("/console/inbox", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.text) == (500, "")
    assert answer.headers["HX-Reswap"] == "none"
    told = json.loads(answer.headers["HX-Trigger"])["toast"]
    assert told["kind"] == "bad"
    assert answer.headers["X-Request-Id"] in told["text"]


def test_a_database_that_is_away_is_told_in_words(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    with database_away(quiet_office):
        page = boris.get("/inbox", view="all")
        part = boris.client.get("/console/inbox", headers={"HX-Request": "true"})
        for_programs = boris.client.get("/api/drafts")
    assert page.status_code == part.status_code == for_programs.status_code == 503
    assert "The database does not answer" in page.text
    assert 'href="/console/inbox?view=all"' in page.text
    assert page.headers["Retry-After"] == part.headers["Retry-After"]
    assert "does not answer" in json.loads(part.headers["HX-Trigger"])["toast"]["text"]
    assert for_programs.headers["Content-Type"] == MEDIA_TYPE
    quiet_office.app.until(lambda: boris.get("/inbox").status_code == 200, "the database is back")


def test_an_address_that_is_no_page_is_told_in_words(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    for path in ("/nothing", "/conversations/77", "/conversations/77/nothing"):
        answer = boris.get(path)
        assert answer.status_code == 404
        assert answer.headers["Content-Type"].startswith("text/html")
        assert "Back to the inbox" in answer.text
        assert "It may have been erased" in answer.text
        assert answer.headers["X-Frame-Options"] == "DENY"
    assert boris.client.put("/console/inbox").status_code == 405
    assert boris.client.get("/console/static/nothing.js").headers["Content-Type"] == MEDIA_TYPE
    boris.client.cookies.clear()
    assert "/console/sign-in" in boris.get("/nothing").text


def test_what_takes_a_manager_is_refused_in_words(quiet_office: Office) -> None:
    answer = quiet_office.colleague("Boris").get("/team")
    assert answer.status_code == 403
    assert "This takes a manager" in answer.text
    assert "Back to the inbox" in answer.text


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 720)])
def test_the_page_of_a_fault_can_be_read_on_any_screen(
    quiet_office: Office, visitors: Visitors, width: int, height: int
) -> None:
    page = visitors.page(width=width, height=height)
    sign_in(quiet_office, page, "Boris")
    quiet_office.buyer_writes("Hello")
    expect(page.get_by_role("link", name="Alice")).to_be_visible()
    break_inbox(quiet_office)
    page.evaluate("htmx.ajax('GET', '/console/inbox', '#main')")
    expect(page.locator("#toasts")).to_contain_text("Reference in the log")
    page.goto(f"{quiet_office.app.url}/console/inbox")
    expect(page.get_by_role("heading", name="Something broke on our side")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious_faults(page) == []
    page.goto(f"{quiet_office.app.url}/console/nothing")
    expect(page.get_by_role("link", name="Back to the inbox")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious_faults(page) == []
    visitors.complaints.heard.clear()
