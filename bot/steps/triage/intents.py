"""What the buyer's newest messages ask for, most important first."""

from __future__ import annotations

from bot.domain.inquiry import INTENTS, Inquiry
from bot.steps.triage.classifier_reading import Clause, latest_reading, reading
from bot.steps.triage.signals import Signals

_ORDER = (
    "spam", "after_sales", "order_status", "human_request", "negotiation", "sample", "price_quote", "catalog_request",
    "certification", "company_check", "payment", "customization", "shipping", "lead_time", "product_info", "other",
    "thanks", "greeting",
)  # fmt: skip
"""Which of several wishes is named first."""
_COURTESY = frozenset({"greeting", "thanks"})
_QUESTIONS = frozenset({"certification", "company_check", "payment", "lead_time", "catalog_request", "human_request"})
"""Asked by themselves, these need no price, even where a quantity is named."""


def read_intents(inquiry: Inquiry, language: str, signals: Signals) -> tuple[str, ...]:
    """At least one of INTENTS, most important first."""
    newest = latest_reading(inquiry, language)
    wishes = _wishes(newest, signals)
    if "spam" in wishes and not (signals.sku_named or signals.order_number_given):
        return ("spam",)
    wishes.discard("spam")
    wishes = _with_signals(wishes, newest, signals, talking=len(inquiry.messages) > len(inquiry.latest()))
    wishes = _without_echoes(wishes, newest)
    if not wishes - _COURTESY - {"other"}:
        wishes |= _from_the_talk(inquiry, language, wishes)
    if len(wishes) > 1:
        wishes -= _COURTESY
    if len(wishes) > 1:
        wishes.discard("other")
    if not wishes:
        return ("other",)
    return tuple(sorted(wishes, key=_ORDER.index))


def _wishes(clauses: tuple[Clause, ...], signals: Signals) -> set[str]:
    """Everything that any clause shows, clause by clause freed of what only sounds like a wish."""
    found: set[str] = set()
    for clause in clauses:
        shown = {label for label in INTENTS if clause.strong(label)}
        if not shown:
            best = max(INTENTS, key=lambda label: clause.shows.get(label, 0.0))
            if clause.shows.get(best, 0.0) >= 0.3 or best in clause.cues:
                shown = {best}
        if len(shown - _COURTESY) > 1:
            # "do you have a certificate" asks for the certificate, not for the goods.
            shown.discard("product_info")
        found |= shown
    return found


def _with_signals(wishes: set[str], clauses: tuple[Clause, ...], signals: Signals, talking: bool) -> set[str]:
    """Wishes that figures show without a word: `250 pcs DAP Dubai` asks for a price with delivery."""
    wishes = set(wishes)
    busy = wishes & {"after_sales", "order_status", "sample", "negotiation", "price_quote", "human_request"}
    goods = signals.item_named or signals.sku_named or talking
    if signals.quantity_given and goods and not busy and not wishes & _QUESTIONS:
        wishes.add("price_quote")
    if signals.incoterm_named and not busy:
        wishes.add("price_quote")
    if signals.delivered_incoterm and not wishes & {"after_sales", "order_status"}:
        wishes.add("shipping")
    if signals.sample_named and not wishes & {"after_sales", "order_status"}:
        wishes.add("sample")
    if signals.option_named and not wishes & {"after_sales", "order_status", "negotiation"}:
        wishes.add("customization")
    if signals.certificate_named and not wishes & {"after_sales", "order_status", "company_check"}:
        wishes.add("certification")
    return wishes


def _without_echoes(wishes: set[str], clauses: tuple[Clause, ...]) -> set[str]:
    """Drops what another wish already says."""
    wishes = set(wishes)
    if "sample" in wishes and not any(_asks_bulk_price(clause) for clause in clauses):
        wishes -= {"price_quote", "product_info", "lead_time", "payment"}
    if wishes & {"after_sales", "order_status"}:
        wishes -= {"price_quote", "product_info", "shipping", "lead_time", "payment", "customization", "sample"}
    if "negotiation" in wishes:
        wishes -= {"price_quote", "product_info", "payment"}
    if "price_quote" in wishes:
        wishes -= {"product_info", "catalog_request"} if "catalog_request" not in wishes else set()
    return wishes


def _asks_bulk_price(clause: Clause) -> bool:
    return "price_quote" in clause.cues and "sample" not in clause.cues and " 0 " in f" {clause.shape} "


def _from_the_talk(inquiry: Inquiry, language: str, wishes: set[str]) -> set[str]:
    """An answer such as "the blue ones" keeps the wish that the seller asked back about."""
    newest = inquiry.latest()
    if len(newest) == len(inquiry.messages) or wishes & _COURTESY:
        return set()
    for position in range(len(inquiry.messages) - 1, -1, -1):
        message = inquiry.messages[position]
        if message.sender != "buyer" or message in newest:
            continue
        earlier = _without_echoes(_wishes(reading((message,), language), Signals()), ())
        if earlier - _COURTESY - {"other", "spam"}:
            return earlier - _COURTESY - {"other", "spam"}
    return set()
