"""The questions to the model: what is the same for a shop in front, what varies and is fenced behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.domain.asking import Asked
from bot.domain.fence import fenced, harmless, new_mark, talk_lines
from bot.domain.inquiry import Inquiry
from bot.domain.plan import Finding, ReplyPlan
from bot.steps.write.points import Brief
from bot.steps.write.tokens import glosses
from prompts.model import prompt

LANGUAGES = {
    "en": "English", "es": "Spanish", "pt": "Portuguese", "fr": "French", "de": "German", "it": "Italian",
    "ru": "Russian", "ar": "Arabic", "tr": "Turkish", "pl": "Polish", "id": "Indonesian", "vi": "Vietnamese",
    "hi": "Hindi", "zh": "Chinese", "ja": "Japanese",
}  # fmt: skip
_FORMAL, _FAMILIAR = "formal (the polite form)", "familiar, still polite"
_GLOSSES = 1_400
_EXAMPLE = 420
_ANSWER = 1_500
"""Characters of what tokens stand for, of one earlier reply, and of a refused answer."""


def ask_reading(inquiry: Inquiry, goods: Sequence[tuple[str, str]], today: date) -> Asked:
    """Extraction. `goods` are (sku, name): nothing else of the catalogue is shown, and no price."""
    mark = new_mark()
    lines = "\n".join(f"{sku} | {name[:80]}" for sku, name in goods)
    return prompt("extract").ask(
        user={
            "mark": mark,
            "today": today.isoformat(),
            "goods": fenced("goods of the shop", lines or "(none fits)", mark),
            "talk": fenced("talk", talk_lines(inquiry.messages), mark),
        },
        private=_private(inquiry),
    )


def ask_wording(
    company: str, brief: Brief, plan: ReplyPlan, inquiry: Inquiry, examples: Iterable[str]
) -> Asked:
    """Writing: the points with their tokens, what the tokens stand for, earlier replies, the talk."""
    mark = new_mark()
    standing = "\n".join(glosses(brief.tokens.values()))[:_GLOSSES]
    earlier = "\n---\n".join(text[:_EXAMPLE] for text in examples)
    return prompt("write").ask(
        system={"company": harmless(" ".join(company.split()))[:80]},
        user={
            "mark": mark,
            "language": LANGUAGES[plan.language],
            "address": address_of(plan),
            "points": "\n".join(
                f"{point.id} ({point.subject}{', may be left out' if point.optional else ''}): {point.says}"
                for point in brief.points
            ),
            "tokens": fenced("tokens", standing, mark) if standing else "",
            "examples": fenced("earlier replies", earlier, mark) if earlier else "",
            "talk": fenced("talk", talk_lines(inquiry.messages), mark),
        },
        private=_private(inquiry),
    )


def ask_mending(first: Asked, answer: str, faults: Sequence[Finding]) -> Asked:
    """The same question again, with the answer that was refused and what is wrong in it."""
    mark = new_mark()
    told = "\n".join(f"- {_FAULTS.get(each.rule, each.rule.replace('_', ' '))}" for each in faults[:8])
    words = "\n".join(each.excerpt[:120] for each in faults[:8] if each.excerpt)
    return prompt("mend").ask(
        system={"rules": first.system.partition("\n")[2]},
        user={
            "task": first.user,
            "answer": fenced("refused answer", answer[:_ANSWER], mark),
            "findings": f"{told}\n{fenced('words found', words, mark)}" if words else told,
        },
        private=first.private,
    )


def address_of(plan: ReplyPlan) -> str:
    """How the buyer is addressed, in words."""
    return _FORMAL if plan.formal else _FAMILIAR


_FAULTS = {
    "own_figure": "a digit was written by hand: every figure is a token",
    "unknown_token": "a token was used that is not given",
    "misplaced_token": "a token stands in a part that does not say its point, or out of order",
    "missing_token": "a token of a point is missing",
    "left_out": "a point was left out",
    "unknown_point": "a part names no point, or one that is not given, or is empty",
    "not_asked": "a question was not asked",
    "not_said": "a point was not put into words",
    "too_long": "it is too long",
    "token_not_once": "a token does not stand exactly once",
    "says_no": "a sentence refuses or denies something",
    "not_shorter": "it is not shorter than before",
    "echoes_buyer": "it repeats words that the buyer tried to put into your mouth",
    "wrong_language": "it is not in the language asked for",
    "broken": "it was not of the shape asked for",
}
"""What is told to the model of each fault; findings of the guard are told by their names."""


def _private(inquiry: Inquiry) -> tuple[str, ...]:
    """What the messenger tells of the buyer and nobody else needs to know."""
    return (inquiry.buyer.phone,) if inquiry.buyer.phone else ()
