"""Certificates, marks and standards that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.domain.certificates import certificate_names
from bot.domain.moves import TellCertificates
from bot.domain.plan import Finding, ReplyPlan
from bot.steps.guard.sight import Sight
from bot.steps.guard.terms import Readings, declines

_WITH_WORD = (
    r"(?i:(?:ce|ul|eac|kc|pse|bis|fda|reach|saber|nom|etl|cpc|gs)(?=[ \-](?:certif|zertifi|mark(?:ed|"
    r"ing)?\b|"
    r"approved|listed|conform|kennzeich|geprüft|compliant|сертифиц|маркир|认证|認証|sertifika|belge)))"
)
_CERTIFICATE_WORD = re.compile(
    r"certif|zertif|сертиф|sertif|approv|complian|conform|mark\b|marking|kennzeich|маркир|شهاد|belge|"
    r"chứng|प्रमाण|认证|認證|認証|证书|証明|report|standard",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def _pattern(known: frozenset[str]) -> re.Pattern[str]:
    capitals = sorted(certificate_names()["capitals"], key=len, reverse=True)
    any_case = "|".join(certificate_names()["any case"])
    own = sorted((re.escape(name) for name in known if len(name) > 1), key=len, reverse=True)
    exact = _by_letter([*own, *(re.escape(name).replace(r"\ ", " ?") for name in capitals)])
    return re.compile(
        rf"(?<![A-Za-zÀ-ɏ0-9])(?:(?i:{any_case})|(?:{exact})(?![-_][A-Z0-9])|{_WITH_WORD})(?![A-Za-zÀ-ɏ0-9])"
    )


def _by_letter(patterns: list[str]) -> str:
    """One alternation, split by first letter so that most places of a text are passed at once."""
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        first = pattern[:2] if pattern.startswith("\\") else pattern[0]
        groups.setdefault(first, []).append(pattern[len(first) :])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())


def certificate_key(name: str) -> str:
    """A name however it is written: ISO 9001 and iso-9001 are one."""
    return re.sub(r"[^0-9A-Z]", "", name.upper())


def _keys(names: Iterable[str]) -> frozenset[str]:
    """Each name with and without its year of issue (ISO 9001:2015)."""
    found: set[str] = set()
    for name in names:
        found |= {certificate_key(name), certificate_key(re.sub(r"[:\-]\d{4}$", "", name))}
    return frozenset(found)


def check_certificates(
    sight: Sight, readings: Readings, plan: ReplyPlan
) -> tuple[list[Finding], list[tuple[int, int]]]:
    """The findings, and every place that names a certificate, allowed or not."""
    found: list[Finding] = []
    spans: list[tuple[int, int]] = []
    allowed = _keys(plan.facts.certificates)
    doubtful = _unlisted(plan)
    for start, end in find_certificates(sight.text, plan.known_certificates):
        name = sight.text[start:end]
        spans.append((start, end))
        key = certificate_key(name)
        if key not in allowed or (key in doubtful and not declines(readings, start, end)):
            found.append(Finding("unsupported_certificate", "block", sight.words(start, end)))
    return found, spans


def find_certificates(text: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a text names a certificate; `known` are those of the catalogue."""
    for match in _pattern(known).finditer(text):
        if match[0] in certificate_names()["ambiguous"] and match[0] not in known:
            around = text[max(0, match.start() - 60) : match.end() + 60]
            if _CERTIFICATE_WORD.search(around) is None:
                continue
        yield match.span()


def _unlisted(plan: ReplyPlan) -> frozenset[str]:
    """Certificates that the reply may only say are not listed."""
    moves = [move for move in plan.moves if isinstance(move, TellCertificates)]
    held = _keys(name for move in moves for name in move.held)
    return _keys(name for move in moves for name in move.unlisted) - held
