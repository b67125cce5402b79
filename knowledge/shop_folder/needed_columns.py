"""Which columns a catalogue cannot do without."""

from __future__ import annotations

from knowledge.shop_folder.columns import Columns
from knowledge.shop_folder.headings import tier_quantity_of_field


def missing_columns(columns: Columns, has_sections: bool) -> list[str]:
    """What a catalogue cannot do without and this one does not have, in words.

    With `has_sections` the titles between the rows may say the categories.
    """
    fields = set(columns.fields)
    by_quantity = any(field and tier_quantity_of_field(field) for field in fields)
    tiers = "price_tiers" in fields or by_quantity
    needed = ("sku", "name") if has_sections else ("sku", "name", "category")
    missing = [field for field in needed if field not in fields]
    if not tiers and "price" not in fields:
        missing.append("price_tiers (or a price)")
    if "moq" not in fields and not tiers:
        missing.append("moq")
    if "weight_kg" not in fields and not {"carton_weight_kg", "carton_qty"} <= fields:
        missing.append("weight_kg")
    if "lead_time_days" not in fields:
        missing.append("lead_time_days")
    return missing
