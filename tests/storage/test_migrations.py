from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

import storage
from storage import DatabaseUnavailable, migrate
from storage.schema import METADATA

_MIGRATE = """
import sys
from sqlalchemy import create_engine
from storage import migrate
migrate(create_engine(sys.argv[1]))
"""


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """The tables of procrastinate come with that package's own schema."""
    return not (kind == "table" and str(name).startswith("procrastinate_"))


def test_the_migrations_make_exactly_the_tables_that_the_program_works_with(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "compare_server_default": True, "include_name": _is_ours},
        )
        assert compare_metadata(context, METADATA) == []
    ours = {name for name in inspect(engine).get_table_names() if not name.startswith("procrastinate_")}
    assert ours == {*METADATA.tables, "alembic_version"}


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


def test_a_job_can_be_put_off_once_the_database_is_migrated_and_its_tables_go_with_the_migration(
    engine: Engine,
) -> None:
    defer = text(
        "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW('default', 'try', 0, NULL, NULL, '{}'::jsonb, NULL)]"
        "::procrastinate_job_to_defer_v1[])"
    )
    with engine.begin() as connection:
        assert len(connection.execute(defer).scalar_one()) == 1
    downgrade(engine, "0001")
    with engine.connect() as connection:
        left = connection.execute(text("SELECT count(*) FROM pg_proc WHERE proname LIKE 'procrastinate%'"))
        assert left.scalar() == 0
        assert {name for name in inspect(connection).get_table_names() if "procrast" in name} == set()
    migrate(engine)
    with engine.begin() as connection:
        assert len(connection.execute(defer).scalar_one()) == 1


def downgrade(engine: Engine, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(storage.__file__).parent / "migrations"))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
