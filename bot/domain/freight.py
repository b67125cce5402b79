"""Which row of shipping.csv carries an order, and what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.facts import FreightRate
from bot.domain.money import plus, rounded, times
from bot.domain.quote import Freight, MethodReplaced


@dataclass(frozen=True, slots=True)
class Shipment:
    """The whole order: where it goes (ISO 3166-1 alpha-2), gross weight, lithium batteries inside or not."""

    country: str
    kg: Decimal
    battery: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """How the buyer wants it sent: by a method, or as fast as can be; `duty_paid` under DDP."""

    method: str | None = None
    fastest: bool = False
    duty_paid: bool = False


@dataclass(frozen=True, slots=True)
class Carriage:
    """`freight` is None where no row fits."""

    freight: Freight | None
    replaced: MethodReplaced | None = None
    duty_not_included: bool = False
    """Duty was to be paid, and the shop has no rate to this country that includes it."""


def carriage(rates: Sequence[FreightRate], shipment: Shipment, wish: Wish) -> Carriage:
    """The cheapest rate that fits; the method or the speed that the buyer wished for comes first."""
    with_duty = [rate for rate in rates if rate.includes_duty and _serves(rate, shipment.country)]
    open_rates = with_duty if wish.duty_paid and with_duty else rates
    fitting = _winning(rate for rate in open_rates if _fits(rate, shipment))
    duty_not_included = wish.duty_paid and not with_duty and bool(fitting)
    replaced = None
    chosen: FreightRate | None = None
    if wish.method:
        asked = [rate for rate in fitting if _same(rate.method, wish.method)]
        chosen = _cheapest(asked or fitting, shipment.kg)
        if not asked:
            replaced = MethodReplaced(
                asked=wish.method,
                used=chosen.method if chosen else None,
                because_battery=_battery_stops(open_rates, shipment, wish.method),
            )
    elif wish.fastest and fitting:
        least = min(rate.days_max for rate in fitting)
        chosen = _cheapest([rate for rate in fitting if rate.days_max == least], shipment.kg)
    else:
        chosen = _cheapest(fitting, shipment.kg)
    return Carriage(_freight(chosen, shipment.kg) if chosen else None, replaced, duty_not_included)


def cost(rate: FreightRate, kg: Decimal) -> Decimal:
    """Freight of `kg` gross, to the cent."""
    return rounded(plus(rate.base, times(rate.per_kg, kg)))


def _serves(rate: FreightRate, country: str) -> bool:
    return _everywhere(rate) or country in rate.countries


def _everywhere(rate: FreightRate) -> bool:
    return "*" in rate.countries


def _fits(rate: FreightRate, shipment: Shipment) -> bool:
    return (
        _serves(rate, shipment.country)
        and rate.min_kg <= shipment.kg
        and (rate.max_kg is None or shipment.kg < rate.max_kg)
        and (rate.battery or not shipment.battery)
    )


def _winning(fitting: Iterable[FreightRate]) -> list[FreightRate]:
    """Within one method a row that names the country beats `*`.

    Only rows that fit compete: a named row for small parcels does not close the method to large ones.
    """
    rows = list(fitting)
    named = {rate.method.casefold() for rate in rows if not _everywhere(rate)}
    return [rate for rate in rows if not _everywhere(rate) or rate.method.casefold() not in named]


def _cheapest(rates: Sequence[FreightRate], kg: Decimal) -> FreightRate | None:
    return min(rates, key=lambda rate: (cost(rate, kg), rate.days_max, rate.days_min), default=None)


def _same(method: str, other: str) -> bool:
    return method.strip().casefold() == other.strip().casefold()


def _battery_stops(rates: Sequence[FreightRate], shipment: Shipment, method: str) -> bool:
    without = Shipment(shipment.country, shipment.kg, battery=False)
    return shipment.battery and any(_same(rate.method, method) and _fits(rate, without) for rate in rates)


def _freight(rate: FreightRate, kg: Decimal) -> Freight:
    return Freight(rate.method, cost(rate, kg), rate.days_min, rate.days_max)
