"""The guided start on the console's pages, as a manager of a new shop walks it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pydantic import SecretStr

from bot.settings import Settings, sample_shop
from bot.start.held import held
from knowledge.shop_folder import read_shop_folder
from tests.browser import Visitors, serious_faults
from tests.console.conftest import Office, chromium, shop_template, visitors, web_app
from tests.start.lists import ENGLISH, SPANISH, without, write_csv, write_xlsx
from tests.web_app import WebApp

__all__ = ["chromium", "shop_template", "visitors", "web_app"]


@pytest.fixture
def sample_office(web_app: WebApp, tmp_path: Path, encoder_home: Path) -> Iterator[Office]:
    """The service as it is before anybody has a shop of their own."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(encoder_home / "models")
    address = web_app.engine.url.render_as_string(hide_password=False)
    web_app.settings = Settings(home=home, shop=sample_shop(), database_url=SecretStr(address))
    web_app.start(worker=False)
    with ExitStack() as opened:
        yield Office(web_app, opened)


def test_mei_sets_her_own_shop_up_on_a_phone_and_sees_her_inquiries_answered(
    sample_office: Office, visitors: Visitors, tmp_path: Path
) -> None:
    app = sample_office.app
    page = visitors.page(width=390, height=844)
    page.goto(app.login_link(app.person("Mei", "manager")))
    page.get_by_role("button", name="Sign in as Mei").click()
    page.get_by_role("link", name="Set up your own shop").click()
    prices = write_xlsx(tmp_path / "Lista.xlsx", without(SPANISH, 2, 6), above=(("Precios 2026",),))
    page.locator("#file").set_input_files(prices)
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="What the columns are")).to_be_visible()
    expect(page.get_by_label("Referencia")).to_have_value("sku")
    _fits(page)
    page.get_by_label("Category of all products").fill("kettles")
    page.get_by_label("Production time of all products").fill("15")
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_text("2 of 2 rows can be loaded.")).to_be_visible()
    page.get_by_role("button", name="Yes, that is right").click()
    page.get_by_label("Company name").fill('Mei "Kitchen" <Works>')
    page.get_by_label("Country").fill("Wakanda")
    expect(page.get_by_label("Time zone")).to_have_value("")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("“Wakanda” is no country")).to_be_visible()
    expect(page.get_by_label("Company name")).to_have_value('Mei "Kitchen" <Works>')
    visitors.complaints.heard.clear()  # the browser tells of the 422 itself
    _fits(page)
    page.goto(f"{app.url}/console/inbox")  # called away
    page.get_by_role("link", name="Set up your own shop").click()
    page.get_by_label("Country").fill("China")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Percent that a salesperson may give away").fill("3")
    page.get_by_label("Percent that a manager may give away").fill("8")
    page.get_by_role("button", name="Next").click()
    page.get_by_label("Platform checkout").fill("Trade Assurance")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("textbox", name="Days without production").fill("Chinese New Year 2027-02-03 2027-02-12")
    page.get_by_role("button", name="Next").click()
    (tmp_path / "warranty.md").write_text("# Warranty\n\nKettles have two years of warranty.\n")
    page.locator("#documents").set_input_files(tmp_path / "warranty.md")
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".start-file")).to_contain_text('name = "Mei \\"Kitchen\\" <Works>"')
    _fits(page)
    page.get_by_role("button", name="Write and load").click()
    expect(page.get_by_text("2 products, one passage of documents")).to_be_visible(timeout=60_000)
    page.get_by_label("Inquiry 1 of 3").fill("Hola, ¿precio de 500 KT-17?")
    page.get_by_role("button", name="Answer them").click()
    expect(page.locator(".draft-text")).to_contain_text("3.200,00", timeout=60_000)
    expect(page.get_by_text("SUPERCARGO_SHOP=")).to_be_visible()
    _fits(page)
    folder = app.settings.home / "my-shop"
    shop = read_shop_folder(folder).shop
    assert shop is not None
    assert shop.company.name == 'Mei "Kitchen" <Works>'
    assert shop.discount.manager_percent == 8
    assert (shop.company.timezone, shop.company.languages) == ("Asia/Shanghai", ("zh", "en"))
    assert held(folder).next_step is None
    assert app.rows("SELECT 1 FROM drafts") == []


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert serious_faults(page) == []


def test_only_managers_and_only_with_the_sample_shop(sample_office: Office, tmp_path: Path) -> None:
    boris = sample_office.colleague("Boris")
    assert "Set up your own shop" not in boris.get("/inbox").text
    assert boris.get("/start").status_code == 403
    assert boris.post("/start/company", by_script=False).status_code == 403
    mei = sample_office.colleague("Mei", "manager")
    forged = mei.client.post("/console/start/company", data={"csrf": "no", "company.name": "Charlie"})
    assert forged.status_code == 403
    assert mei.get("/start/nothing").status_code == 404
    assert not (sample_office.app.settings.home / "my-shop").exists()
    sample_office.app.stop()
    sample_office.app.settings = sample_office.app.settings.model_copy(update={"shop": tmp_path})
    sample_office.app.start(worker=False)
    told = mei.get("/start")
    assert told.status_code == 422
    assert "serves your own shop already" in told.text
    assert "Set up your own shop" not in mei.get("/inbox").text


def test_a_list_that_is_none_and_files_that_are_there_are_told(sample_office: Office, tmp_path: Path) -> None:
    mei = sample_office.colleague("Mei", "manager")

    def upload(name: str, content: bytes) -> str:
        sent = mei.client.post(
            "/console/start/list",
            data={"csrf": mei.csrf, "currency": "USD"},
            files={"file": (name, content)},
            follow_redirects=True,
        )
        return sent.text

    assert "Choose your price list" in mei.post("/start/list", by_script=False, currency="USD").text
    assert "is no .xlsx or .csv file" in upload("../../prices.pdf", b"%PDF-1.4")
    assert "is empty" in upload("prices.csv", b"")
    assert "2 of 2 rows" in upload("prices.csv", write_csv(tmp_path / "p.csv", ENGLISH).read_bytes())
    assert mei.post("/start/columns", by_script=False, do="accept").headers["location"].endswith("/company")
    folder = sample_office.app.settings.home / "my-shop"
    assert re.findall("[^/]+", held(folder).answers["list.file"])[-3:] == [".init", "uploads", "prices.csv"]
    assert mei.get("/start/write").headers["location"].endswith("/company")
    company = {"company.name": "Mei", "company.home_country": "CN", "company.timezone": "Asia/Shanghai"}
    company |= {"company.working_days": "mon", "company.working_hours": "9-18", "company.languages": "zh"}
    assert mei.post("/start/company", by_script=False, **company).status_code == 303
    terms = {"quote.incoterms": "FOB", "quote.default_incoterm": "FOB", "quote.validity_days": "14"}
    terms |= {
        "quote.unit_price_decimals": "3",
        "discount.salesperson_percent": "0",
        "discount.manager_percent": "0",
    }
    assert mei.post("/start/terms", by_script=False, **terms).status_code == 303
    (folder / "shop.toml").write_text("# by hand\n")
    refused = mei.post("/start/write", by_script=False)
    assert refused.status_code == 422
    assert "would be replaced: shop.toml" in refused.text
    assert (folder / "shop.toml").read_text() == "# by hand\n"
