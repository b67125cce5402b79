"""A talk in a few lines for the salesperson who takes it on; a line with a figure of its own is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.asking import LanguageModel, ModelTrouble
from bot.domain.fence import fenced, harmless, new_mark, talk_lines
from bot.domain.inquiry import Message
from bot.domain.numerals import find_number_words, find_numerals
from bot.domain.plan import AllowedFacts, Amount, ReplyPlan
from bot.modelled.asking import LANGUAGES
from bot.modelled.holding import without_facts
from bot.steps.guard import check
from bot.steps.guard.currencies import find_currencies
from bot.steps.guard.dates import find_dates
from bot.steps.write.tokens import Token, filled, named, without_tokens
from prompts.model import prompt

SUBJECTS = ("wants", "promised", "open", "mood")
_LONGEST = 500
"""Characters of one line."""
_STATED = frozenset({
    "unsupported_amount", "unsupported_number", "unsupported_percentage", "unsupported_date",
    "unsupported_certificate", "unsupported_incoterm", "unsupported_link", "unsupported_email", "unknown_sku",
    "contact_leak", "bank_details", "wrong_language", "template_error",
})  # fmt: skip
"""What a line must not hold unless talk or data do. Promises and ways to pay are what it may tell of."""
_WORD_FOR_WORD = frozenset({
    "unsupported_certificate", "unsupported_incoterm", "unsupported_link", "unsupported_email", "unknown_sku",
    "contact_leak", "bank_details",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """Something that our data hold: `token` stands for it, `what` says to the model what it is."""

    token: Token
    what: str


@dataclass(frozen=True, slots=True)
class Summed:
    """`told` by SUBJECTS, only lines that passed. `outcome`: `model_left_out` where some did not,
    `model_findings` where none did, or a trouble as `model_timeout`; None: nothing to say."""

    told: dict[str, str]
    outcome: str | None = None


def summed(
    model: LanguageModel,
    company: str,
    language: str,
    messages: Sequence[Message],
    known: Sequence[Known],
    plan: ReplyPlan,
    today: date,
    *,
    private: tuple[str, ...] = (),
) -> Summed:
    """The talk in `language`. `plan.facts` are what our own drafts of this talk rest on; one call."""
    mark = new_mark()
    lines = "\n".join(f"{{{{{each.token.name}}}}} = {each.what}" for each in known)
    asked = prompt("summarise").ask(
        system={"company": harmless(" ".join(company.split()))[:80]},
        user={
            "mark": mark,
            "language": LANGUAGES[language],
            "known": f"tokens:\n{lines}" if lines else "tokens: none",
            "talk": fenced("talk", talk_lines(messages), mark),
        },
        private=private,
    )
    try:
        data = model.ask(asked).data or {}
    except ModelTrouble as trouble:
        return Summed({}, f"model_{trouble.kind}")
    tokens = {each.token.name: each.token for each in known}
    texts = [message.text for message in messages]
    judge = replace(plan, language=language, moves=(), never=())
    judge = replace(judge, facts=judge.facts | said_in(texts, judge, today))
    given = {name: " ".join(line.split()) for name in SUBJECTS if isinstance(line := data.get(name), str)}
    given = {name: line for name, line in given.items() if line}
    told = {
        name: filled(line, tokens) for name, line in given.items() if _is_right(line, tokens, judge, texts)
    }
    if len(told) == len(given):
        return Summed(told)
    return Summed(told, "model_left_out" if told else "model_findings")


def said_in(texts: Sequence[str], plan: ReplyPlan, today: date) -> AllowedFacts:
    """The figures and dates that stand in what was said, as facts that may be repeated."""
    bare = without_facts(plan)
    facts = AllowedFacts()
    for text in texts:
        words = find_number_words(text, dict.fromkeys(("en", plan.language)))
        numbers = {value for each in (*find_numerals(text), *words) for value in each.values}
        amounts: set[Amount] = set()
        percentages = set()
        for each in check(text, bare):
            values = {value for found in find_numerals(each.excerpt) for value in found.values}
            if each.rule == "unsupported_amount":
                amounts |= {
                    Amount(value * mark.factor, code)
                    for mark in find_currencies(each.excerpt)
                    for code in mark.codes
                    for value in values
                }
            elif each.rule == "unsupported_percentage":
                percentages |= values
        facts |= AllowedFacts(
            amounts=frozenset(amounts), numbers=frozenset(numbers), percentages=frozenset(percentages),
            dates=frozenset(_days(text, plan, today)),
        )  # fmt: skip
    return facts


def _days(text: str, plan: ReplyPlan, today: date) -> set[date]:
    """Every day that a date of the text can mean; without a year, that of the day itself or the next."""
    days: set[date] = set()
    for seen in find_dates(text, plan.language, plan.country):
        for year, month, day in seen.readings:
            for one in (year,) if year is not None else (today.year, today.year + 1):
                try:
                    days.add(date(one, month, day or 1))
                except ValueError:
                    continue
    return days


def _is_right(line: str, tokens: dict[str, Token], judge: ReplyPlan, texts: Sequence[str]) -> bool:
    if len(line) > _LONGEST or any(name not in tokens for name in named(line)):
        return False
    own = without_tokens(line)
    said = "\n".join(texts).casefold()
    return not any(
        each.rule in _STATED and not (each.rule in _WORD_FOR_WORD and each.excerpt.casefold() in said)
        for each in check(own, judge)
    )
