"""Month names of the fifteen languages, as they stand in dates (CLDR, with the spellings that people add)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

_NAMES: Mapping[str, str] = {
    "en": "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september"
    "|oct october|nov november|dec december",
    "es": "ene enero|feb febrero|mar marzo|abr abril|may mayo|jun junio|jul julio|ago agosto"
    "|sep sept septiembre setiembre|oct octubre|nov noviembre|dic diciembre",
    "pt": "jan janeiro|fev fevereiro|mar março|abr abril|mai maio|jun junho|jul julho|ago agosto|set setembro"
    "|out outubro|nov novembro|dez dezembro",
    "fr": "janv janvier|févr février fevrier|mars|avr avril|mai|juin|juil juillet|août aout|sept septembre"
    "|oct octobre|nov novembre|déc décembre decembre",
    "de": "jan januar jänner|feb februar|mär märz|apr april|mai|jun juni|jul juli|aug august|sep sept september"
    "|okt oktober|nov november|dez dezember",
    "it": "gen gennaio|feb febbraio|mar marzo|apr aprile|mag maggio|giu giugno|lug luglio|ago agosto|set settembre"
    "|ott ottobre|nov novembre|dic dicembre",
    "ru": "янв январь января январе|фев февр февраль февраля|мар март марта|апр апрель апреля|май мая|июн июнь июня"
    "|июл июль июля|авг август августа|сен сент сентябрь сентября|окт октябрь октября|ноя нояб ноябрь ноября"
    "|дек декабрь декабря декабре",
    "ar": "يناير جانفي|فبراير شباط فيفري|مارس آذار|أبريل ابريل إبريل نيسان أفريل|مايو أيار ماي|يونيو حزيران جوان يونيه"
    "|يوليو تموز جويلية يوليوز يوليه|أغسطس اغسطس آب غشت أوت|سبتمبر أيلول شتنبر|أكتوبر اكتوبر|نوفمبر نونبر|ديسمبر دجنبر",
    "tr": "oca ocak|şub şubat|mar mart|nis nisan|may mayıs|haz haziran|tem temmuz|ağu ağustos|eyl eylül|eki ekim"
    "|kas kasım|ara aralık",
    "pl": "sty styczeń stycznia|lut luty lutego|mar marzec marca|kwi kwiecień kwietnia|maj maja|cze czerwiec czerwca"
    "|lip lipiec lipca|sie sierpień sierpnia|wrz wrzesień września|paź październik października|lis listopad listopada"
    "|gru grudzień grudnia",
    "id": "jan januari|feb februari|mar maret|apr april|mei|jun juni|jul juli|agu agustus|sep september|okt oktober"
    "|nov november|des desember",
    "hi": "जनवरी जन|फ़रवरी फरवरी फ़र|मार्च|अप्रैल|मई|जून|जुलाई जुल|अगस्त अग|सितंबर सितम्बर सित|अक्टूबर अक्तूबर अक्टू|नवंबर नवम्बर नव"
    "|दिसंबर दिसम्बर दिस",
}  # fmt: skip
ARABIC_PAIRS: Mapping[str, int] = MappingProxyType(
    {"كانون الثاني": 1, "تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12}
)
"""Months of two words (Levant)."""


@cache
def month_words(language: str) -> Mapping[str, int]:
    """Lower-case month names of a language, and of English."""
    words: dict[str, int] = {}
    for code in ("en", language):
        for number, names in enumerate(_NAMES.get(code, "").split("|"), start=1):
            for name in names.split():
                words[name] = number
    return MappingProxyType(words)
