"""What a check found, as values that are kept and shown: long lists are cut, their lengths are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from bot.domain.facts import Shop
from knowledge.uploads.checking import Checked, compare
from storage.passages import StoredDocument

LISTED = 200
_ERRORS = 2000


def told_of(checked: Checked, shop: Shop, served: Sequence[StoredDocument]) -> dict[str, Any]:
    """`checked` against the `shop` and the documents that serve."""
    told: dict[str, Any] = {
        "fatal": checked.fatal,
        "errors": [asdict(error) for error in checked.errors[:_ERRORS]],
        "error_count": len(checked.errors),
        "warnings": [asdict(notice) for notice in checked.warnings[:LISTED]],
        "ignored": list(checked.ignored[:LISTED]),
        "proposed": dict(checked.proposed),
    }
    if checked.shop is None:
        return told
    compared = compare(checked, shop, {each.path: each.sha256 for each in served})
    for name, held in asdict(compared).items():
        if isinstance(held, int):
            told[name] = held
        else:
            told[name], told[f"{name}_count"] = list(held[:LISTED]), len(held)
    names = {item.sku: item.name for item in (*shop.items, *checked.shop.items)}
    shown = (*told["new"], *told["removed"], *told["kept"], *(sku for sku, _ in told["changed"]))
    return told | {"names": {sku: names[sku] for sku in shown if sku in names}}
