"""What the rest of the product knows of an index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]
    Vectors = NDArray[np.float32]

IndexKind = Literal["items", "passages"]
VectorsOf = Callable[[Sequence[str]], "Vectors"]
"""Hashes to their vectors, row by row."""


class VectorIndex(Protocol):
    def query(self, vector: Vector, limit: int) -> list[tuple[str, float]]:
        """(id, cosine similarity) of the nearest, best first, `limit` at most. `vector` has length 1."""
        ...


class IndexStore(Protocol):
    """Holds the vectors of any number of shops by the hash of their text."""

    def index(
        self,
        shop: str,
        kind: IndexKind,
        encoder: str,
        ids: Sequence[str],
        hashes: Sequence[str],
        vectors: Vectors,
    ) -> VectorIndex:
        """An index over `ids`, whose i-th has the vector `vectors[i]` of the text hash `hashes[i]`.

        Vectors that the store lacks are added; what it holds beyond them never appears in an answer.
        """
        ...

    def close(self) -> None:
        """Let the store go. Its indexes answer on, more slowly."""
        ...
