"""A small shop's folder and rows that belong to one test alone, copied from what a run makes once."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Engine, update

from knowledge.ingest.identity import shop_key
from storage.tables import ShopRow

TEMPLATE_SHOP = "desk-shop"  # the shop's folder in the run's shared one; nobody writes into it


def move_in(engine: Engine, template: Path, folder: Path) -> Path:
    """Copy the shop of `template` to `folder` and let the only shop of this database be that one.

    Tests write into the folder: no other test, in whatever process, may read it.
    """
    shutil.copytree(template, folder)
    with engine.begin() as connection:
        connection.execute(update(ShopRow).values(key=shop_key(folder), folder=str(folder)))
    return folder
