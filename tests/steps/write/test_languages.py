"""Every move in every language: nothing left over, nothing that the plan does not hold."""

from __future__ import annotations

import typing

import pytest

from bot.domain.inquiry import LANGUAGES
from bot.domain.moves import Move, NoReply, QuotePolicy
from bot.steps.guard import check
from bot.steps.write import write
from prompts.replies import Replies, ReplyTextError, load
from tests.steps.write.every_move import EVERY_MOVE, plan_in

BY_LANGUAGE_ONLY = frozenset({"formal", "count", "units"})
"""Values that a language uses where its grammar needs them."""
FIRST_STRONG_ISOLATE = "\u2068"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything_that_english_says_with_the_same_values(language: str) -> None:
    english, other = load("en"), load(language)
    assert set(other.variables) == set(english.variables)
    different = {
        name: (english.variables[name], other.variables[name])
        for name in english.variables
        if english.variables[name] - BY_LANGUAGE_ONLY != other.variables[name] - BY_LANGUAGE_ONLY
    }
    assert different == {}


def test_every_kind_of_move_is_tried() -> None:
    kinds = set(typing.get_args(Move)) - {NoReply}
    assert {type(move) for move in EVERY_MOVE} == kinds


@pytest.mark.parametrize("formal", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_reads_whole_and_passes_the_guard(language: str, formal: bool) -> None:
    for move in EVERY_MOVE:
        plan = plan_in(language, move, formal=formal)
        text = write(plan).text
        assert text.strip(), move
        assert not {"{", "}", FIRST_STRONG_ISOLATE} & set(text), text
        assert ".." not in text, text
        # A quotation alone is in the shop's language: the guard cannot tell the reply's.
        findings = [found for found in check(text, plan) if found.rule != "wrong_language"]
        assert findings == [], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_reply_of_all_moves_passes_the_guard(language: str) -> None:
    moves = tuple(move for move in EVERY_MOVE if not isinstance(move, QuotePolicy))
    plan = plan_in(language, *moves)
    assert check(write(plan).text, plan) == ()


def test_spam_is_answered_with_nothing() -> None:
    draft = write(plan_in("en", NoReply()))
    assert (draft.text, draft.writer) == ("", "templates")


def test_a_language_that_we_do_not_write_is_an_error() -> None:
    with pytest.raises(ReplyTextError, match="no replies"):
        write(plan_in("nl", *EVERY_MOVE))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("hello = { $name }\nhello = twice\n", "defined twice"),
        ("hello { broken\n", "cannot be read"),
    ],
)
def test_a_broken_file_of_replies_is_refused(source: str, message: str) -> None:
    with pytest.raises(ReplyTextError, match=message):
        Replies("en", source)


def test_a_missing_message_or_value_is_an_error_and_no_gap() -> None:
    replies = Replies("en", "hello = Hello { $name }\n")
    with pytest.raises(ReplyTextError, match="no message"):
        replies.say("bye")
    with pytest.raises(ReplyTextError, match="name"):
        replies.say("hello")


def test_a_value_is_never_expanded() -> None:
    assert Replies("en", "hello = Hello { $name }\n").say("hello", name="{ $other }") == "Hello { $other }"
