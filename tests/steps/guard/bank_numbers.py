"""Made-up bank numbers, cards and wallets, each right to its check digit, and the ways people hide them."""

from __future__ import annotations

import hashlib
import random
import re
import string
import uuid
from collections.abc import Callable

from stdnum import iban as registry

_B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_B32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
COUNTRIES = tuple(
    country
    for letter in string.ascii_uppercase
    for second in string.ascii_uppercase
    if registry._ibandb.info((country := letter + second) + "00")[0][1].get("bban")
)
"""All of the registry."""
WORDS = {
    "en": "zero one two three four five six seven eight nine",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "pt": "zero um dois três quatro cinco seis sete oito nove",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "it": "zero uno due tre quattro cinque sei sette otto nove",
    "ru": "ноль один два три четыре пять шесть семь восемь девять",
    "ar": "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
    "tr": "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan",
    "vi": "không một hai ba bốn năm sáu bảy tám chín",
    "hi": "शून्य एक दो तीन चार पांच छह सात आठ नौ",
    "zh": "零 一 二 三 四 五 六 七 八 九",
    "ja": "ゼロ 一 二 三 四 五 六 七 八 九",
}


def digits(rng: random.Random, count: int) -> str:
    """A number of so many digits that begins with none of 0."""
    return str(rng.randint(1, 9)) + "".join(str(rng.randint(0, 9)) for _ in range(count - 1))


def iban(rng: random.Random, country: str) -> str:
    """A right IBAN of a country of the registry, in groups of four."""
    info = registry._ibandb.info(country + "00")[0][1]
    bban = ""
    for count, kind in re.findall(r"(\d+)!?([nace])", info["bban"]):
        alphabet = {"n": "0123456789", "a": "ABCDEFGHKLMN", "c": "0123456789ABCDEFGHKLM"}[kind]
        bban += "".join(rng.choice(alphabet) for _ in range(int(count)))
    value = int("".join(str(int(char, 36)) for char in f"{bban}{country}00"))
    code = f"{country}{98 - value % 97:02d}{bban}"
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def swift(rng: random.Random) -> str:
    bank = "".join(rng.choice("ABCDEFGHKLMNPRST") for _ in range(4))
    tail = rng.choice(["", "XXX", digits(rng, 3)])
    return f"{bank}{rng.choice(COUNTRIES)}{rng.choice('2345ABCLM')}{rng.choice('12ALRX')}{tail}"


def card(rng: random.Random, beginning: str | None = None) -> str:
    """Sixteen digits with Luhn's check digit, in groups of four."""
    start = beginning or rng.choice(["4539", "5186", "5412", "4026", "2202"])
    body = start + "".join(str(rng.randint(0, 9)) for _ in range(15 - len(start)))
    total = sum(sum(divmod(int(char) * (2 - at % 2), 10)) for at, char in enumerate(body))
    code = body + str(-total % 10)
    return " ".join(code[at : at + 4] for at in range(0, 16, 4))


def clabe(rng: random.Random) -> str:
    body = "012180" + "".join(str(rng.randint(0, 9)) for _ in range(11))
    check = -sum(int(d) * w % 10 for d, w in zip(body, (3, 7, 1) * 6, strict=False)) % 10
    return f"{body}{check}"


def cbu(rng: random.Random) -> str:
    """Twenty-two digits of an Argentine account, with both check digits."""

    def checked(body: str) -> str:
        weights = (3, 1, 7, 9)
        total = sum(int(d) * weights[at % 4] for at, d in enumerate(reversed(body)))
        return f"{body}{-total % 10}"

    return checked("0170099") + checked(digits(rng, 13))


def nrb(rng: random.Random) -> str:
    return iban(rng, "PL")[2:]


def base58(rng: random.Random, version: int) -> str:
    payload = bytes([version]) + rng.randbytes(20)
    whole = payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, text = int.from_bytes(whole, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = _B58[rest] + text
    return "1" * (len(whole) - len(whole.lstrip(b"\0"))) + text


def bech32(rng: random.Random) -> str:
    data = [0] + [rng.randrange(32) for _ in range(32)]
    values = [3, 3, 0, 2, 3, *data]
    check = 1
    for value in [*values, *[0] * 6]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, part in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= part if top >> bit & 1 else 0
    check ^= 1
    return "bc1" + "".join(_B32[value] for value in [*data, *(check >> 5 * (5 - at) & 31 for at in range(6))])


def usdt(rng: random.Random) -> str:
    """What USDT is sent to: TRON, Ethereum and its kin, Solana."""
    kind = rng.randrange(3)
    if kind == 0:
        return base58(rng, 0x41)
    if kind == 1:
        return "0x" + rng.randbytes(20).hex()
    return rng.choice("ABCDEFGH") + "".join(rng.choice(_B58) for _ in range(41)) + "7p"


def wallet(rng: random.Random) -> str:
    return rng.choice([base58(rng, 0), base58(rng, 5), bech32(rng)])


def identifier(rng: random.Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


def spelled(number: str, language: str) -> str:
    words = WORDS[language].split()
    return " ".join(words[int(char)] if char.isdigit() else char for char in number if char.isalnum())


def _every(sign: str) -> Callable[[str, random.Random], str]:
    return lambda text, rng: sign.join(char for char in text if char.isalnum())


def _zero_width(text: str, rng: random.Random) -> str:
    return "".join(
        char + (rng.choice("\u200b\u200d\u2060\ufeff") if rng.random() < 0.4 else "") for char in text
    )


def _wide(text: str, rng: random.Random) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _grouped(sign: str) -> Callable[[str, random.Random], str]:
    def change(text: str, rng: random.Random) -> str:
        bare = "".join(char for char in text if char.isalnum())
        return sign.join(bare[at : at + 4] for at in range(0, len(bare), 4))

    return change


DISGUISES: dict[str, Callable[[str, random.Random], str]] = {
    "as it is": lambda text, rng: text,
    "in one": lambda text, rng: text.replace(" ", ""),
    "dots": _grouped("."),
    "hyphens": _grouped("-"),
    "letters apart": _every(" "),
    "dots between": _every("."),
    "zero width": _zero_width,
    "full width": _wide,
    "small letters": lambda text, rng: text.lower(),
}
