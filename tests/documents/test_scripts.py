"""Every script is set by a font that has it, shaped as its readers write it."""

from __future__ import annotations

import dataclasses
import io
from contextlib import closing
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from bot.documents import Addressee, can_set, typeset
from bot.documents.fonts import families, lacking
from bot.documents.marks import A4
from bot.documents.painting import Painter
from prompts.documents import LANGUAGES, load, source
from tests.documents.examples import ORDER, document
from tests.documents.reading import text_of, words

_PACKAGED = families()[:2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_packages_set_every_language_without_fonts_of_the_system(language: str) -> None:
    assert [family.name for family in _PACKAGED] == ["FiraGO", "Noto Sans CJK"]
    assert can_set(language, _PACKAGED)
    made = typeset(document(language), _PACKAGED)
    assert made.language == language
    assert made.warnings == ()


@pytest.mark.parametrize("language", ["en", "es", "ru", "vi", "zh", "ja", "pl", "tr"])
def test_labels_are_found_by_who_searches_the_file(language: str) -> None:
    text = text_of(typeset(document(language)).pdf)
    assert load(language).say("buyer") in text
    assert load(language).say("title", kind="quotation") in text


def test_chinese_is_set_in_english_where_no_font_has_it_and_the_caller_hears_of_it() -> None:
    fira = _PACKAGED[:1]
    made = typeset(document("zh", buyer=Addressee("Wang Li", None, "CN")), fira)
    assert made.language == "en"
    assert made.warnings == ("no font for 'zh' is installed: the document is in English",)
    text = text_of(made.pdf)
    assert "Quotation" in text
    assert "This document is in English because no font for Chinese is installed." in text
    assert "10,495.65" in text


def test_a_letter_that_no_font_has_becomes_a_question_mark_and_is_named() -> None:
    made = typeset(document("en", buyer=Addressee("ᚠᚢᚦ", "Runes Ltd", "GB")), _PACKAGED)
    assert made.warnings == ("no font has ᚠ ᚢ ᚦ: set as ?",)
    assert "???" in text_of(made.pdf)


def test_names_in_other_scripts_stand_in_a_document() -> None:
    made = typeset(document("en", buyer=Addressee("王丽 Ltd", "ООО «Ветер»", "GB")), _PACKAGED)
    text = text_of(made.pdf)
    assert made.warnings == ()
    assert "王丽" in text
    assert "ООО «Ветер»" in text


def test_the_buyers_words_are_no_placeholder() -> None:
    assert "{nb} {page}" in text_of(typeset(document("en", buyer=Addressee("{nb} {page}", None, None))).pdf)


def test_an_arabic_page_is_mirrored() -> None:
    latin = {word.text: word for word in words(typeset(document("en")).pdf)}
    arabic = {word.text: word for word in words(typeset(document("ar")).pdf)}
    amount, name = "5,730.00", "Mini Bluetooth speaker 5 W, red"
    assert latin[name].x0 < latin[amount].x0
    assert arabic[name].x0 > arabic[amount].x1
    assert arabic[name].x1 > 500


def test_every_line_has_its_own_size_also_after_one_that_ends_in_another_script() -> None:
    """fpdf2 takes the font of such a line for that of the page."""
    lines = tuple(dataclasses.replace(line, customization="标志 logo 标") for line in ORDER.lines) * 12
    quote = dataclasses.replace(ORDER, lines=lines)
    made = document("ar", quote, buyer=Addressee("深圳 ليلى Ltd", "ABC 深圳市铜鹭数码", "AE"))
    with pdfplumber.open(io.BytesIO(typeset(made).pdf)) as opened:
        assert len(opened.pages) > 1
        for page in opened.pages:
            foot = [char for char in page.chars if char["top"] > page.height - 45]
            assert {round(char["size"], 2) for char in foot} == {7.4}


def test_a_vowel_sign_does_not_break_an_arabic_ligature(tmp_path: Path) -> None:
    """Lam and alef are one letter, also with a sign upon them."""
    with_sign, without = "أولًا", "أولا"
    with closing(Painter("ar", A4, with_sign, _PACKAGED, tmp_path)) as painter:
        assert painter.width_of(with_sign, False) == pytest.approx(painter.width_of(without, False))


def test_a_hindi_word_after_a_latin_one_is_shaped(tmp_path: Path) -> None:
    """Runs of one script: half letters join, whatever stands before them."""
    with closing(Painter("hi", A4, "DAP मैक्सिको", _PACKAGED, tmp_path)) as painter:
        apart = painter.width_of("DAP ", False) + painter.width_of("मैक्सिको", False)
        assert painter.width_of("DAP मैक्सिको", False) == pytest.approx(apart)


def test_one_code_point_is_written_in_the_chinese_or_the_japanese_way(tmp_path: Path) -> None:
    """Han letters that the two draw differently, as outlines of the font that each document carries."""
    drawn = [_outlines(typeset(document(language, place="直骨")).pdf) for language in ("zh", "ja")]
    assert drawn[0] != drawn[1]


def _outlines(pdf: bytes) -> bytes:
    """The picture of the place behind the Incoterm."""
    place = next(word for word in words(pdf) if "直骨" in word.text)
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil()
    return bytes(picture.crop((place.x1 * 4 - 76, place.top * 4, place.x1 * 4, place.bottom * 4)).tobytes())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_things(language: str) -> None:
    english, own = load("en").variables, load(language).variables
    assert set(english) - set(own) <= {"english-instead"}
    assert set(own) <= set(english)
    assert {name: own[name] for name in own} == {name: english[name] for name in own}
    assert not lacking(source(language), _PACKAGED)
