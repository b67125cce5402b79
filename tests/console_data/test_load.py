from __future__ import annotations

import csv
import html
import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot.desk.context import Desk
from bot.settings import Settings, sample_shop
from bot.worker import work_list
from knowledge.ingest.identity import shop_key
from storage.live import libpq_url
from tests.cli.shops import catalog_with, write_shop
from tests.console.conftest import PRICE, Colleague, Office
from tests.console_data.conftest import events
from tests.web_app import WebApp

NEW = "CB-40,Bamboo cutting board 40 cm,boards,,200,200:2.90; 1000:2.60,5.00,1.222,0.9,20"
BAD = "CB-50,Bamboo cutting board 50 cm,boards,,200,200:cheap,5.00,1.333,0.9,20"


@pytest.fixture
def own_shop(web_app: WebApp, tmp_path: Path, encoder_home: Path) -> Iterator[Office]:
    """The service, not started yet, over a shop folder and a home of this test's own."""
    folder, home = write_shop(tmp_path / "shop"), tmp_path / "home"
    home.mkdir()
    (home / "models").symlink_to(encoder_home / "models")
    with web_app.engine.begin() as connection:
        connection.execute(
            text("UPDATE shops SET key = :key, folder = :folder"),
            {"key": shop_key(folder), "folder": str(folder)},
        )
    web_app.folder = folder
    address = web_app.engine.url.render_as_string(hide_password=False)
    web_app.settings = Settings(home=home, shop=folder, database_url=SecretStr(address))
    with ExitStack() as opened:
        yield Office(web_app, opened)


@pytest.fixture
def shop(own_shop: Office) -> Office:
    own_shop.app.start(worker=False)
    return own_shop


def upload(colleague: Colleague, *files: tuple[str, bytes], kind: str = "by_name") -> httpx.Response:
    return colleague.client.post(
        "/console/load", data={"csrf": colleague.csrf, "kind": kind},
        files=[("files", (name, content)) for name, content in files],
    )  # fmt: skip


def loading(office: Office) -> dict[str, Any]:
    rows = office.app.rows("SELECT value FROM shop_settings WHERE name = 'loading'")
    return dict(rows[0].value) if rows else {}


def settled(office: Office) -> dict[str, Any]:
    """Where the loading stands once nothing goes on any more."""
    return office.app.until(
        lambda: held if (held := loading(office)).get("state") not in ("checking", "loading", None) else None,
        "nothing is checked or loaded any more",
    )


def zipped(files: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as whole:
        for name, content in files.items():
            whole.writestr(name, content)
    return made.getvalue()


def folder_as_files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def serving(office: Office) -> int:
    return int(office.app.rows("SELECT serving_version_id AS id FROM shops")[0].id)


def test_a_new_catalogue_is_checked_shown_and_loaded_only_when_mei_says_so(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    before, files = serving(shop), folder_as_files(shop.app.folder)
    edited = catalog_with(NEW).replace("100:8.10", "100:8.30") + BAD + "\n"
    answer = upload(mei, ("my list.csv", edited.encode()))
    assert answer.status_code == 303
    held = settled(shop)
    assert held["state"] == "checked"
    checked = held["checked"]
    assert (checked["new"], checked["changed"]) == (["CB-40"], [["KT-25", ["tiers"]]])
    assert (checked["unchanged"], checked["removed"]) == (2, [])
    assert [(e["file"], e["line"], e["column"], e["value"]) for e in checked["errors"]] == [
        ("catalog.csv", 6, "price_tiers", "200:cheap")
    ]
    page = mei.get("/load").text
    for told in ("Checked. Load it?", "CB-40", "prices", "catalog.csv:6", "200:cheap", "left out"):
        assert told in page
    assert (serving(shop), folder_as_files(shop.app.folder)) == (before, files)

    assert mei.post("/load/confirm", number=held["number"]).status_code == 204
    done = settled(shop)
    assert done["state"] == "done"
    assert serving(shop) > before
    assert "CB-40" in mei.get("/catalogue").text
    assert (shop.app.folder / "catalog.csv").read_text(encoding="utf-8") == edited
    kept = Path(done["report"]["backup"]) / "catalog.csv"
    assert kept.read_text(encoding="utf-8") == files["catalog.csv"]
    assert events(shop.app, "shop.loaded")[0]["new"] == 1
    assert list((shop.app.settings.home / "uploads").iterdir()) == []
    assert mei.post("/load/confirm", number=held["number"]).status_code == 409


def test_a_catalogue_that_cannot_be_loaded_changes_nothing(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    before, files = serving(shop), folder_as_files(shop.app.folder)
    upload(mei, ("catalog.csv", b"colour,taste\nred,sweet\n"))
    held = settled(shop)
    assert held["state"] == "refused"
    page = mei.get("/load").text
    assert "Nothing of it can be loaded" in page
    assert held["checked"]["fatal"] in html.unescape(page)
    assert (serving(shop), folder_as_files(shop.app.folder)) == (before, files)
    assert mei.post("/load/confirm", number=held["number"]).status_code == 409


def test_a_row_that_is_refused_keeps_its_earlier_version_and_its_cost_is_not_shown(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    edited = catalog_with(NEW).replace("12.00,3.777", "12.00,3.7x7")
    upload(mei, ("catalog.csv", edited.encode()))
    held = settled(shop)
    assert held["checked"]["kept"] == ["KT-17"]
    assert held["checked"]["errors"][0]["value"] == "(not shown)"
    for path in ("/load", "/load/refused.csv"):
        assert "3.7x7" not in mei.get(path).text
    assert "the earlier version stays" in mei.get("/load").text
    rows = list(csv.DictReader(io.StringIO(mei.get("/load/refused.csv").text.removeprefix("\ufeff"))))
    assert [(row["file"], row["sku"]) for row in rows] == [("catalog.csv", "KT-17")]
    mei.post("/load/confirm", number=held["number"])
    assert settled(shop)["state"] == "done"
    assert "6.40" in mei.get("/catalogue/items/KT-17").text


def test_a_zip_takes_the_place_of_the_whole_folder_but_pictures_stay(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    folder = shop.app.folder
    (folder / "kettle.jpg").write_bytes(b"picture")
    whole = folder_as_files(folder) | {"catalog.csv": catalog_with(NEW)}
    del whole["policies/payment.md"], whole["kettle.jpg"]
    whole["policies/returns.md"] = "# Returns\n\nWithin 30 days.\n"
    upload(mei, ("my shop.zip", zipped({f"shop/{name}": content for name, content in whole.items()})))
    held = settled(shop)
    assert held["checked"]["documents_new"] == ["policies/returns.md"]
    assert held["checked"]["documents_removed"] == ["policies/payment.md"]
    mei.post("/load/confirm", number=held["number"])
    assert settled(shop)["state"] == "done"
    assert "Within 30 days" in mei.get("/policies").text
    assert sorted(folder_as_files(folder)) == sorted([*whole, "kettle.jpg"])


def test_a_policy_alone_is_added_and_drafts_that_wait_are_made_anew(own_shop: Office) -> None:
    own_shop.app.start()
    mei = own_shop.colleague("Mei", "manager")
    draft = own_shop.drafted(PRICE)
    upload(mei, ("../../Sea freight.md", b"# Sea freight\n\nThirty days.\n"))
    held = settled(own_shop)
    mei.post("/load/confirm", number=held["number"])
    assert settled(own_shop)["state"] == "done"
    assert (own_shop.app.folder / "policies" / "Sea freight.md").is_file()
    own_shop.app.until(lambda: own_shop.state(draft.id) == "superseded", "the draft is made anew")
    assert own_shop.app.waiting_draft(draft.conversation_id).shop_version_id == serving(own_shop)


def test_the_folder_is_read_again_after_somebody_edited_it_by_hand(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    (shop.app.folder / "catalog.csv").write_text(catalog_with(NEW), encoding="utf-8")
    assert mei.post("/load/again").status_code == 204
    assert settled(shop)["state"] == "done"
    assert "CB-40" in mei.get("/catalogue").text
    (shop.app.folder / "catalog.csv").unlink()
    mei.post("/load/again")
    assert settled(shop)["state"] == "refused"
    assert "CB-40" in mei.get("/catalogue").text


def test_what_was_checked_can_be_discarded(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    upload(mei, ("catalog.csv", catalog_with(NEW).encode()))
    held = settled(shop)
    assert mei.post("/load/discard", number=held["number"]).status_code == 204
    assert loading(shop)["state"] == "discarded"
    assert mei.post("/load/discard", number=held["number"]).status_code == 409
    assert list((shop.app.settings.home / "uploads").iterdir()) == []
    assert "CB-40" not in mei.get("/catalogue").text


def test_what_one_replica_has_checked_another_one_loads(
    own_shop: Office, tmp_path: Path, encoder_home: Path
) -> None:
    shop = own_shop
    shop.app.start(worker=False)
    mei = shop.colleague("Mei", "manager")
    upload(
        mei, ("catalog.csv", catalog_with(NEW).encode()), ("Sea freight.md", b"# Sea freight\n\nA month.\n")
    )
    held = settled(shop)
    assert not list((shop.app.settings.home / "uploads").iterdir())
    shop.app.stop()
    other = tmp_path / "another machine"
    other.mkdir()
    (other / "models").symlink_to(encoder_home / "models")
    shop.app.settings = shop.app.settings.model_copy(update={"home": other})
    shop.app.start(worker=False)
    assert mei.post("/load/confirm", number=held["number"]).status_code == 204
    assert settled(shop)["state"] == "done"
    assert (shop.app.folder / "catalog.csv").read_text(encoding="utf-8") == catalog_with(NEW)
    assert (shop.app.folder / "policies" / "Sea freight.md").is_file()
    shop.app.until(lambda: not shop.app.rows("SELECT 1 FROM uploads"), "nothing of it is kept any longer")
    assert shop.app.rows("SELECT 1 FROM upload_files") == []


def test_a_new_upload_and_a_discarded_one_leave_no_files_in_the_database(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    upload(mei, ("catalog.csv", catalog_with(NEW).encode()))
    first = settled(shop)["number"]
    upload(mei, ("returns.md", b"# Returns\n\nWithin 30 days.\n"))
    second = shop.app.until(
        lambda: held if (held := settled(shop))["number"] != first else None, "a second one"
    )
    assert [row.path for row in shop.app.rows("SELECT path FROM upload_files")] == ["policies/returns.md"]
    mei.post("/load/discard", number=second["number"])
    assert shop.app.rows("SELECT 1 FROM upload_files") == []


def test_an_upload_that_nobody_loads_is_let_go_after_a_day(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    upload(mei, ("catalog.csv", catalog_with(NEW).encode()))
    held = settled(shop)
    address = libpq_url(shop.app.engine.url)

    async def forget(desk: Desk) -> None:
        await work_list(address, desk).tasks["forget"].func(timestamp=0)

    shop.app.run(forget)
    assert len(shop.app.rows("SELECT 1 FROM upload_files")) == 1
    shop.app.clock = lambda: datetime.now(UTC) + timedelta(hours=25)
    shop.app.run(forget)
    assert shop.app.rows("SELECT 1 FROM uploads") == shop.app.rows("SELECT 1 FROM upload_files") == []
    shop.app.clock = lambda: datetime.now(UTC)
    mei.post("/load/confirm", number=held["number"])
    failed = settled(shop)
    assert (failed["state"], failed["error"]) == ("failed", "The uploaded files are gone. Upload them again.")
    assert "CB-40" not in mei.get("/catalogue").text


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ([("notes.exe", b"x")], "a catalogue or freight rates are"),
        ([("a.zip", b"no zip at all")], "cannot be read"),
        ([("a.zip", zipped({"../../etc/cron.md": "x"}))], "leads outside"),
        ([("a.zip", zipped({"policies/a.md": "x"}))], "holds no shop.toml"),
        ([("catalog.csv", b"a"), ("price list.csv", b"b")], "two files for catalog.csv"),
        ([], "Choose 1 to"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(
    shop: Office, files: list[tuple[str, bytes]], told: str
) -> None:
    mei = shop.colleague("Mei", "manager")
    answer = upload(mei, *files) if files else mei.post("/load", by_script=False)
    assert answer.status_code == 422
    assert told in answer.text
    assert loading(shop) == {}
    assert list((shop.app.settings.home / "uploads").glob("*")) == []


def test_too_large_an_upload_is_refused_before_it_is_read(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    server = HTTPConnection("127.0.0.1", int(shop.app.url.rsplit(":", 1)[1]), timeout=30)
    server.putrequest("POST", "/console/load")
    for name, value in mei.client.cookies.items():
        server.putheader("Cookie", f"{name}={value}")
    server.putheader("Content-Length", str(10**9))
    server.endheaders()  # and not a byte of what was announced
    answer = server.getresponse()
    assert answer.status == 413
    assert "60 MB" in answer.read().decode()
    server.close()


def test_only_managers_load_data(shop: Office) -> None:
    boris = shop.colleague("Boris")
    assert upload(boris, ("catalog.csv", catalog_with(NEW).encode())).status_code == 403
    for path in ("/load/again", "/load/confirm", "/load/discard"):
        assert boris.post(path, number="x").status_code == 403
    assert loading(shop) == {}


def test_the_sample_shop_takes_no_uploads_and_says_how_to_begin_ones_own(own_shop: Office) -> None:
    own_shop.app.settings = own_shop.app.settings.model_copy(update={"shop": sample_shop()})
    own_shop.app.start(worker=False)
    mei = own_shop.colleague("Mei", "manager")
    assert "SUPERCARGO_SHOP=" in mei.get("/load").text
    refused = upload(mei, ("catalog.csv", catalog_with(NEW).encode()))
    assert refused.status_code == 422
    assert "sample shop" in refused.text


def test_a_folder_that_cannot_be_written_is_told_and_stays_as_it_is(shop: Office) -> None:
    mei = shop.colleague("Mei", "manager")
    before = folder_as_files(shop.app.folder)
    upload(mei, ("returns.md", b"# Returns\n\nWithin 30 days.\n"))
    held = settled(shop)
    policies = shop.app.folder / "policies"
    (policies / "returns.md").mkdir()  # what stands there cannot be replaced by a file
    mei.post("/load/confirm", number=held["number"])
    assert settled(shop)["state"] == "failed"
    (policies / "returns.md").rmdir()
    assert {k: v for k, v in folder_as_files(shop.app.folder).items() if ".new" not in k} == before
