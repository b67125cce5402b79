"""Number words of the fifteen languages, and the words that multiply what stands before them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

MULTIPLIERS: Mapping[str, int] = MappingProxyType(
    {
        word: factor
        for factor, words in {
            1_000: "k thousand thousands mil mille mila tausend tsd тыс тысяч тысяча тысячи bin tys tysięcy"
            " tysiące tysiąc ribu rb nghìn ngàn हज़ार हजार ألف الف آلاف الاف",
            1_000_000: "million millions mio mln millón millones milhão milhões millionen milione milioni"
            " млн миллион миллиона миллионов مليون ملايين milyon milion miliony milionów juta jt triệu"
            " मिलियन",
            100_000: "lakh lakhs lac लाख",
            10_000_000: "crore crores करोड़",
        }.items()
        for word in words.split()
    }
)
"""What stands behind digits: 50 thousand, 50 mil, 50 тыс."""
ABBREVIATED = frozenset({"k", "mio", "mln", "tsd", "tys", "тыс", "млн", "rb", "jt", "lac"})
"""Those that are never a number by themselves: Italian "mio" is "my"."""

_PLAIN: Mapping[str, str] = {
    "en": "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12"
    " thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30"
    " forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90",
    "es": "uno 1 un 1 una 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11"
    " doce 12 trece 13 catorce 14 quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20"
    " veinticinco 25 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90"
    " cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400"
    " cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700"
    " setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900",
    "pt": "um 1 uma 1 dois 2 duas 2 três 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11"
    " doze 12 treze 13 catorze 14 quatorze 14 quinze 15 dezesseis 16 dezasseis 16 dezessete 17 dezoito 18"
    " dezenove 19 vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90"
    " cem 100 cento 100 duzentos 200 duzentas 200 trezentos 300 trezentas 300 quatrocentos 400"
    " quatrocentas 400 quinhentos 500 quinhentas 500 seiscentos 600 setecentos 700 oitocentos 800"
    " novecentos 900",
    "fr": "un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12"
    " treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50"
    " soixante 60 septante 70 huitante 80 nonante 90",
    "de": "ein 1 eine 1 einen 1 zwei 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11"
    " zwölf 12 dreizehn 13 vierzehn 14 fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19"
    " zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90",
    "it": "uno 1 un 1 una 1 due 2 tre 3 quattro 4 cinque 5 sei 6 sette 7 otto 8 nove 9 dieci 10 undici 11"
    " dodici 12 tredici 13 quattordici 14 quindici 15 sedici 16 diciassette 17 diciotto 18 diciannove 19"
    " venti 20 venticinque 25 trenta 30 quaranta 40 cinquanta 50 sessanta 60 settanta 70 ottanta 80"
    " novanta 90",
    "ru": "один 1 одна 1 одну 1 два 2 две 2 двух 2 три 3 трёх 3 трех 3 четыре 4 четырёх 4 четырех 4 пять 5"
    " пяти 5 шесть 6 шести 6 семь 7 семи 7 восемь 8 восьми 8 девять 9 девяти 9 десять 10 десяти 10"
    " одиннадцать 11 двенадцать 12 тринадцать 13 четырнадцать 14 пятнадцать 15 пятнадцати 15 шестнадцать 16"
    " семнадцать 17 восемнадцать 18 девятнадцать 19 двадцать 20 двадцати 20 тридцать 30 тридцати 30"
    " сорок 40 пятьдесят 50 пятидесяти 50 шестьдесят 60 семьдесят 70 восемьдесят 80 девяносто 90 сто 100"
    " ста 100 двести 200 триста 300 четыреста 400 пятьсот 500 шестьсот 600 семьсот 700 восемьсот 800"
    " девятьсот 900",
    "ar": "واحد 1 واحدة 1 اثنان 2 اثنين 2 ثلاثة 3 ثلاث 3 أربعة 4 أربع 4 خمسة 5 خمس 5 ستة 6 ست 6 سبعة 7"
    " سبع 7 ثمانية 8 ثماني 8 تسعة 9 تسع 9 عشرة 10 عشر 10 عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30 أربعون 40"
    " أربعين 40 خمسون 50 خمسين 50 ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90"
    " مئة 100 مائة 100 مئتان 200 مئتين 200 مائتان 200 مائتين 200 ثلاثمئة 300 ثلاثمائة 300 أربعمئة 400"
    " أربعمائة 400 خمسمئة 500 خمسمائة 500 ستمئة 600 ستمائة 600 سبعمئة 700 سبعمائة 700 ثمانمئة 800"
    " ثمانمائة 800 تسعمئة 900 تسعمائة 900 ألفان 2000 ألفين 2000",
    "tr": "bir 1 iki 2 üç 3 dört 4 beş 5 altı 6 yedi 7 sekiz 8 dokuz 9 on 10 yirmi 20 otuz 30 kırk 40 elli 50"
    " altmış 60 yetmiş 70 seksen 80 doksan 90",
    "pl": "jeden 1 jedna 1 dwa 2 dwie 2 dwóch 2 trzy 3 trzech 3 cztery 4 czterech 4 pięć 5 pięciu 5 sześć 6"
    " siedem 7 osiem 8 dziewięć 9 dziesięć 10 dziesięciu 10 jedenaście 11 dwanaście 12 trzynaście 13"
    " czternaście 14 piętnaście 15 szesnaście 16 siedemnaście 17 osiemnaście 18 dziewiętnaście 19"
    " dwadzieścia 20 trzydzieści 30 czterdzieści 40 pięćdziesiąt 50 sześćdziesiąt 60 siedemdziesiąt 70"
    " osiemdziesiąt 80 dziewięćdziesiąt 90 sto 100 dwieście 200 trzysta 300 czterysta 400 pięćset 500"
    " sześćset 600 siedemset 700 osiemset 800 dziewięćset 900",
    "id": "satu 1 dua 2 tiga 3 empat 4 lima 5 enam 6 tujuh 7 delapan 8 sembilan 9 sepuluh 10 sebelas 11"
    " seratus 100 seribu 1000",
    "vi": "một 1 hai 2 ba 3 bốn 4 tư 4 năm 5 lăm 5 sáu 6 bảy 7 tám 8 chín 9 mười 10",
    "hi": "एक 1 दो 2 तीन 3 चार 4 पाँच 5 पांच 5 छह 6 छः 6 सात 7 आठ 8 नौ 9 दस 10 ग्यारह 11 बारह 12 तेरह 13"
    " चौदह 14 पंद्रह 15 पन्द्रह 15 सोलह 16 सत्रह 17 अठारह 18 उन्नीस 19 बीस 20 पच्चीस 25 तीस 30 पैंतीस 35"
    " चालीस 40 पैंतालीस 45 पचास 50 साठ 60 सत्तर 70 पचहत्तर 75 अस्सी 80 नब्बे 90",
}
_SCALES: Mapping[str, str] = {
    "en": "hundred 100 dozen 12",
    "es": "docena 12 docenas 12",
    "pt": "dúzia 12 dúzias 12",
    "fr": "cent 100 cents 100 douzaine 12 douzaines 12",
    "de": "hundert 100 dutzend 12",
    "it": "cento 100 dozzina 12 dozzine 12",
    "ru": "дюжина 12 дюжины 12 дюжину 12 дюжин 12",
    "tr": "yüz 100 düzine 12",
    "pl": "tuzin 12 tuziny 12 tuzinów 12",
    "id": "puluh 10 ratus 100 lusin 12 selusin 12",
    "vi": "mươi 10 trăm 100 tá 12",
    "hi": "सौ 100 दर्जन 12",
    "ar": "مئة 100 مائة 100",
}
JOINERS: Mapping[str, frozenset[str]] = {
    "en": frozenset({"and"}),
    "es": frozenset({"y"}),
    "pt": frozenset({"e"}),
    "fr": frozenset({"et"}),
    "it": frozenset({"e"}),
    "vi": frozenset({"lẻ", "linh"}),
}


def _pairs(text: str) -> dict[str, int]:
    parts = text.split()
    return {word: int(value) for word, value in zip(parts[::2], parts[1::2], strict=True)}


def _german(units: dict[str, int]) -> dict[str, int]:
    """Compounds: fünfhundert, zweitausend, fünfundzwanzig."""
    small = {word: value for word, value in units.items() if value < 10 and word not in ("eine", "einen")}
    tens = {word: value for word, value in units.items() if 20 <= value < 100}
    made = {f"{one}und{ten}": small[one] + tens[ten] for one in small for ten in tens}
    made |= {f"{one}hundert": small[one] * 100 for one in small}
    upto_99 = {word: value for word, value in units.items() if word not in ("eine", "einen")}
    return made | {f"{word}tausend": value * 1000 for word, value in (upto_99 | made).items()}


def _italian(units: dict[str, int]) -> dict[str, int]:
    """Compounds: cinquecento, duemila, ventimila."""
    small = {word: value for word, value in units.items() if 2 <= value < 10}
    made = {f"{word}cento": value * 100 for word, value in small.items()}
    plain = {word: value for word, value in units.items() if value > 1}
    return made | {f"{word}mila": value * 1000 for word, value in (plain | made).items()}


@cache
def plain_words(language: str) -> Mapping[str, int]:
    """Words that stand for a value of their own. Empty for an unknown language, zh and ja."""
    words = _pairs(_PLAIN.get(language, ""))
    if language == "de":
        words |= _german(words)
    elif language == "it":
        words |= _italian(words)
    return MappingProxyType(words)


@cache
def scale_words(language: str) -> Mapping[str, int]:
    """Words that multiply the words before them."""
    return MappingProxyType(dict(MULTIPLIERS) | _pairs(_SCALES.get(language, "")))
