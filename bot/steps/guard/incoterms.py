"""Incoterms, as codes and as the names that trade gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.plan import Finding
from bot.steps.guard.sight import Sight
from bot.steps.guard.terms import Readings, hits, terms

_CODES = re.compile(
    r"(?<![A-Za-z0-9])(?:(?P<code>EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP|DDU|DAT|CNF|CNI)"
    r"|(?P<small>[Ff][Oo][Bb]|[Ee][Xx][Ww]|[Cc][Ii][Ff]|[Dd][Dd][PpUu]|[Cc][Ff][Rr]|[Dd][Pp][Uu]|"
    r"[Cc][Nn][Ff]|[Ff][Cc][Aa])"
    r"|(?P<spelled>E[. ]X[. ]W|F[. ]C[. ]A|F[. ]O[. ]B|C[. ]F[. ]R|C[. ]I[. ]F|C[. ]P[. ]T|"
    r"C[. ]I[. ]P|D[. ]A[. ]P|D[. ]P[. ]U|D[. ]D[. ]P)\.?"
    r"|(?P<cfr>C ?& ?F|C\+F))(?![A-Za-z0-9])"
)
_CAPITALS = str.maketrans("АВЕКМНОРСТХІЅЈԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXISJWABEZHIKMNOPTYX")
"""Cyrillic and Greek capitals that look Latin."""
_OLD = {"CNF": "CFR", "CNI": "CIF"}


def check_incoterms(sight: Sight, readings: Readings, allowed: frozenset[str]) -> Iterator[Finding]:
    for start, end, code in find_incoterms(sight.text, readings):
        if code not in allowed:
            yield Finding("unsupported_incoterm", "block", sight.words(start, end))


def find_incoterms(text: str, readings: Readings) -> Iterator[tuple[int, int, str]]:
    """(start, end, code) of every term of delivery, old codes as what they are now."""
    for match in _CODES.finditer(text if text.isascii() else text.translate(_CAPITALS)):
        written = "CFR" if match["cfr"] else re.sub(r"[. ]", "", match[0]).upper()
        yield match.start(), match.end(), _OLD.get(written, written)
    for hit in hits(readings, terms("incoterms")):
        yield hit.start, hit.end, hit.concept
