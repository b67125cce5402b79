"""Reading and wording by a model, each with the way that needs none: what the rules and templates give.

Whatever a model does, a draft comes; a finding of severity "warn" tells the team what happened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.asking import LanguageModel, ModelTrouble, Told
from bot.domain.facts import Shop
from bot.domain.inquiry import Inquiry, Understanding
from bot.domain.plan import Draft, Finding, ReplyPlan
from bot.domain.reading import Reading
from bot.modelled.asking import ask_mending, ask_reading, ask_wording
from bot.steps.extract import merged, told_reading, worth_asking
from bot.steps.guard import check
from bot.steps.triage.grading import grade
from bot.steps.write.points import Brief, brief
from bot.steps.write.worded import Wording, parts_of, worded

FindGoods = Callable[[str, str], Sequence[tuple[str, str]]]
"""(question, language) to (sku, name) of the goods nearest to it, best first."""
Examples = Callable[[str, str, Sequence[str]], Sequence[str]]
"""(first intent, language, all intents) to earlier replies of this team without anything of their buyers."""
_GOODS = 12
_DOWN = frozenset({"timeout", "unavailable", "rate_limited", "budget"})
"""Troubles after which the same draft asks nothing more: the next call would only wait again."""


@dataclass(frozen=True, slots=True)
class ReadByBoth:
    """`reading` is None where the model was not asked or gave nothing."""

    understanding: Understanding
    reading: Reading | None = None
    notes: tuple[Finding, ...] = ()
    down: bool = False


@dataclass(frozen=True, slots=True)
class ByModel:
    """One shop's use of a model. Holds no state of any talk."""

    shop: Shop
    model: LanguageModel
    goods: FindGoods | None = None

    def read(self, inquiry: Inquiry, seen: Understanding, today: date) -> ReadByBoth:
        """The rules' reading with its gaps filled; as it was where they are sure or the model fails."""
        if not worth_asking(inquiry, seen):
            return ReadByBoth(seen)
        goods = self._candidates(inquiry, seen)
        try:
            told = self.model.ask(ask_reading(inquiry, goods, today))
        except ModelTrouble as trouble:
            return ReadByBoth(seen, None, (_note(trouble),), trouble.kind in _DOWN)
        both = merged(
            self.shop, inquiry, seen, told_reading(told.data or {}), [sku for sku, _ in goods], today,
            self.model.name,
        )  # fmt: skip
        return ReadByBoth(_weighed(both.understanding, inquiry), both.reading, _conflicts(both.reading))

    def write(
        self,
        plan: ReplyPlan,
        templates: Draft,
        inquiry: Inquiry,
        seen: Understanding,
        examples: Examples | None = None,
    ) -> tuple[Draft, tuple[Finding, ...]]:
        """The model's words where they are right, else `templates`; and what there is to say of it."""
        if not templates.text.strip():
            return templates, ()
        if "prompt_injection" in seen.risks:
            # Who cannot be asked cannot obey: a filter would only lower the odds.
            return templates, (Finding("model_not_asked", "warn", ""),)
        points = brief(plan)
        if not points.points:
            return templates, ()
        earlier = examples(seen.intents[0], seen.language, seen.intents) if examples is not None else ()
        asked = ask_wording(self.shop.company.name, points, plan, inquiry, earlier)
        try:
            told = self.model.ask(asked)
            wording = _checked(told, points, plan, templates, inquiry)
            if not wording.faults:
                return Draft(plan.language, wording.text, self.model.name), ()
            first = wording.faults
            told = self.model.ask(ask_mending(asked, told.text, first))
        except ModelTrouble as trouble:
            return templates, (_note(trouble),)
        wording = _checked(told, points, plan, templates, inquiry)
        if wording.faults:
            return templates, (Finding("model_findings_templates", "warn", _named(wording.faults)),)
        mended = Finding("model_mended", "warn", _named(first))
        return Draft(plan.language, wording.text, self.model.name), (mended,)

    def _candidates(self, inquiry: Inquiry, seen: Understanding) -> list[tuple[str, str]]:
        """The goods that may be meant: those of the rules first, then what the words come near to."""
        names = {item.sku: item.name for item in self.shop.items}
        skus = [sku for item in seen.items for sku in (item.sku, *item.alternatives) if sku in names]
        text = " ".join(message.text for message in inquiry.latest())[:1_000]
        if self.goods is not None and text.strip():
            skus += [sku for sku, _ in self.goods(text, seen.language)]
        return [(sku, names[sku]) for sku in list(dict.fromkeys(skus))[:_GOODS] if sku is not None]


def _checked(told: Told, points: Brief, plan: ReplyPlan, templates: Draft, inquiry: Inquiry) -> Wording:
    """The reply with every fault that code and guard find in it."""
    parts = parts_of(told.data)
    if parts is None:
        return Wording("", "", (Finding("broken", "block", ""),))
    heard = [message.text for message in inquiry.messages if message.sender == "buyer"]
    wording = worded(points, parts, templates.text, heard)
    if wording.faults:
        return wording
    # What code put in is in the right language: the model's own words are looked at without it.
    foreign = (each for each in check(wording.own_words, plan) if each.rule == "wrong_language")
    known = set(check(templates.text, plan))
    found = [*foreign, *(each for each in check(wording.text, plan) if each not in known)]
    return replace(wording, faults=tuple(found))


def _weighed(seen: Understanding, inquiry: Inquiry) -> Understanding:
    """`seen` graded anew, without asking for what was filled in."""
    known = {
        "product": any(item.sku for item in seen.items),
        "quantity": any(item.quantity for item in seen.items),
        "customization": bool(seen.details.customization),
        "order_number": seen.details.order_number is not None,
    }
    return replace(
        seen,
        missing=tuple(detail for detail in seen.missing if not known.get(detail)),
        grade=grade(seen.intents, seen.risks, seen.items, seen.details, seen.country, inquiry.buyer),
    )


def _conflicts(reading: Reading) -> tuple[Finding, ...]:
    return tuple(
        Finding("model_risk", "warn", each.model)
        if each.field == "risk"
        else Finding("model_conflict", "warn", f"{each.asked}: {each.rules} / {each.model}")
        for each in reading.conflicts
    )


def _note(trouble: ModelTrouble) -> Finding:
    return Finding(f"model_{trouble.kind}", "warn", "")


def _named(faults: Sequence[Finding]) -> str:
    """The rules in words, and the first words that were found; for people."""
    rules = ", ".join(list(dict.fromkeys(each.rule.replace("_", " ") for each in faults))[:3])
    words = next((each.excerpt for each in faults if each.excerpt), "")
    return f"{rules}: {words[:60]}" if words else rules
