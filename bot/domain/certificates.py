"""Names of certificates, marks and standards, and where a text names them."""

from __future__ import annotations

import re
from functools import lru_cache

CAPITALS = (
    "CE", "KC", "BIS", "EAC", "NOM", "UL", "CUL", "ETL", "REACH", "FDA", "CPC", "PSE", "SABER", "TELEC", "IC",
    "GS", "SGS", "TUV", "VDE", "CSA", "CB", "RCM", "SAA", "EMC", "LVD", "RED", "WEEE", "ERP", "DOE", "CEC", "BSMI",
    "SIRIM", "NRCS", "SONCAP", "KEBS", "COC", "COO", "GRS", "RCS", "FSC", "BCI", "GMP", "HACCP", "HALAL", "KOSHER",
    "ANVISA", "COFEPRIS", "CPNP", "MFDS", "EPA", "FSSAI", "WRAS", "NSF", "CARB", "TSCA", "PAHS", "CNAS", "ANATEL",
    "SNI", "TISI", "PSB", "NCC", "CCC", "STQC", "WPC", "IMDA", "UKNI", "GMC", "SDOC", "SASO", "MSDS", "SDS", "BIFMA",
    "RETIE", "IRAM", "SEC", "GOST", "TR CU", "ECM", "GCC", "IECEE", "LEED", "CSR",
)  # fmt: skip
"""Certain only in capitals: many are words otherwise (ce, bis, nom, saber, reach, red)."""
ORDINARY_WORDS = frozenset({
    "CE", "IC", "RED", "SEC", "GS", "CB", "COC", "NOM", "BIS", "CSR", "ERP", "EMC", "COO", "DOE", "SDS", "REACH", "SABER",
    "UL", "CARB", "GOST", "EPA", "NCC", "GCC", "ECM", "LEED", "PSB",
})  # fmt: skip
CERTIFICATE_WORD = re.compile(
    r"certif|zertifi|сертиф|sertif|approv|complian|conform|\bmark\b|marking|kennzeich|маркир|شهاد|belge|chung (?:chi|nhan)|प्रमाण|"
    r"认证|認證|認証|证书|証明|test report|declaration|декларац|homolog|standard",
)
"""On folded text."""
ANY_CASE = (
    r"FCC(?: ID)?", r"RoHS(?: ?[23](?:\.0)?)?", r"UKCA", r"INMETRO", r"SASO", r"OEKO[ \-]?TEX(?: STANDARD)?(?: \d{2,3})?",
    r"BSCI", r"SEDEX", r"SMETA", r"GOTS", r"WRAP certified", r"LFGB", r"CPSIA", r"CPSC", r"UN ?38\.?3", r"EAC cert\w*",
    r"ISO[ \-]?\d{4,5}(?:[:\-]\d{1,4})*(?:[:\-]\d{4})?", r"IEC[ \-]?\d{5}(?:[:\-]\d{1,4})*", r"EN[ \-]?\d{2,5}(?:[:\-]\d{1,4})*",
    r"ASTM(?: ?[A-Z] ?\d{2,4}(?:[:\-]\d{2,4})?)?", r"UL[ \-]?\d{2,5}\w?", r"Prop(?:osition)?\.? ?65", r"BPA[ \-]?free",
    r"Energy ?Star", r"IATF ?16949", r"MIL[ \-]STD[ \-]\d{3}\w?", r"G[- ]?Mark", r"C[ \-]?Tick", r"TÜV", r"GOST(?:[ \-]R)?",
    r"ГОСТ(?: Р)?(?: ?[\d.\-]+\d)?", r"ТР ТС(?: \d{3}/\d{4})?", r"ЕАС", r"MFi", r"Qi certified", r"JIS ?[A-Z]? ?\d{3,5}",
    r"AS/NZS ?[\d.]+\d", r"NOM-\d{3}(?:-[A-Z\d]+)*", r"GB/?T? ?\d{4,5}(?:\.\d+)?(?:-\d{4})?", r"AATCC(?: \d+)?",
    r"DIN[ \-](?:EN )?\d{3,5}", r"halal", r"kosher",
)  # fmt: skip
_CYRILLIC = str.maketrans("ЕАСеасТВМНОРХ", "EACeacTBMHOPX")


@lru_cache(maxsize=64)
def _pattern(known: frozenset[str], lower: bool) -> re.Pattern[str]:
    names = sorted({*CAPITALS, *(k for k in known if len(k) > 1)}, key=len, reverse=True)
    exact = "|".join(re.escape(name).replace(r"\ ", " ?") for name in names)
    flag = "(?i:" if lower else "(?:"
    return re.compile(rf"(?<![A-Za-zÀ-ɏ0-9])(?:(?i:{'|'.join(ANY_CASE)})|{flag}{exact}))(?![A-Za-zÀ-ɏ0-9])")


def usual_spelling(name: str, known: frozenset[str]) -> str:
    """The name as the shop or the trade writes it: rohs -> RoHS, ЕАС -> EAC."""
    plain = re.sub(r"[^0-9A-Za-z]", "", name.translate(_CYRILLIC)).upper()
    for one in (*known, *CAPITALS, "FCC", "RoHS", "UKCA", "INMETRO", "BSCI", "UN38.3", "GOTS", "LFGB"):
        if re.sub(r"[^0-9A-Za-z]", "", one).upper() == plain:
            return one
    return name


def certificates_asked(text: str, folded: str, known: frozenset[str]) -> tuple[str, ...]:
    """Certificates that a buyer's `text` names, in their usual spelling. Words that are words otherwise ("ce", "nom")
    count in small letters only beside a word for certificate (`folded` is the folded text)."""
    certain = CERTIFICATE_WORD.search(folded) is not None
    found: dict[str, None] = {}
    for match in _pattern(known, lower=True).finditer(text):
        name = usual_spelling(match[0], known)
        written_small = match[0] != match[0].upper() and not any(c.isdigit() for c in match[0])
        if name.upper() in ORDINARY_WORDS and written_small and not certain:
            continue
        found[name] = None
    return tuple(found)


def certificate_spans(text: str) -> list[tuple[int, int]]:
    """Where certificates and standards with numbers in them stand: ISO 9001, EN 71-3."""
    found = [m.span() for m in _pattern(frozenset(), lower=False).finditer(text)]
    return [(start, end) for start, end in found if any(c.isdigit() for c in text[start:end])]
