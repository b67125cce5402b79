"""What the server can do with a request: answer, refuse, or fail as networks and providers do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Said:
    """The model's words; longer than the request allows, they are cut off there."""

    text: str
    cached: int | None = None
    """Tokens from the cache; None: what the server's own cache holds of the prompt."""
    usage: bool = True
    model: str | None = None
    after: float = 0.0
    """Seconds that the model thinks."""


@dataclass(frozen=True)
class Refused:
    """The provider's filter took the answer (`content_filter`), or the model says that it will not."""

    by_filter: bool = True


@dataclass(frozen=True)
class Fault:
    """An HTTP error as OpenAI sends it."""

    status: int
    code: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Hang:
    """Takes the request and answers never."""


@dataclass(frozen=True)
class Trickle:
    """A byte now and then, for ever: no time-out between two bytes ever ends it."""

    pause: float = 0.05


@dataclass(frozen=True)
class Cut:
    """The connection is gone, before any byte of the answer or in the middle of it."""

    in_the_middle: bool = False


@dataclass(frozen=True)
class Raw:
    """Any body, such as the HTML of a proxy."""

    body: str
    status: int = 200
    content_type: str = "text/html"


EMPTY = Said("")
Reply = Said | Refused | Fault | Hang | Trickle | Cut | Raw
