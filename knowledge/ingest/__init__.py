"""A shop folder into the store, and out of it as what the pipeline works with."""

from knowledge.ingest.ingesting import ensure_ingested, ingest, loaded_as_is
from knowledge.ingest.loading import LoadedPassage, LoadedShop, ShopNotLoaded, load_shop
from knowledge.ingest.report import IngestReport, ItemCounts, KeptRow, Progress

__all__ = [
    "IngestReport",
    "ItemCounts",
    "KeptRow",
    "LoadedPassage",
    "LoadedShop",
    "Progress",
    "ShopNotLoaded",
    "ensure_ingested",
    "ingest",
    "load_shop",
    "loaded_as_is",
]
