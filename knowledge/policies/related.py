"""What a trade word suggests about where its answer stands: a buyer who says "deposit" may need "balance"."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[tuple[str, float], ...]]:
    table: dict[str, tuple[tuple[str, float], ...]] = {}
    for line in (Path(__file__).parent / "related.tsv").read_text(encoding="utf-8").splitlines():
        concept, weight, cell = line.split("\t")
        others = tuple((other.strip(), float(weight)) for other in cell.split(";"))
        table[concept] = table.get(concept, ()) + others
    return table


def related(concept: str) -> tuple[tuple[str, float], ...]:
    """(English concept or word, weight 0..1) that a passage about `concept` may use instead."""
    return _table().get(concept, ())
