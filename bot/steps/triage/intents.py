"""What the buyer's newest messages ask for, most important first."""

from __future__ import annotations

import re

from bot.domain.inquiry import INTENTS, Inquiry
from bot.steps.triage.advertising import advertises
from bot.steps.triage.classifier import packaged
from bot.steps.triage.classifier_reading import Clause, latest_reading, reading
from bot.steps.triage.classifier_text import shaped
from bot.steps.triage.signals import Signals

_ORDER = (
    "spam", "after_sales", "order_status", "human_request", "negotiation", "sample", "price_quote",
    "catalog_request", "certification", "company_check", "payment", "customization", "shipping", "lead_time",
    "product_info", "other", "thanks", "greeting",
)  # fmt: skip
"""Which of several wishes is named first."""
_COURTESY = frozenset({"greeting", "thanks"})
_IDLE = _COURTESY | {"other"}
_TROUBLE = frozenset({"after_sales", "order_status"})
_QUESTIONS = frozenset(
    {
        "certification",
        "company_check",
        "payment",
        "lead_time",
        "catalog_request",
        "human_request",
        "product_info",
    }
)
"""Asked by themselves, these need no price, even where a quantity is named."""
_BARGAINED = frozenset({"price_quote", "product_info", "payment", "lead_time"})
_SURE = 0.5
_HINT = 0.2
"""Probability that is enough for a wish that a cue names as well."""
_FAINT = 0.2
"""Probability below which nothing but a figure speaks for a wish."""
_UNNAMED_TROUBLE = 0.75
"""A complaint silences the wish for a price, so that one which no cue names must be likelier."""
_CODE = "hxcode"
"""What a model number or SKU is to the classifier."""
_HEARD = re.compile(
    r"\b(?:yo)?u (?:quoted|offered|said)|\byour? (?:quot|offer|pric)|\b(?:su|vuestra?|tu) (?:oferta|precio)"
    r"|\b(?:seu|sua) (?:preco|oferta|cotac)|\bvotre (?:prix|offre|devis)|\bihr (?:preis|angebot)"
    r"|\bvostr[ao] (?:prezzo|offerta)|ваш\w* (?:цен|предлож)|سعركم|عرضكم|fiyatiniz|teklifiniz"
    r"|wasz[ae] (?:cen|ofert)|harga (?:kalian|anda)|gia cua ben"
    r"|आपका (?:दाम|रेट)|你们的?报价|您的?报价|御社の(?:価格|見積)"
)
"""A price that the buyer has heard before this talk."""
_ASKS = re.compile(r"[?？؟]")


def read_intents(inquiry: Inquiry, language: str, signals: Signals) -> tuple[str, ...]:
    """At least one of INTENTS, most important first."""
    newest = _sincere(latest_reading(inquiry, language))
    wishes = _wishes(newest)
    goods = signals.item_named or signals.sku_named
    if advertises(newest, signals.order_number_given or (goods and signals.quantity_given), goods):
        return ("spam",)
    wishes.discard("spam")
    outside = any(clause.strong("off_platform_payment") for clause in newest)
    before = _talk(inquiry, language)
    wishes = _with_signals(wishes, newest, signals, before, _seller_named_a_price(inquiry))
    new = not (before or _seller_named_a_price(inquiry))
    wishes = _without_echoes(wishes, newest, outside, quoted=not new, bulk=signals.bulk_beside_sample)
    if not wishes - _IDLE and not (wishes & _COURTESY and not signals.quantity_given):
        wishes |= before
    if not wishes - _IDLE and not wishes & _IDLE:
        wishes |= _plain_question(newest, signals)
    if len(wishes) > 1:
        wishes -= _COURTESY
    if len(wishes) > 1:
        wishes.discard("other")
    order = list(_ORDER)
    if "price_quote" in wishes and ("negotiation" in wishes or signals.bulk_beside_sample):
        order.remove("price_quote")
        order.insert(order.index("negotiation"), "price_quote")
    if {"lead_time", "shipping"} <= wishes and not (signals.destination_named or signals.delivered_incoterm):
        # Without a place, "can they ship before the holidays" asks for a date.
        order.remove("lead_time")
        order.insert(order.index("shipping"), "lead_time")
    return tuple(sorted(wishes or {"other"}, key=order.index))


def _sincere(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses that speak to the seller: what is dictated to the assistant is no wish.

    Where nothing else stands, all of them.
    """
    kept = tuple(clause for clause in clauses if not clause.strong("prompt_injection"))
    return kept or clauses


def _wishes(clauses: tuple[Clause, ...]) -> set[str]:
    """Everything that any clause shows, clause by clause freed of what only sounds like a wish."""
    found: set[str] = set()
    for clause in clauses:
        shown = {label for label in INTENTS if clause.strong(label, _least(label, label in clause.cues))}
        shown -= {label for label in shown & _TROUBLE if not _is_told(clause, label)}
        if len(shown - _COURTESY) > 1:
            # "do you have a certificate" asks for the certificate, not for the goods.
            shown.discard("product_info")
        found |= shown
    return found


def _is_told(clause: Clause, label: str) -> bool:
    """Whether trouble is in the words: a code ("500 KT-17 FOB") stands in orders and complaints alike."""
    if label in clause.cues or _CODE not in clause.shape:
        return True
    words = " ".join(word for word in clause.shape.split() if word != _CODE)
    return packaged().probabilities(words, clause.cues)[label] >= _HINT


def _least(label: str, named: bool) -> float:
    """The probability from which a clause shows a wish; `named` where a cue names it."""
    if named:
        return _SURE if label == "product_info" else _HINT
    return _UNNAMED_TROUBLE if label in _TROUBLE else _SURE


def _with_signals(
    wishes: set[str], clauses: tuple[Clause, ...], signals: Signals, before: set[str], priced: bool
) -> set[str]:
    """Wishes that figures show without a word: `250 pcs DAP Dubai` asks for a price with delivery."""
    wishes = set(wishes)
    if wishes & _TROUBLE:
        return wishes
    if (
        before & _TROUBLE
        and not any("price_quote" in clause.cues for clause in clauses)
        and not signals.incoterm_named
    ):
        # "11 of 500, photos attached" goes on with the complaint.
        return (wishes - {"price_quote", "product_info"}) | (before & _TROUBLE)
    bargains = signals.target_price_given or signals.discount_percent_given
    if (bargains and _may_bargain(clauses)) or (priced and _names_a_price(clauses)):
        wishes.add("negotiation")
    elif "negotiation" in wishes and signals.quantity_given and not (bargains or priced or before):
        # "Your best price for 300 …" of somebody who has heard no price yet asks for one.
        wishes = (wishes - {"negotiation"}) | {"price_quote"}
    busy = wishes & {"sample", "negotiation", "price_quote", "human_request"}
    goods = signals.item_named or signals.sku_named or bool(before)
    asked = wishes & _QUESTIONS
    if asked == {"product_info"} and any(_only_counts(clause) for clause in clauses):
        asked = set()
    if signals.quantity_given and goods and not busy and not asked:
        wishes.add("price_quote")
    if signals.incoterm_named and not busy and (signals.quantity_given or not asked):
        wishes.add("price_quote")
    if signals.delivered_incoterm:
        wishes.add("shipping")
    if signals.sample_named:
        wishes.add("sample")
    if signals.option_named and "negotiation" not in wishes:
        wishes.add("customization")
    if signals.certificate_named and "company_check" not in wishes:
        wishes.add("certification")
    if signals.order_number_given and wishes <= _IDLE | {"lead_time", "shipping", "product_info"}:
        # "when will it leave" about an order that has a number is no question about production times.
        wishes = {"order_status"}
    return wishes


def _without_echoes(
    wishes: set[str], clauses: tuple[Clause, ...], outside: bool, *, quoted: bool = True, bulk: bool = False
) -> set[str]:
    """Drops what another wish already says. `quoted`: the talk has been of prices before; `bulk`: goods are
    wanted beside a sample of them.
    """
    wishes = set(wishes)
    if outside:
        wishes = (wishes | {"payment"}) - {
            "negotiation",
            "sample",
            "shipping",
            "product_info",
            "human_request",
        }
    if wishes & _TROUBLE:
        wishes &= _TROUBLE | {"human_request"} | _IDLE
        if wishes >= _TROUBLE:
            claimed = any(clause.strong("dispute") for clause in clauses)
            wishes.discard("order_status" if claimed else _weaker(clauses, "after_sales", "order_status"))
    if "sample" in wishes and bulk and any("price_quote" in clause.cues for clause in clauses):
        wishes = (wishes | {"price_quote"}) - {"product_info"}
    elif "sample" in wishes and not any(_asks_bulk_price(clause) for clause in clauses):
        wishes -= {"price_quote", "product_info", "lead_time", "payment"}
    if "negotiation" in wishes:
        # "Quote 500, and 15 % off" of somebody who has heard no price asks for both.
        heard = quoted or any(_HEARD.search(clause.shape) for clause in clauses)
        asks = not heard and any(_asks_bulk_price(clause) for clause in clauses)
        wishes -= _BARGAINED
        if asks:
            wishes.add("price_quote")
    if "price_quote" in wishes:
        wishes.discard("product_info")
    if "catalog_request" in wishes and not any(" 0 " in f" {clause.shape} " for clause in clauses):
        wishes -= {"price_quote", "product_info"}
    return wishes


def _weaker(clauses: tuple[Clause, ...], one: str, other: str) -> str:
    """Of two labels the one that the clauses show less."""
    totals = {
        label: sum(c.shows.get(label, 0.0) + 0.1 * c.cues.get(label, 0) for c in clauses)
        for label in (one, other)
    }
    return min((other, one), key=lambda label: totals[label])


def _asks_bulk_price(clause: Clause) -> bool:
    return "price_quote" in clause.cues and "sample" not in clause.cues and " 0 " in f" {clause.shape} "


def _only_counts(clause: Clause) -> bool:
    """Whether a clause holds a figure and asks nothing about the goods: "do you have it? I want 600"."""
    return " 0 " in f" {clause.shape} " and not clause.strong("product_info")


def _may_bargain(clauses: tuple[Clause, ...]) -> bool:
    """Whether a clause sounds a little like bargaining, or names an amount: "was kosten 1.200" does not."""
    return any(
        clause.strong("negotiation", _FAINT)
        or "negotiation" in clause.cues
        or "hxmoney" in clause.shape
        or "hxpercent" in clause.shape
        for clause in clauses
    )


def _names_a_price(clauses: tuple[Clause, ...]) -> bool:
    return any("hxmoney" in clause.shape for clause in clauses)


def _seller_named_a_price(inquiry: Inquiry) -> bool:
    """Whether the seller's last message holds an amount of money."""
    for message in reversed(inquiry.messages):
        if message.sender == "seller":
            return "hxmoney" in shaped(message.text)
    return False


def _plain_question(clauses: tuple[Clause, ...], signals: Signals) -> set[str]:
    """What words unknown to us most likely ask: something about the goods that they name."""
    named = signals.item_named or signals.sku_named
    if named or any(_ASKS.search(clause.text) and len(clause.shape) > 12 for clause in clauses):
        return {"product_info"}
    return set()


def _talk(inquiry: Inquiry, language: str) -> set[str]:
    """What the buyer's last earlier message with a wish asked: the answer "the blue ones" still asks that."""
    newest = inquiry.latest()
    cut = next((i for i, message in enumerate(inquiry.messages) if message is newest[0]), 0) if newest else 0
    for message in reversed(inquiry.messages[:cut]):
        if message.sender != "buyer":
            continue
        clauses = reading((message,), language)
        earlier = _without_echoes(_wishes(clauses), clauses, outside=False) - _IDLE - {"spam"}
        if earlier:
            return earlier
    return {"product_info"} if cut else set()
