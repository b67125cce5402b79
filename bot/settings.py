"""Settings from the environment: typed, frozen, read once at start. Secrets also come from `NAME_FILE`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.domain.errors import SettingsError

_SECRETS = {
    "SUPERCARGO_DATABASE_URL": "database_url",
    "SUPERCARGO_SECRET_KEY": "secret_key",
    "SUPERCARGO_METRICS_TOKEN": "metrics_token",
    "SUPERCARGO_HOOK_SECRET": "hook_secret",
    "SUPERCARGO_HOOK_SECRET_PREVIOUS": "hook_secret_previous",
    "SUPERCARGO_MODEL_API_KEY": "model_api_key",
    "TELEGRAM_PAYMENTS_TOKEN": "telegram_payments_token",
    "TELEGRAM_TOKEN": "telegram_token",
    "TELEGRAM_WEBHOOK_SECRET": "telegram_webhook_secret",
}
"""Variables that also come as `NAME_FILE`, and their fields."""

_SHORTEST_SECRET = 16
"""Characters of a secret that signs: what is shorter can be guessed."""


def sample_shop() -> Path:
    """The folder of the sample shop that comes with the package."""
    return Path(__file__).resolve().parent.parent / "knowledge" / "sample_shop"


def is_sample_shop(folder: Path) -> bool:
    """Whether `folder` is the sample shop that comes with the package."""
    return folder.resolve() == sample_shop().resolve()


def _bot_token(token: SecretStr | None) -> SecretStr | None:
    if token is not None and not re.fullmatch(r"\d+:[\w-]{6,}", token.get_secret_value()):
        raise ValueError("a bot token is a number, a colon and letters, as BotFather gives it")
    return token


def _long_enough(secret: SecretStr | None) -> SecretStr | None:
    if secret is not None and len(secret.get_secret_value()) < _SHORTEST_SECRET:
        raise ValueError(f"at least {_SHORTEST_SECRET} characters; make one with: openssl rand -hex 32")
    return secret


HookSecret = Annotated[SecretStr | None, AfterValidator(_long_enough)]


def _no_limit(value: object) -> object:
    return None if value == "none" else value


class Settings(BaseSettings):
    """Every field is the variable `SUPERCARGO_<FIELD>`, but for those of Telegram, which are `TELEGRAM_…`."""

    model_config = SettingsConfigDict(
        env_prefix="SUPERCARGO_", frozen=True, extra="ignore", env_ignore_empty=True,
        validate_by_name=True, validate_by_alias=True,
    )  # fmt: skip

    home: Path = Field(default=Path("var"), description="folder of everything written at run time")
    shop: Path = Field(default_factory=sample_shop, description="the shop folder")
    database_url: SecretStr | None = Field(
        default=None, description="PostgreSQL 15 or newer; empty: an embedded PostgreSQL in the home folder"
    )
    chroma_url: str | None = Field(
        default=None, description="a Chroma server; empty: embedded in the home folder"
    )
    embeddings: str | None = Field(
        default=None, description="a sentence-transformers model name or folder; empty: the packaged one"
    )
    host: str = Field(default="127.0.0.1", description="where the web listens")
    port: int = Field(default=8000, ge=0, le=65535, description="where the web listens; 0: any free port")
    public_url: str | None = Field(
        default=None, description="how the web is reached from outside; empty: from host and port"
    )
    secret_key: SecretStr | None = Field(
        default=None, description="signs links; empty: made at first start and kept in the home folder"
    )
    metrics_token: SecretStr | None = Field(
        default=None,
        description="opens /metrics to a Prometheus on another machine; empty: this machine and admins alone",
    )
    hook_secret: HookSecret = Field(
        default=None, description="signs a platform's calls of /hooks/orders; empty: none are taken"
    )
    hook_secret_previous: HookSecret = Field(
        default=None, description="good as well, while a platform is being given a new one"
    )
    role: Literal["all", "web", "worker"] = Field(default="all", description="what this process does")
    log_level: Literal["debug", "info", "warning"] | None = Field(
        default=None,
        description="what the service tells while it runs: debug, info or warning; empty: info, and on a "
        "terminal, where people read, warning",
    )
    burst_quiet: float = Field(
        default=4, ge=0, le=60, description="seconds without a message after which a burst is answered"
    )
    burst_longest: float = Field(default=20, ge=0, le=600, description="seconds that a burst lasts at most")
    retention_days: int | None = Field(
        default=None, ge=1, description="buyers silent for so many days are erased; empty: never"
    )
    model: str | None = Field(
        default=None, pattern=r"^[a-z_]+:\S+$",
        description="provider:model that may word replies, such as openai:gpt-4.1-mini; empty: templates",
    )  # fmt: skip
    model_base_url: str | None = Field(
        default=None, pattern=r"^https?://", description="another server of the provider's interface"
    )
    model_api_key: SecretStr | None = Field(
        default=None, description="the provider's key; empty: its own variable, such as OPENAI_API_KEY"
    )
    model_timeout: float = Field(
        default=20, ge=1, le=300, description="seconds for an answer, second try included; then templates"
    )
    model_budget: Annotated[Decimal | None, BeforeValidator(_no_limit)] = Field(
        default=Decimal(5), gt=0, description="USD a day of the shop, then templates; none: no limit"
    )
    model_prices: Path | None = Field(
        default=None, description="a TOML file with prices of models, before those that we know"
    )
    model_options: dict[str, Any] = Field(
        default_factory=dict, description="more for langchain's class of the provider, a JSON object"
    )
    telegram_token: Annotated[SecretStr | None, AfterValidator(_bot_token)] = Field(
        default=None, validation_alias="TELEGRAM_TOKEN",
        description="the bot's token, as BotFather gives it; empty: no Telegram",
    )  # fmt: skip
    telegram_team_chat: int | None = Field(
        default=None, validation_alias="TELEGRAM_TEAM_CHAT",
        description="the team's group (a forum), a negative number; empty: cards go to private chats",
    )  # fmt: skip
    telegram_webhook_secret: SecretStr | None = Field(
        default=None, validation_alias="TELEGRAM_WEBHOOK_SECRET",
        description="Telegram calls SUPERCARGO_PUBLIC_URL with this secret; empty: the bot asks for updates",
    )  # fmt: skip
    telegram_payments_token: SecretStr | None = Field(
        default=None,
        validation_alias="TELEGRAM_PAYMENTS_TOKEN",
        description="a payment provider's, as BotFather gives it; empty: no invoices in Telegram",
    )
    telegram_api_base: str = Field(
        default="https://api.telegram.org", validation_alias="TELEGRAM_API_BASE",
        pattern=r"^https?://", description="another Bot API server",
    )  # fmt: skip

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource, dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:  # fmt: skip
        # Only the environment and what a command was told: no .env file is read behind anybody's back.
        return (init_settings, env_settings)


def public_address(settings: Settings, port: int | None = None) -> str:
    """How the web is reached from outside, without a slash at its end; `port` is the one it got."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    host = settings.host
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        host = "localhost"
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port if port is None else port}"


def read_settings(environment: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """The settings of this process. SettingsError names the variable that is wrong and what is expected."""
    environment = os.environ if environment is None else environment
    for name, field in _SECRETS.items():
        path = environment.get(f"{name}_FILE")
        if path and not environment.get(name):
            try:
                # An empty file says what an empty variable says: not set.
                given[field] = Path(path).read_text(encoding="utf-8").strip() or None
            except OSError as error:
                raise SettingsError(
                    f"{name}_FILE={path}: cannot be read ({error.strerror}). Check the path and its rights."
                ) from error
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        raise SettingsError(
            f"{variable_of(str(first['loc'][0]))}: {first['msg']}. See .env.example."
        ) from error


def secret_variables() -> frozenset[str]:
    """The variables that hold a secret; each also comes as `NAME_FILE`."""
    return frozenset(_SECRETS)


def variable_of(field: str) -> str:
    """The environment variable of a field, which may be named by its variable already."""
    name = field.upper()
    return name if name.startswith("TELEGRAM_") else f"SUPERCARGO_{name}"
