"""What Telegram says of the bot, asked without aiogram: for `supercargo doctor`, which starts in no time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import httpx

from bot.settings import Settings

_SECONDS = 5.0
_OLD_ERROR = 24 * 3600
_RIGHTS = (
    ("can_manage_topics", "Manage topics"), ("can_pin_messages", "Pin messages"),
    ("can_delete_messages", "Delete messages"),
)  # fmt: skip
_WHERE = "Group settings, Administrators, the bot"


@dataclass(frozen=True, slots=True)
class Seen:
    """`found` is what there is; `advice`, what to do about it."""

    about: str
    state: Literal["ok", "warn", "bad"]
    found: str
    advice: str = ""


class _No(Exception):
    """Telegram refuses; the text is its own."""

    def __init__(self, text: str, code: int, moved_to: int | None) -> None:
        super().__init__(text)
        self.code = code
        self.moved_to = moved_to


def examine(settings: Settings, team_chat: int | None) -> Iterator[Seen]:
    """Token, updates, group and rights. `team_chat`: the team's group as the service knows it."""
    token = settings.telegram_token
    assert token is not None
    base = f"{settings.telegram_api_base.rstrip('/')}/bot{token.get_secret_value()}"
    with httpx.Client(timeout=_SECONDS, trust_env=False) as client:
        try:
            me = _ask(client, base, "getMe")
        except _No as no:
            advice = "Take the token from BotFather (/mybots, API Token) and set TELEGRAM_TOKEN."
            yield Seen("Telegram bot", "bad", f"Telegram refuses the token: {no}", advice)
            return
        except (httpx.HTTPError, ValueError) as error:
            advice = "Check the network, or correct TELEGRAM_API_BASE."
            yield Seen("Telegram bot", "bad", f"cannot be reached ({type(error).__name__})", advice)
            return
        yield _bot(me)
        try:
            yield _updates(_ask(client, base, "getWebhookInfo"), settings)
            yield from _group(client, base, me["id"], team_chat)
        except _No as no:
            yield Seen("Telegram", "warn", str(no))
        except (httpx.HTTPError, ValueError) as error:
            yield Seen("Telegram", "warn", f"does not answer ({type(error).__name__})", "Try again.")


def username_of(settings: Settings) -> str | None:
    """The bot's name; None where Telegram does not tell it."""
    token = settings.telegram_token
    assert token is not None
    base = f"{settings.telegram_api_base.rstrip('/')}/bot{token.get_secret_value()}"
    try:
        with httpx.Client(timeout=_SECONDS, trust_env=False) as client:
            name = _ask(client, base, "getMe").get("username")
    except (_No, httpx.HTTPError, ValueError):
        return None
    return name if isinstance(name, str) else None


def _ask(client: httpx.Client, base: str, method: str, **values: Any) -> Any:
    """The result. _No where Telegram refuses; httpx.HTTPError, ValueError where it does not answer."""
    answer = client.post(f"{base}/{method}", json=values).json()
    if not isinstance(answer, dict):
        raise ValueError("not an answer of the Bot API")
    if not answer.get("ok"):
        moved = (answer.get("parameters") or {}).get("migrate_to_chat_id")
        raise _No(str(answer.get("description", "")), int(answer.get("error_code", 0)), moved)
    return answer.get("result")


def _bot(me: dict[str, Any]) -> Seen:
    found = f"@{me.get('username', '?')}, the token is good"
    if me.get("can_connect_to_business"):
        found += "; business mode on"
    return Seen("Telegram bot", "ok", found)


def _updates(info: dict[str, Any], settings: Settings) -> Seen:
    """Whether updates come as the settings want it."""
    about, url = "Telegram updates", info.get("url") or ""
    pending = int(info.get("pending_update_count") or 0)
    waiting = f"{pending} waiting" if pending else "none waiting"
    wants_webhook = settings.telegram_webhook_secret is not None
    failed_at = int(info.get("last_error_date") or 0)
    if url and datetime.now(UTC).timestamp() - failed_at < _OLD_ERROR:
        advice = "Telegram must reach SUPERCARGO_PUBLIC_URL by HTTPS with a good certificate."
        told = info.get("last_error_message") or "unknown"
        return Seen(about, "warn", f"webhook, {waiting}; its last error: {told}", advice)
    if wants_webhook and not url:
        advice = "Start `supercargo run`: it sets the webhook."
        return Seen(about, "warn", f"no webhook is set, {waiting}", advice)
    if url and not wants_webhook:
        advice = (
            "Start `supercargo run`: it takes the webhook away and asks by itself. If another program uses "
            "this bot, make it one of its own."
        )
        return Seen(about, "warn", f"a webhook is set to {url}, {waiting}", advice)
    return Seen(about, "ok", f"{'webhook' if url else 'asked for by the service'}, {waiting}")


def _group(client: httpx.Client, base: str, bot_id: int, team_chat: int | None) -> Iterator[Seen]:
    about = "Telegram group"
    if team_chat is None:
        advice = "For a topic per buyer make a group with topics, and set TELEGRAM_TEAM_CHAT to its number."
        yield Seen(about, "ok", "none: cards go to private chats", advice)
        return
    try:
        chat = _ask(client, base, "getChat", chat_id=team_chat)
        member = _ask(client, base, "getChatMember", chat_id=team_chat, user_id=bot_id)
    except _No as no:
        if no.moved_to is not None:
            found = f"{team_chat} has become {no.moved_to}"
            yield Seen(about, "warn", found, f"Set TELEGRAM_TEAM_CHAT={no.moved_to}.")
            return
        advice = "Add the bot to the group, or correct TELEGRAM_TEAM_CHAT (/whoami there tells the number)."
        yield Seen(about, "bad", f"{team_chat} cannot be reached: {no}", advice)
        return
    title = chat.get("title", "")
    if not chat.get("is_forum"):
        advice = "Open the group's settings, Topics, and switch them on."
        yield Seen(about, "bad", f"{title}: topics are off", advice)
    else:
        yield Seen(about, "ok", f"{title}, topics are on")
    yield _rights(member)


def _rights(member: dict[str, Any]) -> Seen:
    about, status = "Telegram rights", member.get("status")
    if status == "creator":
        return Seen(about, "ok", "the bot may do everything")
    if status != "administrator":
        wanted = ", ".join(label for _, label in _RIGHTS)
        return Seen(about, "bad", f"the bot is no administrator ({status})", f"{_WHERE}: {wanted}.")
    missing = [label for name, label in _RIGHTS if not member.get(name)]
    if not missing:
        return Seen(about, "ok", "topics, pins and deletions")
    state: Literal["warn", "bad"] = "bad" if "Manage topics" in missing else "warn"
    return Seen(about, state, f"missing: {', '.join(missing)}", f"{_WHERE}: switch these on.")
