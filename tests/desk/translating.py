"""What a scripted model answers to a question to translate: well, or wrongly in a way that has a name."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping

from tests.model_server import Script
from tests.model_server.replies import Reply, Said
from tests.model_server.request import ChatRequest

_PASSAGE = re.compile(r"<<<passage (\d+) (\w+)>>>\n(.*?)\n<<<end of passage \1 \2>>>", re.DOTALL)
_TO = re.compile(r"^language: (.*)$", re.MULTILINE)

Translator = Callable[[str], str]


def passages_of(user: str) -> list[tuple[int, str]]:
    """(number, words) of what is to be translated."""
    return [(int(number), words) for number, _, words in _PASSAGE.findall(user)]


def told(user: str, translator: Translator) -> str:
    """The whole answer, each passage as `translator` says it."""
    return json.dumps(
        {"passages": [{"number": number, "text": translator(words)} for number, words in passages_of(user)]},
        ensure_ascii=False,
    )


def language_of(user: str) -> str:
    """The name of the language asked for."""
    found = _TO.search(user)
    assert found is not None
    return found[1]


def by_book(words: Mapping[str, str]) -> Translator:
    """A translator who knows these texts, and says everything else with the same figures and codes."""

    def translator(text: str) -> str:
        if text in words:
            return words[text]
        kept = " ".join(re.findall(r"[A-Z]{2,}[A-Z0-9\-]*|\S*\d\S*", text))
        return f"The words of this are as they were in the message: {kept}"

    return translator


def translating(translator: Translator, other: Script) -> Script:
    """Translations by `translator`; every other question goes to `other`."""

    def script(request: ChatRequest) -> Reply | str:
        if request.purpose != "translate":
            return other(request)
        return Said(told(request.user, translator))

    return script
