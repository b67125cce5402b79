"""A model of a test's own, in the process: notes what it is asked, and answers as it was told to."""

from __future__ import annotations

import json
from collections.abc import Callable

from bot.domain.asking import Asked, ModelTrouble, Told
from tests.modelled.answers import NOTHING_READ, well

Answer = Callable[[str], str]


class NotingModel:
    """Implements `LanguageModel`; an answer that is no JSON is the trouble `broken`, as with the real one."""

    name = "test:noting"

    def __init__(self, *answers: Answer, reading: str = NOTHING_READ) -> None:
        self.asked: list[Asked] = []
        self._answers = list(answers)
        self._reading = reading

    def ask(self, asked: Asked) -> Told:
        self.asked.append(asked)
        if asked.purpose == "extract":
            text = self._reading
        else:
            text = (self._answers.pop(0) if self._answers else well)(asked.user)
        try:
            data = json.loads(text)
        except json.JSONDecodeError:
            raise ModelTrouble("broken", "the answer is not JSON") from None
        return Told(text, data, self.name, 1, 1, 0, None, 1.0)

    def of(self, purpose: str) -> list[Asked]:
        return [asked for asked in self.asked if asked.purpose == purpose]
