"""One fact of a right letter made wrong. Each way gives the new words, or None where it does not apply."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from bot.domain.numerals import find_numerals
from tests.steps.guard.letters import DIGITS, MONEY, SKUS, Letter, in_script, written_day

INCOTERMS = ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
NUMBERS = ("quantity", "price", "amount", "total", "days", "percent")


def _digit_places(written: str) -> list[int]:
    return [place for place, char in enumerate(written) if char.isdigit()]


def digit_changed(rng: random.Random, written: str, digits: str) -> str:
    place = rng.choice(_digit_places(written))
    return (
        written[:place]
        + rng.choice([digit for digit in digits if digit != written[place]])
        + written[place + 1 :]
    )


def digit_inserted(rng: random.Random, written: str, digits: str) -> str:
    place = rng.choice(_digit_places(written))
    return written[:place] + rng.choice(digits) + written[place:]


def digit_deleted(rng: random.Random, written: str, digits: str) -> str:
    place = rng.choice(_digit_places(written))
    return written[:place] + written[place + 1 :]


def digits_exchanged(rng: random.Random, written: str, digits: str) -> str:
    places = _digit_places(written)
    pairs = [(a, b) for a, b in pairwise(places) if written[a] != written[b]]
    if not pairs:
        return written
    first, second = rng.choice(pairs)
    chars = list(written)
    chars[first], chars[second] = chars[second], chars[first]
    return "".join(chars)


DIGIT_WAYS = (digit_changed, digit_inserted, digit_deleted, digits_exchanged)


def spoil_number(rng: random.Random, letter: Letter) -> dict[str, str] | None:
    """A number whose value is none that the plan holds anywhere."""
    name = rng.choice(NUMBERS)
    spoilt = rng.choice(DIGIT_WAYS)(rng, letter.parts[name], DIGITS[letter.script])
    found = find_numerals(spoilt)
    if spoilt == letter.parts[name] or not any(char.isdigit() for char in spoilt):
        return None
    values = set(letter.values.values())
    if found and any(value in values for value in found[0].values):
        return None
    return {name: spoilt}


def spoil_currency(rng: random.Random, letter: Letter) -> dict[str, str] | None:
    name = rng.choice(("price", "amount", "total"))
    number = letter.parts[name]
    before, after = letter.money_form.split("{}")
    number = number[len(before) : len(number) - len(after)]
    other = rng.choice([code for code in MONEY if code != letter.currency])
    return {name: rng.choice(MONEY[other]).format(number)}


def spoil_date(rng: random.Random, letter: Letter) -> dict[str, str] | None:
    if rng.random() < 0.5:
        day = letter.day + timedelta(days=rng.choice((-1, 1)))
        return {"date": in_script(written_day(day, letter.day_form, letter.plan.language), letter.script)}
    spoilt = rng.choice(DIGIT_WAYS)(rng, letter.parts["date"], DIGITS[letter.script])
    same = _date_numbers(spoilt) == _date_numbers(letter.parts["date"])
    return None if same else {"date": spoilt}


def _date_numbers(written: str) -> list[Decimal]:
    folded = "".join(char if char.isdigit() else " " for char in written)
    return [Decimal(int(part)) for part in folded.split()]


def spoil_sku(rng: random.Random, letter: Letter) -> dict[str, str] | None:
    sku = letter.parts["sku"]
    place = rng.randrange(len(sku))
    kind = "0123456789" if sku[place].isdigit() else "ABCDEFGHJKLMNPRSTUVWXYZ"
    if sku[place] in "-_":
        return None
    spoilt = rng.choice((sku[:place] + rng.choice(kind) + sku[place + 1 :], rng.choice(SKUS)))
    return None if spoilt == sku else {"sku": spoilt}


def spoil_incoterm(rng: random.Random, letter: Letter) -> dict[str, str] | None:
    return {"incoterm": rng.choice([code for code in INCOTERMS if code != letter.parts["incoterm"]])}


def spoil_certificate(rng: random.Random, letter: Letter) -> dict[str, str] | None:
    others = ("CE", "FCC", "ISO 9001", "ISO 14001", "RoHS", "GOTS", "FDA", "LFGB", "EN 71", "PSE", "EAC")
    return {"certificate": rng.choice([name for name in others if name != letter.parts["certificate"]])}


WAYS = (
    spoil_number,
    spoil_number,
    spoil_number,
    spoil_currency,
    spoil_date,
    spoil_sku,
    spoil_incoterm,
    spoil_certificate,
)
