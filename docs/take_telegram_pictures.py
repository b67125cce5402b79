"""Takes the Telegram pictures of the README: `.venv/bin/python -m docs.take_telegram_pictures`.

Starts the service on the sample shop against the tests' Bot API server, lets a buyer write and the team act,
and draws the messages as Telegram shows them, from the payloads that the bot really sent.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from docs.telegram_look.drawing import chat_page
from tests.browser import chromium_path
from tests.telegram.server import TOKEN, BotApi, Group, Message, User, bot_api

ROOT = Path(__file__).parents[1]
PICTURES = Path(__file__).parent / "pictures"
_ASK = "Hola, necesito 500 altavoces mini bluetooth rojos con logo, DAP Monterrey, México"
_EDIT = "¡Gracias por escribirnos desde la feria!\n\n"
_SECONDS = 240.0


def main() -> None:
    with ExitStack() as stack:
        server = stack.enter_context(bot_api())
        mei, boris = server.user(first_name="Mei"), server.user(first_name="Boris")
        team = server.group("Linhua sales", mei, boris)
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        models = ROOT / "var" / "models"
        if models.is_dir():
            (home / "models").symlink_to(models)
        environment = {
            **os.environ, "SUPERCARGO_HOME": str(home), "SUPERCARGO_PORT": "0", "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_BASE": server.url, "TELEGRAM_TEAM_CHAT": str(team.id),
        }  # fmt: skip
        service = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=ROOT, env=environment)
        stack.callback(_stop, service)
        server.wait_for(lambda: server.calls("getUpdates"), _SECONDS)
        for person in (mei, boris):
            _bind(person, environment)
        playwright = stack.enter_context(sync_playwright())
        path = chromium_path()
        if path is None:
            raise SystemExit("No Chromium: set SUPERCARGO_CHROMIUM.")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 430, "height": 300}, device_scale_factor=2)
        _tell(server, team, boris, page)
        browser.close()


def _stop(service: subprocess.Popen[bytes]) -> None:
    service.terminate()
    service.wait(60)


def _bind(person: User, environment: dict[str, str]) -> None:
    """Bind an account to the member of the team who has its name, by a one-time code."""
    told = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", "staff", "telegram", person.name],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    found = re.search(r"staff_[\w-]+", told)
    if found is None:
        raise SystemExit(f"No code in: {told}")
    person.starts(found.group())


def _tell(server: BotApi, team: Group, boris: User, page: Page) -> None:
    """A buyer writes, the team looks, edits and approves, the buyer gets it."""
    ana = server.user(first_name="Ana", language_code="es")
    ana.starts("canton-fair")
    ana.writes(_ASK)
    card = server.wait_for(lambda: _card(server, team, "Monterrey"), _SECONDS)
    topic = team.topic(card.thread)
    server.wait_for(lambda: "🌐" not in topic.name, _SECONDS)  # the country is known once it was read
    _draw(page, "telegram-card", topic.name, "Linhua sales", server.sent_to(team.id, card.thread), boris)
    draft = _blockquotes(card)[-1]
    boris.writes(_EDIT + draft, reply_to=card)
    diff = server.wait_for(lambda: _with_button(server, team, card.thread, "Send"), _SECONDS)
    _draw(page, "telegram-edit", topic.name, "Linhua sales", [diff], boris)
    boris.taps(diff, diff.buttons[0][0])
    server.wait_for(lambda: any(message.files for message in server.sent_to(ana.id)), _SECONDS)
    _draw(page, "telegram-buyer", "Linhua", "bot", list(server.world.chat(ana.id).messages.values()), ana)


def _card(server: BotApi, team: Group, words: str) -> Message | None:
    for message in server.sent_to(team.id):
        if words in message.text and any(label.startswith("✅") for label, _ in message.buttons):
            return message
    return None


def _with_button(server: BotApi, team: Group, thread: int | None, label: str) -> Message | None:
    for message in reversed(server.sent_to(team.id, thread)):
        if message.reply_to is not None and any(label in each for each, _ in message.buttons):
            return message
    return None


def _blockquotes(message: Message) -> list[str]:
    found = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", message.html, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", each) for each in found]


def _draw(
    page: Page, name: str, title: str, subtitle: str, messages: Sequence[Message], reader: User
) -> None:
    page.set_content(chat_page(title, subtitle, messages, reader=reader.id))
    drawn = Image.open(BytesIO(page.screenshot(full_page=True)))
    drawn.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
