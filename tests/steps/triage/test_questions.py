"""The sentences that the shop's policies may answer."""

from __future__ import annotations

from bot.domain.inquiry import Message
from bot.steps.triage.questions import read_questions
from knowledge.glossary.glossary import Glossary

WORDS = Glossary.load()


def asked(*texts: str) -> tuple[str, ...]:
    return read_questions([Message("buyer", text) for text in texts], "en", WORDS)[0]


def test_questions_come_before_statements() -> None:
    assert asked("Hello Boris. We sell lamps. Do you ship to Chile?")[0] == "Do you ship to Chile?"


def test_a_question_asked_twice_is_answered_once() -> None:
    assert asked("Do you ship?", "Do you ship?") == ("Do you ship?",)


def test_questions_end_in_any_script() -> None:
    assert asked("能寄样品吗？多少钱？") == ("能寄样品吗？", "多少钱？")
    assert asked("هل تشحنون؟ شكرا")[0] == "هل تشحنون؟"


def test_at_most_four_sentences_of_bounded_length_are_kept() -> None:
    many = asked(" ".join(f"Question number {word}?" for word in "abcdefg"), "x" * 5000)
    assert len(many) == 4
    assert all(len(sentence) <= 400 for sentence in asked("words " * 1000))


def test_a_message_without_words_asks_nothing() -> None:
    assert asked("👍👍", "...", "500") == ()


def test_every_question_has_its_english_counterpart() -> None:
    own, english = read_questions([Message("buyer", "¿Hacen envíos? ¿Tienen garantía?")], "es", WORDS)
    assert len(own) == len(english) == 2
