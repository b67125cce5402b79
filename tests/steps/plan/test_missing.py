"""What has to be asked of a buyer who complains."""

from __future__ import annotations

import pytest

from tests.steps.triage.desk import understood


@pytest.mark.parametrize(
    "text",
    [
        "half of the mugs have a bent handle. What do you propose?",
        "the towels in the last delivery are rusty!! not what I paid for",
        "die Hälfte der Tassen ist verbogen, wer bezahlt das?",
        "половина полотенец пришла порванная, кто ответит",
        "las toallas destiñen en el primer lavado, ¿qué hacemos?",
    ],
)
def test_a_complaint_in_any_words_asks_for_the_order_and_for_photos(text: str) -> None:
    seen = understood(text)
    assert seen.intents[0] == "after_sales"
    assert {"order_number", "evidence_of_defect"} <= set(seen.missing)


@pytest.mark.parametrize(
    "text", ["where can I get spare parts for the pans we bought", "how do I use the lid, it does not close"]
)
def test_a_question_about_what_might_happen_asks_for_no_order(text: str) -> None:
    assert "order_number" not in understood(text).missing
