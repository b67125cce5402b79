"""Currencies as people write them: codes, signs and words of the fifteen languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

_CODES = (
    "AED AFN AMD ANG AOA ARS AUD AZN BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY"
    " COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR"
    " ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD"
    " MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB"
    " RWF SAR SBD SCR SDG SEK SGD SHP SRD SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES"
    " VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL RMB NTD"
)
_DOLLARS = "USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP BND JMD"
_WORDS = {
    _DOLLARS: "$ dollar dollars dólar dólares dolar dolares dollari dollaro dolary dolarów dolara doları доллар доллара долларов долл"
    " دولار دولارا دولارات डॉलर डालर đô ドル",
    "USD": "us$ u$s usd$ bucks 美元 美金 米ドル у.е $us долларов\u00a0сша",
    "EUR": "€ euro euros евро يورو avro यूरो 欧元 歐元 ユーロ",
    "GBP": "£ pound pounds sterling pfund libras libra фунтов фунт 英镑 ポンド पाउंड جنيه إسترليني sterlin",
    "EGP SDG LBP GBP": "جنيه جنيهات",
    "CNY": "元 人民币 rmb cn¥ yuan юаней юань يوان युआन 圆 块 块钱 人民元",
    "CNY JPY": "¥",
    "JPY": "円 日元 日圆 yen jp¥ иен иена ين येन yenów",
    "INR": "₹ रुपये रुपए रुपया",
    "INR PKR LKR NPR MUR": "rs rs. rupees rupee rupias рупий روبية",
    "RUB": "₽ руб р. рубль рубля рублей rublos roubles rubel روبل",
    "TRY": "₺ tl lira lirası lir лир",
    "PLN": "zł zl złoty złotych złote zloty",
    "IDR": "rp rupiah",
    "VND": "₫ đ đồng vnđ",
    "BRL": "r$ reais real",
    "MXN ARS CLP COP PHP UYU": "peso pesos",
    "MXN": "mx$ mex$",
    "AUD": "au$ a$",
    "CAD": "ca$ c$ can$",
    "SGD": "s$ sg$",
    "HKD": "hk$ 港币 港元",
    "TWD": "nt$ 台币 新台币",
    "NZD": "nz$",
    "KRW": "₩ won 韩元 вон ウォン",
    "SAR QAR OMR YER IRR": "ريال ريالات riyal riyals riyali риал риалов ﷼ sr",
    "AED MAD": "درهم dirham dirhams dirhemi дирхам дирхамов dhs",
    "KWD JOD IQD BHD TND DZD LYD RSD": "دينار dinar dinars",
    "ILS": "₪ shekel شيكل",
    "NGN": "₦ naira",
    "PHP": "₱",
    "UAH": "₴ гривен грн",
    "KZT": "₸ тенге",
    "THB": "฿ baht",
    "CHF": "fr. franken sfr",
    "XOF XAF CHF": "francs",
    "SEK NOK DKK ISK": "kr kronor kroner",
    "ZAR": "rand",
    "CRYPTO": "₿ btc usdt",
}
_CENTS = "cent cents centavos centavo céntimos centimes centesimi цент цента центов копеек kuruş 美分 سنت grosz groszy"


@dataclass(frozen=True, slots=True)
class CurrencyMark:
    """A currency in a text: the ISO codes that it may stand for; `factor` 0.01 for cents."""

    start: int
    end: int
    codes: frozenset[str]
    factor: Decimal = Decimal(1)


@cache
def _marks() -> dict[str, tuple[frozenset[str], Decimal]]:
    marks = {code.lower(): (frozenset({code}), Decimal(1)) for code in _CODES.split()}
    marks["rmb"] = (frozenset({"CNY"}), Decimal(1))
    marks["ntd"] = (frozenset({"TWD"}), Decimal(1))
    for codes, words in _WORDS.items():
        for word in words.split():
            word = word.replace("\u00a0", " ")
            known = marks[word][0] if word in marks else frozenset()
            marks[word] = (known | frozenset(codes.split()), Decimal(1))
    for word in _CENTS.split():
        marks[word] = (frozenset(_CODES.split()), Decimal("0.01"))
    return marks


_CAPITALS_ONLY = frozenset(code.lower() for code in _CODES.split()) - frozenset(
    "usd eur gbp cny rmb jpy inr rub brl mxn pln idr vnd aed sar cad aud hkd sgd chf krw ngn zar".split()
)
_WORDLIKE = re.compile(r"[^\W\d_\u2e80-\u9fff](?:[^\W\d_\u2e80-\u9fff]|[\u0900-\u0963])*")


@cache
def _pattern() -> re.Pattern[str]:
    signs = [mark for mark in _marks() if not _WORDLIKE.fullmatch(mark)]
    signs.sort(key=len, reverse=True)
    return re.compile("|".join(re.escape(sign) for sign in signs), re.IGNORECASE)


def find_currencies(text: str) -> list[CurrencyMark]:
    """All currency marks that could stand beside a number, in the order of the text."""
    marks = _marks()
    found: list[CurrencyMark] = []
    for match in _pattern().finditer(text):
        codes, factor = marks[match[0].lower()]
        before = text[match.start() - 1] if match.start() else ""
        if (
            before.isalpha()
            and match[0][0].isalpha()
            and not "\u2e80" <= match[0][0] <= "\u9fff"
            and not before > "\u3000"
        ):
            continue
        found.append(CurrencyMark(match.start(), match.end(), codes, factor))
    for match in _WORDLIKE.finditer(text):
        word = match[0].lower()
        known = marks.get(word)
        if known is None or (word in _CAPITALS_ONLY and not match[0].isupper()):
            continue
        found.append(CurrencyMark(match.start(), match.end(), *known))
    found.sort(key=lambda mark: (mark.start, -mark.end))
    kept: list[CurrencyMark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
