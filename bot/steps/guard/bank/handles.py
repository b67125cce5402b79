"""Payment handles: what an app or a wallet is told to pay to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.steps.guard.bank.labelled import Label
from bot.steps.guard.phrases import phrases

Span = tuple[int, int]

_LINK = re.compile(
    r"(?<![A-Za-z0-9])(?:https?://)?(?:www\.)?(?:paypal\.me|paypal\.com/paypalme|revolut\.me|wise\.com/pay|"
    r"cash\.app|venmo\.com|monzo\.me|me\.sumup|qr\.alipay\.com|pay\.skrill|ko-fi\.com|nubank\.com\.br/pagar|"
    r"picpay\.me|mpago\.la|link\.mercadopago|bunq\.me|twint\.ch|lydia-app\.com|payoneer\.com)/[^\s\x1f<>\"，。]+"
    r"|(?<![A-Za-z0-9])(?:upi://pay|wxp://|bitcoin:|ethereum:|tron:|litecoin:|ton://transfer)[^\s\x1f]*",
    re.IGNORECASE,
)
_UPI = re.compile(
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9._\-]{2,60} ?@ ?"
    rf"(?:{'|'.join(phrases('bank_codes')['upi'])})(?![A-Za-z0-9\-]|\.[A-Za-z])",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![A-Za-z0-9._%+\-])(?=[0-9._\-]*[A-Za-z])[A-Za-z0-9._\-]{3,60}@"
    r"(?!(?i:usd|eur|gbp|rmb|cny|fob|exw|cif)\b)[a-z]{3,20}(?![A-Za-z0-9\-]|\.[A-Za-z])"
)
"""What looks like an e-mail address without a domain is an address of payment: UPI, InstaPay, PayID."""
_EMAIL = (
    r"[A-Za-z0-9._%+\-]{1,64} ?(?:@|\[at\]|\(at\)|\{at\}| at ) ?[A-Za-z0-9\-]{1,63}"
    r"(?: ?(?:\.|\[dot\]|\(dot\)| dot ) ?[A-Za-z0-9\-]{2,63})*"
)
_VALUE = re.compile(
    rf"(?P<value>{_EMAIL}|[@$€£][A-Za-z][A-Za-z0-9_.\-]{{2,40}}|(?:\+ ?)?\(?\d(?:[ ().\-/*]{{0,2}}\d){{6,17}}"
    r"|[WZREUwzreu]\d{12}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:[\s]*(?:id|tag|handle|account|acc|user(?:name)?|name|konto|cuenta|conta|compte|hesap|akun|"
    r"rekening|tài khoản|аккаунт|счёт|кошелёк|حساب|खाता|आईडी|账号|账户|帳號|号|アカウント|番号|"
    r"id番号|no\.?|number))?\s*"
    r"(?:[:：=]|is|→|->|ist|es|é|to|at|на)\s*"
    r"(?P<value>@?(?=[A-Za-z0-9_.\-]{4,40}(?![A-Za-z0-9]))(?=[A-Za-z_.\-]*[\d_@.\-]|[A-Za-z]+[A-Z])"
    r"[A-Za-z0-9_.\-]{3,39}[A-Za-z0-9])",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[^\n.!?。！？]{0,30}?(?<!\d)(?P<value>\d{5,8})(?!\d)")
_BREAK = re.compile(r"[.!?。！？](?:\s|$)|\n(?!\s*\S{0,40}$)|\n\n")
_TIGHT = re.compile(r"[\s:#.=№\-–—>→(]{1,4}$|^$")
_TAG = re.compile(
    r"(?<![A-Za-z0-9$])\$(?!(?:USD|AUD|CAD|US|HK|SG)\b)[A-Za-z][A-Za-z0-9_]{2,20}(?![A-Za-z0-9])"
)
_TILLS = ("till", "paybill", "pay bill", "buy goods", "m pesa", "mpesa", "lipa", "momo", "uen", "payid")
_REACH = 48


def plain_handles(text: str) -> Iterator[Span]:
    """Places of payment links and of handles that are nothing else."""
    for pattern in (_LINK, _UPI, _BARE, _TAG):
        for match in pattern.finditer(text):
            yield match.span()


def handles(text: str, lowered: str, known: list[Label]) -> Iterator[Span]:
    """Places of handles behind the name of what takes them."""
    for label in known:
        if not label.kind.startswith("handle"):
            continue
        reach = text[label.end : label.end + _REACH + 60]
        tight = label.kind == "handle_tight"
        named = _NAMED.match(reach)
        if named is not None and not named["value"].isalpha():
            yield label.end + named.start("value"), label.end + named.end("value")
            continue
        value = _VALUE.search(reach)
        if value is not None and _belongs(reach[: value.start()], tight=tight):
            yield label.end + value.start(), label.end + value.end()
            continue
        if any(name in lowered[label.start : label.end].replace("-", " ") for name in _TILLS):
            short = _SHORT.match(reach)
            if short is not None:
                yield label.end + short.start("value"), label.end + short.end("value")
    for match in _VALUE.finditer(text):
        # "sales@shop.example (PayPal)", "138… 支付宝"
        for label in known:
            if label.kind == "handle" and 0 <= label.start - match.end() <= 14:
                between = text[match.end() : label.start]
                if "\n" not in between and not _BREAK.search(between) and "," not in between:
                    yield match.span()


def _belongs(between: str, *, tight: bool) -> bool:
    if tight:
        return _TIGHT.search(between) is not None and len(between) <= 6
    return len(between) <= _REACH and _BREAK.search(between) is None
