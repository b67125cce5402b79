"""Triage: a talk in, what is understood of it out. The steps inside, in their order, are
`TriageReader.read`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Protocol

from bot.domain.certificates import certificates_asked
from bot.domain.facts import Shop
from bot.domain.fold import fold
from bot.domain.inquiry import DELIVERED, Details, Inquiry, Message, TargetPrice, Understanding
from bot.domain.ports import Places, TradeWords
from bot.domain.products import ProductFinder
from bot.steps.triage.asides import asks_sample, speaks_of_sockets
from bot.steps.triage.buyer import telling
from bot.steps.triage.deadline import read_deadline
from bot.steps.triage.delivery import (
    read_currency,
    read_incoterm,
    read_method,
    read_order_number,
    wants_fastest,
)
from bot.steps.triage.grading import grade
from bot.steps.triage.injections import without_injections
from bot.steps.triage.language import detect_language
from bot.steps.triage.options import OptionReader
from bot.steps.triage.paying import read_payment_reason, says_account_changed
from bot.steps.triage.percentages import names_discount
from bot.steps.triage.prices import NamedPrice, read_percent, read_prices
from bot.steps.triage.quantities import read_quantities
from bot.steps.triage.questions import read_questions
from bot.steps.triage.signals import Signals
from bot.steps.triage.wanted import Wanted, WantedReader
from bot.steps.triage.whereabouts import Whereabouts, read_whereabouts

_BEGINNING, _END, _NEWEST = 9_000, 3_000, 60
"""Characters of a message, and messages of a talk, that are read."""
_PERCENT_OFF = re.compile(
    r"(?:[%٪]|percent|per cent|prozent|процент\w*|por ?ciento|por ?cento|pour ?cent|per ?cento|persen)\s?"
    r"(?:off|less|lower|cheaper|below|under|reduction|menos|mas barato|abajo|de moins|moins cher|weniger|"
    r"billiger|nachlass|rabatt|in meno|дешевле|ниже|меньше|скидк\w*|indirim\w*|daha ucuz|taniej|mniej|rabatu|"
    r"lebih murah|diskon|re hon|giam|कम|छूट|优惠|折扣|引き|安く|割引)"
)
"""On folded text."""


class Reading(Protocol):
    """The classifier of intents and risks."""

    def intents(self, inquiry: Inquiry, language: str, signals: Signals) -> tuple[str, ...]: ...
    def risks(self, inquiry: Inquiry, language: str) -> tuple[str, ...]: ...
    def asks_confidential(self, inquiry: Inquiry, language: str) -> bool: ...


class TriageReader:
    """Reads inquiries to one shop. Built once a shop version; holds no state of any talk."""

    def __init__(
        self, shop: Shop, finder: ProductFinder, words: TradeWords, places: Places, reading: Reading
    ) -> None:
        self._shop = shop
        self._finder = finder
        self._words = words
        self._places = places
        self._reading = reading
        self._wanted = WantedReader(shop, finder, OptionReader(shop, words))
        self._skus = frozenset(fold(i.sku).text for i in shop.items)
        self._certificates = frozenset(c for i in shop.items for c in i.certifications)

    def read(self, inquiry: Inquiry, today: date) -> Understanding:
        """`today` is the date where the shop is."""
        inquiry = _bounded(inquiry)
        language = detect_language(inquiry.messages)
        told_risks = self._reading.risks(inquiry, language)
        confidential = self._reading.asks_confidential(inquiry, language)
        if "prompt_injection" in told_risks:
            inquiry = without_injections(
                inquiry, lambda part: "prompt_injection" in self._reading.risks(part, language)
            )
        features = [
            [f for f in self._finder.features(m.text, language) if self._finder.knows(f)]
            for m in inquiry.messages
        ]
        said = [m.text for m in inquiry.messages if m.sender == "buyer"]
        incoterm = read_incoterm(said)
        where = read_whereabouts(
            inquiry, language, self._shop.company.home_country, incoterm, self._places, features
        )
        wanted = self._wanted.read(inquiry, language, self._plugs(said, language, where))
        details = self._details(inquiry, language, wanted, incoterm, where, today)
        signals = self._signals(inquiry, wanted, details, where)
        intents = self._reading.intents(inquiry, language, signals)
        risks = self._risks(told_risks, where)
        negotiates = "negotiation" in intents
        latest = [message.text for message in inquiry.latest()]
        avoids = "off_platform_payment" in risks
        details = replace(
            details,
            confidential=confidential,
            payment_reason=read_payment_reason(latest, language) if avoids else None,
            account_changed=says_account_changed(latest, language),
            target_price=details.target_price if negotiates else None,
            discount_percent=details.discount_percent if negotiates else None,
        )
        items = wanted.items if intents[0] != "spam" else ()
        questions, questions_en = read_questions(inquiry.latest(), language, self._words)
        return Understanding(
            language=language,
            country=where.country,
            intents=intents,
            risks=risks,
            items=items,
            details=details,
            missing=self._missing(intents, wanted),
            grade=grade(intents, risks, items, details, where.country, inquiry.buyer),
            questions=questions,
            questions_en=questions_en,
        )

    # ------------------------------------------------------------------ parts
    def _plugs(self, said: list[str], language: str, where: Whereabouts) -> tuple[str, ...]:
        """Plug versions that fit where the buyer is, where the talk is of sockets or pins."""
        speaking = [text for text in said if speaks_of_sockets(text)]
        if not speaking:
            return ()
        beside = [m.country for text in speaking for m in self._places.find_places(text, language)]
        stated = where.country.code if where.country.basis != "language" else None
        home = self._shop.company.home_country
        countries = [c for c in (*beside, where.destination, stated) if c and c != home]
        return tuple(self._places.plugs_of(countries[0])) if countries else ()

    def _details(
        self,
        inquiry: Inquiry,
        language: str,
        wanted: Wanted,
        incoterm: str | None,
        where: Whereabouts,
        today: date,
    ) -> Details:
        latest = [m.text for m in inquiry.latest()]
        said = [m.text for m in inquiry.messages if m.sender == "buyer"]
        joined = "\n".join(latest)
        prices = self._prices(inquiry.latest(), language)
        certificates = certificates_asked(joined, fold(joined).text, self._certificates)
        return Details(
            incoterm=incoterm,
            destination=where.destination,
            target_price=self._target(prices, wanted),
            discount_percent=self._discount(latest, language),
            currency=read_currency(joined),
            deadline=read_deadline(joined, language, where.country.code, today),
            customization=wanted.options,
            method=read_method(said, self._shop.rates),
            fastest=any(wants_fastest(text) for text in said),
            order_number=read_order_number(said, self._skus),
            certificates=certificates,
            place=where.place,
        )

    def _prices(self, messages: tuple[Message, ...], language: str) -> tuple[NamedPrice, ...]:
        found: list[NamedPrice] = []
        for message in messages:
            features = telling(self._finder, self._finder.features(message.text, language))
            units = tuple(sorted({i.unit for i in self._shop.items}))
            counts = read_quantities(message.text, language, features, units, self._finder.is_figure)
            strong = [c.numeral for c in counts if c.strong]
            named = read_prices(message.text, features, strong)
            # "AMS1117 3.3" is a model, not an offer.
            behind = {f.end + 1 for f in features if f.kind in ("code", "product", "attribute")}
            found += [price for price in named if price.currency or price.start not in behind]
        return tuple(found)

    def _discount(self, latest: list[str], language: str) -> Decimal | None:
        """A percentage beside a word for discount; "30 % deposit" is none."""
        for text in latest:
            spoken = any("discount" in found.english for found in self._words.find(text, language))
            if spoken or _PERCENT_OFF.search(fold(text).text) or names_discount(text):
                return read_percent(text)
        return None

    def _target(self, prices: tuple[NamedPrice, ...], wanted: Wanted) -> TargetPrice | None:
        """The lowest price that can be one of a unit: up to twice the dearest tier of what is wanted."""
        if not prices:
            return None
        tiers = [
            tier.unit_price
            for asked in wanted.items
            for sku in ((asked.sku,) if asked.sku else asked.alternatives)
            for tier in self._shop.item(sku).tiers
        ]
        ceiling = max(tiers) * 2 if tiers else Decimal("Infinity")
        rates = dict(self._shop.fx.rates) if self._shop.fx else {}
        own = self._shop.company.currency
        fitting = [p for p in prices if p.amount / rates.get(p.currency or own, Decimal(1)) <= ceiling]
        if not fitting:
            return None
        lowest = min(fitting, key=lambda p: p.amount)
        return TargetPrice(lowest.amount, lowest.currency)

    def _signals(
        self,
        inquiry: Inquiry,
        wanted: Wanted,
        details: Details,
        where: Whereabouts,
    ) -> Signals:
        latest = [m.text for m in inquiry.latest()]
        now = read_incoterm(latest)
        return Signals(
            quantity_given=wanted.quantity_now,
            item_named=wanted.named_now,
            sku_named=any(i.sku for i in wanted.items),
            incoterm_named=now is not None,
            delivered_incoterm=now in DELIVERED,
            destination_named=where.destination is not None
            and any((where.place or "\0") in t for t in latest),
            method_named=read_method(latest, self._shop.rates) is not None,
            target_price_given=details.target_price is not None,
            discount_percent_given=details.discount_percent is not None,
            order_number_given=read_order_number(latest, self._skus) is not None,
            option_named=wanted.wish_now,
            certificate_named=bool(details.certificates),
            deadline_given=details.deadline is not None,
            sample_named=any(asks_sample(text) for text in latest),
            bulk_beside_sample=wanted.quantity_now
            and {True, False} <= {i.sample for i in wanted.items if i.quantity is not None},
        )

    def _risks(self, read: tuple[str, ...], where: Whereabouts) -> tuple[str, ...]:
        risks = list(read)
        told = {
            where.destination,
            where.country.code if where.country.basis != "language" else None,
            *where.named,
        }
        if told & set(self._shop.restricted):
            risks.append("restricted_destination")
        return tuple(dict.fromkeys(risks))

    @staticmethod
    def _missing(intents: tuple[str, ...], wanted: Wanted) -> tuple[str, ...]:
        """What triage alone can tell; the quote engine and the plan add theirs."""
        missing: list[str] = []
        if "sample" in intents and not any(i.sku for i in wanted.items):
            missing.append("product")
        if intents[:1] == ("shipping",) and not wanted.items:
            missing += ["product", "quantity"]  # what a delivery costs depends on what is delivered
        if "customization" in intents and wanted.options_unclear:
            missing.append("customization")
        return tuple(missing)


def _bounded(inquiry: Inquiry) -> Inquiry:
    """The talk as far as it is read: the newest messages, of each the beginning and the end. No inquiry is
    longer than that, and a pasted book must not hold up the line."""
    messages = tuple(
        message
        if len(message.text) <= _BEGINNING + _END
        else replace(message, text=f"{message.text[:_BEGINNING]}\n{message.text[-_END:]}")
        for message in inquiry.messages[-_NEWEST:]
    )
    return replace(inquiry, messages=messages)
