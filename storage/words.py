"""Words as the search knows them, also of scripts that write no spaces between them.

Chinese, Japanese, Thai, Lao, Khmer, Burmese and Korean compounds stand in runs of letters; a word inside a
run is found by its pairs of neighbouring letters. `search_words` in the database (migration 0008) makes the
same pairs of what is stored, and the indexes hold them. Signs part words on both sides.
"""

from __future__ import annotations

import re
from typing import Any
from unicodedata import category

from sqlalchemy import ColumnElement, and_, cast, func, literal, literal_column
from sqlalchemy.dialects.postgresql import TSQUERY

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""A regular expression's class of the letters of such scripts, the same as in `search_words`."""
_MOST = 12
_LONGEST = 40
_WORD = re.compile(rf"[{UNSPACED}]+|[^{UNSPACED}\s]+")


def words_in(asked: str) -> list[str]:
    """What is looked for, a word or run of letters each; of very much the first."""
    letters = "".join(char if char.isalnum() or category(char).startswith("M") else " " for char in asked)
    return [found[:_LONGEST] for found in _WORD.findall(letters)][:_MOST]


def holds(column: Any, words: list[str]) -> ColumnElement[bool]:
    """Whether `column` has all `words` (of `words_in`, at least one): beginnings of words, any part of a run.

    By the index over `search_words` of this column.
    """
    runs = [word for word in words if re.match(f"[{UNSPACED}]", word)]
    spaced = [word for word in words if word not in runs]
    wanted: list[ColumnElement[Any]] = []
    if spaced:
        asked = " & ".join(f"{word}:*" for word in spaced)
        wanted.append(func.to_tsquery(literal_column("'simple'"), asked))
    if runs:
        wanted.append(cast(literal(" & ".join(map(_pairs, runs))), TSQUERY))
    query = wanted[0] if len(wanted) == 1 else func.tsquery_and(*wanted)
    matches: ColumnElement[bool] = func.search_words(column).op("@@", is_comparison=True)(query)
    # Pairs may stand apart: of what the index finds, a longer run has to stand there as it is.
    exact = [column.contains(run, autoescape=True) for run in runs if len(run) > 2]
    return and_(matches, *exact)


def _pairs(run: str) -> str:
    """A run as a tsquery; a single letter is one that a pair begins with, or the run's last."""
    if len(run) == 1:
        return f"'{run}':*"
    return " & ".join(f"'{run[at : at + 2]}'" for at in range(len(run) - 1))
