"""The webhook's address; delivery is in `webhook`."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from ..errors import bad
from ..reading import Request
from ..state import Json
from ..updates import Webhook
from ..world import World

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


def _allow(world: World, request: Request) -> None:
    if request.get("allowed_updates") is not None:
        world.updates.allowed = list(request.get("allowed_updates")) or None


def set_webhook(world: World, request: Request) -> bool:
    url, secret = request.get("url"), request.get("secret_token")
    parts = urlsplit(url)
    if url and parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad("secret token contains unallowed characters")
    _allow(world, request)
    if request.get("drop_pending_updates"):
        world.updates.pending.clear()
    world.updates.webhook = Webhook(url, secret, request.get("max_connections", 40))
    return True


def delete_webhook(world: World, request: Request) -> bool:
    if request.get("drop_pending_updates"):
        world.updates.pending.clear()
    world.updates.webhook = Webhook()
    return True


def get_webhook_info(world: World, request: Request) -> Json:
    hook = world.updates.webhook
    shown: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
        "max_connections": hook.max_connections,
    }
    if hook.last_error is not None:
        shown |= {"last_error_message": hook.last_error, "last_error_date": hook.last_error_at}
    if world.updates.allowed:
        shown["allowed_updates"] = world.updates.allowed
    return shown


METHODS: dict[str, Any] = {
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
