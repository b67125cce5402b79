"""What a platform calls an order's state -> the ledger's state."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from bot.domain.order_reports import reportable
from bot.domain.orders import MAIN, STATES, OrderState

_LONGEST = 80
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def plain(text: str) -> str:
    """Lower case, punctuation as blanks: `WAIT_BUYER_PAY` -> `wait buyer pay`."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(sign if _is_letter(sign) else " " for sign in folded).split())


@lru_cache(4096)
def state_of(status: str) -> OrderState | None:
    """The state that a status means; None where its words are not known, or say the contrary as well."""
    words = plain(status)
    if not words or len(words) > _LONGEST:
        return None
    known, turned = _known()
    if words in known:
        return known[words]
    for phrase in sorted(known, key=len, reverse=True):
        at = _find(words, phrase)
        if at is not None:
            rest = f"{words[:at]} {words[at + len(phrase) :]}"
            return None if any(_find(rest, each) is not None for each in turned) else known[phrase]
    return None


def named_state(name: str) -> OrderState | None:
    """A state that a person names for a status: ours by its own name, or by a word for it."""
    own = plain(name).replace(" ", "_")
    return next((state for state in STATES if state == own), None) or state_of(name)


def with_own(own: Mapping[str, str]) -> dict[str, OrderState]:
    """What a person has said of statuses: {status as it is read -> state}."""
    return {plain(status): state for status, name in own.items() if (state := named_state(name)) is not None}


def wrong_states(own: Mapping[str, str]) -> list[str]:
    """What was said of statuses and names no state that a platform can know of."""
    usable = [state for state in STATES if reportable(state)]
    return [
        f"{name!r} is no state; the states are {', '.join(usable)}"
        for name in own.values()
        if named_state(name) not in usable
    ]


@cache
def _known() -> tuple[dict[str, OrderState], tuple[str, ...]]:
    source = resources.files("knowledge.orders").joinpath("status_words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    known: dict[str, OrderState] = {}
    for state in (*MAIN, "lost"):
        for phrase in table.get(state, ()):
            known.setdefault(plain(phrase), next(each for each in STATES if each == state))
    return known, tuple(dict.fromkeys(map(plain, table["turned"])))


def _find(words: str, phrase: str) -> int | None:
    """Where a phrase stands in `words`, as whole words where its script has borders of words."""
    if _HAN.search(phrase):
        at = words.find(phrase)
        return at if at >= 0 else None
    at = f" {words} ".find(f" {phrase} ")
    return at if at >= 0 else None


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"
