"""What policy search needs to know of a passage."""

from __future__ import annotations

from typing import Protocol


class PolicyPassage(Protocol):
    """A section of one of the shop's documents. `source` is `path#heading`, `language` ISO 639-1."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def heading(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def language(self) -> str: ...
