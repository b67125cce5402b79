"""One of every move, with values that show in the text."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from functools import reduce
from operator import or_

from bot.domain import moves as m
from bot.domain.moves import Move
from bot.domain.plan import AllowedFacts, Amount, ReplyPlan
from bot.domain.quote import Freight, Quote, QuoteLine, SecondCurrency

MUG = m.Goods("MUG-350", "Steel mug 350 ml, double wall")
SOCKS = m.Goods("SOCK-9", "Wool socks, size 39", "pair")
ROPE = m.Goods("ROPE-8", "Hemp rope 8 mm", "reel")
QUOTE = Quote(
    currency="USD",
    incoterm="DAP",
    lines=(
        QuoteLine("MUG-350", 1500, Decimal("2.95"), Decimal("4425.00"), campaign="Autumn 2026"),
        QuoteLine("MUG-350", 1500, Decimal("0.055"), Decimal("82.50"), customization="laser logo"),
        QuoteLine("SOCK-9", 2, Decimal("4.00"), Decimal("8.00"), sample=True),
    ),
    freight=Freight("sea LCL", Decimal("312.40"), 28, 35),
    total=Decimal("4827.90"),
    valid_until=date(2026, 12, 6),
    lead_time_days=12,
    ready_by=date(2026, 12, 7),
    campaigns=("Autumn 2026",),
    indicative=SecondCurrency("EUR", Decimal("4441.67"), Decimal("0.92"), date(2026, 11, 20)),
    destination="DE",
)
SEVERAL = Quote(
    currency="USD",
    incoterm="FOB",
    lines=(
        QuoteLine("ROPE-8", 1, Decimal("31.00"), Decimal("31.00"), alternative=True),
        QuoteLine("ROPE-8", 1000, Decimal("27.125"), Decimal("27125.00"), alternative=True),
    ),
    freight=None,
    total=None,
    valid_until=date(2026, 12, 6),
    lead_time_days=1,
    ready_by=None,
)
OPEN = Quote(
    currency="USD",
    incoterm="CIF",
    lines=SEVERAL.lines,
    freight=None,
    total=None,
    valid_until=date(2026, 12, 6),
    lead_time_days=5,
    ready_by=None,
    destination="MX",
    freight_open=True,
)
ONE_DAY = Quote(
    currency="USD",
    incoterm="CIF",
    lines=SEVERAL.lines[:1],
    freight=Freight("express", Decimal("20.00"), 5, 5),
    total=Decimal("51.00"),
    valid_until=date(2026, 12, 6),
    lead_time_days=3,
    ready_by=None,
)

EVERY_MOVE: tuple[Move, ...] = (
    m.Greet(),
    m.Greet("Alice"),
    m.Thank(),
    m.DescribeProduct(
        MUG, (("capacity", "350 ml"), ("pins", "38")), "Keeps hot for about 6 hours", 100, ("laser logo",)
    ),
    m.ShowRange(categories=(("mugs", 1), ("wool socks", 12))),
    m.ShowRange(items=(MUG, SOCKS)),
    m.OfferQuote(
        QUOTE, (MUG, SOCKS), country="DE", promotions=(m.PromotionApplied("Autumn 2026", Decimal(5)),)
    ),
    m.OfferQuote(SEVERAL, (ROPE,), place="Ningbo (Beilun)"),
    m.OfferQuote(OPEN, (ROPE,), country="MX"),
    m.OfferQuote(ONE_DAY, (ROPE,), place="Santos", lead_time=False),
    m.SayMinimum(MUG, 20, 100, Decimal("3.20"), "USD", Decimal("6.00")),
    m.SayMinimum(SOCKS, 3, 200, Decimal("4.05"), "USD"),
    m.SayOptionMinimum(MUG, "gift box", 500, 1000, Decimal("0.30"), "USD"),
    m.SayOptionNotOffered(MUG, "embroidery", ("laser logo", "gift box")),
    m.SayOptionNotOffered(ROPE, "embroidery"),
    m.TellOptions(MUG, (("laser logo", Decimal("0.08"), 300), ("gift box", Decimal("0.30"), 1000)), "USD"),
    m.OfferSample(SOCKS, Decimal("6.50"), "USD"),
    m.SaySamplesNotSold(ROPE),
    m.TellLeadTime(12),
    m.TellLeadTime(
        3,
        MUG,
        date(2027, 2, 15),
        (("Chinese New Year", date(2027, 2, 3), date(2027, 2, 12)),),
        date(2027, 2, 1),
    ),
    m.TellStock(MUG, 800),
    m.TellStock(ROPE, 0),
    m.TellClosure("Winter break", date(2026, 12, 24), date(2027, 1, 3), date(2027, 1, 4)),
    m.TellHours((0, 1, 2, 3, 4), time(8, 30), time(17, 30)),
    m.SayMethodReplaced("rail", "sea LCL", because_battery=True),
    m.SayMethodReplaced("rail", "sea LCL", because_battery=False),
    m.SayMethodReplaced("rail", None, because_battery=True),
    m.SayMethodReplaced("rail", None, because_battery=False),
    m.SayFreightUnknown(),
    m.SayIncotermReplaced("DDP", "FOB"),
    m.SayDutyNotIncluded(),
    m.TellCertificates(MUG, ("LFGB", "FDA"), ("CE",)),
    m.TellCertificates(MUG),
    m.TellCertificates(None, (), ("REACH",)),
    m.QuotePolicy(
        ("The warranty is 24 months.", "card – fee: 2.9 %; arrives after: 2 hours"), "p.md#w", "en"
    ),
    m.QuotePolicy(("样品收费 6 美元。",), "p.md#s", "zh"),
    m.QuotePolicy(("Garantie: 24 Monate.",), "p.md#g", "de"),
    m.TellOurAnswer(("Our mugs hold 40 % recycled clay.",), "team-answers/3"),
    m.SayWeCheck(),
    m.Ask("open"),
    m.Ask("interest"),
    m.Ask("product"),
    m.Ask("product", goods=(MUG, SOCKS)),
    m.Ask("product", choices=("350 ml", "500 ml")),
    m.Ask("quantity"),
    m.Ask("quantity", goods=(MUG,), moq=100),
    m.Ask("destination"),
    m.Ask("incoterm"),
    m.Ask("incoterm", choices=("FOB", "CIF", "DAP")),
    m.Ask("customization"),
    m.Ask("customization", choices=("laser logo", "gift box")),
    m.Ask("deadline"),
    m.Ask("company"),
    m.Ask("usage"),
    m.Ask("target_price"),
    m.Ask("order_number"),
    m.Ask("evidence_of_defect"),
    m.SteerToPlatform("Safe Checkout"),
    m.SteerToPlatform(
        "Safe Checkout",
        deposit_percent=Decimal(30),
        deposit=Amount(Decimal("442.50"), "USD"),
        balance=Amount(Decimal("1032.50"), "USD"),
    ),
    m.SteerToPlatform(
        "Safe Checkout",
        ("your money is held until you confirm delivery", "refund if quality or ship date is missed"),
        ("card", "bank transfer to the platform account", "PayPal"),
        "https://orders.example/shop",
        Decimal(30),
        Amount(Decimal("1448.37"), "USD"),
    ),
    m.SteerToPlatform("Safe Checkout", ("a gift with each order",), deposit_percent=Decimal("12.5")),
    m.TellPaymentTerms(("card", "PayPal"), Decimal(30)),
    m.DeclineOffPlatformPayment("Safe Checkout", ("refund if quality or ship date is missed",)),
    m.DeclineOffPlatformPayment(None),
    *(
        m.DeclineOffPlatformPayment("Safe Checkout", (), reason, ("card", "PayPal"), deposit)
        for reason, deposit in (
            ("fees", None),
            ("habit", None),
            ("bank", None),
            ("bank", Decimal(30)),
            ("speed", None),
        )
    ),
    m.DeclineOffPlatformPayment("Safe Checkout", ("refund if quality or ship date is missed",), "distrust"),
    m.DeclineOffPlatformPayment("Safe Checkout", (), "invoice"),
    m.WarnAccountChanged("Safe Checkout"),
    m.WarnAccountChanged(None),
    m.StayInThisChat(),
    m.DeclineConfidential(),
    m.PassOnDiscount(priced=True),
    m.PassOnDiscount(priced=False),
    m.SayDestinationRestricted(),
    m.AnswerDispute(),
    m.RegretDefect(),
    m.CheckOrder(),
    m.CheckOrder("PO-2026-117"),
    m.HandToPerson(),
    m.StayCalm(),
    m.AnswerScam("Safe Checkout"),
    m.AnswerScam(),
    m.WishFestival("Diwali"),
    m.Close("Ningbo Example Tableware Co., Ltd."),
)


def plan_in(language: str, *moves: Move, country: str | None = None, formal: bool = True) -> ReplyPlan:
    return ReplyPlan(
        language=language,
        formal=formal,
        moves=moves,
        facts=reduce(or_, (move.facts() for move in moves), AllowedFacts()),
        country=country,
        never=("Western Union",),
        catalog_skus=frozenset({"MUG-350", "SOCK-9", "ROPE-8", "CUP-1"}),
        known_certificates=frozenset({"LFGB", "FDA", "ISO 9001"}),
    )
