"""Reads a shop folder (shop.toml, catalogue, freight rates, policies) into validated facts. No database."""

from knowledge.shop_folder.files import folder_fingerprint
from knowledge.shop_folder.folder import read_shop_folder
from knowledge.shop_folder.reading import Passage, PolicyDocument, ReadingNotice, RowError, ShopReading
from knowledge.shop_folder.remember import remember_columns

__all__ = [
    "Passage",
    "PolicyDocument",
    "ReadingNotice",
    "RowError",
    "ShopReading",
    "folder_fingerprint",
    "read_shop_folder",
    "remember_columns",
]
