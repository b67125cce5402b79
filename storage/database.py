"""The one way to a database connection: a server that the settings name, or our own embedded one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from storage.errors import DatabaseUnavailable

_OLDEST_SERVER = 15


@contextmanager
def open_database(url: str | None, home: Path) -> Iterator[Engine]:
    """An engine on `url` (`SUPERCARGO_DATABASE_URL`), or on the embedded server of `home`.

    The schema is not touched: call `migrate`. Several processes share one embedded server; the last one that
    leaves stops it. Raises DatabaseUnavailable.
    """
    if url:
        with _engine(driver_url(url)) as engine:
            _check(engine, url)
            yield engine
        return
    from storage.embedded import embedded_server

    with embedded_server(home) as address, _engine(address) as engine:
        yield engine


@contextmanager
def _engine(url: URL) -> Iterator[Engine]:
    engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
    try:
        yield engine
    finally:
        engine.dispose()


def driver_url(url: str) -> URL:
    """`url` with our driver, whatever driver or old scheme it names. Its password is never repeated."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise DatabaseUnavailable(
            "SUPERCARGO_DATABASE_URL is not a database URL. It looks like "
            "postgresql://user:password@host:5432/database, or is empty for the embedded PostgreSQL."
        ) from error
    if parsed.get_backend_name() not in ("postgresql", "postgres"):
        raise DatabaseUnavailable(
            f"SUPERCARGO_DATABASE_URL names {parsed.get_backend_name()!r}; only PostgreSQL "
            f"{_OLDEST_SERVER} or newer can be used. Leave it empty for the embedded one."
        )
    return parsed.set(drivername="postgresql+psycopg")


def _check(engine: Engine, url: str) -> None:
    where = make_url(url).render_as_string(hide_password=True)
    try:
        with engine.connect() as connection:
            version = connection.connection.dbapi_connection.info.server_version // 10_000  # type: ignore[union-attr] # the psycopg connection is there while `connection` is open
    except OperationalError as error:
        raise DatabaseUnavailable(
            f"Cannot connect to {where} (SUPERCARGO_DATABASE_URL): {str(error.orig).strip()}"
        ) from error
    if version < _OLDEST_SERVER:
        raise DatabaseUnavailable(
            f"{where} is PostgreSQL {version}; SUPERCARGO_DATABASE_URL needs {_OLDEST_SERVER} or newer."
        )
