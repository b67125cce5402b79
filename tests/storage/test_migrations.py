from __future__ import annotations

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from storage import DatabaseUnavailable, migrate
from storage.tables import Base

_MIGRATE = """
import sys
from sqlalchemy import create_engine
from storage import migrate
migrate(create_engine(sys.argv[1]))
"""


def test_the_migrations_make_exactly_the_tables_that_the_program_works_with(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []
    assert set(inspect(engine).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_two_replicas_that_start_on_an_empty_database_migrate_it_once(bare_engine: Engine) -> None:
    address = bare_engine.url.render_as_string(hide_password=False)
    replicas = [
        subprocess.Popen([sys.executable, "-c", _MIGRATE, address], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    ends = [(replica.communicate(timeout=60)[1], replica.returncode) for replica in replicas]
    assert [code for _, code in ends] == [0, 0, 0], ends
    with bare_engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1
    assert "shops" in inspect(bare_engine).get_table_names()


def test_a_migration_that_is_run_again_changes_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO shops (key, folder) VALUES ('a', '/shops/a')"))
    migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT folder FROM shops")).scalar() == "/shops/a"


def test_a_database_of_a_newer_program_is_left_alone_and_said_so(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseUnavailable, match="newer program"):
        migrate(engine)
