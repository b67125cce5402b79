"""What the chat's JSON looks like, both ways."""

from __future__ import annotations

import re
import uuid
from datetime import date, datetime
from functools import cache
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
)

from bot.web.as_sent import number_only


def _storable(text: str) -> str:
    if "\0" in text:
        raise ValueError("no text holds U+0000")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("half a character (a lone surrogate)") from error
    return text


def _known_country(code: str) -> str:
    if code.upper() not in _countries():
        raise ValueError("a country code of ISO 3166-1 alpha-2, such as MX")
    return code.upper()


@cache
def _countries() -> frozenset[str]:
    import pycountry

    return frozenset(country.alpha_2 for country in pycountry.countries)


def _language_tag(tag: str) -> str:
    if not _TAG.fullmatch(tag):
        raise ValueError("a language tag such as es or pt-BR")
    return tag


_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
Locale = Annotated[str, StringConstraints(max_length=35), AfterValidator(_language_tag)]
CountryCode = Annotated[str, StringConstraints(min_length=2, max_length=2), AfterValidator(_known_country)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), AfterValidator(_storable)]
Source = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), AfterValidator(_storable)]


class NewTalk(BaseModel):
    """Who begins a talk, as far as the page knows."""

    locale: Locale = Field(description="Language tag of the browser, such as es or pt-BR.")
    name: Name | None = None
    country: CountryCode | None = Field(default=None, description="ISO 3166-1 alpha-2.")
    source: Source | None = Field(default=None, description="Where the buyer comes from: a page, a listing.")


class Talk(BaseModel):
    session: uuid.UUID
    token: str = Field(description="Opens this talk and no other. It is told once.")


class NewMessage(BaseModel):
    """`id` is made by the sender: the same one again is stored once."""

    id: uuid.UUID
    text: Annotated[str, AfterValidator(_storable)] = Field(
        description="At most 20,000 characters; may be empty where files come with it."
    )


class Stored(BaseModel):
    seq: int = Field(description="Where the message stands in the talk.")
    id: uuid.UUID


class Seen(BaseModel):
    """Up to where the page has the shop's messages."""

    seq: Annotated[int, Field(ge=0, le=2**31 - 1), BeforeValidator(number_only)]
    visible: StrictBool = Field(
        default=True, description="False: they have arrived, but nobody looks at the page."
    )


class Choice(BaseModel):
    label: str
    text: str = Field(description="What to send when it is tapped.")


class SentFile(BaseModel):
    id: uuid.UUID
    name: str
    media_type: str
    size: int = Field(description="Bytes.")
    url: str


class QuotedLine(BaseModel):
    sku: str
    name: str | None
    unit: str | None
    customization: str | None
    quantity: int
    unit_price: str
    amount: str
    sample: bool
    alternative: bool = Field(description="One of several quantities to choose from.")


class QuotedFreight(BaseModel):
    method: str
    amount: str
    days_min: int
    days_max: int


class Quoted(BaseModel):
    """A quote as it was sent. Amounts are decimal strings in `currency`."""

    number: str
    revision: int
    currency: str
    incoterm: str
    lines: list[QuotedLine]
    freight: QuotedFreight | None
    total: str | None = Field(description="Null where alternatives are offered.")
    valid_until: date
    expired: bool
    lead_time_days: int | None
    ready_by: date | None
    deposit_percent: str | None = Field(description="Null without a deposit, and for samples alone.")
    deposit: str | None
    balance: str | None = Field(description="What is left of the total after the deposit, to the cent.")
    platform: str | None
    benefits: list[str] = Field(description="In the language of the talk where they can be said in it.")
    order_link: str | None = Field(description="Where to order on the platform.")
    pdf: str = Field(description="The quotation as a document.")
    check_code: str = Field(description="Shows the total on the page where quotations are checked.")
    check_link: str


class ChatMessage(BaseModel):
    model_config = ConfigDict(validate_by_name=True, serialize_by_alias=True)

    seq: int
    id: uuid.UUID
    sender: Literal["buyer", "seller"] = Field(validation_alias="sender", serialization_alias="from")
    text: str
    at: datetime
    automatic: Literal[True] | None = Field(default=None, description="Sent by a rule, not by a person.")
    quote: Quoted | None = None
    choices: list[Choice] | None = None
    files: list[SentFile] | None = None
