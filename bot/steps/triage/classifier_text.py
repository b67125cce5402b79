"""A buyer's words made comparable: folded, with numbers, links and codes put into one shape each."""

from __future__ import annotations

import re
import unicodedata

_URL = re.compile(r"(?:https?://|www\.)\S+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"(?<!\w)@\w+")
_PHONE = re.compile(r"\+\d[\d\s().-]{6,}\d|(?<![\w.,])0\d{2,4}[\s-]\d[\d\s-]{4,}\d")
_MONEY = re.compile(
    r"(?:us\$|[$€£¥₹₽]|\b(?:usd|eur|gbp|rmb|cny))\s*\d[\d.,]*"
    r"|\d[\d.,]*\s*(?:[$€£₹₽¥元円]|(?:usd|eur|gbp|rmb|cny|dollars?|euros?|bucks)\b|米ドル|美元|美金|ドル|دولار|долл\w*|dolar\w*|dolares)"
)
_CODE = re.compile(r"(?<!\w)#?(?=[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z-])[a-z0-9]+(?:-[a-z0-9]+)+(?!\w)|#\d{3,}")
_NUMBER = re.compile(r"\d+(?:[.,'\s]\d{3})*(?:[.,]\d+)?")
_PART = re.compile(r"[.,]\d{1,2}$")
"""What is no count of pieces: a price without its currency, a size."""
_PERCENT = re.compile(
    r"%\s*0|0\s*[%٪]|\byuzde\s+0"
    r"|0\s*(?:per ?cent|prozent|por ?ciento|por cento|pour ?cent|per cento|процент\w*|procent\w*)"
    r"|0\s*(?:persen|phan tram|प्रतिशत|パーセント|بالميه|بالمايه)"
)
_REPEATED = re.compile(r"([^\W\d])\1{2,}")
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None})
_LATIN = str.maketrans({"ı": "i", "đ": "d", "ł": "l", "ø": "o", "’": "'", "‘": "'", "`": "'", "´": "'"})
_MARKS = re.compile("[\u0300-\u036f\u064b-\u0652\u200b-\u200f\u202a-\u202e\ufeff]")
_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """`text` in lower case without accents and invisible marks; kana and Hindi vowel signs stay."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))
    # NFD split kana's voicing marks and Hindi's nuqta, which are no accents: NFC has put them back.
    text = text.translate(_LATIN).translate(_ARABIC)
    return _SPACES.sub(" ", _REPEATED.sub(r"\1\1", text)).strip()


def ascii_digits(text: str) -> str:
    """`text` with the digits of every script as 0-9."""
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.category(c) == "Nd" else c for c in text
    )


def shaped(text: str) -> str:
    """Folded text in which every number is `0` and links, addresses, codes and amounts are one token each."""
    # Before folding, which shortens the three letters of "www".
    text = ascii_digits(folded(_URL.sub(" hxurl ", text.casefold())))
    text = _MAIL.sub(" hxmail ", text)
    text = _HANDLE.sub(" hxhandle ", text)
    text = _PHONE.sub(" hxphone ", text)
    text = _MONEY.sub(" hxmoney ", text)
    text = _CODE.sub(" hxcode ", text)
    text = _NUMBER.sub(lambda found: " 0 hxpart " if _PART.search(found[0]) else " 0 ", text)
    text = _PERCENT.sub(" hxpercent ", text)
    return _SPACES.sub(" ", text).strip()


_TRADE = re.compile(
    r"\b(?:exw|fca|fas|fob|cfr|cif|cpt|cip|dap|dpu|ddp|moq|pcs|pc|pieces?|oem|odm|sku|usd|eur|rmb|cny|gbp|usdt|kg|g|cm|mm|m|ml|l"
    r"|w|v|mah|wh|gb|tb|ghz|db|usb|led|lcd|type|ce|rohs|fcc|reach|ukca|iso|logo|t/t|l/c|tt|lc|dhl|ups|fedex|tnt|ems|ok|okay"
    r"|whatsapp|wechat|telegram|paypal|alipay|swift|iban|vip|pdf|ai)\b"
)

_COUNT = re.compile(r"\d[\d.,]*\s?(?:k|nos|x|qty|gsm|inch|prs|doz|ctns?)?\b")


def plain(text: str) -> str:
    """`text` in lower case, accents kept, without what tells nothing of its language.

    Links, addresses, codes, numbers, units, Incoterms and trade abbreviations go: every language shares them.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    for pattern in (_URL, _MAIL, _HANDLE, _CODE):
        text = pattern.sub(" ", text)
    text = _COUNT.sub(" ", _TRADE.sub(" ", text))
    text = "".join(
        c if c.isalpha() or c in "'\u0300\u0301\u0303" or unicodedata.category(c)[0] == "M" else " "
        for c in text
    )
    return _SPACES.sub(" ", _REPEATED.sub(r"\1\1", text)).strip()
