"""In which language does Alice write?"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bot.domain.inquiry import Message
from bot.steps.triage import language_grams_training
from bot.steps.triage.language import detect_language
from bot.steps.triage.language_grams import packaged_grams
from prompts import triage

LINES = [
    json.loads(line)
    for name in ("inquiries.jsonl", "unseen.jsonl")
    for line in (Path(__file__).parent / "data" / name).read_text("utf-8").splitlines()
]


def buyer(*texts: str) -> list[Message]:
    return [Message("buyer", text) for text in texts]


def test_at_least_98_of_100_inquiries_in_all_languages_are_told_right() -> None:
    right = sum(
        detect_language([Message(m["from"], m["text"]) for m in line["messages"]])
        == line["expect"]["language"]
        for line in LINES
    )
    assert right >= 0.98 * len(LINES)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hola q tal, kiero 300 tazas", "es"),
        ("vcs tem caneca azul? qto fica 200", "pt"),
        ("kak brp harga handuk yg besar", "id"),
        ("slt vous faites des bougies svp", "fr"),
        ("merhaba fiyat alabilir miyim", "tr"),
        ("bên mình còn đèn bàn ko ạ", "vi"),
        ("bhai rate kya hai", "hi"),
        ("毛巾500条 FOB", "zh"),
        ("タオル500枚 FOB", "ja"),
        ("нужно 500 шт TOWEL-70x140 FOB", "ru"),
        ("أريد 500 TOWEL-70 FOB", "ar"),
        ("500 pcs FOB pls", "en"),
        ("3k ramen bowls, exw", "en"),
        ("napkins linen 2000", "en"),
        ("lunchbox 500 FOB Ningbo", "en"),
        ("B-77 300", "en"),
        ("pot holder 400 pairs", "en"),
        ("prezzo 200 zaini", "it"),
        ("prix 300 bougies", "fr"),
        ("harga tote bag 500", "id"),
        ("cena lantern 200", "pl"),
        ("precio lantern solar 200", "es"),
    ],
)
def test_short_and_chatty_messages_are_told_right(text: str, language: str) -> None:
    assert detect_language(buyer(text)) == language


@pytest.mark.parametrize("text", ["👍", "500", "   ", "🙏🙏 12", "https://example.com/x?y=1"])
def test_a_message_without_words_keeps_the_language_of_the_talk(text: str) -> None:
    talk = [
        Message("buyer", "hola, ¿cuánto cuestan las toallas?"),
        Message("seller", "¿Cuántas necesita?"),
        Message("buyer", text),
    ]
    assert detect_language(talk) == "es"
    assert detect_language(buyer(text)) == "en"


def test_codes_and_terms_do_not_turn_a_german_talk_english() -> None:
    talk = [
        Message("buyer", "Guten Tag, was kosten die Handtücher?"),
        Message("seller", "Wie viele Stück brauchen Sie?"),
        Message("buyer", "500 pcs FOB, ok?"),
    ]
    assert detect_language(talk) == "de"


def test_a_buyer_who_changes_language_is_answered_in_the_new_one() -> None:
    talk = [
        Message("buyer", "hello, how much are the towels"),
        Message("seller", "How many do you need?"),
        Message("buyer", "¿podemos seguir en español? necesito quinientas toallas azules"),
    ]
    assert detect_language(talk) == "es"


def test_a_quoted_foreign_sentence_is_not_the_buyers_language() -> None:
    text = 'Was heißt das auf der Packung: "Keep away from fire and direct sunlight at all times"?'
    assert detect_language(buyer(text)) == "de"


def test_no_message_at_all_is_english() -> None:
    assert detect_language([]) == "en"


def test_languages_are_told_without_the_whole_of_the_general_model() -> None:
    code = (
        "import sys; from bot.domain.inquiry import Message;"
        "from bot.steps.triage.language import detect_language;"
        "detect_language([Message('buyer', 'garlic press?')]);"
        "print('py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_table_of_n_grams_was_made_by_this_code() -> None:
    again = language_grams_training.table()
    with np.load(io.BytesIO(triage.language_artefact())) as arrays:
        for name in ("languages", "hashes", "weights", "bias"):
            assert np.array_equal(arrays[name], again[name]), name
        same = np.intersect1d(arrays["words"], again["words"])
        # The glossary grows: a few new words are no reason to make the table anew.
        assert len(same) > 0.9 * len(again["words"])


@pytest.mark.parametrize(("word", "languages"), [("havlu", {"tr"}), ("berapa", {"id"}), ("qwxz", set())])
def test_a_known_word_names_the_languages_that_have_it(word: str, languages: set[str]) -> None:
    assert packaged_grams().known(word) == languages


def test_text_without_a_known_n_gram_gets_the_same_score_for_all() -> None:
    scores = packaged_grams().scores("")
    assert max(scores.values()) - min(scores.values()) < 0.5
