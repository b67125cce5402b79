"""From an inquiry to a guarded draft: the stages in their order, and nothing sent.

Every stage takes values and gives a value; this file alone knows which follows which.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from bot.domain.answers import OwnAnswers
from bot.domain.calendar import shop_date
from bot.domain.facts import CatalogItem, Shop
from bot.domain.granted import grant
from bot.domain.inquiry import Evidence, Inquiry, Needs, Understanding
from bot.domain.plan import Draft, Finding, ReplyPlan
from bot.domain.quote import QuoteOutcome
from bot.domain.reading import Reading
from bot.steps.guard import check
from bot.steps.plan import (
    Festival,
    PlanContext,
    clauses_for_policies,
    make_plan,
    missing_details,
    only_asking,
    told_by_the_team,
)
from bot.steps.quote import needs, work_out
from bot.steps.triage.reader import TriageReader
from bot.steps.write import write

if TYPE_CHECKING:
    from bot.modelled import ByModel, Examples

_PASSAGES = 6


class CountryFacts(Protocol):
    """What the plan and the quote ask about the buyer's country."""

    def formal(self, code: str | None, language: str) -> bool: ...
    def festival(self, code: str, day: date, language: str) -> Festival | None: ...
    def currency(self, code: str) -> str | None: ...


class Policies(Protocol):
    """Search over the shop's policy passages."""

    def best(self, question: str, language: str) -> Sequence[Evidence]: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything about one inquiry. `timing_ms` holds one figure a stage, and `total`."""

    inquiry: Inquiry
    understanding: Understanding
    evidence: tuple[Evidence, ...]
    outcome: QuoteOutcome
    plan: ReplyPlan
    draft: Draft
    findings: tuple[Finding, ...]
    needs: Needs
    missing: tuple[str, ...]
    timing_ms: Mapping[str, float] = field(default_factory=dict)
    reading: Reading | None = None
    """Who said what, where a model was asked to read too."""
    sourced: tuple[CatalogItem, ...] = ()
    """Goods of the quote that stand in no catalogue: purchasers have found them."""


class Sourced(Protocol):
    """Goods that purchasers have found, which may be quoted to this buyer besides the catalogue."""

    @property
    def items(self) -> tuple[CatalogItem, ...]: ...
    def settle(self, understanding: Understanding) -> Understanding: ...
    def sources(self, skus: frozenset[str]) -> tuple[Evidence, ...]: ...


@dataclass(frozen=True, slots=True)
class Rework:
    """What a person has made of an inquiry: read instead of triage, and granted on top of the price list."""

    understanding: Understanding
    granted: tuple[tuple[str, Decimal], ...] = ()
    """(SKU, percent off what the buyer would pay anyway)"""
    ask: tuple[str, ...] | None = None
    """Only ask for these details, and offer nothing."""


@dataclass(slots=True)
class _Work:
    """One inquiry on its way; each stage fills in its own."""

    inquiry: Inquiry
    day: date
    shop: Shop
    rework: Rework | None = None
    sourced: Sourced | None = None
    understanding: Understanding = field(init=False)
    evidence: tuple[Evidence, ...] = ()
    outcome: QuoteOutcome = field(init=False)
    plan: ReplyPlan = field(init=False)
    draft: Draft = field(init=False)
    findings: tuple[Finding, ...] = ()
    model: ByModel | None = None
    """Who words it besides the templates; None where nobody does, or is to be asked any more."""
    examples: Examples | None = None
    reading: Reading | None = None
    notes: tuple[Finding, ...] = ()
    """What happened with the model."""


class Assistant:
    """Answers inquiries to one version of one shop. Stateless between inquiries."""

    def __init__(
        self,
        shop: Shop,
        triage: TriageReader,
        policies: Policies,
        countries: CountryFacts,
        model: ByModel | None = None,
        answers: OwnAnswers | None = None,
    ) -> None:
        self._shop = shop
        self._triage = triage
        self._policies = policies
        self._countries = countries
        self._answers = answers
        self.by_model = model
        """For what a model does besides answering; None without one."""
        self.model_name = None if model is None else model.model.name
        """Who words drafts besides the templates."""
        self.stages: tuple[tuple[str, Callable[[_Work], None]], ...] = (
            ("triage", self._read),
            *((("extract", self._extract),) if model is not None else ()),
            ("retrieve", self._retrieve),
            ("quote", self._quote),
            ("plan", self._plan),
            ("write", self._write),
            ("guard", self._guard),
        )

    def knowing(self, answers: OwnAnswers | None) -> Assistant:
        """The same assistant, with these answers of the team's own instead of those that it had."""
        return Assistant(self._shop, self._triage, self._policies, self._countries, self.by_model, answers)

    def answer(
        self,
        inquiry: Inquiry,
        rework: Rework | None = None,
        *,
        examples: Examples | None = None,
        by_rules: bool = False,
        sourced: Sourced | None = None,
    ) -> Answer:
        """The draft for `inquiry` with all that it rests on; without a model the same for the same inquiry.

        With `rework` a person's reading of the inquiry goes through the same engine, plan, writer and guard.
        A model is not asked then, nor with `by_rules`. `examples` looks up earlier replies for it. What is
        `sourced` is quoted where the catalogue has nothing.
        """
        work = _Work(inquiry, shop_date(inquiry.at, self._shop.company), self._shop, rework, sourced)
        if sourced is not None and sourced.items:
            work.shop = replace(self._shop, items=(*self._shop.items, *sourced.items))
        if rework is None and not by_rules:
            work.model, work.examples = self.by_model, examples
        timing: dict[str, float] = {}
        started = perf_counter()
        for name, stage in self.stages:
            began = perf_counter()
            stage(work)
            timing[name] = (perf_counter() - began) * 1000
        timing["total"] = (perf_counter() - started) * 1000
        return Answer(
            inquiry=inquiry,
            understanding=work.understanding,
            evidence=(*work.evidence, *_sources(work)),
            outcome=work.outcome,
            plan=work.plan,
            draft=work.draft,
            findings=(
                *work.findings,
                *(Finding(rule, "warn", "") for rule in work.outcome.findings),
                *dict.fromkeys(work.notes),
            ),
            needs=needs(work.understanding, work.outcome),
            missing=work.understanding.missing,
            timing_ms=timing,
            reading=work.reading,
            sourced=_quoted(work),
        )

    # ------------------------------------------------------------------ stages
    def _read(self, work: _Work) -> None:
        if work.rework is not None:
            work.understanding = work.rework.understanding
        else:
            work.understanding = self._triage.read(work.inquiry, work.day)

    def _extract(self, work: _Work) -> None:
        if work.model is None:
            return
        both = work.model.read(work.inquiry, work.understanding, work.day)
        work.understanding, work.reading, work.notes = both.understanding, both.reading, both.notes
        if both.down:
            work.model = None

    def _retrieve(self, work: _Work) -> None:
        if work.sourced is not None:
            work.understanding = work.sourced.settle(work.understanding)
        language = work.understanding.language
        told, answered = told_by_the_team(self._answers, work.understanding)
        found = [
            evidence
            for question in clauses_for_policies(work.understanding)
            if question not in answered
            for evidence in self._policies.best(question, language)
        ]
        work.evidence = (*told, *sorted(found, key=lambda each: -each.score)[:_PASSAGES])

    def _quote(self, work: _Work) -> None:
        country = work.understanding.country
        known = country.code if country.basis in ("stated", "profile", "phone") else None
        local = self._countries.currency(known) if known else None
        work.outcome = work_out(work.shop, work.understanding, work.day, local)
        if work.rework is not None and work.rework.granted and work.outcome.quote is not None:
            granted = grant(
                work.outcome.quote, dict(work.rework.granted), work.shop.quote.unit_price_decimals
            )
            work.outcome = replace(work.outcome, quote=granted, discount=None)
        if work.rework is not None and work.rework.ask is not None:
            # Who only asks offers and grants nothing yet.
            work.outcome = replace(work.outcome, quote=None, discount=None)
        missing = missing_details(work.understanding, work.outcome, work.inquiry)
        work.understanding = replace(work.understanding, missing=missing)

    def _plan(self, work: _Work) -> None:
        country, language = work.understanding.country, work.understanding.language
        context = PlanContext(
            formal=self._countries.formal(country.code, language),
            festival=self._countries.festival(country.code, work.day, language)
            if country.code and country.basis != "language"
            else None,
        )
        work.plan = make_plan(
            work.shop, work.inquiry, work.understanding, work.outcome, work.evidence, context, work.day
        )
        if work.rework is not None and work.rework.ask is not None:
            work.plan = only_asking(work.shop, work.plan, work.understanding, work.rework.ask)

    def _write(self, work: _Work) -> None:
        work.draft = write(work.plan)
        if work.model is not None:
            work.draft, notes = work.model.write(
                work.plan, work.draft, work.inquiry, work.understanding, work.examples
            )
            work.notes += notes

    def _guard(self, work: _Work) -> None:
        if work.understanding.intents[:1] == ("spam",) and not work.draft.text:
            return  # spam is not answered: nothing to check
        work.findings = check(work.draft.text, work.plan, expected_language=work.plan.language)


def _quoted(work: _Work) -> tuple[CatalogItem, ...]:
    quote = work.outcome.quote
    if work.sourced is None or quote is None:
        return ()
    skus = {line.sku for line in quote.lines}
    return tuple(item for item in work.sourced.items if item.sku in skus)


def _sources(work: _Work) -> tuple[Evidence, ...]:
    """Where sourced goods of the quote come from: for people, after the reply was planned."""
    found = frozenset(item.sku for item in _quoted(work))
    return work.sourced.sources(found) if work.sourced is not None and found else ()
