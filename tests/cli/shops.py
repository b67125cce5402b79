"""A small shop folder, written new for each use."""

from __future__ import annotations

from pathlib import Path

_TERMS = """\
[company]
name = "Mei Kitchenware Works"
home_country = "CN"
timezone = "Asia/Shanghai"
currency = "USD"

[quote]
incoterms = ["EXW", "FOB", "DAP"]
default_incoterm = "FOB"
loading_port = "Ningbo"
validity_days = 14
deposit_percent = 30

[payment]
platform = "Trade Assurance"
methods = ["card"]

[restricted]
destinations = ["KP"]
"""
_CATALOG = """\
sku,name,category,aliases,moq,price_tiers,sample_price,cost,weight_kg,lead_time_days
KT-17,Stainless steel kettle 1.7 L,kettles,hervidor,100,100:6.40; 500:5.90,12.00,3.777,0.9,15
KT-25,Stainless steel kettle 2.5 L,kettles,,100,100:8.10; 500:7.55,,4.888,1.2,15
CB-30,Bamboo cutting board 30 cm,boards,,200,200:2.30; 1000:2.05,5.00,1.111,0.7,20
"""
_SHIPPING = """\
method,countries,min_kg,max_kg,base,per_kg,days_min,days_max,battery
Sea,*,0,,40,0.5,30,45,yes
"""
_POLICY = """\
# Payment

## Deposit

We ask for a 30 % deposit. The balance is due before shipment.

## Refunds

Broken goods are refunded within 10 days.
"""
COSTS = ("3.777", "4.888", "1.111")


def write_shop(folder: Path, catalog: str = _CATALOG) -> Path:
    """A kitchenware seller with three products and one policy."""
    (folder / "policies").mkdir(parents=True)
    (folder / "shop.toml").write_text(_TERMS, encoding="utf-8")
    (folder / "catalog.csv").write_text(catalog, encoding="utf-8")
    (folder / "shipping.csv").write_text(_SHIPPING, encoding="utf-8")
    (folder / "policies" / "payment.md").write_text(_POLICY, encoding="utf-8")
    return folder


def catalog_with(row: str) -> str:
    """The small shop's catalogue and one row more."""
    return f"{_CATALOG}{row}\n"
