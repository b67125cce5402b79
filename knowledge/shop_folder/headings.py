"""What a column's heading means: the contract's own names, what the seller said before, or a proposal."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib import resources

from knowledge.shop_folder.money_cells import currencies_named
from knowledge.shop_folder.number_cells import LONGEST

CATALOG_FIELDS = (
    "sku", "name", "category", "description", "attributes", "aliases", "moq", "unit", "price_tiers",
    "sample_price", "cost", "weight_kg", "carton_qty", "carton_cm", "lead_time_days", "stock",
    "certifications", "hs_code", "battery", "customization", "image",
)  # fmt: skip
READ_AS_WELL = ("price", "carton_weight_kg", "attribute", "ignore")
"""Beyond the contract's columns: one price from the MOQ on, a carton's weight, an attribute of its own."""
SHIPPING_FIELDS = (
    "method", "countries", "min_kg", "max_kg", "base", "per_kg", "days_min", "days_max", "battery",
    "includes_duty",
)  # fmt: skip
ORDER_FIELDS = (
    "quote_number", "platform_number", "status", "remarks", "buyer", "currency", "total", "paid", "deposit",
    "balance", "ordered_at", "paid_at", "shipped_at", "delivered_at", "reviewed_at", "cancelled_at",
    "updated_at", "tracking", "carrier", "ignore",
)  # fmt: skip
"""Of a platform's export of orders (see knowledge/orders)."""
FIELDS = {"catalog": CATALOG_FIELDS, "shipping": SHIPPING_FIELDS, "orders": ORDER_FIELDS}

_CONFIDENTIAL = re.compile(
    r"\b(?:cost|purchase|purchasing|buying|supplier|vendor|margin|profit|markup|factory price"
    r"|internal|confidential|coste|costo|custo|compra|proveedor|fornecedor|margen|margem|einkauf\w*|ek|lieferant\w*|marge|achat|revient"
    r"|fournisseur|acquisto|fornitore|закуп\w*|себестоимост\w*|поставщик\w*|маржа|maliyet\w*|alış|koszt\w*|zakup\w*"
    r"|biaya|beli|vốn|nhập)\b|成本|采购|進貨|进货|进价|供应商|利润|内部|原価|仕入|التكلفة|लागत"
)
_QUANTITY = re.compile(
    r"(?:(?:unit\s+)?(?:price|fob|exw|precio|preis|prix|prezzo|preço|цена|fiyat|cena|harga|giá|单价|价格|価格)\s*)?"
    r"(?:for|from|ab|desde|à partir de|da|от|ab|≥|>=|>|@|qty)?\s*"
    r"(?P<from>\d[\d.,' ]*)(?P<k>k)?\s*"
    r"(?P<word>pcs?|pieces?|units?|sets?|pairs?|ea|stk|stück|pzas?|pz|uds?|unid\w*|pièces?|шт|adet|szt|buah|cái|个|個|件|只|套|枚|本)?\.?\s*"
    r"(?P<more>\+|up|and up|and above|以上|起|及以上|(?:-|~|to|至)\s*\d[\d.,' ]*k?)?\s*"
    r"(?:pcs?|pieces?|units?|sets?|pairs?|stk|stück|шт|adet|szt|个|個|件|只|套)?\.?\s*(?P<price>price|fob|价格|单价)?"
)


@cache
def heading_words(table: str) -> dict[str, str]:
    """Normalised synonym -> field, of a table of FIELDS."""
    source = (
        resources.files("knowledge.shop_folder").joinpath("heading_words.toml").read_text(encoding="utf-8")
    )
    words: dict[str, str] = {}
    for field, synonyms in tomllib.loads(source)[table].items():
        for synonym in (field, *synonyms):
            words.setdefault(normal(synonym), field)
    words.pop("", None)
    return words


def normal(heading: str) -> str:
    """Lower case without brackets, punctuation and currency: `FOB Price (USD)` -> `fob price`."""
    text = re.sub(r"[(\[（【].*?[)\]）】]", " ", heading)
    text = unicodedata.normalize("NFKC", text).casefold().replace("_", " ")
    text = re.sub(r"[€$£¥₹]|\b(?:usd|eur|gbp|cny|rmb|us)\b", " ", text) if len(text) > 4 else text
    return " ".join(re.findall(r"[^\W_]+", text))


def is_field(name: str) -> bool:
    return name in CATALOG_FIELDS or name in READ_AS_WELL or tier_quantity_of_field(name) is not None


def tier_quantity_of_field(field: str) -> int | None:
    """`price_tiers:500` -> 500: the column holds the unit price from 500 on."""
    name, _, quantity = field.partition(":")
    return int(quantity) if name == "price_tiers" and quantity.isdecimal() and int(quantity) > 0 else None


def tier_quantity(heading: str) -> int | None:
    """The quantity from which a column's prices hold: `100pcs`, `500-999 pcs`, `Price 1000+`, `≥1000件`."""
    text = unicodedata.normalize("NFKC", heading).casefold()
    text = re.sub(r"[()\[\]（）【】$€£¥:]|\b(?:usd|eur|gbp|cny|rmb|us)\b", " ", text).replace("–", "-")
    found = _QUANTITY.fullmatch(" ".join(text.split())) if len(text) <= LONGEST else None
    if not found or not re.search(r"\d", found["from"]):
        return None
    digits = re.sub(r"[.,' ]", "", found["from"])
    quantity = int(digits) * (1000 if found["k"] else 1)
    return quantity if 0 < quantity <= 10_000_000 else None


def is_confidential(heading: str) -> bool:
    """Whether the heading speaks of what the seller pays or keeps."""
    return bool(_CONFIDENTIAL.search(unicodedata.normalize("NFKC", heading).casefold()))


_MAJOR = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "CNY",
        "RMB",
        "JPY",
        "HKD",
        "INR",
        "KRW",
        "VND",
        "IDR",
        "THB",
        "PLN",
        "RUB",
        "BRL",
        "MXN",
        "CAD",
        "AUD",
        "TWD",
        "SGD",
        "CHF",
    ]
)


def heading_currencies(heading: str) -> frozenset[str] | None:
    """The currencies that a heading such as `Price (RMB)` may stand for; None: it names none."""
    for word in re.findall(r"[A-Z]{3}(?![a-z])|[A-Za-z]{0,2}\$|[€£¥₹₺₫₩฿₽]|人民币|美元|美金|欧元", heading):
        if len(word) != 3 or not word.isascii() or word in _MAJOR or not word.isalpha():
            named = currencies_named(word)
            if named is not None:
                return named
    return None


def guesses(heading: str, table: str) -> Sequence[tuple[str, float]]:
    """(field, 0..100) for a heading of unknown meaning, likeliest first; empty where nothing is near."""
    from rapidfuzz import fuzz, process

    key = normal(heading)
    words = heading_words(table)
    if not key:
        return ()
    if key in words:
        return ((words[key], 100.0),)
    if table == "catalog" and is_confidential(heading):
        return (
            ("cost" if re.search(r"cost|price|прис|цен|价|preis|prix|prec|prezzo", key) else "ignore", 90.0),
        )
    best: dict[str, float] = {}
    for scorer, cutoff, weight in ((fuzz.ratio, 84, 1.0), (fuzz.token_sort_ratio, 88, 0.98)):
        for synonym, score, _ in process.extract(
            key, list(words), scorer=scorer, score_cutoff=cutoff, limit=5
        ):
            # A short word is near too many others.
            if len(synonym) >= 4:
                best[words[synonym]] = max(best.get(words[synonym], 0.0), score * weight)
    if table == "catalog" and not best:
        tokens = set(key.split())
        if tokens & {"fob", "exw"} or key.endswith((" price", " precio", " preis")):
            best["price"] = 70.0
        elif tokens & {"gw", "gross"}:
            best["weight_kg"] = 70.0
        elif "moq" in tokens:
            best["moq"] = 80.0
        elif "sku" in tokens:
            best["sku"] = 80.0
    return sorted(best.items(), key=lambda entry: -entry[1])
