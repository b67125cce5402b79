"""From `SUPERCARGO_MODEL` to a provider's client."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from bot.domain.errors import SettingsError
from bot.llm.calling import Provider

if TYPE_CHECKING:
    from bot.settings import Settings

_PACKAGES = {
    "azure_openai": "openai", "azure_ai": "azure-ai", "bedrock": "aws", "bedrock_converse": "aws",
    "google_anthropic_vertex": "google-vertexai", "google_genai": "google-genai",
    "google_vertexai": "google-vertexai",
}  # fmt: skip
"""Where the package is not called as its provider."""


def open_provider(settings: Settings) -> Provider:
    """The provider of `SUPERCARGO_MODEL`. SettingsError says what to install or to set. Nothing is called."""
    name = settings.model or ""
    provider, _, model = name.partition(":")
    if not provider or not model:
        raise SettingsError(
            f"SUPERCARGO_MODEL={name}: expected is provider:model, such as openai:gpt-4.1-mini."
        )
    try:
        from langchain.chat_models import init_chat_model

        client = init_chat_model(model, model_provider=provider, **_options(settings, provider))
    except ImportError as error:
        raise SettingsError(
            f"SUPERCARGO_MODEL={name}: the package of this provider is not installed. Install it, or leave "
            f"the variable empty: {sys.executable} -m pip install langchain langchain-{_package(provider)}"
        ) from error
    except Exception as error:
        if isinstance(error, ValueError) and "Unsupported provider" in str(error):
            raise SettingsError(
                f"SUPERCARGO_MODEL={name}: {provider} is no provider that langchain knows."
            ) from error
        # Its message may hold what was set, the key included.
        raise SettingsError(
            f"SUPERCARGO_MODEL={name}: the provider's client cannot be made ({type(error).__name__}). Set "
            "its key in SUPERCARGO_MODEL_API_KEY or in the provider's own variable, and check "
            "SUPERCARGO_MODEL_OPTIONS."
        ) from error
    return Provider(client, name)


def _package(provider: str) -> str:
    return _PACKAGES.get(provider, provider.replace("_", "-"))


def _options(settings: Settings, provider: str) -> dict[str, Any]:
    """What the provider's class is made with. Retries are ours: theirs know no deadline."""
    timeout = settings.model_timeout
    told: dict[str, Any] = (
        {"client_kwargs": {"timeout": timeout}}
        if provider == "ollama"
        else {"timeout": timeout, "max_retries": 0}
    )
    if settings.model_base_url:
        told["base_url"] = settings.model_base_url
    if settings.model_api_key is not None:
        told["api_key"] = settings.model_api_key.get_secret_value()
    elif provider == "openai" and settings.model_base_url and not os.environ.get("OPENAI_API_KEY"):
        told["api_key"] = "none"  # a server on one's own machine asks for no key, but its client does
    return told | dict(settings.model_options)
