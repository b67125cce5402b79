"""The database, the encoder and a shop folder for every test: the real ones.

The embedded server and the encoder's export are shared by all workers of a run; each test has a database of
its own, cloned from one that was migrated once.
"""

from __future__ import annotations

import fcntl
import gc
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import URL, Engine, create_engine, text

from knowledge.encoder import Encoder, open_encoder
from storage import migrate
from storage.embedded import embedded_server
from tests.once_a_process import compile_statements_once, read_certificates_once, tell_faults_briefly

_TEMPLATE = "template_migrated"
_MEMORY_NAME = "supercargo-tests"
_ENOUGH_MEMORY = 2 * 1024**3
_DAY_S = 24 * 3600


def pytest_configure() -> None:
    compile_statements_once()
    read_certificates_once()
    tell_faults_briefly()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes and mostly waits comes first: else all others wait for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("minutes") is None)


def pytest_collection_finish() -> None:
    """What is here now stays to the end: the garbage collector need not look through it each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One temporary folder for all workers of the run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(scope="session")
def database_server(shared_folder: Path) -> Iterator[URL]:
    """The maintenance database of a running embedded server, which also has a migrated template."""
    home = shared_folder / "database-server"
    memory = _in_memory(shared_folder)
    with embedded_server(home) as address:
        maintenance = address.set(database="postgres")
        with FileLock(shared_folder / "template.lock"):
            _make_template(maintenance, memory)
        yield maintenance
    _remove_what_is_left(home, memory)


@pytest.fixture
def engine(database_server: URL) -> Iterator[Engine]:
    """A migrated, empty database of this test's own."""
    with _database(database_server, _TEMPLATE) as made:
        yield made


@pytest.fixture
def bare_engine(database_server: URL) -> Iterator[Engine]:
    """A database without any table."""
    with _database(database_server, "template0") as made:
        yield made


@pytest.fixture(scope="session")
def encoder_home(request: pytest.FixtureRequest) -> Path:
    """A home folder with the encoder's export in it, kept between runs while the exporting code stays."""
    import knowledge.encoder.export as exporting

    assert exporting.__file__ is not None
    code = hashlib.sha256(Path(exporting.__file__).read_bytes()).hexdigest()[:12]
    assert request.config.cache is not None
    home = request.config.cache.mkdir(f"encoder-{code}")
    open_encoder(home)
    return home


@pytest.fixture(scope="session")
def encoder(encoder_home: Path) -> Encoder:
    """The real encoder of the packaged model."""
    return open_encoder(encoder_home)


@contextmanager
def _database(maintenance: URL, template: str) -> Iterator[Engine]:
    name = f"test_{secrets.token_hex(6)}"
    _execute(maintenance, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
    engine = create_engine(maintenance.set(database=name))
    try:
        yield engine
    finally:
        engine.dispose()
        _execute(maintenance, f"DROP DATABASE {name} WITH (FORCE)")


def _in_memory(shared_folder: Path) -> Path | None:
    """Where databases of tests are made in memory; None where the system offers too little of that.

    Each is some 900 files, and a disk's file system takes several times as long to make and to drop them.
    """
    root = Path("/dev/shm")
    if not root.is_dir() or not os.access(root, os.W_OK) or shutil.disk_usage(root).free < _ENOUGH_MEMORY:
        return None
    for left in root.glob(f"{_MEMORY_NAME}-*"):  # of runs that were killed
        if time.time() - left.stat().st_mtime > _DAY_S:
            shutil.rmtree(left, ignore_errors=True)
    own = hashlib.sha256(str(shared_folder).encode()).hexdigest()[:12]
    return root / f"{_MEMORY_NAME}-{os.geteuid()}-{own}"


def _make_template(maintenance: URL, memory: Path | None) -> None:
    server = create_engine(maintenance)
    with server.connect() as connection:
        found = connection.execute(
            text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": _TEMPLATE}
        ).first()
    server.dispose()
    if found:
        return
    # What these databases hold need not survive a power cut: making and dropping one took up to a second, and
    # most of it was waiting for the disk. Tests that kill a server have servers of their own.
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        _execute(maintenance, f"ALTER SYSTEM SET {name} = off")
    _execute(maintenance, "SELECT pg_reload_conf()")
    scratch = f"template_{secrets.token_hex(6)}"
    place = _tablespace(maintenance, memory) if memory is not None else "pg_default"
    _execute(maintenance, f"CREATE DATABASE {scratch} TEMPLATE template0 TABLESPACE {place}")
    engine = create_engine(maintenance.set(database=scratch))
    migrate(engine)
    engine.dispose()
    _execute(maintenance, f"ALTER DATABASE {scratch} RENAME TO {_TEMPLATE}")


def _tablespace(maintenance: URL, memory: Path) -> str:
    """The databases that are cloned from one in it lie in it too."""
    server = create_engine(maintenance)
    with server.connect() as connection:
        data = connection.execute(text("SHOW data_directory")).scalar_one()
    server.dispose()
    memory.mkdir(mode=0o700)
    owner = Path(data).stat()
    os.chown(memory, owner.st_uid, owner.st_gid)
    _execute(maintenance, f"CREATE TABLESPACE in_memory LOCATION '{memory}'")
    return "in_memory"


def _execute(address: URL, statement: str) -> None:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _remove_what_is_left(home: Path, memory: Path | None) -> None:
    """What lies outside the temporary folder, as the server's data do for root: by the last worker."""
    token = home / "postgres" / "data-folder"
    with (home / "postgres" / "in-use.lock").open("w") as in_use:
        try:
            fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        if memory is not None:
            shutil.rmtree(memory, ignore_errors=True)
        if os.geteuid() == 0 and token.exists():
            shutil.rmtree(Path("/var/lib/supercargo") / token.read_text("ascii"), ignore_errors=True)
