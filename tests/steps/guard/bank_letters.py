"""Letters that want to be paid beside the platform, and ordinary ones, in all languages; seeded."""

from __future__ import annotations

import random
import string
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from tests.steps.guard import bank_numbers as numbers

NUMBERS = ("a", "iban", "card", "cup", "nrb", "clabe", "cbu", "rus", "uk", "ja7")
SPLIT_APART = ("letters apart", "dots between")
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
HINDI = str.maketrans("0123456789", "०१२३४५६७८९")


@dataclass(frozen=True, slots=True)
class Letter:
    language: str
    kind: str
    disguise: str
    text: str


@cache
def _lines(name: str = "bank_letters") -> dict[str, Any]:
    data = resources.files("tests.steps.guard").joinpath(f"data/{name}.toml")
    return tomllib.loads(data.read_text("utf-8"))


SETS = ("bank_letters", "bank_letters_later")


def kinds(name: str) -> dict[str, dict[str, list[str]]]:
    return {language: table for language, table in _lines(name).items() if language != "ordinary"}


def _values(rng: random.Random, language: str) -> dict[str, str]:
    d = numbers.digits
    tag = "".join(rng.choice(string.ascii_lowercase) for _ in range(6)) + d(rng, 2)
    return {
        "a": d(rng, rng.choice([8, 9, 10, 11, 12, 13, 16])),
        "uk": d(rng, 8),
        "ja7": d(rng, 7),
        "sort": "-".join(d(rng, 2) for _ in range(3)),
        "bsb": f"{d(rng, 3)}-{d(rng, 3)}",
        "aba": "021000021",
        "ifsc": rng.choice(["HDFC0001234", "SBIN0004567", "ICIC0000321"]),
        "clabe": numbers.clabe(rng),
        "cbu": numbers.cbu(rng),
        "cci": d(rng, 20),
        "ag": d(rng, 4),
        "brc": f"{d(rng, 6)}-{rng.randint(0, 9)}",
        "cnpj": "11.222.333/0001-81",
        "uuid": numbers.identifier(rng),
        "rib": f"30004 00818 {d(rng, 11)} 73",
        "cb": d(rng, 5),
        "cg": d(rng, 5),
        "blz": "370 400 44",
        "abi": d(rng, 5),
        "cab": d(rng, 5),
        "rus": "40702810" + d(rng, 12),
        "bik": "044525225",
        "nrb": numbers.nrb(rng),
        "cup": numbers.card(rng, "6222"),
        "ara": d(rng, 12).translate(ARABIC),
        "hia": d(rng, 12).translate(HINDI),
        "phone8": d(rng, 8),
        "z12": d(rng, 12),
        "iban": numbers.iban(rng, rng.choice(numbers.COUNTRIES)),
        "swift": numbers.swift(rng),
        "card": numbers.card(rng),
        "wallet": numbers.wallet(rng),
        "usdt": numbers.usdt(rng),
        "mail": f"{tag}@{rng.choice(['gmail.com', 'outlook.com', '163.com', 'mail.ru'])}",
        "phone": rng.choice(["+86 138", "0912 ", "+1 415 ", "98765"]) + d(rng, 7),
        "tag": tag,
        "holder": rng.choice(["Li Wei", "Chen Fang", "Shenzhen Bright Trade Ltd", "Zhang Min"]),
        "bank": rng.choice(["Bank of China", "HSBC Hong Kong", "China Merchants Bank", "Standard Chartered"]),
    }


def _ordinary_values(rng: random.Random) -> dict[str, str]:
    d = numbers.digits
    tracks = [
        d(rng, 10),
        d(rng, 12),
        f"1Z999AA1{d(rng, 10)}",
        f"SF{d(rng, 12)}",
        f"RX{d(rng, 9)}CN",
        d(rng, 22),
    ]
    return {
        "o": rng.choice([d(rng, 6), d(rng, 9), d(rng, 12), f"TA{d(rng, 10)}", f"PO-{d(rng, 5)}", d(rng, 17)]),
        "t": rng.choice(tracks),
        "e": rng.choice([d(rng, 13), f"PB-{d(rng, 5)}", f"{d(rng, 4)}-{d(rng, 4)}"]),
        "tel": rng.choice(["+86 755 8321 4477", "0755-83214477", "+1 (415) 555-0132", "0049 30 1234567"]),
        "cont": f"MSKU {d(rng, 7)}",
        "s": f"SN{d(rng, 10)}",
    }


def letters(seed: int, times: int, name: str) -> Iterator[Letter]:
    """Each line of each language `times` over, with other numbers, disguises and lines around it."""
    rng = random.Random(seed)
    for language, table in kinds(name).items():
        ordinary = _lines()["ordinary"][language]
        for kind, lines in table.items():
            for line in lines:
                for _ in range(times if "{" in line else 1):
                    values = _values(rng, language)
                    disguise = _disguise(rng, kind, line)
                    change = numbers.DISGUISES.get(disguise)
                    for name in NUMBERS:
                        if change is not None:
                            values[name] = change(values[name], rng)
                        elif disguise == "in words":
                            values[name] = numbers.spelled(values[name], language)
                    text = line.format(**values)
                    if rng.random() < 0.6:
                        around = rng.choice(ordinary).format(**_ordinary_values(rng))
                        text = f"{around}\n{text}" if rng.random() < 0.5 else f"{text}\n{around}"
                    yield Letter(language, kind, disguise, text)


def _disguise(rng: random.Random, kind: str, line: str) -> str:
    if kind == "account" and any(f"{{{name}}}" in line for name in NUMBERS):
        return rng.choice([*numbers.DISGUISES, "in words"])
    if kind == "card":
        return rng.choice([*numbers.DISGUISES, "in words"])
    if kind == "iban":
        return rng.choice([*numbers.DISGUISES])
    return "as it is"


def ordinary(seed: int, times: int) -> Iterator[tuple[str, str]]:
    """(language, text) of lines with numbers of every other sort, and of two of them together."""
    rng = random.Random(seed)
    for language, lines in _lines()["ordinary"].items():
        for line in lines:
            for _ in range(times):
                text = line.format(**_ordinary_values(rng))
                if rng.random() < 0.5:
                    text += "\n" + rng.choice(lines).format(**_ordinary_values(rng))
                yield language, text
