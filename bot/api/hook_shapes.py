"""What a platform's call says of an order, and what it is answered."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from bot.domain.order_reports import Report
from bot.domain.orders import NOTHING_PAID, Paid

_LARGEST = Decimal(1_000_000_000_000)
Amount = Annotated[Decimal, Field(ge=0, lt=_LARGEST, max_digits=20)]
Told = Literal["accepted", "link_sent", "paid_on_platform", "shipped", "delivered", "reviewed", "lost"]
Short = Annotated[str, Field(min_length=1, max_length=80)]


class Received(BaseModel):
    """Amounts that the platform has received so far; `total` alone where it does not know the parts."""

    model_config = ConfigDict(extra="forbid")

    deposit: Amount | None = None
    balance: Amount | None = None
    total: Amount | None = None
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$", description="ISO 4217.")]


class OrderNews(BaseModel):
    """One thing that happened to an order."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "id": "evt-7f3a",
                    "state": "paid_on_platform",
                    "at": "2026-11-22T14:30:00+08:00",
                    "quote_number": "Q-2026-0001",
                    "platform_number": "201088665501",
                    "received": {"deposit": "450.00", "currency": "USD"},
                }
            ]
        },
    )

    id: Annotated[str, Field(min_length=1, max_length=200)] = Field(
        description="The event's own id: the same one again is known, and does nothing."
    )
    state: Told = Field(description="How far the order is. `lost`: cancelled, or the money was given back.")
    at: AwareDatetime = Field(description="When it happened.")
    quote_number: Short | None = Field(
        default=None, description="Ours, as Q-2026-0001; or a text that holds it."
    )
    platform_number: Short | None = Field(
        default=None, description="The platform's. Known from then on: later calls may leave the quote's out."
    )
    tracking: Short | None = None
    carrier: Short | None = None
    received: Received | None = None

    @model_validator(mode="after")
    def _names_an_order(self) -> OrderNews:
        if self.quote_number is None and self.platform_number is None:
            raise ValueError("name the order: quote_number or platform_number")
        return self

    def report(self) -> Report:
        held = self.received
        paid = (
            Paid(held.deposit, held.balance, held.total, held.currency) if held is not None else NOTHING_PAID
        )
        return Report(
            state=self.state, times={self.state: self.at}, platform_number=self.platform_number,
            tracking=self.tracking, carrier=self.carrier, paid=paid,
        )  # fmt: skip


class Standing(BaseModel):
    """How the order stands now."""

    quote_number: str
    state: str
    platform_number: str | None


class Took(BaseModel):
    """What the call has done. `noted`: dates, numbers or amounts were new; `unchanged`: all of it was known;
    `already_known`: this event had been taken before."""

    outcome: Literal["moved", "noted", "unchanged", "already_known"]
    order: Standing | None = None


def body_schema() -> dict[str, Any]:
    """The request's body as OpenAPI describes it: it is read by hand, for its bytes are signed."""
    reference = {"$ref": "#/components/schemas/OrderNews"}
    return {"required": True, "content": {"application/json": {"schema": reference}}}


def shapes() -> dict[str, Any]:
    """The shapes that `body_schema` refers to, by name: no route declares them."""
    whole = OrderNews.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**whole.pop("$defs", {}), "OrderNews": whole}
