"""Sourcing requests as programs read and answer them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from bot.api.words import LARGEST_ID
from bot.case.sourcing_shown import ShownRequest
from bot.desk.sourcing.answering import Answer
from bot.domain.facts import CatalogItem, PriceTier
from bot.domain.sourcing import Cost
from storage.base import AnyRow

_LARGEST = Decimal(1_000_000_000)
Amount = Annotated[Decimal, Field(gt=0, lt=_LARGEST)]
Count = Annotated[int, Field(ge=1, le=1_000_000_000)]
Short = Annotated[str, Field(max_length=200)]
Version = Annotated[int, Field(ge=1, le=LARGEST_ID, description="The one that was read.")]
State = Literal["proposed", "open", "claimed", "asked", "answered", "declined", "withdrawn", "dismissed"]


class NeedField(BaseModel):
    """A field of a need and whose words it is from."""

    value: str
    source: Literal["buyer", "person"]
    by: str | None = Field(description="Who has corrected it.")


class Needed(BaseModel):
    """A request in a list."""

    id: int
    number: int
    version: int
    state: State
    product: str
    need: dict[str, NeedField]
    sent_at: AwareDatetime | None
    due_at: AwareDatetime | None
    claimed_by: str | None
    conversation: int | None = Field(description="Null for whoever sees no talks.")

    @classmethod
    def of(cls, row: AnyRow, *, sees_talks: bool) -> Needed:
        need = {name: NeedField.model_validate(told) for name, told in row.need.items()}
        return cls(
            id=row.id, number=row.number, version=row.version, state=row.state,
            product=need["product"].value if "product" in need else row.key, need=need,
            sent_at=row.sent_at, due_at=row.due_at, claimed_by=row.claimer,
            conversation=row.conversation_id if sees_talks else None,
        )  # fmt: skip


class Tier(BaseModel):
    from_quantity: Count
    unit_price: Amount


class SupplierCost(BaseModel):
    """Confidential: never shown to a buyer."""

    unit: Amount
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$", description="ISO 4217.")]
    supplier: Short | None = None


class Offer(BaseModel):
    sku: str
    name: str
    currency: str
    tiers: list[Tier]
    valid_until: date
    in_force: bool
    for_all: bool
    cost: SupplierCost | None = Field(description="Null for whoever may not see it.")


class Said(BaseModel):
    kind: str
    at: datetime
    by: str | None
    text: str | None


class SourcingRequest(BaseModel):
    """A request with everything that the person may see of it."""

    id: int
    number: int
    version: int
    state: State
    asked: str = Field(description="The buyer's words, without anything that tells who the buyer is.")
    need: dict[str, NeedField]
    note: str | None
    overdue: bool
    claimed_by: str | None
    offer: Offer | None
    history: list[Said]
    conversation: int | None


def request_of(shown: ShownRequest) -> SourcingRequest:
    row = shown.row
    offer = None
    if shown.offer is not None and shown.item is not None:
        cost = None
        if shown.cost is not None:
            cost = SupplierCost(
                unit=shown.cost.unit_cost, currency=shown.cost.cost_currency, supplier=shown.cost.supplier
            )
        tiers = [
            Tier(from_quantity=each.from_quantity, unit_price=each.unit_price) for each in shown.item.tiers
        ]
        offer = Offer(
            sku=shown.item.sku, name=shown.item.name, currency=shown.offer.currency, tiers=tiers,
            valid_until=shown.offer.valid_until, in_force=shown.in_force,
            for_all=shown.offer.for_all_at is not None, cost=cost,
        )  # fmt: skip
    return SourcingRequest(
        id=row.id, number=row.number, version=row.version, state=row.state, asked=row.asked,
        need={n: NeedField(value=told.value, source=told.source, by=told.by) for n, told in shown.fields},
        note=row.note, overdue=shown.overdue, claimed_by=shown.claimer, offer=offer,
        history=[Said(kind=each.kind, at=each.at, by=each.name, text=each.text) for each in shown.notes],
        conversation=row.conversation_id if shown.rights.sees_talks else None,
    )  # fmt: skip


class Sending(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"version": 1, "need": {"size": "19 cm"}, "note": "Soft bristles"}]},
    )

    version: Version
    need: dict[str, Annotated[str, Field(max_length=300)]] | None = Field(
        default=None, description="Fields to be corrected; an empty text takes one away."
    )
    note: Annotated[str, Field(max_length=1000)] | None = None


class Offering(BaseModel):
    """What was found. Prices are in the shop's currency."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "version": 3,
                    "name": "Bamboo toothbrush, soft",
                    "tiers": [{"from_quantity": 1000, "unit_price": "0.42"}],
                    "weight_kg": "0.02",
                    "lead_time_days": 12,
                    "valid_until": "2026-12-04",
                    "cost": {"unit": "0.27", "currency": "USD", "supplier": "Yiwu Brush Factory"},
                }
            ]
        },
    )

    version: Version
    name: Annotated[str, Field(min_length=1, max_length=200)] = Field(description="The buyer reads it.")
    tiers: Annotated[list[Tier], Field(max_length=20)] = Field(
        default=[], description="The first is the MOQ's; empty: made of `cost_tiers` and `margin_percent`."
    )
    weight_kg: Amount = Field(description="Gross, per unit.")
    lead_time_days: Annotated[int, Field(ge=0, le=730)] = Field(description="The shop's working days.")
    valid_until: date
    unit: Annotated[str, Field(min_length=1, max_length=20)] = "pcs"
    description: Annotated[str, Field(max_length=500)] = ""
    sample_price: Amount | None = None
    carton_qty: Count | None = None
    carton_cm: Annotated[str, Field(max_length=40)] | None = None
    certifications: Annotated[list[Short], Field(max_length=20)] = []
    battery: bool = False
    cost: SupplierCost | None = None
    cost_tiers: Annotated[list[Tier], Field(max_length=20)] = []
    margin_percent: Annotated[Decimal, Field(ge=0, le=95)] | None = Field(
        default=None, description="Of the sales price."
    )
    note: Annotated[str, Field(max_length=1000)] | None = None

    def answer(self) -> Answer:
        tiers = tuple(PriceTier(each.from_quantity, each.unit_price) for each in self.tiers)
        item = CatalogItem(
            sku="", name=self.name, category="", moq=tiers[0].from_quantity if tiers else 1, tiers=tiers,
            weight_kg=self.weight_kg, lead_time_days=self.lead_time_days, unit=self.unit,
            description=self.description, sample_price=self.sample_price, carton_qty=self.carton_qty,
            carton_cm=self.carton_cm, certifications=tuple(self.certifications), battery=self.battery,
        )  # fmt: skip
        cost = None
        if self.cost is not None:
            cost = Cost(self.cost.unit, self.cost.currency, self.cost.supplier)
        return Answer(
            item, self.valid_until, cost, self.margin_percent,
            tuple((each.from_quantity, each.unit_price) for each in self.cost_tiers), self.note,
        )  # fmt: skip


class Declining(BaseModel):
    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"version": 3, "reason": "minimum_too_high"}]}
    )

    version: Version
    reason: Literal[
        "not_made", "minimum_too_high", "price_out_of_reach", "not_allowed", "too_late", "other"
    ]  # fmt: skip
    note: Annotated[str, Field(max_length=1000)] | None = None


class Claimed(BaseModel):
    state: Literal["claimed"] = "claimed"


class Taken(BaseModel):
    """How the request stands now. `drafted`: a quote with the offer is on its way to be approved."""

    state: Literal["open", "answered", "declined"]
    drafted: bool | None = None
