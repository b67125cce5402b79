"""shop.toml -> who sells, on what terms.

A wrong key is reported and the safe default of facts.py stands in for it; a wrong closure, campaign, rate or
list entry is left out alone; a wrong company (name, country, time zone, currency) stops the whole folder.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.domain import facts
from knowledge.shop_folder import codes
from knowledge.shop_folder.reading import Complaints
from knowledge.shop_folder.table import UnreadableFile
from knowledge.shop_folder.terms_schema import (
    KNOWN_TABLES,
    CampaignTable,
    ClosureTable,
    CompanyTable,
    DiscountTable,
    PaymentTable,
    QuoteTable,
    RestrictedTable,
    Terms,
)
from knowledge.shop_folder.text_file import decoded
from knowledge.shop_folder.toml_lines import line_of

FILE = "shop.toml"
T = TypeVar("T", bound=Terms)


@dataclass(frozen=True, slots=True)
class ShopTerms:
    company: facts.Company
    quote: facts.QuoteTerms
    discount: facts.DiscountAuthority
    payment: facts.PaymentTerms
    restricted: tuple[str, ...]
    fx: facts.FxRates | None
    closures: tuple[facts.Closure, ...]
    campaigns: tuple[facts.Campaign, ...]
    columns: Mapping[str, str]
    """`[catalog.columns]`: heading -> field."""


def read_terms(data: bytes, complaints: Complaints) -> ShopTerms:
    """Raises UnreadableFile where there is no usable [company]; the details stand in `complaints`."""
    text, document = _parsed(data)
    return _Reader(text, document, complaints).terms()


def _parsed(data: bytes) -> tuple[str, dict[str, object]]:
    text = decoded(data, FILE)[0].replace("\r\n", "\n")
    try:
        return text, tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+)", str(error))
        lines = text.splitlines()
        shown = f": {lines[int(where[1]) - 1].strip()!r}" if where and int(where[1]) <= len(lines) else ""
        raise UnreadableFile(
            f"{FILE} is no valid TOML ({error}){shown}. Put texts into quotation marks, write each key once"
        ) from error


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    document: dict[str, object]
    complaints: Complaints

    def terms(self) -> ShopTerms:
        self._warn_of_unknown(self.document, KNOWN_TABLES, None, "table")
        if "company" not in self.document:
            raise UnreadableFile(
                f"{FILE} has no [company]: add one with name, home_country, timezone and currency"
            )
        company = self._one("company", CompanyTable)
        if company is None:
            problems = "; ".join(str(error) for error in self.complaints.errors if error.file == FILE)
            raise UnreadableFile(f"{FILE}: [company] cannot be used, so nothing can be loaded. {problems}")
        quote = self._one("quote", QuoteTable) or QuoteTable()
        discount = self._one("discount", DiscountTable) or DiscountTable()
        payment = self._one("payment", PaymentTable) or PaymentTable()
        restricted = self._one("restricted", RestrictedTable) or RestrictedTable()
        if discount.manager_percent < discount.salesperson_percent:
            self._warn(
                "discount", "manager_percent",
                f"a manager may grant {discount.manager_percent} %, less than a salesperson"
                f" ({discount.salesperson_percent} %)",
            )  # fmt: skip
        return ShopTerms(
            company=facts.Company(**_values(company)),
            quote=self._quote_terms(quote),
            discount=facts.DiscountAuthority(**_values(discount)),
            payment=facts.PaymentTerms(**_values(payment)),
            restricted=tuple(dict.fromkeys(restricted.destinations)),
            fx=self._fx(company.currency),
            closures=tuple(
                facts.Closure(**_values(entry)) for _, entry in self._entries("closures", ClosureTable)
            ),
            campaigns=tuple(
                facts.Campaign(**_values(entry)) for _, entry in self._entries("campaigns", CampaignTable)
            ),
            columns=self._columns(),
        )

    def _one(self, name: str, model: type[T]) -> T | None:
        raw = self.document.get(name, {})
        if not isinstance(raw, dict):
            self.complaints.refuse(FILE, self._top_line(name), name, _shown(raw), f"a table [{name}]")
            return None
        return self._validated(name, raw, model, None)

    def _entries(self, name: str, model: type[T]) -> list[tuple[int, T]]:
        raw = self.document.get(name, [])
        entries = [raw] if isinstance(raw, dict) else raw
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            self.complaints.refuse(FILE, self._top_line(name), name, _shown(raw), f"tables [[{name}]]")
            return []
        read = []
        for index, entry in enumerate(entries):
            at = index if isinstance(raw, list) else None
            value = self._validated(name, entry, model, at)
            if value is None:
                continue
            start, end = getattr(value, "start", None), getattr(value, "end", None)
            if isinstance(start, date) and isinstance(end, date) and end < start:
                self._refuse(name, "end", entry.get("end"), f"a day not before the start ({start})", at)
                continue
            read.append((index, value))
        return read

    def _validated(self, name: str, raw: dict[str, object], model: type[T], index: int | None) -> T | None:
        """`raw` as `model`. Refused keys are reported, and left to their defaults where they have any."""
        self._warn_of_unknown(raw, tuple(model.model_fields), name, "key", index)
        values = dict(raw)
        whole = index is not None or name in ("closures", "campaigns")
        for _ in range(len(values) + len(model.model_fields) + 1):
            try:
                return model(**values)
            except ValidationError as error:
                if self._drop_refused(name, values, model, index, error, whole):
                    return None
        return None

    def _drop_refused(
        self,
        name: str,
        values: dict[str, object],
        model: type[T],
        index: int | None,
        error: ValidationError,
        whole: bool,
    ) -> bool:
        """Reports what was refused, takes it out of `values`; True where the table cannot do without it."""
        hopeless = whole
        seen: set[tuple[object, ...]] = set()
        for problem in reversed(error.errors(include_url=False, include_context=False)):
            key = str(problem["loc"][0])
            place = tuple(part for part in problem["loc"][:2] if part == key or isinstance(part, int))
            if place in seen:
                continue
            seen.add(place)
            field = model.model_fields[key]
            expected = field.description or problem["msg"]
            raw = values.get(key)
            if (
                len(place) == 2
                and isinstance(place[1], int)
                and isinstance(raw, list)
                and key != "working_hours"
            ):
                self._refuse(name, key, raw[place[1]], expected, index)
                values[key] = [entry for n, entry in enumerate(raw) if n != place[1]]
                if not values[key]:
                    del values[key]
                continue
            if problem["type"] == "missing":
                self.complaints.refuse(
                    FILE, line_of(self.text, name, None, index), f"{name}.{key}", None, expected
                )
            else:
                default = (
                    "" if field.is_required() or whole else f"; until then {_shown(field.default)} holds"
                )
                self._refuse(name, key, raw, expected + default, index)
                values.pop(key, None)
            hopeless = hopeless or field.is_required()
        return hopeless

    def _quote_terms(self, quote: QuoteTable) -> facts.QuoteTerms:
        values = _values(quote)
        values["incoterms"] = tuple(dict.fromkeys(quote.incoterms))
        if quote.default_incoterm not in quote.incoterms:
            stand_in = "FOB" if "FOB" in quote.incoterms else quote.incoterms[0]
            if "default_incoterm" in quote.model_fields_set:
                self._refuse(
                    "quote", "default_incoterm", quote.default_incoterm,
                    f"one of the incoterms ({', '.join(quote.incoterms)}); until then {stand_in} holds",
                )  # fmt: skip
            values["default_incoterm"] = stand_in
        return facts.QuoteTerms(**values)

    def _fx(self, home: str) -> facts.FxRates | None:
        raw = self.document.get("fx")
        if raw is None:
            return None
        if not isinstance(raw, dict):
            self.complaints.refuse(FILE, self._top_line("fx"), "fx", _shown(raw), "a table [fx]")
            return None
        as_of = raw.get("as_of")
        if isinstance(as_of, datetime):
            as_of = as_of.date()
        if isinstance(as_of, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", as_of):
            try:
                as_of = date.fromisoformat(as_of)
            except ValueError:
                as_of = None
        if not isinstance(as_of, date):
            self._refuse(
                "fx", "as_of", raw.get("as_of"), "the date of the rates, as 2026-11-20; no rate is used"
            )
            return None
        rates = []
        for code, rate in raw.items():
            if code == "as_of":
                continue
            if not codes.is_currency(code.upper()):
                self._refuse("fx", code, rate, "an ISO 4217 currency code such as EUR as the key")
            elif (
                isinstance(rate, bool)
                or not isinstance(rate, (int, Decimal))
                or not 0 < rate < Decimal("1e9")
            ):
                self._refuse(
                    "fx", code, rate, f"what 1 {home} is worth in {code.upper()}, a number above zero"
                )
            elif code.upper() != home:
                rates.append((code.upper(), Decimal(rate)))
        return facts.FxRates(as_of, tuple(rates)) if rates else None

    def _columns(self) -> Mapping[str, str]:
        catalog = self.document.get("catalog", {})
        columns = catalog.get("columns", {}) if isinstance(catalog, dict) else None
        if not isinstance(columns, dict):
            self._refuse(
                "catalog", "columns", columns, 'a table [catalog.columns] with lines as "Model No." = "sku"'
            )
            return {}
        return {heading: field for heading, field in columns.items() if isinstance(field, str)}

    def _warn_of_unknown(
        self,
        raw: Mapping[str, object],
        known: tuple[str, ...],
        table: str | None,
        what: str,
        index: int | None = None,
    ) -> None:
        from rapidfuzz import fuzz, process

        for key in raw:
            if key in known:
                continue
            near = process.extractOne(key.casefold(), known, scorer=fuzz.ratio, score_cutoff=60)
            hint = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
            line = line_of(self.text, table, key, index) if table else self._top_line(key)
            place = f" in [{table}]" if table else ""
            self.complaints.warn(FILE, line, f"unknown {what} {key!r}{place} is not used{hint}")

    def _refuse(self, table: str, key: str, value: object, expected: str, index: int | None = None) -> None:
        line = line_of(self.text, table, key, index)
        self.complaints.refuse(FILE, line, f"{table}.{key}", _shown(value), expected)

    def _warn(self, table: str, key: str, text: str) -> None:
        self.complaints.warn(FILE, line_of(self.text, table, key), text)

    def _top_line(self, key: str) -> int | None:
        return line_of(self.text, key) or line_of(self.text, "", key) or line_of(self.text, key, None, 0)


def _values(model: BaseModel) -> dict[str, Any]:
    return {name: getattr(model, name) for name in type(model).model_fields}


def _shown(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, (list, tuple, frozenset)):
        return ", ".join(str(entry) for entry in value)
    return str(value)
