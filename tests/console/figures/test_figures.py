"""Pages of figures over HTTP: what they hold, who sees what, and CSV files that equal them."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

import pytest

from bot.console.figures.sheets import SHEETS
from storage.metrics.definitions import METRICS
from tests.console.conftest import Colleague
from tests.console.figures.conftest import Bureau


class Cells(HTMLParser):
    """The machine-readable values of a page's tables, row by row, by table."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self._table = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self._table = given.get("data-table") or ""
            self.tables[self._table] = []
        elif tag == "tr" and self._table:
            self.tables[self._table].append([])
        elif tag == "data" and self._table:
            self.tables[self._table][-1].append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._table = ""


def tables_of(html: str) -> dict[str, list[list[str]]]:
    found = Cells()
    found.feed(html)
    return {name: [row for row in rows if row] for name, rows in found.tables.items()}


def exported(who: Colleague, path: str, /, **asked: str) -> list[list[str]]:
    answer = who.get(path, **asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_every_table_of_every_page_is_exported_as_it_stands(bureau: Bureau) -> None:
    narrowed = {"period": "90d", "channel": "web", "step": "week"}
    seen = 0
    for sheet in SHEETS:
        page = bureau.mei.get(f"/figures/{sheet}", **narrowed)
        assert page.status_code == 200, sheet
        for name, rows in tables_of(page.text).items():
            lines = exported(bureau.mei, f"/figures/{sheet}.csv", table=name, **narrowed)
            assert ["/".join(line) for line in lines[1:]] == ["/".join(row) for row in rows], (sheet, name)
            assert len({len(line) for line in lines}) == 1
            seen += len(rows)
    assert seen > 100


def test_headlines_are_exported_as_they_stand(bureau: Bureau) -> None:
    page = bureau.mei.get("/figures/speed").text
    lines = exported(bureau.mei, "/figures/speed.csv")
    shown = re.findall(r'fig-value">(?:<a [^>]*>)?<data value="([^"]*)"', page)
    assert ["/".join(line[1:3]).rstrip("/") for line in lines[1:]] == shown
    assert len(shown) == len(SHEETS["speed"].headlines)


def test_every_figure_says_what_it_means(bureau: Bureau) -> None:
    page = bureau.mei.get("/figures/drafts").text
    assert page.count('class="means"') == len(SHEETS["drafts"].headlines)
    assert "a similarity of 0.6 or more" in page


def test_shares_of_few_are_no_percentages(bureau: Bureau) -> None:
    lines = exported(bureau.mei, "/figures/speed.csv", table="languages")
    page = bureau.mei.get("/figures/speed").text
    shares = re.findall(r'<data value="(\d+)/(\d+)">([^<]+)<', page)
    few = [text for _, n, text in shares if 0 < int(n) < 10]
    many = [text for _, n, text in shares if int(n) >= 10]
    assert len(lines) > 3
    assert few
    assert all(" of " in text for text in few)
    assert many
    assert all(text.endswith("%") for text in many)


def test_a_salesperson_sees_own_figures_and_cannot_ask_for_others(bureau: Bureau) -> None:
    lena = bureau.office.app.rows("SELECT id FROM staff WHERE name = 'Lena'")[0].id

    def inquiries(colleague: Colleague, **asked: str) -> int:
        return int(exported(colleague, "/figures/overview.csv", period="90d", **asked)[1][1])

    own, other = inquiries(bureau.mei, who=str(bureau.boris.person.id)), inquiries(bureau.mei, who=str(lena))
    assert 0 < own < inquiries(bureau.mei) == own + other
    assert inquiries(bureau.boris) == inquiries(bureau.boris, who=str(lena)) == own
    people = exported(bureau.boris, "/figures/people.csv", table="talks", period="90d")
    assert [line[0] for line in people[1:]] == ["Boris"]
    talks = exported(bureau.boris, "/figures/talks.csv", of="inquiries", period="90d", who=str(lena))
    assert {line[-1] for line in talks[1:]} == {"Boris"}
    assert len(talks) - 1 == own
    for sheet in ("gaps", "model"):
        assert bureau.boris.get(f"/figures/{sheet}").status_code == 403
        assert bureau.boris.get(f"/figures/{sheet}.csv", table="purposes").status_code == 403
    assert "What we lack" not in bureau.boris.get("/figures/products").text
    assert "Cells of autonomy" not in bureau.boris.get("/figures/drafts").text


@pytest.mark.parametrize("code", ["reply_rate", "as_it_was", "on_platform", "first_response", "paid_value"])
def test_a_figure_opens_its_conversations_on_both_sides(bureau: Bureau, code: str) -> None:
    metric = METRICS[code]
    asked = {"of": code, "period": "90d"}
    hits = {line[0] for line in exported(bureau.mei, "/figures/talks.csv", **asked)[1:]}
    rest = {line[0] for line in exported(bureau.mei, "/figures/talks.csv", side="rest", **asked)[1:]}
    page = bureau.mei.get("/figures/talks", back="speed?period=90d&country=DE", **asked).text
    assert hits
    assert hits <= {str(each) for each in bureau.talks}
    assert ("The others" in page) == (metric.kind == "share")
    assert (hits == rest) == (metric.kind != "share")
    assert 'href="/console/figures/speed?period=90d&amp;country=DE"' in page


def test_the_way_back_leads_to_our_own_pages_alone(bureau: Bureau) -> None:
    for back in ("https://elsewhere.test", "//elsewhere.test", "nothing?period=7d", 'speed?"><script>'):
        page = bureau.mei.get("/figures/talks", of="inquiries", back=back).text
        assert 'href="/console/figures/overview"' in page
        assert "elsewhere" not in page


def test_conversations_come_in_pages(bureau: Bureau) -> None:
    listed: list[str] = []
    path, asked = "/figures/talks", {"of": "inquiries", "period": "90d"}
    page = bureau.mei.get(path, **asked).text
    for _ in range(5):
        listed += re.findall(r'href="/console/conversations/(\d+)"', page)
        following = re.search(r'rel="next" href="/console([^"]+)"', page)
        if following is None:
            break
        page = bureau.mei.client.get(f"/console{following.group(1)}".replace("&amp;", "&")).text
    every = exported(bureau.mei, "/figures/talks.csv", **asked)
    assert listed == [line[0] for line in every[1:]]
    assert len(listed) > 50


def test_what_nobody_knows_can_be_asked_for(bureau: Bureau) -> None:
    rows = exported(bureau.mei, "/figures/countries.csv", table="countries", period="90d")
    unknown = next(line for line in rows if line[0] == "Not known")
    talks = exported(bureau.mei, "/figures/talks.csv", of="inquiries", country="-", period="90d")
    assert len(talks) - 1 == int(unknown[1]) > 0


def test_addresses_that_are_none_are_refused_in_words(bureau: Bureau) -> None:
    wrong = ({"period": "soon"}, {"from": "2026-13-01"}, {"from": "2026-05-02", "to": "2026-05-01"},
             {"step": "year"}, {"who": "Boris"}, {"from": "0001-01-01", "to": "0001-01-02"})  # fmt: skip
    for asked in wrong:
        assert bureau.mei.get("/figures/speed", **asked).status_code == 422, asked
    assert bureau.mei.get("/figures/nothing").status_code == 404
    assert bureau.mei.get("/figures/speed.csv", table="nothing").status_code == 404
    assert bureau.mei.get("/figures/talks", of="nothing").status_code == 404


def test_a_period_that_is_not_over_says_so_and_is_held_against_like(bureau: Bureau) -> None:
    page = bureau.mei.get("/figures/overview", period="week").text
    assert "not over: counted up to 14:30" in page
    assert "2026-11-09 – 2026-11-11 up to the same moment" in " ".join(re.sub("<[^>]+>", " ", page).split())
    whole = bureau.mei.get("/figures/overview", **{"from": "2026-11-02", "to": "2026-11-08"}).text
    assert "not over:" not in whole


def test_a_test_talk_is_counted_no_more_until_it_is_none(bureau: Bureau) -> None:
    def inquiries() -> int:
        return int(exported(bureau.mei, "/figures/overview.csv", period="90d")[1][1])

    counted = {line[0] for line in exported(bureau.mei, "/figures/talks.csv", of="inquiries", period="90d")}
    talk = next(each for each in bureau.talks if str(each) in counted)
    before = inquiries()
    marked = bureau.boris.post(f"/conversations/{talk}/test", by_script=False, is_test="true")
    assert marked.status_code == 303
    assert inquiries() == before - 1
    assert "no figure counts it" in bureau.boris.get(f"/conversations/{talk}").text
    app = bureau.office.app
    with app.client(app.api_token(bureau.boris.person)) as program:
        for _ in range(2):
            said = program.post(f"/api/conversations/{talk}/no-test")
            assert said.json() == {"is_test": False}
    assert inquiries() == before
    marks = "SELECT kind, staff_id FROM events WHERE conversation_id = :id AND kind LIKE '%test' ORDER BY id"
    assert [(row.kind, row.staff_id) for row in app.rows(marks, id=talk)] == [
        ("conversation.marked_test", bureau.boris.person.id),
        ("conversation.no_test", bureau.boris.person.id),
    ]
