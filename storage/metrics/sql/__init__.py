"""How the facts of talks follow from what is stored: one statement a file.

`:ids` are talks of the shop `:shop`, `:zone` and `:currency` the shop's. `/*TALK*/` stands for the talks that
count, with what their facts are filtered by.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sqlalchemy import TextClause, text

BUILT = ("waits", "days", "drafts", "orders", "demand", "talks")
"""The statements that fill the table of this name, `metric_…`."""


@cache
def statement(name: str) -> TextClause:
    """The statement of the file `name`.sql."""
    folder = files(__name__)
    talks = (folder / "talk.sql").read_text(encoding="utf-8")
    return text((folder / f"{name}.sql").read_text(encoding="utf-8").replace("/*TALK*/", talks))
