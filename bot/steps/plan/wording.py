"""What a question and a text of the shop have in common: topics first, then words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from bot.domain.fold import fold
from bot.domain.inquiry import Inquiry, Understanding
from prompts.topics import answered_in, topics, topics_in

_WORD = re.compile(r"[a-z0-9][a-z0-9+./'-]*[a-z0-9]|[a-z0-9]")
_COMMON = frozenset((
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "before", "but", "by", "can", "could", "dear", "do", "does", "each", "every", "for", "friend",
    "from", "get", "give", "good", "has", "have", "hello", "hi", "how", "i", "if", "in", "is",
    "it", "its", "just", "kind", "know", "like", "may", "me", "more", "much", "my", "need", "new",
    "no", "not", "of", "ok", "on", "one", "or", "order", "our", "out", "pcs", "per", "piece",
    "pieces", "please", "pls", "price", "quote", "send", "sir", "so", "some", "tell", "than",
    "thank", "thanks", "that", "the", "their", "them", "there", "they", "this", "to", "too", "us",
    "usd", "use", "want", "was", "we", "what", "when", "where", "which", "who", "why", "will",
    "with", "would", "yes", "you", "your",
))  # fmt: skip
_ENDINGS = (
    ("ies", "y"), ("sses", "ss"), ("ss", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_TOPIC_WEIGHT = 2.0
_FIGURE_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Common:
    """Topics and words that a question and a text share."""

    topics: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    @property
    def weight(self) -> float:
        figures = sum(1 for word in self.words if word[0].isdigit())
        return _TOPIC_WEIGHT * len(self.topics) + _FIGURE_WEIGHT * figures + (len(self.words) - figures)

    def beyond(self, other: Common) -> Common:
        return Common(self.topics - other.topics, self.words - other.words)

    def __or__(self, other: Common) -> Common:
        return Common(self.topics | other.topics, self.words | other.words)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as folded text, the English words in it, and the topics that it touches."""

    text: str
    words: frozenset[str]
    topics: frozenset[str]

    def common(self, text: str) -> Common:
        """What `text`, the shop's English, has in common with the question."""
        folded = fold(text).text
        return Common(self.topics & answered_in(folded), self.words & words(folded))

    def overlap(self, text: str) -> float:
        """How much of an answer `text` looks like; 0 where nothing is in common."""
        return self.common(text).weight

    def without(self, texts: Iterable[str]) -> Question:
        """The question less the words of `texts`: the name of the goods is no answer."""
        named = frozenset(word for text in texts for word in words(fold(text).text))
        return replace(self, words=self.words - named)

    def less(self, *topics: str) -> Question:
        """The question without topics that are answered otherwise."""
        return replace(self, topics=self.topics - frozenset(topics))

    def asks(self, topic: str) -> bool:
        return topic in self.topics


Answerer = Literal["goods", "policies"]


def question(inquiry: Inquiry, understanding: Understanding, of: Answerer) -> Question:
    """What is being asked now of the catalogue or of the policies.

    Policies answer the sentences that triage found to be questions, where it found any; the catalogue
    answers the whole of the buyer's latest messages.
    """
    found = (*understanding.questions, *understanding.questions_en)
    latest = tuple(message.text for message in inquiry.latest())
    return asked_in(" \n".join(found if found and of == "policies" else (*latest, *found)), of)


def asked_in(text: str, of: Answerer) -> Question:
    """The question that `text` asks, with the topics that catalogue or policies answer."""
    folded = fold(text).text
    table = topics()
    touched = frozenset(name for name in _touched(folded) if of in table[name].of)
    return Question(folded, words(folded), touched)


@lru_cache(maxsize=1024)
def _touched(folded: str) -> frozenset[str]:
    # One message is read for the goods, for the policies and for complaints.
    return topics_in(folded)


@lru_cache(maxsize=8192)
def words(folded: str) -> frozenset[str]:
    """The telling words of a folded text, by their stems."""
    found = (match.group() for match in _WORD.finditer(folded))
    return frozenset(_stem(word) for word in found if word not in _COMMON and len(word) > 1)


def _stem(word: str) -> str:
    """A rough stem of an English word; figures and codes stay whole."""
    word = word.strip("'.-/")
    if not word.isalpha() or len(word) < 4:
        return word
    for ending, shorter in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + shorter
    return word
