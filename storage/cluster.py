"""One PostgreSQL data folder: made, started, stopped."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass

import psycopg
from psycopg import sql

from storage.errors import DatabaseUnavailable
from storage.places import Places

SUPERUSER = "supercargo"
DATABASE = "supercargo"
_START_SECONDS = 60
"""Recovery after a power cut is inside."""


@dataclass(frozen=True, slots=True)
class Cluster:
    places: Places


def is_up(cluster: Cluster) -> bool:
    """Whether the server answers."""
    try:
        _connect(cluster).close()
    except psycopg.OperationalError:
        return False
    return True


def start(cluster: Cluster) -> None:
    """Make the data folder if it is new, start the server and wait until it answers.

    To be called by one process at a time. Raises DatabaseUnavailable.
    """
    data, socket = cluster.places.data, cluster.places.socket
    if not (data / "PG_VERSION").exists():
        _initialise(cluster)
    options = " ".join(
        (
            "-c listen_addresses=",
            f"-c unix_socket_directories={shlex.quote(str(socket))}",
            "-c unix_socket_permissions=0700",
            "-c timezone=UTC",
            "-c log_timezone=UTC",
            "-c jit=off",
        )
    )
    log = socket / "server.log"
    deadline = time.monotonic() + _START_SECONDS
    while True:
        started = _run(
            cluster, "pg_ctl", f"--pgdata={data}", "--wait", f"--timeout={_START_SECONDS}", f"--log={log}",
            f"--options={options}", "start",
        )  # fmt: skip
        # A server still in recovery makes pg_ctl fail and answers a little later; one that was killed is
        # taken for running until the system has put its process away, and must be started again then.
        if is_up(cluster):
            return
        if time.monotonic() > deadline or (started.returncode and not (data / "postmaster.pid").exists()):
            raise DatabaseUnavailable(
                f"The embedded PostgreSQL did not start: {started.stderr.strip()} Its log is {log}. "
                "SUPERCARGO_DATABASE_URL can name another PostgreSQL server instead."
            )
        time.sleep(0.2)


def stop(cluster: Cluster) -> None:
    """Shut the server down cleanly; running transactions are rolled back."""
    _run(cluster, "pg_ctl", f"--pgdata={cluster.places.data}", "--wait", "--mode=fast", "stop")


def create_database(cluster: Cluster, name: str = DATABASE) -> None:
    """Create the database `name` where the server has none of it yet."""
    with _connect(cluster) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def _connect(cluster: Cluster) -> psycopg.Connection:
    return psycopg.connect(
        host=str(cluster.places.socket), user=SUPERUSER, dbname="postgres", autocommit=True, connect_timeout=5
    )


def _initialise(cluster: Cluster) -> None:
    """initdb beside the final place, then a rename: a killed one leaves nothing that looks whole."""
    data = cluster.places.data
    scratch = data.with_name("data.new")
    shutil.rmtree(scratch, ignore_errors=True)
    made = _run(
        cluster, "initdb", f"--pgdata={scratch}", f"--username={SUPERUSER}", "--auth=trust",
        "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8",
        "--no-instructions",
    )  # fmt: skip
    if made.returncode:
        raise DatabaseUnavailable(
            f"The embedded PostgreSQL could not be set up in {data.parent}: {made.stderr.strip()} "
            "SUPERCARGO_DATABASE_URL can name another PostgreSQL server instead."
        )
    shutil.rmtree(data, ignore_errors=True)
    scratch.rename(data)


def _run(cluster: Cluster, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the server's programs as the server's user.

    Output goes through files: the server inherits them, and a pipe would stay open as long as it runs.
    """
    command = [str(cluster.places.binaries / program), *arguments]
    user = cluster.places.user
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        done = subprocess.run(  # noqa: S603 - a program of our own installation
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            cwd=cluster.places.socket,
            user=user,
            group=user,
            extra_groups=[] if user else None,
            check=False,
        )
        output.seek(0)
        errors.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, output.read(), errors.read())
