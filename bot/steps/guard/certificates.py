"""Certificates, marks and standards that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.domain.moves import TellCertificates
from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard.sight import Sight
from bot.steps.guard.terms import Readings, declines

_CAPITALS = (
    "CE", "KC", "BIS", "EAC", "NOM", "UL", "CUL", "ETL", "REACH", "FDA", "CPC", "PSE", "SABER", "TELEC", "IC",
    "GS", "SGS", "TUV", "VDE", "CSA", "CB", "RCM", "SAA", "EMC", "LVD", "RED", "WEEE", "ERP", "DOE", "CEC", "BSMI",
    "SIRIM", "NRCS", "SONCAP", "KEBS", "COC", "COO", "GRS", "RCS", "FSC", "BCI", "GMP", "HACCP", "HALAL", "KOSHER",
    "ANVISA", "COFEPRIS", "CPNP", "MFDS", "EPA", "FSSAI", "WRAS", "NSF", "CARB", "TSCA", "PAHS", "CNAS", "ANATEL",
    "SNI", "TISI", "PSB", "NCC", "CCC", "STQC", "WPC", "IMDA", "UKNI", "GMC", "SDOC", "SASO", "MSDS", "SDS", "BIFMA",
    "RETIE", "IRAM", "SEC", "GOST", "TR CU", "ECM", "GCC", "IECEE", "LEED", "CSR",
)  # fmt: skip
"""Only in capitals: many are words otherwise (ce, bis, nom, saber, reach, red)."""
_AMBIGUOUS = frozenset(
    {"IC", "RED", "SEC", "GS", "CB", "COC", "NOM", "BIS", "CSR", "ERP", "EMC", "COO", "DOE", "SDS"}
)
"""In a text that shouts these are words; they need a word for certificate in the sentence."""
_ANY_CASE = (
    r"FCC(?: ID)?", r"RoHS(?: ?[23](?:\.0)?)?", r"UKCA", r"INMETRO", r"SASO", r"OEKO[ \-]?TEX(?: STANDARD)?(?: \d{2,3})?",
    r"BSCI", r"SEDEX", r"SMETA", r"GOTS", r"WRAP certified", r"LFGB", r"CPSIA", r"CPSC", r"UN ?38\.?3", r"EAC cert\w*",
    r"ISO[ \-]?\d{4,5}(?:[:\-]\d{1,4})*(?:[:\-]\d{4})?", r"IEC[ \-]?\d{5}(?:[:\-]\d{1,4})*", r"EN[ \-]?\d{2,5}(?:[:\-]\d{1,4})*",
    r"ASTM(?: ?[A-Z] ?\d{2,4}(?:[:\-]\d{2,4})?)?", r"UL[ \-]?\d{2,5}\w?", r"Prop(?:osition)?\.? ?65", r"BPA[ \-]?free",
    r"Energy ?Star", r"IATF ?16949", r"MIL[ \-]STD[ \-]\d{3}\w?", r"G[- ]?Mark", r"C[ \-]?Tick", r"TÜV", r"GOST(?:[ \-]R)?",
    r"ГОСТ(?: Р)?(?: ?[\d.\-]+\d)?", r"ТР ТС(?: \d{3}/\d{4})?", r"ЕАС", r"MFi", r"Qi certified", r"JIS ?[A-Z]? ?\d{3,5}",
    r"AS/NZS ?[\d.]+\d", r"NOM-\d{3}(?:-[A-Z\d]+)*", r"GB/?T? ?\d{4,5}(?:\.\d+)?(?:-\d{4})?", r"AATCC(?: \d+)?",
    r"DIN[ \-](?:EN )?\d{3,5}", r"halal", r"kosher",
)  # fmt: skip
_WITH_WORD = (
    r"(?i:(?:ce|ul|eac|kc|pse|bis|fda|reach|saber|nom|etl|cpc|gs)(?=[ \-](?:certif|zertifi|mark(?:ed|ing)?\b|"
    r"approved|listed|conform|kennzeich|geprüft|compliant|сертифиц|маркир|认证|認証|sertifika|belge)))"
)
_CERTIFICATE_WORD = re.compile(
    r"certif|zertif|сертиф|sertif|approv|complian|conform|mark\b|marking|kennzeich|маркир|شهاد|belge|chứng|प्रमाण|认证|認證|認証|证书|証明|report|standard",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _pattern(known: frozenset[str]) -> re.Pattern[str]:
    capitals = sorted(_CAPITALS, key=len, reverse=True)
    own = sorted((re.escape(name) for name in known if len(name) > 1), key=len, reverse=True)
    exact = "|".join([*own, *(re.escape(name).replace(r"\ ", " ?") for name in capitals)])
    return re.compile(
        rf"(?<![A-Za-zÀ-ɏ0-9])(?:(?i:{'|'.join(_ANY_CASE)})|{exact}|{_WITH_WORD})(?![A-Za-zÀ-ɏ0-9])"
    )


def _key(name: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", name.upper())


def _keys(names: Iterable[str]) -> frozenset[str]:
    """Each name with and without its year of issue (ISO 9001:2015)."""
    found: set[str] = set()
    for name in names:
        found |= {_key(name), _key(re.sub(r"[:\-]\d{4}$", "", name))}
    return frozenset(found)


def check_certificates(
    sight: Sight, readings: Readings, plan: ReplyPlan
) -> tuple[list[Finding], list[tuple[int, int]]]:
    """The findings, and every place that names a certificate, allowed or not."""
    found: list[Finding] = []
    spans: list[tuple[int, int]] = []
    allowed = _keys(plan.facts.certificates)
    doubtful = _unlisted(plan)
    for start, end in _named(sight.text, plan.known_certificates):
        name = sight.text[start:end]
        spans.append((start, end))
        key = _key(name)
        if key not in allowed or (key in doubtful and not declines(readings, start, end)):
            found.append(Finding("unsupported_certificate", "block", sight.words(start, end)))
    return found, spans


def _named(text: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    for match in _pattern(known).finditer(text):
        if match[0] in _AMBIGUOUS and match[0] not in known:
            around = text[max(0, match.start() - 60) : match.end() + 60]
            if _CERTIFICATE_WORD.search(around) is None:
                continue
        yield match.span()


def _unlisted(plan: ReplyPlan) -> frozenset[str]:
    """Certificates that the reply may only say are not listed."""
    moves = [move for move in plan.moves if isinstance(move, TellCertificates)]
    held = _keys(name for move in moves for name in move.held)
    return _keys(name for move in moves for name in move.unlisted) - held
