"""In which language does Alice write?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.domain.inquiry import Message
from bot.steps.triage.language import detect_language

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
