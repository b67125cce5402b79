"""What a buyer reads on an invoice, in the language of the talk."""

from __future__ import annotations

from bot.desk.invoices.due import Due
from bot.steps.write.formats import formats
from prompts import invoices as words

LONGEST_TITLE, LONGEST_TEXT = 32, 255
"""Characters that Telegram takes."""


def invoice_words(language: str | None, number: str, company: str, due: Due) -> dict[str, str]:
    """{"title", "description", "label", "amount"}: plain text; the amount as the language writes it."""
    known = language if language in words.LANGUAGES else "en"
    said, shown = words.load(known), formats(known)
    values = {"number": number, "company": company}
    if due.part != "total":
        values["total"] = shown.money(due.total, due.currency)
    if due.part == "deposit":
        values["rest"] = shown.money(due.rest, due.currency)
    text = said.say(f"about-{due.part}", **values)
    if due.until is not None:
        text = f"{text} {said.say('valid', day=shown.date(due.until))}"
    return {
        "title": _within(said.say("title", number=number), LONGEST_TITLE),
        "description": _within(text, LONGEST_TEXT),
        "label": said.say(f"part-{due.part}"),
        "amount": shown.money(due.amount, due.currency),
    }


def as_message(made: dict[str, str]) -> str:
    """The invoice as the talk keeps it."""
    return f"{made['title']}\n{made['label']}: {made['amount']}\n{made['description']}"


def refusal_words(language: str | None, why: str) -> str:
    """Why a payment is refused: `why` of `checkout.Refused`."""
    return words.load(language if language in words.LANGUAGES else "en").say(f"checkout-{why}")


def _within(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
