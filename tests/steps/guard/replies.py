"""Plans that together hold every move, with values that are hard on a checker."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

from bot.domain import moves as m
from bot.domain.facts import PaymentTerms
from bot.domain.inquiry import DETAILS
from bot.domain.plan import AllowedFacts, Amount, ReplyPlan
from bot.domain.quote import Freight, Quote, QuoteLine, SecondCurrency

MUG = m.Goods("MUG-350", 'Steel mug 350 ml, 18/8, "Nordic"')
STRIP = m.Goods("LS24-5M", "LED strip 24 V 5 m (IP65)", "roll")
PAYMENT = PaymentTerms(
    "Trade Assurance",
    "https://shop.example/order/{quote_number}",
    ("card", "bank transfer to the platform account", "PayPal"),
    ("money is held until you confirm delivery", "refund if quality or ship date is missed"),
    ("Western Union", "personal bank account", "crypto"),
)
DAY = date(2026, 12, 6)


def quote(total: bool = True) -> Quote:
    return Quote(
        "USD",
        "FOB",
        (
            QuoteLine("MUG-350", 12_500, Decimal("2.95"), Decimal("36875.00"), alternative=not total),
            QuoteLine(
                "MUG-350", 12_500, Decimal("0.05"), Decimal("625.00"), customization="logo print (2 colours)"
            ),
            QuoteLine("LS24-5M", 1, Decimal("6.1234"), Decimal("6.12"), sample=True),
        ),
        Freight("Sea LCL", Decimal("1312.40"), 28, 35),
        Decimal("38818.52") if total else None,
        DAY,
        12,
        date(2027, 1, 7),
        indicative=SecondCurrency("IDR", Decimal(630412345), Decimal("16240.5"), date(2026, 11, 20)),
    )


def every_move() -> Iterator[m.Move]:
    yield m.Greet("Alice")
    yield m.Greet()
    yield m.Thank()
    yield m.DescribeProduct(
        MUG, (("volume", "350 ml"), ("lid", "yes")), "Keeps tea hot for 8 hours.", 100, ("gift box",)
    )
    yield m.ShowRange((("mugs", 14), ("lamps", 9)))
    yield m.ShowRange(items=(MUG, STRIP))
    promotion = m.PromotionApplied("Super Sale 11.11", Decimal("7.5"))
    yield m.OfferQuote(quote(), (MUG, STRIP), "Ningbo", promotions=(promotion,))
    yield m.OfferQuote(quote(total=False), (MUG, STRIP), None, "DE")
    yield m.SayMinimum(MUG, 30, 100, Decimal("3.20"), "USD", Decimal("8.00"))
    yield m.SayOptionMinimum(MUG, "gift box", 100, 1000, Decimal("0.30"), "USD")
    yield m.SayOptionNotOffered(MUG, "embroidery", ("gift box",))
    yield m.TellOptions(
        MUG, (("gift box", Decimal("0.30"), 1000), ("logo print (2 colours)", Decimal("0.05"), 500)), "USD"
    )
    yield m.OfferSample(MUG, Decimal("8.00"), "USD")
    yield m.SaySamplesNotSold(STRIP)
    yield m.TellLeadTime(1)
    closure = ("Chinese New Year", date(2027, 2, 3), date(2027, 2, 12))
    yield m.TellLeadTime(12, MUG, date(2027, 1, 7), (closure,), date(2026, 12, 24))
    yield m.TellStock(MUG, 1234)
    yield m.TellStock(MUG, 0)
    yield m.TellClosure("Winter break", date(2026, 12, 24), date(2027, 1, 3), date(2027, 1, 4))
    yield m.TellHours((0, 1, 2, 3, 4), time(8, 30), time(17, 30))
    for used in ("Sea LCL", None):
        for battery in (True, False):
            yield m.SayMethodReplaced("Air express", used, battery)
    yield m.SayFreightUnknown()
    yield m.SayIncotermReplaced("CPT", "FOB")
    yield m.SayDutyNotIncluded()
    yield m.TellCertificates(MUG, ("CE", "LFGB", "ISO 9001:2015"), ("FDA", "EN 71"))
    yield m.TellCertificates(MUG)
    policies = (
        "Claims are answered within 2 working days.",
        "We never take Western Union or payments to private accounts.",
    )
    yield m.QuotePolicy(policies, "policies/claims.md#answers")
    yield m.QuotePolicy(("付款请走平台，30%定金。",), "policies/pay.md#zh", "zh")
    yield m.SayWeCheck()
    for detail in DETAILS:
        yield m.Ask(detail)
    yield m.Ask("product", goods=(MUG, STRIP))
    yield m.Ask("quantity", goods=(MUG,), moq=100)
    yield m.Ask("incoterm", ("FOB", "CIF", "DDP"))
    yield m.Ask("customization", ("gift box", "logo print (2 colours)"))
    deposit = Amount(Decimal("11645.56"), "USD")
    link = "https://shop.example/order/Q-2026-0017"
    yield m.SteerToPlatform("Trade Assurance", PAYMENT.benefits, PAYMENT.methods, link, Decimal(30), deposit)
    yield m.SteerToPlatform("Trade Assurance")
    yield m.TellPaymentTerms(PAYMENT.methods, Decimal(30))
    yield m.DeclineOffPlatformPayment("Trade Assurance", PAYMENT.benefits)
    yield m.DeclineOffPlatformPayment(None)
    yield m.StayInThisChat()
    yield m.DeclineConfidential()
    yield m.PassOnDiscount(priced=True)
    yield m.PassOnDiscount(priced=False)
    yield m.SayDestinationRestricted()
    yield m.AnswerDispute()
    yield m.RegretDefect()
    yield m.CheckOrder("70418")
    yield m.CheckOrder()
    yield m.HandToPerson()
    yield m.StayCalm()
    yield m.AnswerScam("Trade Assurance")
    yield m.AnswerScam()
    yield m.WishFestival("Christmas")
    yield m.Close("Shenzhen Example Household Co., Ltd.")


def plan_of(moves: tuple[m.Move, ...], language: str, country: str | None, formal: bool) -> ReplyPlan:
    facts = AllowedFacts()
    for move in moves:
        facts = facts | move.facts()
    return ReplyPlan(
        language,
        formal,
        moves,
        facts,
        country,
        buyer_name="Alice",
        never=PAYMENT.never,
        catalog_skus=frozenset({"MUG-350", "MUG-500", "LS24-5M", "LS12-5M"}),
        known_certificates=frozenset({"CE", "LFGB", "ISO 9001:2015"}),
    )
