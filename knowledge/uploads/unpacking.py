"""A zip of a shop folder, unpacked with care: nothing outside the target, nothing endless, no links."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path, PurePosixPath

from knowledge.shop_folder.files import LARGEST_FILE
from knowledge.uploads.refused import UploadRefused

LARGEST_WHOLE = 200 * 1024 * 1024
"""Bytes of all files of a zip once unpacked."""
MOST_FILES = 2000
_CHUNK = 1 << 20
_LEFT_OUT = ("__macosx", "thumbs.db", "desktop.ini")


def unpack(archive: Path, into: Path) -> tuple[str, ...]:
    """Unpack into an empty folder; the paths below it. One folder around everything is taken off.

    UploadRefused for what is no zip, is locked with a password, leads outside, or is too large.
    """
    try:
        with zipfile.ZipFile(archive) as whole:
            return _unpack(whole, into)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError) as error:
        raise UploadRefused("The zip cannot be read: it is damaged, or packed in an unusual way.") from error


def _unpack(whole: zipfile.ZipFile, into: Path) -> tuple[str, ...]:
    wanted: list[tuple[zipfile.ZipInfo, PurePosixPath]] = []
    for entry in whole.infolist():
        path = _path(entry)
        if entry.is_dir() or _is_left_out(path):
            continue
        if entry.flag_bits & 0x1:
            raise UploadRefused("The zip is locked with a password. Pack it without one.")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise UploadRefused(f"{entry.filename} is a link. Pack the file itself.")
        wanted.append((entry, path))
        if len(wanted) > MOST_FILES:
            raise UploadRefused(f"The zip holds more than {MOST_FILES:,} files. Pack the shop folder alone.")
    if not wanted:
        raise UploadRefused("The zip holds no files.")
    around = _folder_around([path for _, path in wanted])
    left = LARGEST_WHOLE
    written: dict[str, str] = {}
    for entry, path in wanted:
        target = path.relative_to(around) if around else path
        name = target.as_posix()
        if written.setdefault(name.casefold(), name) != name or (into / target).exists():
            raise UploadRefused(f"The zip holds {name} twice.")
        (into / target).parent.mkdir(parents=True, exist_ok=True)
        left -= _copy(whole, entry, into / target, min(left, LARGEST_FILE))
    return tuple(written.values())


def _path(entry: zipfile.ZipInfo) -> PurePosixPath:
    name = entry.filename.replace("\\", "/")
    path = PurePosixPath(name)
    outside = path.is_absolute() or ".." in path.parts or ":" in path.parts[0] if path.parts else True
    if outside or "\0" in name or not name.isprintable():
        raise UploadRefused(f"{entry.filename!r} in the zip leads outside of it. Nothing was taken.")
    return path


def _is_left_out(path: PurePosixPath) -> bool:
    return any(part.startswith((".", "~$")) or part.casefold() in _LEFT_OUT for part in path.parts)


def _folder_around(paths: list[PurePosixPath]) -> PurePosixPath | None:
    """The one folder that holds everything, where shop.toml lies in it."""
    tops = {path.parts[0] for path in paths}
    if len(tops) == 1 and all(len(path.parts) > 1 for path in paths):
        top = tops.pop()
        if any(len(path.parts) == 2 and path.name.casefold() == "shop.toml" for path in paths):
            return PurePosixPath(top)
    return None


def _copy(whole: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, most: int) -> int:
    """Bytes written. What the zip says of its sizes is not believed: they are counted."""
    written = 0
    with whole.open(entry) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > most:
                raise UploadRefused(
                    f"{entry.filename} is too large once unpacked: at most {LARGEST_FILE // 2**20} MB a file "
                    f"and {LARGEST_WHOLE // 2**20} MB in all are taken."
                )
            file.write(chunk)
    return written
