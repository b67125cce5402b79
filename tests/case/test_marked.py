from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.case.marked import Change, changes, marked, shortened
from bot.domain.plan import Finding

BLOCK = Finding("unsupported_amount", "block", "1.23 USD")
WARN = Finding("unsupported_promise", "warn", "guarantee 1.23 USD")


def test_the_very_words_are_marked_wherever_they_stand() -> None:
    pieces = marked("We guarantee 1.23 USD, yes 1.23 USD.", [WARN, BLOCK])
    assert [(piece.text, piece.finding) for piece in pieces] == [
        ("We guarantee ", None), ("1.23 USD", BLOCK), (", yes ", None), ("1.23 USD", BLOCK), (".", None),
    ]  # fmt: skip


def test_a_finding_of_the_whole_text_marks_nothing() -> None:
    text = "Bonjour"
    assert [piece.text for piece in marked(text, [Finding("wrong_language", "warn", "Bonjour")])] == [text]


def test_a_change_is_shown_by_words_and_figures() -> None:
    kinds = [(each.kind, each.text) for each in changes("Total 2,950.00 USD", "Total 2,900.00 USD")]
    assert kinds == [("same", "Total "), ("removed", "2,950.00"), ("added", "2,900.00"), ("same", " USD")]


def test_what_stays_the_same_far_from_a_change_is_left_out() -> None:
    long = "\n".join(f"line {number}" for number in range(100))
    short = shortened(changes(long, long.replace("line 50\n", "line fifty\n")))
    assert [each.text for each in short if each.kind != "same"] == ["50", "fifty"]
    assert all(len(each.text) < 100 for each in short)
    assert shortened((Change("same", long),)) == (Change("same", long),)


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_lost_in_a_comparison(before: str, after: str) -> None:
    found = changes(before, after)
    assert "".join(each.text for each in found if each.kind != "added") == before
    assert "".join(each.text for each in found if each.kind != "removed") == after


@given(st.text(max_size=60), st.lists(st.text(max_size=5), max_size=4))
def test_marks_leave_the_text_whole(text: str, excerpts: list[str]) -> None:
    import unicodedata

    findings = [Finding("unsupported_number", "block", excerpt) for excerpt in excerpts]
    assert "".join(piece.text for piece in marked(text, findings)) == unicodedata.normalize("NFC", text)
