"""The page of alerts: what is the case, what was, and what managers set about it and the digest."""

from __future__ import annotations

import re
from contextlib import ExitStack
from html import unescape

from sqlalchemy import text

from bot.desk.context import Desk
from bot.reports import alerts, digests
from storage import notices_kept
from storage.live import writing
from storage.notices_kept import Cause
from tests.console.conftest import Office
from tests.web_app import WebApp


async def raise_one(desk: Desk) -> None:
    async with writing(desk.engine) as connection:
        cause = Cause("policy_past", "terms.md", {"source": "terms.md", "day": "2026-05-01"})
        await notices_kept.keep_alerts(connection, desk.shop_id, [cause], desk.clock())


async def end_all(desk: Desk) -> None:
    async with writing(desk.engine) as connection:
        await notices_kept.keep_alerts(connection, desk.shop_id, [], desk.clock())


def words_on(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_managers_see_what_is_the_case_with_what_to_do_and_what_is_over(quiet_office: Office) -> None:
    mei = quiet_office.colleague("Mei", "manager")
    assert "Nothing to look at." in words_on(mei.get("/alerts").text)
    assert "Made-up data" not in mei.get("/alerts").text
    assert words_on(mei.get("/alerts/line").text) == ""
    quiet_office.app.run(raise_one)
    page = words_on(mei.get("/alerts").text)
    assert "terms.md says that it holds until 2026-05-01" in page
    assert "Renew the document" in page
    line = "terms.md says that it holds until 2026-05-01"
    assert line in words_on(mei.get("/alerts/line").text)
    assert line in words_on(mei.get("/inbox").text), "a page comes with the line: nothing moves afterwards"
    quiet_office.app.run(end_all)
    page = words_on(mei.get("/alerts").text)
    assert "Nothing to look at." in page
    assert "Over" in page
    assert "terms.md says" in page


def test_managers_set_what_to_hear_of_and_when_the_digest_is_made(quiet_office: Office) -> None:
    mei = quiet_office.colleague("Mei", "manager")
    mei.post("/alerts", by_script=False, kinds=["reply_clock"], prices_days="90", rates_days="30")
    found = quiet_office.app.run(alerts.alert_settings)
    assert ("queue_stuck" in found.off, "reply_clock" in found.off) == (True, False)
    assert (found.prices_days, found.rates_days) == (90, 30)
    mei.post("/alerts/digest", by_script=False, weekday="0", at="09:15")
    digest = quiet_office.app.run(digests.digest_time)
    assert (digest.on, digest.weekday, digest.at.isoformat("minutes")) == (False, 0, "09:15")
    assert mei.post("/alerts/digest", on="1", weekday="0", at="noon").status_code == 422
    assert mei.post("/alerts", kinds=["weather"], prices_days="0", rates_days="0").status_code == 422
    assert mei.get("/alerts/digest.png").status_code == 404


def test_salespeople_are_not_asked_to_manage(quiet_office: Office) -> None:
    boris = quiet_office.colleague("Boris")
    quiet_office.app.run(raise_one)
    assert boris.get("/alerts").status_code == 403
    assert words_on(boris.get("/alerts/line").text) == ""
    assert "/console/alerts" not in boris.get("/inbox").text


def test_every_page_says_that_data_are_made_up(web_app: WebApp) -> None:
    with web_app.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO shop_settings (shop_id, name, value) SELECT id, 'made_up', '{}' FROM shops")
        )
    web_app.start(worker=False)
    with ExitStack() as opened:
        mei = Office(web_app, opened).colleague("Mei", "manager")
        for path in ("/inbox", "/alerts", "/orders", "/figures/overview"):
            assert "Made-up data" in mei.get(path).text
