"""Nearest neighbours among a shop's vectors: a cache in Chroma of what PostgreSQL holds.

`open_index_store` is the door; whatever is wrong with the cache, search goes on and the cache is made again.
"""

from knowledge.index.exact import ExactIndex
from knowledge.index.opening import open_index_store
from knowledge.index.port import IndexKind, IndexStore, VectorIndex

__all__ = ["ExactIndex", "IndexKind", "IndexStore", "VectorIndex", "open_index_store"]
