from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, text

from storage import DatabaseUnavailable, open_database
from storage.embedded import embedded_server
from storage.places import find_places

_HOLD = """
import sys, time
from pathlib import Path
from storage import open_database
with open_database(None, Path(sys.argv[1])) as engine:
    with engine.begin() as connection:
        # "IF NOT EXISTS" is no lock: of two that see no table, the second to commit is refused.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(1)")
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS notes (word text)")
        connection.exec_driver_sql("INSERT INTO notes VALUES ('kept')")
    print("ready", flush=True)
    time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    folder = tmp_path / "home" / "postgres"
    if os.geteuid() == 0 and folder.exists():
        shutil.rmtree(find_places(folder).socket)


def _child(home: Path, seconds: float) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(home), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return child


def _answers(home: Path) -> bool:
    places = find_places(home / "postgres")
    try:
        psycopg.connect(host=str(places.socket), user="supercargo", dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True


def test_the_last_command_that_leaves_stops_the_server(home: Path) -> None:
    with open_database(None, home) as engine:
        with _child(home, 0) as child:
            child.wait(20)
        with engine.connect() as connection:
            assert connection.execute(text("SELECT word FROM notes")).scalar() == "kept"
    assert not _answers(home)


def test_what_was_stored_is_there_after_the_command_was_killed(home: Path) -> None:
    with _child(home, 60) as child:
        child.send_signal(signal.SIGKILL)
        child.wait(20)
    with open_database(None, home) as engine, engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM notes")).scalar() == 1
    assert not _answers(home)


def test_commands_that_start_at_once_share_one_server(home: Path) -> None:
    program = _HOLD.replace('print("ready", flush=True)', "pass")
    commands = [
        subprocess.Popen([sys.executable, "-c", program, str(home), "0.5"], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    ends = [(command.communicate(timeout=60)[1], command.returncode) for command in commands]
    assert [code for _, code in ends] == [0, 0, 0], ends
    with open_database(None, home) as engine, engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM notes")).scalar() == 3


def test_no_folder_above_the_data_is_opened_to_others(tmp_path: Path, home: Path) -> None:
    tmp_path.chmod(0o700)
    before = {above: above.stat().st_mode for above in (tmp_path, *tmp_path.parents)}
    with embedded_server(home):
        places = find_places(home / "postgres")
        assert {above: above.stat().st_mode for above in before} == before
        for folder in (places.data, places.socket):
            assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0, folder


def test_a_home_too_deep_for_a_socket_works_all_the_same(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a-rather-long-folder-name"] * 5)
    places = None
    try:
        with embedded_server(deep) as address:
            places = find_places(deep / "postgres")
            engine = create_engine(address)
            with engine.connect() as connection:
                assert connection.execute(text("SELECT 1")).scalar() == 1
            engine.dispose()
    finally:
        if places is not None:
            shutil.rmtree(places.socket)


def test_a_server_that_does_not_answer_is_named_with_its_setting_and_without_its_password(
    tmp_path: Path,
) -> None:
    url = "postgresql://mei:secret-word@127.0.0.1:1/shop"
    with (
        pytest.raises(DatabaseUnavailable, match="SUPERCARGO_DATABASE_URL") as refusal,
        open_database(url, tmp_path),
    ):
        pass
    assert "secret-word" not in str(refusal.value)


@pytest.mark.parametrize("url", ["mysql://localhost/shop", "not a url at all"])
def test_a_url_that_names_no_postgresql_is_refused(tmp_path: Path, url: str) -> None:
    with (
        pytest.raises(DatabaseUnavailable, match="SUPERCARGO_DATABASE_URL"),
        open_database(url, tmp_path),
    ):
        pass


def test_a_url_with_an_old_scheme_reaches_the_server(home: Path) -> None:
    with embedded_server(home) as address:
        old = address.render_as_string(hide_password=False).replace("postgresql+psycopg", "postgres")
        with open_database(old, home) as engine, engine.connect() as connection:
            assert connection.execute(text("SELECT 1")).scalar() == 1


def test_a_data_folder_that_was_half_made_when_the_power_went_is_made_anew(home: Path) -> None:
    folder = home / "postgres"
    folder.mkdir(parents=True, mode=0o700)
    half_made = find_places(folder).data.with_name("data.new")
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18")
    with open_database(None, home) as engine, engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
