"""Names of certificates, marks and standards, and where a text names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

_JOINER = (
    r"(?:[\s,/&+()]|and|or|und|oder|y|o|e|et|ou|и|или|و|ve|veya|i|lub|dan|atau|va|hoac|和|と|及|或|और|या)*"
)
_NEAR = 60
_CYRILLIC = str.maketrans("ЕАСеасТВМНОРХ", "EACeacTBMHOPX")
_STANDARD = re.compile(r"(ISO|IEC|EN|ASTM|DIN|UL|JIS|AATCC|UN)[ \-]?(\d.*)", re.IGNORECASE)


@cache
def certificate_names() -> Mapping[str, tuple[str, ...]]:
    """The lines of certificates.txt by group; those of `any case` are patterns."""
    groups: dict[str, list[str]] = {}
    group = ""
    for line in resources.files("bot.domain").joinpath("certificates.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            groups.setdefault(group, []).append(line)
    return {name: tuple(lines) for name, lines in groups.items()}


@cache
def _about() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A word for certificate anywhere, right behind a name, and right before one, on folded text."""
    words = "|".join(certificate_names()["about"])
    return (
        re.compile(words),
        re.compile(rf"[\s\-/]{{0,3}}(?!certificat\b|marquage\b)(?:{words})"),  # French: "ce certificat"
        re.compile(rf"(?:{words})[\s\-:/]{{0,3}}(?:de |of |the |для |la |le |il )?$"),
    )


@lru_cache(maxsize=64)
def _pattern(known: frozenset[str], any_case: bool) -> re.Pattern[str]:
    names = certificate_names()
    exact = sorted({*names["capitals"], *(k for k in known if len(k) > 1)}, key=len, reverse=True)
    words = "|".join(re.escape(name).replace(r"\ ", " ?") for name in exact)
    flag = "(?i:" if any_case else "(?:"
    patterns = "|".join(names["any case"])
    return re.compile(rf"(?<![A-Za-zÀ-ɏ0-9])(?:(?i:{patterns})|{flag}{words}))(?![A-Za-zÀ-ɏ0-9])")


def _key(name: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", name.translate(_CYRILLIC).upper())


def usual_spelling(name: str, known: frozenset[str]) -> str:
    """The name as the shop or the trade writes it: rohs -> RoHS, ЕАС -> EAC, iso9001 -> ISO 9001.

    An edition that the shop does not tell ("Oeko-Tex Standard 100") is the shop's own name.
    """
    upper = name.upper()
    if upper.startswith("ГОСТ"):
        return "GOST" + name[4:]
    key = _key(name)
    names = certificate_names()
    for one in (*sorted(known), *names["capitals"], *names["spelling"]):
        if _key(one) == key:
            return one
    for one in sorted(known, key=len, reverse=True):
        if len(_key(one)) > 3 and re.fullmatch(rf"{re.escape(_key(one))}(?:STANDARD)?\d{{2,3}}", key):
            return one
    standard = _STANDARD.fullmatch(name)
    return f"{standard[1].upper()} {standard[2]}" if standard else name


def certificates_asked(text: str, folded: str, known: frozenset[str]) -> tuple[str, ...]:
    """Certificates that a buyer's `text` names, in their usual spelling.

    Words that are words otherwise ("ce", "nom") count in small letters only beside a word for certificate,
    or a certificate named with one. `folded` is the folded text.
    """
    certain = _about()[0].search(folded) is not None
    matches = list(_pattern(known, any_case=True).finditer(text))
    lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)  # places stay
    beside = [_beside(lowered, m.start(), m.end()) for m in matches]
    for _ in range(2):  # "ce and rohs certificate": the word counts for the whole list
        for n in range(len(matches)):
            for other in (n - 1, n + 1):
                if 0 <= other < len(matches) and beside[other] and not beside[n]:
                    low, high = sorted((n, other))
                    between = lowered[matches[low].end() : matches[high].start()]
                    beside[n] = len(between) <= 12 and re.fullmatch(_JOINER, between) is not None
    found: dict[str, None] = {}
    for match, near in zip(matches, beside, strict=True):
        name = usual_spelling(match[0], known)
        if near or _plain(text, match, name, certain):
            found[name] = None
    return tuple(found)


def _beside(lowered: str, start: int, end: int) -> bool:
    return (
        _about()[1].match(lowered[end : end + 30]) is not None
        or _about()[2].search(lowered[max(0, start - 30) : start]) is not None
    )


def _plain(text: str, match: re.Match[str], name: str, certain: bool) -> bool:
    """Whether a name counts without a word for certificate right beside it."""
    written = match[0]
    small = written != written.upper() and not any(c.isdigit() for c in written)
    if small and name.upper() in certificate_names()["words"]:
        return False
    if written not in certificate_names()["ambiguous"]:
        return True
    around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR].lower()
    return certain and _about()[0].search(around) is not None


def certificate_spans(text: str) -> list[tuple[int, int]]:
    """Where certificates and standards with numbers in them stand: ISO 9001, EN 71-3."""
    found = [m.span() for m in _pattern(frozenset(), any_case=False).finditer(text)]
    return [(start, end) for start, end in found if any(c.isdigit() for c in text[start:end])]
