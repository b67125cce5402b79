"""The steps of the start, and what each asks. Words: `start-step-<step>`, `start-ask-<key>`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from bot.domain.inquiry import INCOTERMS
from bot.start.given import NotAnAnswer, Value, read

Answers = Mapping[str, Any]
"""Key (`company.name`, `closures` …) -> value, see `bot.start.given.Value`."""
Kind = Literal["text", "list", "days", "lines", "choice", "choices", "percent", "whole"]


def _nothing(_: Answers) -> Value:
    return None


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    kind: Kind = "text"
    default: Callable[[Answers], Value] = _nothing
    """What is proposed; None: nothing, and the answer may stay empty unless it is `needed`."""
    needed: bool = False
    choices: tuple[str, ...] = ()

    joined: str = ", "
    """Between the entries of a list, as a person would type it."""

    @property
    def words(self) -> str:
        """The part of the message's name that is the question's own."""
        return self.key.replace(".", "-").replace("_", "-")

    def read(self, given: object, answers: Answers) -> Value:
        """The value; None: left empty. NotAnAnswer."""
        value = read(self.key, given)
        if value is None and self.needed:
            raise NotAnAnswer("start-wrong-needed")
        _check(self.key, value, answers)
        return value


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    questions: tuple[Question, ...] = ()
    """Empty: the step has a shape of its own."""


def _always(value: Value) -> Callable[[Answers], Value]:
    return lambda _: value


def _country(answers: Answers) -> Value:
    from knowledge.countries.profile import profile

    try:
        return profile(str(answers.get("company.home_country")))
    except KeyError:
        return None


def _timezone(answers: Answers) -> Value:
    country = _country(answers)
    preferred = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Jakarta", "America/Sao_Paulo",
                 "America/Mexico_City", "Europe/Moscow", "Australia/Sydney", "Europe/Madrid")  # fmt: skip
    zones = country.time_zones if country else ()
    return next((zone for zone in preferred if zone in zones), zones[0] if zones else None)


def _working_days(answers: Answers) -> Value:
    country = _country(answers)
    weekend = country.weekend if country else frozenset({5, 6})
    return [day for n, day in enumerate(DAYS) if n not in weekend]


def _languages(answers: Answers) -> Value:
    country = _country(answers)
    if country is None:
        return None
    own = [each.split("-")[0].split("_")[0] for each in country.languages[:1]]
    return list(dict.fromkeys([*own, "en"]))


def _incoterm(answers: Answers) -> Value:
    offered = answers.get("quote.incoterms") or ["FOB"]
    return "FOB" if "FOB" in offered else offered[0]


def _manager_percent(answers: Answers) -> Value:
    return answers.get("discount.salesperson_percent")


def _decimals(answers: Answers) -> Value:
    return answers.get("list.decimals", 2)


DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
STEPS: tuple[Step, ...] = (
    Step("list"),
    Step("columns"),
    Step("company", (
        Question("company.name", needed=True),
        Question("company.home_country", needed=True),
        Question("company.timezone", default=_timezone, needed=True),
        Question("company.working_days", "days", _working_days, needed=True, choices=DAYS),
        Question("company.working_hours", default=_always(["09:00", "18:00"]), needed=True, joined="-"),
        Question("company.languages", "list", _languages, needed=True),
    )),
    Step("terms", (
        Question(
            "quote.incoterms", "choices", _always(["EXW", "FOB"]), needed=True, choices=tuple(INCOTERMS)
        ),
        Question("quote.default_incoterm", default=_incoterm, needed=True),
        Question("quote.loading_port"),
        Question("quote.validity_days", "whole", _always(14), needed=True),
        Question("quote.deposit_percent", "percent"),
        Question("quote.unit_price_decimals", "whole", _decimals, needed=True),
        Question("discount.salesperson_percent", "percent", _always("0"), needed=True),
        Question("discount.manager_percent", "percent", _manager_percent, needed=True),
        Question("restricted.destinations", "list"),
    )),
    Step("payment", (
        Question("payment.platform"),
        Question("payment.order_link"),
        Question("payment.methods", "lines"),
        Question("payment.benefits", "lines"),
        Question("payment.never", "lines", _always(["Western Union", "personal bank account", "crypto"])),
    )),
    Step("closures", (Question("closures", "lines"),)),
    Step("documents"),
    Step("write"),
    Step("inquiries"),
)  # fmt: skip
STEP_NAMES = tuple(step.name for step in STEPS)
QUESTIONS = {question.key: question for step in STEPS for question in step.questions}
INQUIRIES = 3
"""Past inquiries that are answered at the end, at most."""


def step_named(name: str) -> Step:
    """KeyError where there is none."""
    return next((step for step in STEPS if step.name == name), None) or _no_step(name)


def _no_step(name: str) -> Step:
    raise KeyError(name)


def _check(key: str, value: Value, answers: Answers) -> None:
    """What holds between answers."""
    if key == "quote.default_incoterm" and value not in answers.get("quote.incoterms", [value]):
        raise NotAnAnswer("start-wrong-quote-default-incoterm", found=str(value))
    if key == "discount.manager_percent" and value is not None:
        least = answers.get("discount.salesperson_percent") or "0"
        if Decimal(value) < Decimal(least):
            raise NotAnAnswer("start-wrong-discount-manager-less", found=str(value), least=str(least))
