"""Bringing a database to the schema of this program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, text

from storage.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 0x5C09E1
"""Of all PostgreSQL clients of this database, whoever holds this advisory lock migrates."""
_FOLDER = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Run the migrations that `engine`'s database lacks; any number of processes may call it at once."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    with engine.connect() as connection:
        # A session lock, taken before the revision is read: two processes that read the same old revision
        # would both run the same migration.
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": _LOCK})
        connection.commit()
        try:
            revision = current_revision(connection)
            connection.commit()  # inside a transaction that is already open Alembic would commit nothing
            if revision is not None and revision not in _known(config):
                raise DatabaseUnavailable(
                    f"The database has the schema {revision} of a newer program. Update this program, or "
                    "name another database: SUPERCARGO_DATABASE_URL, or SUPERCARGO_HOME for the embedded one."
                )
            if revision != head(config):
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        finally:
            connection.rollback()
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})
            connection.commit()


def head(config: Config) -> str | None:
    """The newest revision that this program knows."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(config).get_current_head()


def _known(config: Config) -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def current_revision(connection: Connection) -> str | None:
    """The revision of the database; None where it is empty."""
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()
