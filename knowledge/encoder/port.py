"""What the rest of the product knows of an encoder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from bot.domain.errors import SupercargoError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class EncoderUnavailable(SupercargoError):
    """No encoder can be had; the message says what to do about it."""


class Encoder(Protocol):
    """Texts in, vectors out. The vector of a text never depends on the texts beside it."""

    @property
    def name(self) -> str:
        """Identifies model, weights and precision: vectors of another name are not comparable."""
        ...

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """float32 of shape (len(texts), dimension), each row of length 1, in the order of `texts`."""
        ...
