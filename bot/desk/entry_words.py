"""What may stand in an answer of the team's own: the guard looks at it before it can reach a buyer."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.desk import DeskRefusal
from bot.domain.facts import Shop
from bot.domain.inquiry import LANGUAGES, Message
from bot.domain.plan import AllowedFacts, Finding, ReplyPlan
from bot.steps.guard import check
from bot.steps.triage.language import detect_language

LONGEST_QUESTION = 300
LONGEST_TEXT = 600
"""Characters: an answer is said whole, beside everything else of a reply."""
_SHORTEST_QUESTION = 8
_FORBIDDEN = {
    "bank_details": "bank details",
    "off_platform_payment": "a way of payment that the shop does not take, or payment beside the platform",
    "confidential_terms": "our costs or margins",
    "contact_leak": "a contact beside the platform",
    "unsupported_email": "an e-mail address",
    "unsupported_link": "a link",
    "template_error": "a gap that was not filled in",
}


def checked(shop: Shop, question: str, text: str) -> tuple[str, str]:
    """(question, answer) as they are kept, each on lines of its own words.

    DeskRefusal `invalid` (empty, too long, a name in place of a question), or `findings` where the guard
    finds what no reply may hold.
    """
    question = " ".join(question.split())
    text = "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()
    if not question or not text:
        raise DeskRefusal("invalid", "Both the question and its answer are needed.")
    if len(question) > LONGEST_QUESTION or len(text) > LONGEST_TEXT:
        raise DeskRefusal(
            "invalid",
            f"A question has {LONGEST_QUESTION} characters at most, an answer {LONGEST_TEXT}: "
            "it is said whole in every reply.",
        )
    named = {name.casefold() for item in shop.items for name in (item.name, item.sku)}
    if len(question) < _SHORTEST_QUESTION or question.casefold() in named | {text.casefold()}:
        raise DeskRefusal(
            "invalid", "Write the question as a buyer would ask it: it is found by its own words."
        )
    found = forbidden(shop, f"{question}\n{text}", language_of(text))
    if found:
        told = ", ".join(dict.fromkeys(_FORBIDDEN[each.rule] for each in found))
        words = "; ".join(dict.fromkeys(f"“{each.excerpt[:60]}”" for each in found if each.excerpt))
        raise DeskRefusal(
            "findings", f"No reply may hold this: {told} ({words}). Reword the answer without it.", found
        )
    return question, text


def forbidden(shop: Shop, text: str, language: str) -> tuple[Finding, ...]:
    """What of `text` must never stand in a reply, whoever accepts it. Figures and dates may: that is what an
    answer of the team's own is for."""
    plan = ReplyPlan(
        language=language,
        formal=True,
        moves=(),
        facts=AllowedFacts(payment_methods=frozenset(shop.payment.methods)),
        never=shop.payment.never,
    )
    return tuple(each for each in check(text, plan) if each.rule in _FORBIDDEN)


def language_of(text: str, among: Iterable[str] = LANGUAGES) -> str:
    found = detect_language([Message("buyer", text)])
    return found if found in set(among) else "en"
