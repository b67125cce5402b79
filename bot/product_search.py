"""Search over a shop's catalogue, for people who look and for a model that has to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from knowledge.encoder import Encoder
    from knowledge.ingest import LoadedShop

_CHOICE = 12


class ProductSearch:
    """Catalogue search: what the buyer's words fit, then what they come near to in meaning."""

    def __init__(self, loaded: LoadedShop, encoder: Encoder) -> None:
        from knowledge.glossary import Glossary
        from knowledge.products.matcher import CatalogMatcher

        self.index = loaded.item_index
        self._encoder = encoder
        self._glossary = Glossary.load()
        self._names = {item.sku: item.name for item in loaded.shop.items}
        self.matcher = CatalogMatcher(loaded.shop.items, self._glossary, self.by_meaning)

    def by_meaning(self, english: str, limit: int = 10) -> Sequence[tuple[str, float]]:
        """(sku, cosine similarity) of the items nearest to English words."""
        return self.index.query(self.encode(english), limit)

    def encode(self, text: str) -> NDArray[np.float32]:
        """The vector of one text, of length 1."""
        vector: NDArray[np.float32] = self._encoder.encode([text])[0]
        return vector

    def nearest(self, question: str, language: str) -> list[tuple[str, str]]:
        """(sku, name) of the items that a model gets to choose from, best first."""
        return [(sku, name) for sku, name, _ in self.search(question, language, _CHOICE)]

    def search(self, question: str, language: str, limit: int) -> list[tuple[str, str, float]]:
        near = dict(self.by_meaning(self._glossary.bring_over(question, language) or question, 50))
        scores = {sku: 0.3 * max(0.0, cosine) for sku, cosine in near.items()}
        for sku, share in self.matcher.ranked(self.matcher.features(question, language)):
            scores[sku] = scores.get(sku, 0.0) + 0.7 * share
        best = sorted(scores.items(), key=lambda pair: -pair[1])[:limit]
        return [(sku, self._names[sku], round(score, 4)) for sku, score in best]
