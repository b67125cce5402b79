"""What extraction found in an inquiry, as far as the reading of intents depends on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signals:
    """All about the buyer's newest messages, but for `order_number_given`, which holds for the whole talk."""

    quantity_given: bool = False
    item_named: bool = False
    """The newest messages name goods of the catalogue, or goods are known from the talk."""
    sku_named: bool = False
    incoterm_named: bool = False
    delivered_incoterm: bool = False
    """An Incoterm whose price holds the main carriage (CIF, DAP …)."""
    destination_named: bool = False
    method_named: bool = False
    """A way of shipping: by sea, by express …"""
    target_price_given: bool = False
    discount_percent_given: bool = False
    order_number_given: bool = False
    option_named: bool = False
    """A customization option of the catalogue."""
    certificate_named: bool = False
    deadline_given: bool = False
    sample_named: bool = False
    bulk_beside_sample: bool = False
    """A quantity of goods is wanted, and a sample as well."""
