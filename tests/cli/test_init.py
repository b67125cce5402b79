"""`supercargo init` as a seller's owner meets it: a spreadsheet, a terminal, no patience."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.cli.init_answers import answer_all, read_answers
from bot.domain.errors import SupercargoError
from bot.start.held import FILE, held
from knowledge.shop_folder import read_shop_folder
from prompts.console import load
from tests.cli.conftest import CommandLine
from tests.cli.terminal import terminal
from tests.start.lists import ENGLISH, SPANISH, without, write_csv, write_xlsx

_ANSWERS = """\
list = "prices.csv"
documents = ["papers"]
inquiries = ["Hola, ¿precio de 500 hervidores KT-17?", "Do you give a warranty?"]
[fill]
lead_time_days = 15
[company]
name = 'Mei "Kitchen" Works'
home_country = "China"
[payment]
platform = "Trade Assurance"
[discount]
salesperson_percent = 2.5
manager_percent = 8
[[closures]]
name = "Chinese New Year"
start = 2027-02-03
end = 2027-02-12
"""


_COMPANY = {"name": "Mei", "home_country": "CN"}


def _papers(folder: Path) -> Path:
    (folder / "papers").mkdir()
    (folder / "papers" / "warranty.md").write_text("# Warranty\n\nKettles have two years of warranty.\n")
    return folder / "papers"


def test_a_person_goes_from_a_spreadsheet_to_answered_inquiries_and_may_leave_meanwhile(
    supercargo: CommandLine, tmp_path: Path
) -> None:
    prices = write_xlsx(
        tmp_path / "Lista de precios.xlsx", without(SPANISH, 2, 6), above=(("Precios 2026",),)
    )
    _papers(tmp_path)
    folder = tmp_path / "my shop"
    command = [*supercargo.command, "init", str(folder)]
    with terminal(command, supercargo.environment) as seller:
        seller.answers(str(tmp_path / "none.xlsx"), str(prices), "", "hervidores", "soon", "15", "")
        seller.answers("", "Mei & Co", "Wakanda", "CN", "")
        seller.interrupts()
        assert seller.ended() == 130
        assert "There is no file" in seller.said
        assert "“soon” is no number of days" in seller.said
        assert "2 of 2 rows can be loaded" in seller.said
        assert "“Wakanda” is no country" in seller.said
        assert seller.said.rstrip().endswith("Kept. Run the same command to go on.")
    assert [path.name for path in folder.iterdir()] == [FILE]
    with terminal(command, supercargo.environment) as seller:
        assert "goes on where you stopped" in seller.asked()
        assert "Company name" not in seller.said  # it was answered
        seller.answers("mon-sat", "", "")
        seller.answers("", "", "Ningbo", "", "30", "", "3", "2", "8", "KP")
        seller.answers("Trade Assurance", "", "card; PayPal", "", "-")
        seller.answers("Chinese New Year 2027-02-03 2027-02-12", str(tmp_path / "papers"), "", "y")
        seller.answers("Hola,", "precio de 500 KT-17?", ".", ".")
        assert seller.ended() == 0
        assert "Draft in Spanish" in seller.said
        assert "3.200,00" in seller.said
        assert "Your shop is ready" in seller.said
    reading = read_shop_folder(folder)
    assert reading.shop is not None
    assert reading.errors == ()
    assert reading.shop.discount.manager_percent == 8
    assert reading.shop.payment.methods == ("card", "PayPal")
    assert reading.shop.payment.never == ()
    assert len(reading.shop.company.working_days) == 6
    assert held(folder).next_step is None


def test_without_a_terminal_the_answers_come_from_a_file(supercargo: CommandLine, tmp_path: Path) -> None:
    write_csv(tmp_path / "prices.csv", without(ENGLISH, 6))
    _papers(tmp_path)
    answers = tmp_path / "answers.toml"
    answers.write_text(_ANSWERS)
    folder = tmp_path / "shop"
    ran = supercargo.run("init", folder, "--answers", answers)
    assert ran.code == 0, ran.err
    assert "6.40" in ran.out
    assert "Draft in Spanish" in ran.out
    assert 'Mei "Kitchen" Works' in ran.out
    shop = read_shop_folder(folder).shop
    assert shop is not None
    assert str(shop.discount.salesperson_percent) == "2.5"
    assert shop.items[1].lead_time_days == 15
    # What somebody has edited since is not replaced without a yes, and kept then.
    (folder / "shop.toml").write_text((folder / "shop.toml").read_text() + "# by hand\n")
    again = supercargo.run("init", folder, "--answers", answers)
    assert again.code == 2
    assert "shop.toml would be replaced. Say --yes" in again.err
    assert "# by hand" in (folder / "shop.toml").read_text()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"list": "none.csv"}, "list: There is no file"),
        ({"company": {"name": "Mei"}}, "No answer for company.home_country"),
        ({"company": _COMPANY | {"timezone": "Shanghai"}}, "company.timezone: “Shanghai” is no time zone"),
        ({"columns": {"Model No.": "ignore"}}, "No column is read as: sku"),
        ({"fill": {"moq": "few"}}, "“few” is no whole number"),
        ({"colour": "red"}, "has colour, which is not asked"),
        ({"documents": ["prices.csv"]}, "documents: “prices.csv” cannot be read. Save it as .docx"),
    ],
)
def test_what_is_wrong_with_the_answers_is_named(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    write_csv(tmp_path / "prices.csv", ENGLISH)
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"list": "prices.csv", "company": _COMPANY} | change))
    words = load("en")
    with pytest.raises(SupercargoError, match=re.escape(said)):
        answer_all(held(tmp_path / "shop"), read_answers(answers, words), tmp_path, words)
    assert not (tmp_path / "shop" / "shop.toml").exists()


def test_answers_that_are_no_toml_are_refused(tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text("list = prices.csv")
    with pytest.raises(SupercargoError, match="cannot be read"):
        read_answers(answers, load("en"))


def test_where_there_is_nobody_to_ask_it_says_so_and_makes_nothing(
    supercargo: CommandLine, tmp_path: Path
) -> None:
    ran = supercargo.run("init", tmp_path / "other")
    assert ran.code == 2
    assert "There is no terminal to ask on" in ran.err
    assert "Traceback" not in ran.err
    assert not (tmp_path / "other").exists()
