"""How near the buyer is to an order, with the reasons that a salesperson would name."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.inquiry import AskedItem, Buyer, Country, Details, Grade

_NO_PROSPECT = ("spam",)
_BUYING = frozenset({"price_quote", "sample", "negotiation", "customization", "shipping", "lead_time"})


def grade(
    intents: Sequence[str],
    risks: Sequence[str],
    items: Sequence[AskedItem],
    details: Details,
    country: Country,
    buyer: Buyer,
) -> Grade:
    """A: ready to order; B: qualified; C: early or incomplete; D: not a prospect."""
    if intents[:1] == ("spam",) or "spam" in intents:
        return Grade("D", ("offers us something instead of buying",))
    if "scam" in risks:
        return Grade("D", ("signs of a fraud",))
    reasons: list[str] = []
    settled = [i for i in items if i.sku]
    counted = [i for i in settled if i.quantity and not i.sample]
    if settled:
        reasons.append("names the product" if len(settled) == len(items) else "names some of the products")
    if counted:
        reasons.append("gives a quantity")
    if details.incoterm or details.destination:
        reasons.append("says how or where to deliver")
    if details.target_price or "negotiation" in intents:
        reasons.append("negotiates the price")
    if any(i.sample for i in items):
        reasons.append("asks for a sample")
    if buyer.company:
        reasons.append("buys for a company")
    if country.basis in ("stated", "profile", "phone"):
        reasons.append("country known")
    buying = bool(_BUYING & set(intents))
    complete = bool(counted) and len(settled) == len(items)
    if buying and complete and (details.incoterm or details.destination or "negotiation" in intents):
        return Grade("A", tuple(reasons))
    if buying and (complete or (settled and (buyer.company or any(i.sample for i in items)))):
        return Grade("B", tuple(reasons))
    if not reasons:
        reasons.append("no product or quantity yet")
    return Grade("C", tuple(reasons))
