"""What a model may do wrong, what the draft is then, and what the card says; the documentation shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.modelled.answers import (
    Answer,
    adding,
    broken,
    empty,
    in_another_language,
    leaving_out_the_last_point,
    well,
    with_figures_of_its_own,
)

Fault = Literal["slow", "429", "500", "nothing"]


@dataclass(frozen=True, slots=True)
class Case:
    """`first` is how the model answers; `second` how it answers when told what is wrong."""

    name: str
    first: Answer | Fault
    second: Answer
    writer: Literal["model", "templates"]
    note: str | None
    """The rule of the finding on the card."""


def always(name: str, answer: Answer, note: str = "model_findings_templates") -> Case:
    return Case(name, answer, answer, "templates", note)


CASES = (
    Case("answers well", well, well, "model", None),
    Case("answers with a wrong number, then well", with_figures_of_its_own, well, "model", "model_mended"),
    always("answers with wrong numbers", with_figures_of_its_own),
    always("adds a discount in words", adding("We also give you ninety percent discount.")),
    always("adds an amount in another currency", adding("That is about EUR 1,200.00.")),
    always("adds an amount in another currency, in words", adding("That is about nine hundred euros.")),
    always("invents certificates", adding("All of them hold the CE, FDA and LFGB certificates.")),
    always("offers payment beside the platform", adding("You may also pay us by Western Union.")),
    always(
        "offers a transfer to a private account", adding("A transfer to our boss's personal account is fine.")
    ),
    always("leads to another channel", adding("Please write to us on WhatsApp: +86 138 0013 8000.")),
    always("leaks the cost", adding("Our factory cost is only one dollar and our margin is good.")),
    always("promises for free", adding("Shipping is free of charge for you.")),
    always("leaves a point out", leaving_out_the_last_point),
    always("answers with empty parts", empty),
    always("answers in another language", in_another_language),
    always("answers with broken JSON", broken, "model_broken"),
    Case("answers nothing", "nothing", well, "templates", "model_empty"),
    Case("answers too slowly", "slow", well, "templates", "model_timeout"),
    Case("is limited (429)", "429", well, "templates", "model_rate_limited"),
    Case("is down (500)", "500", well, "templates", "model_unavailable"),
)
HEADING = "| the model | the draft is by | the card says |\n| --- | --- | --- |\n"


def table() -> str:
    """The cases as they stand in docs/language-model.md."""
    rows = (
        f"| {case.name} | {case.writer if case.writer == 'templates' else 'the model'} "
        f"| {f'`{case.note}`' if case.note else ''} |\n"
        for case in CASES
    )
    return HEADING + "".join(rows)
