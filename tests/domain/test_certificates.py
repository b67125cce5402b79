"""Certificates that buyers name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.certificates import certificate_spans, certificates_asked, usual_spelling
from bot.domain.fold import fold

KNOWN = frozenset({"CE", "RoHS", "OEKO-TEX"})
ASKED = [
    ("ce and rohs certificate?", ("CE", "RoHS")),
    ("ce produit", ()),
    ("certificat CE", ("CE",)),
    ("есть ЕАС?", ("EAC",)),
    ("сертификат ce", ("CE",)),
    ("CE/RoHS/FCC", ("CE", "RoHS", "FCC")),
    ("Oeko-Tex 100", ("OEKO-TEX",)),
    ("ISO 9001", ("ISO 9001",)),
    ("EN 71-3 and en71", ("EN 71-3", "EN 71")),
    ("entrega en 15 días", ()),
    ("iso9001", ("ISO 9001",)),
    ("is it LFGB / FDA approved", ("LFGB", "FDA")),
    ("norma NOM", ("NOM",)),
    ("nom", ()),
    ("reach me at", ()),
    ("REACH compliant", ("REACH",)),
    ("in red color, certified", ()),
    ("有CE认证吗", ("CE",)),
    ("PSE認証", ("PSE",)),
    ("GS-Zeichen", ("GS",)),
    ("MADE IN CHINA CE", ("CE",)),
    ("HI CAN YOU SEND THE RED ONE", ()),
    ("Inmetro", ("INMETRO",)),
    ("ukca", ("UKCA",)),
    ("CE belgesi", ("CE",)),
    ("شهادة ce", ("CE",)),
    ("ГОСТ", ("GOST",)),
    ("un38.3", ("UN38.3",)),
    ("ce produit est-il certifié ?", ()),
    ("¿Puedo saber si tiene certificado?", ()),
    ("certified in red colour", ()),
]


@pytest.mark.parametrize(("text", "wanted"), ASKED)
def test_certificates_are_told_from_words_of_the_same_letters(text: str, wanted: tuple[str, ...]) -> None:
    assert certificates_asked(text, fold(text).text, KNOWN) == wanted


def test_a_certificate_is_spelled_as_the_shop_spells_it() -> None:
    assert usual_spelling("rohs", KNOWN) == "RoHS"
    assert usual_spelling("oeko tex standard 100", KNOWN) == "OEKO-TEX"
    assert usual_spelling("en71", KNOWN) == "EN 71"


def test_a_standard_is_found_with_its_number() -> None:
    text = "ISO 9001 and EN 71-3, 500 pcs"
    assert [text[start:end] for start, end in certificate_spans(text)] == ["ISO 9001", "EN 71-3"]


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_reading_of_certificates(text: str) -> None:
    assert all(certificates_asked(text, fold(text).text, KNOWN))


@pytest.mark.parametrize("unit", ["7", "a", "ce ", "ISO ", "ж", "証"])
def test_a_message_of_a_hundred_thousand_characters_is_read(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert certificates_asked(text, fold(text).text, KNOWN) == ()
