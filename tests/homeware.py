"""A small invented shop of homeware, lamps and bags: goods far from the sample shop's, for the tests of
triage.
"""

from __future__ import annotations

from decimal import Decimal

from bot.domain.facts import (
    CatalogItem,
    Company,
    CustomizationOption,
    DiscountAuthority,
    FreightRate,
    PaymentTerms,
    PriceTier,
    QuoteTerms,
    Shop,
)


def _item(
    sku: str,
    name: str,
    category: str,
    attributes: str,
    *,
    moq: int = 100,
    price: str = "3.00",
    aliases: str = "",
    options: str = "",
    unit: str = "pcs",
    certifications: str = "",
) -> CatalogItem:
    first = Decimal(price)
    made = [o.rsplit(":", 2) for o in options.split(";") if o]
    return CatalogItem(
        sku=sku,
        name=name,
        category=category,
        moq=moq,
        tiers=(PriceTier(moq, first), PriceTier(moq * 5, first - Decimal("0.30"))),
        weight_kg=Decimal("0.4"),
        lead_time_days=15,
        unit=unit,
        attributes=tuple(
            (a.split("=")[0].strip(), a.split("=")[1].strip()) for a in attributes.split(";") if a
        ),
        aliases=tuple(a for a in aliases.split(";") if a),
        sample_price=first * 3,
        certifications=tuple(c.strip() for c in certifications.split(";") if c),
        options=tuple(CustomizationOption(n.strip(), Decimal(p), int(m)) for n, p, m in made),
    )


HOMEWARE = Shop(
    company=Company("Ningbo Paper Crane Homeware Co., Ltd.", "CN", "Asia/Shanghai", "USD"),
    items=(
        _item("BT-500-GN", "Stainless steel water bottle 500 ml, green", "drinkware", "capacity=500 ml; colour=green",
              aliases="botella térmica 500 ml;термобутылка 500 мл", options="laser logo:0.12:200;gift box:0.30:500"),
        _item("BT-500-WH", "Stainless steel water bottle 500 ml, white", "drinkware", "capacity=500 ml; colour=white",
              options="laser logo:0.12:200;gift box:0.30:500"),
        _item("BT-750-GN", "Stainless steel water bottle 750 ml, green", "drinkware", "capacity=750 ml; colour=green",
              options="laser logo:0.12:200;gift box:0.30:500"),
        _item("MG-11-WH", "Ceramic mug 11 oz, white", "drinkware", "capacity=11 oz; material=ceramic; colour=white",
              options="full colour print:0.25:100"),
        _item("MG-11-BK", "Ceramic mug 11 oz, black", "drinkware", "capacity=11 oz; material=ceramic; colour=black"),
        _item("TW-BA-70", "Cotton bath towel 70x140 cm", "home textiles", "material=cotton; size=70x140 cm; weight=450 gsm",
              options="embroidered logo:0.40:200", certifications="OEKO-TEX"),
        _item("TW-HA-50", "Cotton hand towel 50x90 cm", "home textiles", "material=cotton; size=50x90 cm; weight=450 gsm",
              options="embroidered logo:0.40:200", certifications="OEKO-TEX"),
        _item("LB-9W-WW", "LED bulb 9 W E27, warm white 3000K", "lighting", "power=9 W; base=E27; colour temperature=3000 K",
              certifications="CE; RoHS"),
        _item("LB-9W-CW", "LED bulb 9 W E27, cold white 6500K", "lighting", "power=9 W; base=E27; colour temperature=6500 K",
              certifications="CE; RoHS"),
        _item("LB-12W-WW", "LED bulb 12 W E27, warm white 3000K", "lighting", "power=12 W; base=E27; colour temperature=3000 K",
              certifications="CE; RoHS"),
        _item("BG-TOTE-NA", "Canvas tote bag, natural", "bags", "material=canvas; colour=natural",
              options="screen print:0.15:300"),
        _item("BG-BACK-GY", "Laptop backpack 15.6 inch, grey", "bags", "size=15.6 inch; colour=grey; material=polyester"),
        _item("KN-SET-5", "Kitchen knife set, 5 pieces", "kitchenware", "material=stainless steel; pieces=5", unit="set"),
        _item("PAN-24", "Non-stick frying pan 24 cm", "kitchenware", "diameter=24 cm; material=aluminium"),
        _item("PAN-28", "Non-stick frying pan 28 cm", "kitchenware", "diameter=28 cm; material=aluminium"),
    ),
    quote=QuoteTerms(incoterms=("EXW", "FOB", "CIF", "DAP"), default_incoterm="FOB"),
    discount=DiscountAuthority(Decimal(3), Decimal(8)),
    payment=PaymentTerms(platform="Trade Assurance"),
    rates=(
        FreightRate("sea LCL", ("*",), Decimal(0), None, Decimal(100), Decimal("0.5"), 25, 40, True),
        FreightRate("air", ("*",), Decimal(0), None, Decimal(90), Decimal(5), 6, 10, True),
    ),
)  # fmt: skip
