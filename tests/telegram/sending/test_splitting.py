"""Long replies in pieces: nothing is lost, nothing is torn."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as some

from bot.telegram.sending.splitting import LONGEST, split, units

hostile = some.text(
    some.one_of(
        some.characters(codec="utf-8", exclude_characters="\0"),
        some.sampled_from(list(" \n\t.!?。！？؟।،<>&\"'—😀👩\u200d👧\ufe0f🇩🇪e\u0301\u0915\u094d中ありأب1")),
    ),
    max_size=400,
)


def bare(text: str) -> str:
    return "".join(text.split())


@given(hostile, some.integers(2, 60))
def test_every_piece_fits_and_nothing_but_white_space_is_left_out(text: str, longest: int) -> None:
    pieces = split(text, longest)
    assert all(0 < units(piece) <= longest for piece in pieces)
    assert all(piece == piece.strip() for piece in pieces)
    assert bare("".join(pieces)) == bare(text)


@given(hostile, some.integers(24, 60))
def test_a_letter_is_not_torn_from_its_marks(text: str, longest: int) -> None:
    letters = [letter for letter in regex.findall(r"\X", text) if not letter.isspace()]
    if any(units(letter) > longest for letter in letters):
        return
    seen = [letter for piece in split(text, longest) for letter in regex.findall(r"\X", piece)]
    assert bare("".join(seen)) == bare(text)
    for piece in split(text, longest)[1:]:
        assert not regex.match(r"[\p{M}\u200d]", piece) or any(
            regex.match(r"\s*[\p{M}\u200d]", letter) for letter in regex.findall(r"\X", text)
        )


@given(
    some.lists(
        some.text(some.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=20)
    )
)
def test_a_word_is_not_torn(words: list[str]) -> None:
    assert " ".join(split(" ".join(words), 20)).split() == words


def test_a_short_text_stays_as_it_is() -> None:
    assert split("Hello,\n\n  price < 3 & up") == ("Hello,\n\n  price < 3 & up",)
    assert split(" \n ") == ()


def test_a_text_is_cut_between_paragraphs_first() -> None:
    first, second = "One sentence. " * 200, "Another one. " * 200
    assert split(f"{first}\n\n{second}") == (first.strip(), second.strip())


@pytest.mark.parametrize(
    ("sentence", "between"),
    [
        ("We can offer 3.50 USD per piece.", " "),
        ("我们可以提供每件3.50美元的价格。", ""),
        ("この商品は在庫がございます！", ""),
        ("هل تريد عينة قبل الطلب؟", " "),
        ("हम 500 टुकड़े भेज सकते हैं।", " "),
        ("¿Cuántas piezas necesita?", " "),
    ],
)
def test_within_a_paragraph_it_is_cut_at_the_end_of_a_sentence(sentence: str, between: str) -> None:
    whole = between.join([sentence] * (9000 // len(sentence)))
    pieces = split(whole)
    assert len(pieces) > 1
    assert all(piece.startswith(sentence) and piece.endswith(sentence) for piece in pieces)
    assert all(units(piece) > LONGEST * 0.9 for piece in pieces[:-1])


def test_the_number_of_a_list_item_does_not_end_a_sentence() -> None:
    text = "\n".join(f"{number}. {'word ' * 12}" for number in range(1, 40))
    assert all(not piece.endswith(".") for piece in split(text, 300))


def test_telegram_counts_an_emoji_as_two() -> None:
    assert units("😀a") == 3
    pieces = split("😀" * 4096)
    assert [units(piece) for piece in pieces] == [4096, 4096]
