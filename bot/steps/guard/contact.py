"""Links, e-mail addresses, phone numbers and messenger handles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from bot.domain.plan import AllowedFacts, Finding
from bot.steps.guard.phrases import phrases
from bot.steps.guard.sight import Sight

_EMAIL = re.compile(r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63})+")
_EMAIL_SPELLED = re.compile(
    r"[a-z0-9._%+\-]{1,64} ?(?:\[at\]|\(at\)|\{at\}| at |＠) ?[a-z0-9\-]{2,63} ?(?:\.|\[dot\]|\(dot\)|"
    r" dot ) ?[a-z]{2,10}\b",
    re.IGNORECASE,
)
_DOMAIN = (
    r"com|net|org|info|biz|shop|store|online|site|xyz|app|club|top|vip|link|click|live|pro|cloud|tech|"
    r"trade|"
    r"example|test|invalid|io|co|cn|ru|jp|kr|uk|fr|tr|vn|ua|kz|ae|sa|eg|ng|za|mx|br|ar|cl|pe|gg|ly|cc|"
    r"tv|ws|hk|tw|sg|eu"
)
_URL = re.compile(
    r"\b(?:https?|ftp|hxxps?)://[^\s\x1f<>\"，。；！？、（）「」『』]+"
    r"|\bwww\.[^\s\x1f<>\"，。；！？、（）「」『』]+"
    rf"|"
    rf"(?<![A-Za-z0-9@.\-])(?:[a-z0-9\-]{{1,63}}\.){{1,4}}(?:{_DOMAIN})(?![A-Za-z0-9\-])(?::\d+)?(?:/[^\s\x1f<>\"，。；！？、（）]*)?"
    r"|(?<![A-Za-z0-9@.\-])[a-z0-9\-]{1,63}\.(?:me|to|it|in|de|es|id|pl|be|at|us|is|so|"
    r"do)/[^\s\x1f<>\"，。；！？、]+",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\.[A-Za-z]|://")
_URL_SPELLED = re.compile(
    rf"\b[a-z0-9\-]{{2,63}}(?: ?[\[(](?:\.|dot)[\])] ?| dot )(?:{_DOMAIN}|me)\b", re.IGNORECASE
)
_MESSENGER_HOSTS = (
    "wa.me",
    "t.me",
    "telegram.me",
    "whatsapp.com",
    "line.me",
    "m.me",
    "viber.com",
    "skype.com",
)
_PHONE = re.compile(r"(?<![\w.,])(?:\+|(?<!\d )00)\d(?:[ ().\-/]{0,2}\d){6,14}(?!\d)")
_HANDLE = re.compile(
    r"[^\n.!?。！？\x1f]{0,24}?(?P<handle>@[A-Za-z0-9_.]{3,32}|\+?\d(?:[ ().\-/]{0,2}\d){5,14}"
    r"|(?<![A-Za-z0-9])(?=[A-Za-z0-9_\-]{0,31}[\d_])[A-Za-z][A-Za-z0-9_\-]{4,31})"
)
_HANDLE_NAMED = re.compile(r"(?: ?(?:id|name))?\s?[:：]\s?(?P<handle>@?[A-Za-z][A-Za-z0-9_.\-]{3,31})")
_HANDLE_ALONE = re.compile(r"(?<![\w.@])@[A-Za-z][A-Za-z0-9_]{3,31}\b")

_TOKEN = re.compile(r"\w+")

Span = tuple[int, int]


@cache
def _messenger() -> re.Pattern[str]:
    words, joined = (phrases("messengers")[group] for group in ("words", "joined"))
    return re.compile(rf"\b(?:{'|'.join(words)})\b|{'|'.join(joined)}", re.IGNORECASE)


@cache
def _messenger_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and beginnings or texts that may stand inside others."""
    whole, parts = set[str](), list(phrases("messengers")["joined"])
    for word in phrases("messengers")["words"]:
        literal = re.split(r"[\\(]", word)[0]
        if literal == word and " " not in word:
            whole.add(word)
        else:
            parts.append(literal)
    return frozenset(whole), tuple(parts)


def _names_messenger(small: str) -> bool:
    whole, parts = _messenger_words()
    return not whole.isdisjoint(_TOKEN.findall(small)) or any(part in small for part in parts)


def check_contact(sight: Sight, facts: AllowedFacts) -> tuple[list[Finding], list[Span]]:
    """The findings, and every place that holds a link or an address, allowed or not."""
    found: list[Finding] = []
    spans: list[Span] = []

    def settle(rule: str | None, start: int, end: int) -> None:
        if any(start < stop and begin < end for begin, stop in spans[-50:]):
            return
        spans.append((start, end))
        if rule is not None:
            found.append(Finding(rule, "block", sight.words(start, end)))

    text = sight.text
    emails = {email.casefold() for email in facts.emails}
    if "@" in text:
        for match in _EMAIL.finditer(text):
            known = match[0].casefold().rstrip(".") in emails
            settle(None if known else "unsupported_email", *match.span())
    links = _known_links(facts.links)
    for match in _URL.finditer(text) if _DOTTED.search(text) else ():
        end = match.start() + len(match[0].rstrip(".,;:!?)]}'"))
        if end <= match.start():
            continue
        link = _bare(text[match.start() : end])
        if link in links:
            settle(None, match.start(), end)
        elif link.split("/")[0] in _MESSENGER_HOSTS:
            settle("contact_leak", match.start(), end)
        else:
            settle("unsupported_link", match.start(), end)
    small = text.lower()
    if "dot" in small or "[" in text or "(" in text:
        for match in _EMAIL_SPELLED.finditer(text):
            settle("unsupported_email", *match.span())
        for match in _URL_SPELLED.finditer(text):
            settle("unsupported_link", *match.span())
    for match in _PHONE.finditer(text):
        settle("contact_leak", *match.span())
    for name in _messenger().finditer(text) if _names_messenger(small) else ():
        handle = _HANDLE_NAMED.match(text, name.end()) or _HANDLE.match(text, name.end())
        if handle is not None:
            settle("contact_leak", name.start(), handle.end("handle"))
    if "@" in text:
        for match in _HANDLE_ALONE.finditer(text):
            settle("contact_leak", *match.span())
    return found, spans


def _bare(link: str) -> str:
    scheme, mark, rest = link.partition("://")
    rest = rest if mark else scheme
    host, slash, path = rest.partition("/")
    return (host.casefold() + slash + path).rstrip("/")


def _known_links(links: Iterable[str]) -> frozenset[str]:
    known = {_bare(link) for link in links}
    return frozenset(known | {link.split("/")[0] for link in known})
