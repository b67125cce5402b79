"""Whether a message says that the buyer wants no more of our messages: in any of our languages, whatever the
talk is in, but only where it can mean nothing else."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.domain.fold import fold
from prompts.stopping import stop_words

_SPACED_OUT = re.compile(r"(?<!\S)s[ .\-_*]t[ .\-_*]o[ .\-_*]p(?!\S)")
_MARKS = re.compile(r"[^\w\s'\u0900-\u097f-]+|_")
_BLANKS = re.compile(r"\s+")
_REPEATED = re.compile(r"^(.{2,20}?)(?: \1)+$")
_LONGEST_LINE = 60
_LONGEST = 2_000
"""Characters: who wants to be left alone says so at once."""
_MARKED = "vi"
"""Without its marks "stop" is "right"."""
_UNSPACED = frozenset({"zh", "ja"})


def wants_no_more(text: str) -> bool:
    """Whether `text` is a stop: a line that says nothing else, or an unmistakable sentence.

    Not "stop by", "don't stop", "non-stop", nor a stop of anything but our messages.
    """
    text = text[:_LONGEST]
    folded, marked = fold(text).text, unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    for language, words in stop_words().items():
        read = marked if language == _MARKED else folded
        if words.phrase.search(read):
            return True
        if any(_is_whole(language, line) for line in read.splitlines()):
            return True
    return False


def _is_whole(language: str, line: str) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    words = stop_words()[language]
    bare = _BLANKS.sub(" ", _MARKS.sub(" ", _SPACED_OUT.sub("stop", line))).strip(" '-")
    if not bare:
        return False
    if (repeated := _REPEATED.match(bare)) is not None:
        bare = repeated[1]
    return any(form in words.whole for form in _forms(language, bare))


@lru_cache(maxsize=2048)
def _forms(language: str, bare: str) -> frozenset[str]:
    """The line, and what is left of it without the courtesies at both ends."""
    blank = "" if language in _UNSPACED else " "
    beside = stop_words()[language].beside + (stop_words()["en"].beside if blank else ())
    forms, todo = {bare}, [bare]
    while todo:
        form = todo.pop()
        for word in beside:
            for left in (form.removeprefix(word + blank), form.removesuffix(blank + word)):
                left = left.strip()
                if left and left not in forms:
                    forms.add(left)
                    todo.append(left)
    return frozenset(forms)
