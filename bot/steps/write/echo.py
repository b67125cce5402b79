"""Whether a model repeats what a buyer put into its mouth: quoted words, or a long run of the message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_QUOTED = re.compile(r"[\"“”„«‘「『]([^\"“”„«»’」』\n]{4,120})[\"“”»’」』]")
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W_]+")
"""Chinese and Japanese part no words: each sign is one."""
_RUN, _SIGNS = 7, 14
"""Words in a row, and signs, that nobody repeats by chance."""
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")


def echoed(own_words: str, heard: Iterable[str]) -> Iterator[str]:
    """The first words of each message of `heard` that stand in `own_words`; linear in both."""
    folded = own_words.casefold()
    runs: dict[int, set[tuple[str, ...]]] = {}
    for message in heard:
        quoted = next((q[1] for q in _QUOTED.finditer(message) if q[1].strip().casefold() in folded), None)
        if quoted is not None:
            yield quoted.strip()
            continue
        length = _SIGNS if _CJK.search(message) else _RUN
        if length not in runs:
            runs[length] = set(_runs(folded, length))
        same = next((run for run in _runs(message.casefold(), length) if run in runs[length]), None)
        if same is not None:
            yield " ".join(same)


def _runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text)
    return zip(*(words[start:] for start in range(length)), strict=False)
