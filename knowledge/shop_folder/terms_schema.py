"""The tables of shop.toml as pydantic models. Each field's description is what an error says was expected."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from knowledge.shop_folder import codes

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Days as shop.toml writes them; their place is the weekday that Python counts."""


def _country(value: object) -> str:
    code = codes.country_code(value) if isinstance(value, str) else None
    if code is None:
        raise ValueError
    return code


def _currency(value: object) -> str:
    if not isinstance(value, str) or not codes.is_currency(value.strip().upper()):
        raise ValueError
    return value.strip().upper()


def _time_zone(value: str) -> str:
    if value not in codes.time_zones():
        raise ValueError
    return value


def _working_day(value: object) -> int:
    if not isinstance(value, str) or value.strip().casefold()[:3] not in WEEK:
        raise ValueError
    return WEEK.index(value.strip().casefold()[:3])


def _language(value: object) -> str:
    if not isinstance(value, str) or not codes.is_language(value.strip()):
        raise ValueError
    return value.strip().casefold()


def _incoterm(value: object) -> str:
    if not isinstance(value, str) or value.strip().upper() not in codes.INCOTERM_CODES:
        raise ValueError
    return value.strip().upper()


def _order_link(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError
    if "{" in value.replace("{quote_number}", "") or "}" in value.replace("{quote_number}", ""):
        raise ValueError
    return value


def _hours(value: tuple[time, time]) -> tuple[time, time]:
    if value[0] >= value[1]:
        raise ValueError
    return value


def _not_a_flag(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError
    return value


Text = Annotated[str, Field(min_length=1)]
CountryCode = Annotated[str, BeforeValidator(_country)]
CurrencyCode = Annotated[str, BeforeValidator(_currency)]
Incoterm = Annotated[str, BeforeValidator(_incoterm)]
Whole = Annotated[int, BeforeValidator(_not_a_flag)]
Percent = Annotated[Decimal, BeforeValidator(_not_a_flag), Field(ge=0, le=100)]


class Terms(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True)


class CompanyTable(Terms):
    name: Text = Field(description="the company's name")
    home_country: CountryCode = Field(description="an ISO 3166-1 alpha-2 country code such as CN")
    timezone: Annotated[str, AfterValidator(_time_zone)] = Field(
        description="an IANA time zone such as Asia/Shanghai"
    )
    currency: CurrencyCode = Field(description="an ISO 4217 currency code such as USD")
    working_days: frozenset[Annotated[int, BeforeValidator(_working_day)]] = Field(
        default=frozenset({0, 1, 2, 3, 4}),
        min_length=1,
        description='days such as "mon", "tue", "wed"',
    )
    working_hours: Annotated[tuple[time, time], AfterValidator(_hours)] = Field(
        default=(time(9), time(18)), description='a start and a later end such as ["09:00", "18:30"]'
    )
    languages: tuple[Annotated[str, BeforeValidator(_language)], ...] = Field(
        default=("en",), min_length=1, description="ISO 639-1 language codes such as zh"
    )


class QuoteTable(Terms):
    incoterms: tuple[Incoterm, ...] = Field(
        default=("EXW", "FOB"),
        min_length=1,
        description=f"Incoterms 2020, of {', '.join(sorted(codes.INCOTERM_CODES))}",
    )
    default_incoterm: Incoterm = Field(default="FOB", description="one of the Incoterms that the shop offers")
    loading_port: Text | None = Field(default=None, description="a port's name")
    validity_days: Annotated[Whole, Field(ge=1, le=366)] = Field(
        default=14, description="a whole number of days from 1 to 366"
    )
    deposit_percent: Percent | None = Field(default=None, description="a percentage from 0 to 100")
    unit_price_decimals: Annotated[Whole, Field(ge=2, le=4)] = Field(default=2, description="2, 3 or 4")


class DiscountTable(Terms):
    salesperson_percent: Percent = Field(default=Decimal(0), description="a percentage from 0 to 100")
    manager_percent: Percent = Field(default=Decimal(0), description="a percentage from 0 to 100")


class PaymentTable(Terms):
    platform: Text | None = Field(default=None, description="the name of the on-platform checkout")
    order_link: Annotated[str, AfterValidator(_order_link)] | None = Field(
        default=None,
        description="an http(s) link, with {quote_number} as its only placeholder",
    )
    methods: tuple[Text, ...] = Field(default=(), description="a list of payment methods")
    benefits: tuple[Text, ...] = Field(default=(), description="a list of texts")
    never: tuple[Text, ...] = Field(default=(), description="a list of payment methods")


class RestrictedTable(Terms):
    destinations: tuple[CountryCode, ...] = Field(
        default=(), description="ISO 3166-1 alpha-2 country codes such as KP"
    )


class ClosureTable(Terms):
    name: Text = Field(description="the closure's name")
    start: date = Field(description="the first day closed, as 2027-02-03")
    end: date = Field(description="the last day closed, as 2027-02-12")


class CampaignTable(Terms):
    name: Text = Field(description="the campaign's name")
    start: date = Field(description="the first day, as 2026-09-01")
    end: date = Field(description="the last day, as 2026-09-30")
    percent: Annotated[Decimal, BeforeValidator(_not_a_flag), Field(gt=0, lt=100)] = Field(
        description="a percentage above 0 and below 100"
    )
    min_quantity: Annotated[Whole, Field(ge=0)] = Field(default=0, description="a whole number of 0 or more")
    categories: tuple[Text, ...] = Field(default=(), description="a list of the catalogue's categories")
    skus: tuple[Text, ...] = Field(default=(), description="a list of SKUs")


TABLES: dict[str, type[Terms]] = {
    "company": CompanyTable,
    "quote": QuoteTable,
    "discount": DiscountTable,
    "payment": PaymentTable,
    "restricted": RestrictedTable,
    "closures": ClosureTable,
    "campaigns": CampaignTable,
}
KNOWN_TABLES = (*TABLES, "fx", "catalog")
