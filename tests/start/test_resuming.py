from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from bot.domain.errors import SupercargoError
from bot.start import documents, price_list
from bot.start.given import NotAnAnswer
from bot.start.held import FILE, KEPT, Held, held
from bot.start.questions import STEP_NAMES, STEPS, step_named
from bot.start.steps import begun, proposed, take, take_all
from bot.start.writing import planned, write
from knowledge.shop_folder import read_shop_folder
from prompts.console import load
from tests.start.lists import ENGLISH, write_csv, write_xlsx

SAY = load("en").say
ANSWERS = {"company.name": "Mei & Co", "company.home_country": "CN"}


def _step(folder: Path, name: str, files: Path) -> None:
    """Do one step as a process of its own would: from what the folder holds."""
    now = begun(folder)
    if name == "list":
        price_list.take_file(now, str(write_csv(files / "prices.csv", ENGLISH)))
        price_list.take_currency(now, "USD")
    elif name == "columns":
        price_list.accept(now, price_list.seen(now))
    elif name == "documents":
        (files / "warranty.md").write_text("# Warranty\n\nTwo years.\n")
        documents.take_documents(now, [str(files / "warranty.md")])
        now.finish(name)
    elif name == "write":
        write(now, planned(now, SAY))
    else:
        for question in step_named(name).questions:
            take(now, question, ANSWERS.get(question.key) or proposed(now, question))
        now.finish(name)


def test_every_step_can_be_left_and_taken_up_by_another_process(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    for name in STEP_NAMES:
        assert held(folder).next_step == name
        assert {path.name for path in folder.glob("*")} - {FILE} == set() or name == "inquiries"
        _step(folder, name, tmp_path)
        assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600
    assert held(folder).next_step is None
    reading = read_shop_folder(folder)
    assert reading.shop is not None
    assert reading.errors == ()
    assert reading.proposed == {}
    assert reading.shop.company.name == "Mei & Co"
    assert reading.shop.quote.unit_price_decimals == 3
    assert [item.sku for item in reading.shop.items] == ["KT-17", "KT-25"]
    assert [policy.path for policy in reading.policies] == ["policies/warranty.md"]


def test_within_a_step_it_goes_on_with_the_first_question_that_is_open(tmp_path: Path) -> None:
    now = Held(tmp_path / "shop")
    company = step_named("company")
    take(now, company.questions[0], "Mei")
    with pytest.raises(NotAnAnswer):
        take(now, company.questions[1], "Atlantis")
    assert held(now.folder).asked == ["company.name"]
    assert held(now.folder).next_step == "list"


def test_a_step_may_be_answered_as_a_whole_and_says_all_that_is_wrong(tmp_path: Path) -> None:
    now = Held(tmp_path / "shop")
    given = {
        "company.name": "Mei",
        "company.home_country": "Atlantis",
        "company.timezone": "Asia/Shanghai",
        "company.working_days": ["mon"],
        "company.working_hours": "18-9",
        "company.languages": "zh",
    }
    wrong = take_all(now, step_named("company"), given)
    assert set(wrong) == {"company.home_country", "company.working_hours"}
    assert held(now.folder).answers["company.name"] == "Mei"
    assert "company" not in held(now.folder).done
    mended = given | {"company.home_country": "CN", "company.working_hours": "9-18"}
    assert take_all(now, step_named("company"), mended) == {}
    assert "company" in held(now.folder).done


def test_files_that_are_there_are_named_kept_and_replaced_only_then(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    for name in STEP_NAMES[:-2]:
        _step(folder, name, tmp_path)
    (folder / "shop.toml").write_text('[company]\nname = "Older"\n')
    (folder / "policies").mkdir()
    (folder / "policies" / "warranty.md").write_text("Older.")
    now = held(folder)
    plan = planned(now, SAY)
    assert set(plan.replaced) == {"shop.toml", "policies/warranty.md"}
    write(now, plan)
    kept = folder / KEPT / "replaced"
    assert (kept / "shop.toml").read_text() == '[company]\nname = "Older"\n'
    assert (kept / "policies" / "warranty.md").read_text() == "Older."
    assert 'name = "Mei & Co"' in (folder / "shop.toml").read_text()
    now.answer("company.name", "Mei and Sons")
    assert planned(now, SAY).replaced == ()  # our own, untouched since
    (folder / "shop.toml").write_text("# edited by hand\n")
    assert planned(now, SAY).replaced == ("shop.toml",)


def test_a_workbook_is_not_hidden_by_an_older_csv_list(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    for name in STEP_NAMES[:-2]:
        _step(folder, name, tmp_path)
    now = held(folder)
    price_list.take_file(now, str(write_xlsx(tmp_path / "new.xlsx", ENGLISH)))
    write_csv(folder / "catalog.csv", ENGLISH[:2])
    plan = planned(now, SAY)
    assert plan.replaced == ("catalog.csv",)
    write(now, plan)
    shop = read_shop_folder(folder).shop
    assert shop is not None
    assert len(shop.items) == 2


def test_a_shop_that_is_there_proposes_its_own_answers(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text(
        '[company]\nname = "Mei"\nhome_country = "TR"\ncurrency = "EUR"\n'
        "[discount]\nsalesperson_percent = 2.5\n"
    )
    now = begun(tmp_path)
    assert now.next_step == "list"
    assert now.asked == []
    assert proposed(now, STEPS[2].questions[0]) == "Mei"
    assert proposed(now, step_named("company").questions[2]) == "Europe/Istanbul"
    assert now.answers["list.currency"] == "EUR"
    assert now.answers["discount.salesperson_percent"] == "2.5"


@pytest.mark.parametrize("content", ["", "[]", '{"version": 9, "answers": {}, "done": []}', '{"version": 1}'])
def test_answers_that_cannot_be_read_are_not_thrown_away(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    with pytest.raises(SupercargoError, match="Move it away to begin anew"):
        held(tmp_path)
    assert (tmp_path / FILE).read_text() == content


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    for name in STEP_NAMES[:-2]:
        _step(folder, name, tmp_path)
    (tmp_path / "warranty.md").unlink()
    with pytest.raises(SupercargoError, match=r"warranty\.md is no longer there"):
        planned(held(folder), SAY)
    assert not (folder / "shop.toml").exists()


def test_documents_are_files_or_a_whole_folder(tmp_path: Path) -> None:
    now = Held(tmp_path / "shop")
    papers = tmp_path / "our papers"
    (papers / "more").mkdir(parents=True)
    (papers / "warranty.md").write_text("Two years.")
    (papers / "more" / "samples.txt").write_text("Free.")
    (papers / "logo.png").write_bytes(b"\x89PNG")
    documents.take_documents(now, [f' "{papers}" ', ""])
    assert [Path(path).name for path in now.answers["documents"]] == ["samples.txt", "warranty.md"]
    nothing = folder_without(tmp_path)
    for given, message in (
        (papers / "logo.png", "kind"),
        (tmp_path / "none.md", "missing"),
        (nothing, "none"),
    ):
        with pytest.raises(NotAnAnswer, match=message):
            documents.take_documents(now, [str(given)])
    assert len(json.loads((now.folder / FILE).read_text())["answers"]["documents"]) == 2
    with pytest.raises(NotAnAnswer, match="list-kind"):
        documents.take_freight(now, str(papers / "logo.png"))


def folder_without(tmp_path: Path) -> Path:
    made = tmp_path / "pictures"
    made.mkdir()
    return made
