"""Buyers' words and drafts in the language of whoever reads them: one question for all that is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.asking import Asked, LanguageModel, ModelTrouble, Told
from bot.domain.fence import fenced, harmless, new_mark
from bot.modelled.asking import LANGUAGES
from bot.steps.guard.language import is_other_language
from prompts.model import prompt

PROMPT = "translate"
LONGEST = 6_000
"""Characters of one text; a longer one is not translated."""
_AT_ONCE = 4_500
"""Characters of one question, or one text: an answer needs as many tokens again."""


@dataclass(frozen=True, slots=True)
class Translated:
    """Of one text. `outcome` None: `text` is its translation; else why there is none."""

    text: str = ""
    model: str | None = None
    outcome: str | None = None


def prompt_version() -> int:
    """Another prompt, other translations."""
    return prompt(PROMPT).version


def translated(
    model: LanguageModel, company: str, texts: Sequence[str], language: str, private: Iterable[str] = ()
) -> list[Translated]:
    """Each of `texts` in `language`, in as few questions as hold them. A trouble ends the asking."""
    told: list[Translated] = [Translated(outcome="too_long")] * len(texts)
    trouble: str | None = None
    for numbers in _questions(texts):
        if trouble is None:
            try:
                answer = model.ask(_asked(company, texts, numbers, language, tuple(private)))
            except ModelTrouble as failed:
                trouble = failed.kind
            else:
                given = _given(answer)
                for number in numbers:
                    told[number] = _checked(texts[number], given.get(number + 1, ""), language, answer.model)
        if trouble is not None:
            for number in numbers:
                told[number] = Translated(outcome=trouble)
    return told


def _questions(texts: Sequence[str]) -> list[list[int]]:
    """Which texts are asked for together; those that are too long are in none."""
    found: list[list[int]] = []
    room = 0
    for number, text in enumerate(texts):
        if len(text) > LONGEST:
            continue
        if not found or len(text) > room:
            found.append([])
            room = _AT_ONCE
        found[-1].append(number)
        room -= len(text)
    return found


def _asked(
    company: str, texts: Sequence[str], numbers: Sequence[int], language: str, private: tuple[str, ...]
) -> Asked:
    mark = new_mark()
    return prompt(PROMPT).ask(
        system={"company": harmless(" ".join(company.split()))[:80]},
        user={
            "mark": mark,
            "language": LANGUAGES[language],
            "passages": "\n".join(
                fenced(f"passage {number + 1}", texts[number].strip(), mark) for number in numbers
            ),
        },
        private=private,
    )


def _given(answer: Told) -> Mapping[int, str]:
    """The answer's texts by number; of a number that comes twice the first."""
    given: dict[int, str] = {}
    passages = (answer.data or {}).get("passages")
    for each in passages if isinstance(passages, list) else ():
        given.setdefault(each["number"], each["text"])
    return given


def _checked(original: str, text: str, language: str, model: str) -> Translated:
    text = text.strip()
    if not text:
        return Translated(outcome="broken")
    if len(text) > 4 * len(original) + 400:
        return Translated(outcome="broken")  # no translation grows so much: it says something of its own
    if is_other_language(text, language):
        return Translated(outcome="other_language")
    return Translated(text, model)
