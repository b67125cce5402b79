"""Whatever a model does, the draft is right or the templates', and the card says what happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.asking import Asked, ModelTrouble, Told, Trouble
from bot.domain.plan import Finding
from bot.domain.reading import Reading
from prompts.console import load
from tests.modelled.answers import NOTHING_READ, well
from tests.modelled.cases import CASES, Case, table
from tests.modelled.noting import NotingModel
from tests.modelled.test_prompts import answered

PLAIN = "500 black ceramic mugs FOB please"
OPEN = "need led bulbs 9w e27, 5000 pcs"
_KINDS: dict[str, Trouble] = {
    "slow": "timeout",
    "429": "rate_limited",
    "500": "unavailable",
    "nothing": "empty",
}


class FailingModel(NotingModel):
    """Answers nothing, for a reason."""

    def __init__(self, kind: Trouble, purpose: str = "write") -> None:
        super().__init__()
        self._kind: Trouble = kind
        self._purpose = purpose

    def ask(self, asked: Asked) -> Told:
        told = super().ask(asked)
        if asked.purpose == self._purpose:
            raise ModelTrouble(self._kind, "as told")
        return told


def model_of(case: Case) -> NotingModel:
    if isinstance(case.first, str):
        return FailingModel(_KINDS[case.first])
    return NotingModel(case.first, case.second)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_draft_is_right_or_the_templates(case: Case) -> None:
    by_templates = answered(NotingModel(), PLAIN).draft.text  # the good answer says what the templates say
    answer = answered(model_of(case), PLAIN)
    assert (answer.draft.writer == "templates") == (case.writer == "templates")
    assert [(each.rule, each.severity) for each in answer.findings] == (
        [(case.note, "warn")] if case.note else []
    )
    assert "2.70" in answer.draft.text or "USD" in answer.draft.text
    for word in ("9,999", "ninety", "euros", "EUR", "Western", "WhatsApp", "cost", "Vielen", "FDA"):
        assert word not in answer.draft.text
    assert " ".join(answer.draft.text.split()) == " ".join(by_templates.split())


def test_the_documentation_shows_these_cases() -> None:
    page = Path(__file__).parents[2] / "docs" / "language-model.md"
    assert table() in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "rule",
    sorted({case.note for case in CASES if case.note} | {
        "model_budget", "model_refused", "model_conflict", "model_risk", "model_not_asked",
    }),
)  # fmt: skip
def test_the_console_has_words_for_what_happened(language: str, rule: str) -> None:
    assert load(language).say(f"finding-{rule.replace('_', '-')}")


@pytest.mark.parametrize("kind", ["timeout", "unavailable", "rate_limited", "budget"])
def test_after_an_outage_while_reading_the_same_draft_waits_no_second_time(kind: Trouble) -> None:
    model = FailingModel(kind, "extract")
    answer = answered(model, OPEN)
    assert [asked.purpose for asked in model.asked] == ["extract"]
    assert answer.draft.writer == "templates"
    assert answer.findings == (Finding(f"model_{kind}", "warn", ""),)


@pytest.mark.parametrize("kind", ["broken", "empty", "refused"])
def test_a_reading_that_fails_leaves_the_rules_and_the_reply_is_worded(kind: Trouble) -> None:
    model = FailingModel(kind, "extract")
    answer = answered(model, OPEN)
    assert [asked.purpose for asked in model.asked] == ["extract", "write"]
    assert answer.draft.writer == model.name
    assert [finding.rule for finding in answer.findings] == [f"model_{kind}"]
    assert answer.understanding == answered(NotingModel(), OPEN).understanding


def test_an_outage_while_mending_leaves_the_templates() -> None:
    model = NotingModel(lambda user: "{}", lambda user: "no JSON")
    answer = answered(model, PLAIN)
    assert [asked.purpose for asked in model.asked] == ["write", "mend"]
    assert (answer.draft.writer, [each.rule for each in answer.findings]) == ("templates", ["model_broken"])


def test_the_second_question_names_the_fault_and_repeats_the_first() -> None:
    model = NotingModel(lambda user: well(user).replace("{{B1}}", "{{B1}} Only 3 left."), well)
    answered(model, PLAIN)
    first, second = model.asked
    assert "a digit was written by hand" in second.user
    assert "Only 3 left." in second.user
    assert first.user in second.user
    assert second.purpose == "mend"


def test_a_usual_draft_takes_one_call_and_an_open_one_two() -> None:
    plain, unclear = NotingModel(), NotingModel()
    answered(plain, PLAIN)
    answered(unclear, OPEN)
    assert len(plain.asked) == 1
    assert len(unclear.asked) == 2


def test_what_a_model_read_settles_which_goods_are_quoted() -> None:
    import json

    reading = json.loads(NOTHING_READ)
    reading["items"] = [
        {"asked": "led bulbs 9w e27", "sku": "LB-9W-WW", "quantity": 5000, "sample": False, "options": []}
    ]
    answer = answered(NotingModel(reading=json.dumps(reading)), OPEN)
    assert answer.outcome.quote is not None
    assert [(line.sku, line.quantity) for line in answer.outcome.quote.lines] == [("LB-9W-WW", 5000)]
    assert "product" not in answer.missing
    assert isinstance(answer.reading, Reading)
    assert answer.reading.sure
    assert "extract" in answer.timing_ms
