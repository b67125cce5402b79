"""Files and messages as they come in real life: told clearly, nothing half-loaded."""

from __future__ import annotations

import json
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from tests.cli.conftest import CommandLine
from tests.cli.shops import catalog_with, write_shop


def test_a_chinese_list_that_was_cut_off_beside_a_locked_policy(
    supercargo: CommandLine, tmp_path: Path
) -> None:
    cut_off = catalog_with(
        "TS-01,紫铜汤勺 30 厘米,勺子,,100,100:1.20,,,0.2,10\nTS-02,紫铜漏勺,勺子,,100,100:1."
    )
    shop = write_shop(tmp_path / "shop")
    (shop / "catalog.csv").write_bytes(cut_off.rstrip("\n").encode("gb18030"))
    pdf = FPDF()
    pdf.set_encryption(
        owner_password="mei", user_password="boris", encryption_method=EncryptionMethod.AES_256
    )
    pdf.add_page()
    pdf.output(str(shop / "policies" / "locked.pdf"))

    ran = supercargo.run("ingest", shop, "--json")
    report = json.loads(ran.out)
    assert ran.code == report["exit_code"] == 1, ran.err
    assert report["items"]["new"] == 4
    refused = {(e["file"], e["line"]) for e in report["errors"]}
    assert ("catalog.csv", 6) in refused
    told = json.dumps([*report["errors"], *report["warnings"]])
    assert "policies/locked.pdf" in told
    assert "password" in told
    assert "Traceback" not in ran.err

    asked = {"id": 1, "messages": [{"from": "buyer", "text": "紫铜汤勺 500个，FOB价格？"}]}
    (answer,) = supercargo.draft([asked], "--shop", shop).rows
    assert [(i["sku"], i["quantity"]) for i in answer["items"]] == [("TS-01", 500)]


def test_an_empty_folder_answers_nobody(supercargo: CommandLine, tmp_path: Path) -> None:
    ran = supercargo.draft([{"id": 1, "messages": []}], "--shop", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "shop.toml" in ran.err
    assert "Traceback" not in ran.err


def test_messages_from_right_to_left_and_in_many_languages_are_answered(supercargo: CommandLine) -> None:
    texts = {
        "rtl": "أريد ٥٠٠ قطعة KT-17 بسعر FOB من فضلك",
        "turned": "\u202e\u200f500 KT-17 FOB\u202c",
        "mixed": "Hola, ich brauche 500 KT-17 FOB, merci, спасибо",
        "emojis": "😀👍🏽🇲🇽❤️‍🔥",
    }
    ran = supercargo.draft(
        [{"id": key, "messages": [{"from": "buyer", "text": text}]} for key, text in texts.items()]
    )
    answers = {row["id"]: row for row in ran.rows}
    assert ran.code == 0, ran.err
    for key in ("rtl", "turned", "mixed"):
        assert [(i["sku"], i["quantity"]) for i in answers[key]["items"]] == [("KT-17", 500)], key
        assert answers[key]["quote"]["total"] == "2950.00"
    assert answers["rtl"]["language"] == answers["rtl"]["draft"]["language"] == "ar"
    assert answers["emojis"]["items"] == []
    assert answers["emojis"]["quote"] is None
    assert answers["emojis"]["draft"]["text"]
