"""The office of the console's tests, and what these look at besides."""

from __future__ import annotations

from sqlalchemy import text

from tests.console.conftest import chromium, office, quiet_office, shop_template, visitors, web_app
from tests.web_app import WebApp

__all__ = ["chromium", "office", "quiet_office", "shop_template", "visitors", "web_app"]


def tables_with(app: WebApp, word: str) -> list[str]:
    """Every table in which any column of any row holds `word`, letter case aside."""
    found = []
    with app.engine.connect() as connection:
        names = connection.execute(
            text("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        ).scalars()
        for name in names.all():
            held = connection.execute(
                text(f'SELECT count(*) FROM "{name}" AS held WHERE held::text ILIKE :word'),
                {"word": f"%{word}%"},
            )
            if held.scalar_one():
                found.append(name)
    return found


def events(app: WebApp, kind: str) -> list[dict[str, object]]:
    """The data of all events of a kind, oldest first."""
    return [row.data for row in app.rows("SELECT data FROM events WHERE kind = :kind ORDER BY id", kind=kind)]
