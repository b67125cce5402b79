"""Shop folders to ingest: a seller of household goods."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

TERMS = """\
[company]
name = "Harbour Household Ltd."
home_country = "CN"
timezone = "Asia/Shanghai"
currency = "USD"
working_days = ["mon", "tue", "wed", "thu", "fri"]
working_hours = ["08:30", "17:30"]

[quote]
incoterms = ["EXW", "FOB", "DAP"]
default_incoterm = "FOB"
deposit_percent = 30

[discount]
salesperson_percent = 2.5
manager_percent = 7

[payment]
platform = "Safe Checkout"
methods = ["card"]

[restricted]
destinations = ["KP"]

[fx]
as_of = 2026-11-20
EUR = 0.92

[[closures]]
name = "Spring holiday"
start = 2027-02-03
end = 2027-02-12

[[campaigns]]
name = "Autumn sale"
start = 2026-09-01
end = 2026-09-30
percent = 5
categories = ["towels"]
"""
HEADINGS = (
    "sku", "name", "category", "description", "attributes", "aliases", "moq", "price_tiers", "sample_price",
    "cost", "weight_kg", "lead_time_days", "certifications", "customization",
)  # fmt: skip
RATES = """\
method,countries,min_kg,max_kg,base,per_kg,days_min,days_max,battery,includes_duty
Sea,*,0,,90,0.80,25,40,yes,no
Air,ES;FR,0,300,40,6.50,6,9,no,no
"""
WARRANTY = """\
# Warranty

## How long it lasts

Towels and bottles carry a warranty of 24 months from delivery.

## What it covers

Seams that open and lids that leak are replaced free of charge.
"""


def towel(number: int, **cells: str) -> dict[str, str]:
    """A row of the catalogue; `cells` replace what it says."""
    return {
        "sku": f"TW-{number:03d}",
        "name": f"Beach towel {number}",
        "category": "towels",
        "description": f"Soft cotton towel, pattern {number}",
        "attributes": f"size={60 + number}x140 cm; material=cotton",
        "aliases": "toalla; полотенце",
        "moq": "100",
        "price_tiers": "100:3.20; 500:2.95",
        "sample_price": "6.00",
        "cost": "1.1357",
        "weight_kg": "0.35",
        "lead_time_days": "12",
        "certifications": "OEKO-TEX",
        "customization": "logo print:0.05:500",
    } | cells


def write_shop(
    folder: Path,
    rows: Iterable[Mapping[str, str]],
    *,
    terms: str = TERMS,
    rates: str | None = RATES,
    policies: Mapping[str, str] | None = None,
) -> Path:
    """`folder`, holding exactly this shop's files."""
    (folder / "policies").mkdir(parents=True, exist_ok=True)
    (folder / "shop.toml").write_text(terms, encoding="utf-8")
    with (folder / "catalog.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADINGS)
        writer.writeheader()
        writer.writerows(rows)
    if rates is None:
        (folder / "shipping.csv").unlink(missing_ok=True)
    else:
        (folder / "shipping.csv").write_text(rates, encoding="utf-8")
    documents = {"warranty.md": WARRANTY} if policies is None else policies
    for old in (folder / "policies").iterdir():
        if old.name not in documents:
            old.unlink()
    for name, text in documents.items():
        (folder / "policies" / name).write_text(text, encoding="utf-8")
    return folder
