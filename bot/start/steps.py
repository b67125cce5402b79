"""A step of questions answered as a whole or one by one: for the terminal and for the console."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from bot.start.given import NotAnAnswer, Value
from bot.start.held import Held
from bot.start.held import held as held_in
from bot.start.questions import Question, Step
from bot.start.shop_file import answers_of


def begun(folder: Path) -> Held:
    """The start in `folder`: taken up again, or begun with what a shop.toml there says. SupercargoError."""
    found = held_in(folder)
    if not found.answers and (folder / "shop.toml").is_file():
        try:
            text = (folder / "shop.toml").read_text(encoding="utf-8-sig")
            found.answers.update(answers_of(tomllib.loads(text, parse_float=Decimal)))
        except (OSError, ValueError):
            pass  # what cannot be read proposes nothing; it is named before it would be replaced
    return found


def proposed(held: Held, question: Question) -> Value:
    """The answer that was given before, else the question's own proposal."""
    given = held.answers.get(question.key)
    if given is None and question.key not in held.answers:
        return question.default(held.answers)
    return given


def take(held: Held, question: Question, given: object) -> None:
    """Keep the answer. NotAnAnswer."""
    held.answer(question.key, question.read(given, held.answers))


def take_all(held: Held, step: Step, given: Mapping[str, object]) -> dict[str, NotAnAnswer]:
    """Keep what is right of a whole step, and finish it where all is; what is wrong, by key."""
    wrong: dict[str, NotAnAnswer] = {}
    for question in step.questions:
        answer = given.get(question.key)
        if question.needed and not answer:
            # What is left empty on a page may follow from another answer: the time zone from the country.
            answer = question.default(held.answers)
        try:
            take(held, question, answer)
        except NotAnAnswer as error:
            wrong[question.key] = error
    if not wrong:
        held.finish(step.name)
    return wrong


def shown(question: Question, value: Value) -> str:
    """An answer as a person would type it; of a question of lines with each entry on a line of its own."""
    if value is None:
        return ""
    if not isinstance(value, list):
        return str(value)
    entries = [
        f"{each['name']} {each['start']} {each['end']}" if isinstance(each, Mapping) else str(each)
        for each in value
    ]
    # The last line's end says that commas are no separators, also where there is one line.
    if question.kind == "lines":
        return "".join(f"{each}\n" for each in entries)
    return question.joined.join(entries)
