"""The language of each passage: by its script where that tells, else by py3langid where it is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from bot.domain.inquiry import LANGUAGES

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WITH_OTHER_SCRIPT = ("zh", "ja", "ru", "ar", "hi")
_SURE = 0.95
_ENOUGH = 80
"""Characters, below which a passage's own language is not asked for but its document's."""


def passage_languages(texts: Sequence[str]) -> list[str]:
    """ISO 639-1 codes, "en" where nothing says otherwise."""
    by_script = [script_language(text) for text in texts]
    latin = [text for text, code in zip(texts, by_script, strict=True) if code is None]
    if not latin:
        return [code or "en" for code in by_script]
    document = _latin_language("\n".join(latin)[:4000]) or "en"
    return [
        code or (_latin_language(text) if len(text) >= _ENOUGH else None) or document
        for text, code in zip(texts, by_script, strict=True)
    ]


def script_language(text: str) -> str | None:
    """The language of a text in another script than the Latin one; None for a Latin one."""
    latin = len(_LATIN.findall(text))
    counts = {code: len(pattern.findall(text)) for code, pattern in _SCRIPTS}
    if counts["ja"] and counts["ja"] * 8 >= counts["zh"]:
        counts["ja"] += counts.pop("zh")
    # A Chinese character says about as much as three letters do.
    weighted = {code: count * (3 if code in ("zh", "ja") else 1) for code, count in counts.items()}
    best = max(weighted, key=lambda code: weighted[code])
    return best if weighted[best] > latin else None


def _latin_language(text: str) -> str | None:
    code, probability = _identifier().classify(text)
    return str(code) if probability >= _SURE else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in LANGUAGES if code not in _WITH_OTHER_SCRIPT])
    return identifier
