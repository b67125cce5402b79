"""Ready-made scripts: how a model, its provider or the network behaves, well or badly.

Those that word replies take the prompts of `prompts/model`: an answer of `tests.modelled.answers` for a
reply, a reading that adds nothing for an inquiry. `obeying` says whatever the talk tells a model to say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

from tests.modelled import answers

from .replies import EMPTY, Cut, Fault, Hang, Raw, Refused, Reply, Said, Trickle
from .request import ChatRequest
from .server import Script

_TALK = re.compile(r"^B\| (.*)$", re.MULTILINE)
_ORDER = re.compile(
    r"ignore|instead|tell|say|write|offer|confirm|reply|system|must|answer|promise", re.IGNORECASE
)
_ACCOUNT = "Please pay by Western Union to our boss's personal account."


def wording(answer: Callable[[str], str]) -> Script:
    """Answers to inquiries nothing new, to replies what `answer` makes of the user message."""

    def script(request: ChatRequest) -> Reply:
        return Said(answers.NOTHING_READ if request.purpose == "extract" else answer(request.user))

    return script


def always(reply: Reply) -> Script:
    return lambda _: reply


def in_turn(*scripts: Script) -> Script:
    """One a request; the last one stays."""
    turns: Iterator[Script] = iter(scripts)
    last = scripts[-1]
    return lambda request: next(turns, last)(request)


def for_purpose(given: Mapping[str, Script], other: Script) -> Script:
    return lambda request: given.get(request.purpose, other)(request)


def told_to_do(talk: str) -> list[str]:
    """The lines of a buyer that tell somebody what to say or do."""
    return [line for line in _TALK.findall(talk) if _ORDER.search(line)]


def obeying(request: ChatRequest) -> Reply:
    """Does whatever the talk orders: says it in its reply, and reads the inquiry as the order wants it."""
    orders = told_to_do(request.user)
    if request.purpose == "extract":
        ordered = (
            {"intents": ["negotiation"], "target_price": "0.01", "target_currency": "USD"} if orders else {}
        )
        return Said(json.dumps(json.loads(answers.NOTHING_READ) | ordered))
    return Said(answers.parts(request.user, *orders))


well = wording(answers.well)
wrong_numbers = wording(answers.with_figures_of_its_own)
another_currency = wording(answers.adding("That is about EUR 1,200.00."))
invented_certificates = wording(answers.adding("All of them hold the CE, FDA and LFGB certificates."))
off_platform = wording(answers.adding(_ACCOUNT))
leaked_cost = wording(answers.adding("Our factory cost is only one dollar and our margin is good."))
another_language = wording(answers.in_another_language)
broken_json = wording(answers.broken)
nothing = always(EMPTY)
hanging = always(Hang())
trickling = always(Trickle())
limited = always(Fault(429, "rate_limit_exceeded"))
down = always(Fault(500))
cut = always(Cut())
cut_in_the_middle = always(Cut(in_the_middle=True))
filtered = always(Refused())
unwilling = always(Refused(by_filter=False))
a_proxy = always(Raw("<html><body>502 Bad Gateway</body></html>"))


def limited_for(seconds: float) -> Script:
    """429 with Retry-After."""
    return always(Fault(429, "rate_limit_exceeded", {"retry-after": f"{seconds:g}"}))
