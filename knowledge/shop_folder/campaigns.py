"""Campaigns name categories and SKUs: brought to the catalogue's own spelling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.facts import Campaign
from knowledge.shop_folder.catalog import CatalogReading
from knowledge.shop_folder.reading import Complaints
from knowledge.shop_folder.terms import FILE


def campaigns_in_catalogue_spelling(
    campaigns: Sequence[Campaign], read: CatalogReading, complaints: Complaints
) -> tuple[Campaign, ...]:
    """Campaigns with categories and SKUs spelt as in the catalogue; unknown ones are warned of and stay."""
    categories = {item.category.casefold(): item.category for item in reversed(read.items)}
    skus = {item.sku.casefold(): item.sku for item in read.items}
    refused = {sku.casefold() for sku in read.refused_skus}
    spelt = []
    for campaign in campaigns:
        for what, names, known in (
            ("category", campaign.categories, categories),
            ("SKU", campaign.skus, skus),
        ):
            for name in names:
                if name.casefold() not in known and name.casefold() not in refused:
                    complaints.warn(
                        FILE, None, _unknown_in_campaign(campaign.name, what, name, list(known.values()))
                    )
        spelt.append(
            replace(
                campaign,
                categories=tuple(categories.get(name.casefold(), name) for name in campaign.categories),
                skus=tuple(skus.get(name.casefold(), name) for name in campaign.skus),
            )
        )
    return tuple(spelt)


def _unknown_in_campaign(campaign: str, what: str, name: str, known: list[str]) -> str:
    from rapidfuzz import fuzz, process

    near = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=70)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"the campaign {campaign!r} names the {what} {name!r}, which the catalogue does not have{hint}"
