"""Postal addresses leave no mark in a prompt; quantities, ports and cities of ordinary messages stay."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from bot.llm.addresses import addresses
from bot.llm.masking import mask

HERE = Path(__file__)
DATA = HERE.parents[1] / "data"
ROWS = [
    tuple(line.split("\t"))
    for line in HERE.with_name("addresses.tsv").read_text(encoding="utf-8").splitlines()
]
"""(country, address, the part that nobody may see)"""
ORDINARY = (
    "FOB Shenzhen", "CIF Hamburg 20 ft container", "DAP Los Angeles CA, 500 pcs", "via Hamburg, 1000 units",
    "500 Flash Drive 32GB", "10000 Power Banks to Berlin", "20000 Mini Speakers", "1000 Street Lights",
    "500 St. Patrick hats", "Quote 300 Road Bikes and 40 Park Benches", "5000 Oxford Shirts",
    "port of Rotterdam", "200 Corso 12 mm", "Place an order of 500", "Rue 500 pcs",
    "Ship by sea, 20 days, 500/1000/3000", "PB-10K 10000 mAh, USB-C 60 W", "北京市500-800个 FOB 宁波",
    "上海 1000 件", "東京に3000個", "东莞市12号货柜", "500 шт в Москву", "ул 500 шт",
    "شحن إلى دبي 500 قطعة", "दिल्ली में 500 पीस", "500 adet İstanbul", "quận 7",
    "order 4711 of 2026-11-22", "Our IP address: 10.0.0.1", "Delivery address: Hamburg, 500 pcs",
    "Box 24 pcs",
)  # fmt: skip


def hidden(text: str, part: str) -> bool:
    """Whether no letter of `part` can be read any more."""
    at = text.index(part)
    seen = set(range(at, at + len(part)))
    for start, end in addresses(text):
        seen -= set(range(start, end))
    return not seen


def test_nine_in_ten_addresses_of_more_than_forty_countries_are_found_however_they_stand() -> None:
    assert len({country for country, _, _ in ROWS}) > 40
    found = total = 0
    for _, address, part in ROWS:
        *before, town = address.rsplit(", ", 1)
        two_lines = "\nB| ".join([*before, town])
        for text in (address, f"Please ship to {address}. We need 500 pcs KT-17, FOB Shenzhen.", two_lines):
            total += 1
            found += part in text and hidden(text, part)
    assert found / total > 0.9, f"{found} of {total}"


@pytest.mark.parametrize("words", ORDINARY)
def test_what_has_to_be_understood_stays(words: str) -> None:
    assert mask(f"Hello, {words}, please").text == f"Hello, {words}, please"


def test_around_an_address_everything_stays() -> None:
    text = "500 pcs KT-17 to Lindenstraße 17, 20095 Hamburg, Germany, CIF Hamburg by 2026-12-01"
    masked = mask(text)
    assert masked.text == "500 pcs KT-17 to [address 1], Germany, CIF Hamburg by 2026-12-01"
    assert masked.restore(masked.text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Address: Unit 5, Sunrise Tower, 12 Sector, Pune 411001, India", "Address: [address 1], India"),
        ("地址：科技园12栋501，深圳", "地址：[address 1]，深圳"),
        ("адрес доставки: мкр. 5, 12-34, Алматы", "адрес доставки: [address 1], Алматы"),
    ],
)
def test_what_is_called_an_address_is_one_but_for_its_town_and_country(text: str, left: str) -> None:
    assert mask(text).text == left


def test_of_the_labelled_messages_only_the_addresses_are_masked() -> None:
    masked = []
    for file in sorted(DATA.rglob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for message in row.get("messages", ()):
                masked += [message["text"][start:end] for start, end in addresses(message["text"])]
    assert masked == ["12 Havana Road"]


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 1300, "A " * 1300, "1 A " * 700, "12 de " * 500, "市" * 2600, "区北" * 1300, "北3" * 1300,
        "Unit 5 " * 400, "Calle شارع " * 240, "12 A " + "Aa de " * 430, "市1-" * 870, "address: " * 300,
        "10115 Aa, " * 260, "Rue A " * 450, "A-" * 1300, "ア" * 2600,
    ],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    list(addresses(text))
    assert time.process_time() - began < 0.5
