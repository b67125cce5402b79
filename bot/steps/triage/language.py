"""In which of our languages the buyer writes now."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.domain.inquiry import LANGUAGES, Message
from bot.steps.triage.classifier import packaged
from bot.steps.triage.classifier_text import plain
from bot.steps.triage.language_grams import packaged_grams

_SCRIPTS = (
    ("kana", re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]")),
    ("han", re.compile("[\u3400-\u9fff\uf900-\ufaff]")),
    ("ar", re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")),
    ("hi", re.compile("[\u0904-\u0939\u0958-\u0961]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("latin", re.compile("[a-z\u00df-\u024f\u1e00-\u1eff]")),
)
_QUOTED = re.compile(r"\"[^\"]{8,}\"|“[^”]{8,}”|«[^»]{8,}»|„[^“”]{8,}[“”]|「[^」]{8,}」")
_WEIGHT = {"kana": 3.0, "han": 3.0, "ar": 2.0, "hi": 2.0, "ru": 2.0, "latin": 1.0}
"""One Chinese character says as much as three Latin letters; goods' names are Latin in every language."""
_LATIN = tuple(code for code in LANGUAGES if code not in ("ru", "ar", "zh", "ja"))
"""Hindi stays among them: many write it in Latin letters."""
_SURE = 4.0
"""How far (natural logarithm) the best language must lead for the general model not to be asked."""
_SHORT = 12
"""With fewer letters than this a message alone tells too little: the talk so far counts as much."""
_ENGLISH = 0.8
"""Lead of English in short Latin texts: the words left in them are mostly trade words."""

_WORD = 3.0
"""How much (natural logarithm) one known word speaks against the languages that lack it."""
_FEW = 6
"""With fewer words than this one word may tell the language."""
_UNTOLD = 3.5
"""Lead of English in a short text none of whose words tells another language: goods have English names."""


def detect_language(messages: Sequence[Message]) -> str:
    """The one of LANGUAGES in which the buyer now writes; `en` where nothing tells it."""
    newest, before = _split(messages)
    text = plain(_own_words(newest))
    script = _script(text)
    if script == "" and not text:
        return detect_language([Message("buyer", before)]) if before else "en"
    if script not in ("", "latin"):
        return script
    return _latin_language(text, plain(before))


def _split(messages: Sequence[Message]) -> tuple[str, str]:
    """The buyer's messages since the last seller message, and the last four before, each as one text."""
    newest: list[str] = []
    position = len(messages)
    for index in range(len(messages) - 1, -1, -1):
        if messages[index].sender == "seller" and newest:
            break
        if messages[index].sender == "buyer":
            newest.append(messages[index].text)
        position = index
    before = [message.text for message in messages[:position]]
    return "\n".join(reversed(newest)), "\n".join(before[-4:])


def _own_words(text: str) -> str:
    """`text` without what the buyer quotes, unless hardly anything is left."""
    rest = _QUOTED.sub(" ", text)
    return rest if len(plain(rest)) >= _SHORT else text


def _script(text: str) -> str:
    """The language that the script of most letters means, "latin", or "" where there is no letter."""
    counts = Counter({name: len(pattern.findall(text)) * _WEIGHT[name] for name, pattern in _SCRIPTS})
    if not any(counts.values()):
        return ""
    eastern = counts.pop("kana") + counts["han"]
    kana = eastern - counts.pop("han")
    counts["eastern"] = eastern
    name, _ = counts.most_common(1)[0]
    if name == "eastern":
        return "ja" if kana > 0.08 * eastern else "zh"
    return name


def _latin_language(text: str, before: str) -> str:
    letters = sum(map(len, text.split()))
    scores = _scores(text, letters)
    if before and _script(before) == "latin":
        share = 1.0 if letters < _SHORT else 0.5 if letters < 3 * _SHORT else 0.1
        for code, score in _scores(before, len(before)).items():
            scores[code] += share * max(score, -8.0)
    elif before and letters < _SHORT:
        script = _script(before)
        if script:
            return script
    return max(_LATIN, key=lambda code: scores[code])


def _scores(text: str, letters: int) -> dict[str, float]:
    """Log-probability of each Latin-script language; the general model is asked where our own is unsure."""
    own = packaged().language_scores(text)
    trust = min(1.0, letters / (2 * _SHORT))
    lead = _ENGLISH if letters < 3 * _SHORT else 0.0
    scores = _normal({code: own.get(code, 0.0) * trust + (lead if code == "en" else 0.0) for code in _LATIN})
    first, second = sorted(scores.values(), reverse=True)[:2]
    if first - second < _SURE:
        general = _normal(packaged_grams().scores(text))
        scores = {code: scores[code] + trust * max(general[code], -12.0) for code in _LATIN}
    told = _told_by_words(text)
    if told["en"] == 0.0 and text.isascii() and letters < 3 * _SHORT:
        told["en"] = _UNTOLD
    return {code: scores[code] + told[code] for code in _LATIN}


def _told_by_words(text: str) -> dict[str, float]:
    """What the known words of a text say: each speaks against the languages that do not have it."""
    words = text.split()
    known = [languages for languages in (packaged_grams().known(word) for word in words) if languages]
    if not known:
        return dict.fromkeys(_LATIN, 0.0)
    against = {code: float(sum(code not in languages for languages in known)) for code in _LATIN}
    if len(words) < _FEW:
        # Buyers of every language name goods in English; English ones ask for no "cena".
        against["en"] *= 1.5
    fewest = min(against.values())
    weight = _WORD / math.sqrt(len(known))
    return {code: -weight * (count - fewest) for code, count in against.items()}


def _normal(margins: Mapping[str, float]) -> dict[str, float]:
    """Margins as log-probabilities over the Latin-script languages."""
    highest = max(margins[code] for code in _LATIN)
    total = math.log(sum(math.exp(margins[code] - highest) for code in _LATIN)) + highest
    return {code: margins[code] - total for code in _LATIN}
