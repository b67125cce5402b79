"""A Bot API server that can do only what is needed: the rest is missed by nobody."""

from __future__ import annotations

from prompts.telegram_team import load
from tests.service.running import Service
from tests.telegram.server import BotApi, Message

_NICETIES = (
    "deleteWebhook", "setMyCommands", "deleteMyCommands", "getChat", "getChatMember", "getChatAdministrators",
    "pinChatMessage", "setMessageReaction", "sendChatAction", "editForumTopic", "closeForumTopic",
)  # fmt: skip

APPROVE = load("en").say("button-approve")


def test_cards_and_replies_go_out_without_the_niceties(service: Service, server: BotApi) -> None:
    broken: dict[str, dict[str, float]] = {method: {"500": 1.0} for method in _NICETIES}
    server.faults.randomly(broken, seed=1)
    boris, alice = server.user(first_name="Boris"), server.user(first_name="Alice")
    team = server.group("Team", boris)
    service.more |= {"TELEGRAM_TEAM_CHAT": str(team.id)}
    service.start()
    service.run("staff", "add", "Boris", "--role", "manager")
    told = service.run("staff", "telegram", "Boris")
    boris.starts(next(word for word in told.replace("=", " ").split() if word.startswith("staff_")))
    alice.writes("Price for 500 pcs KT-17 FOB please")

    def cards() -> list[Message]:
        sent = [message for message in server.sent_to(team.id) if "KT-17" in message.text]
        return [each for each in sent if any(label == APPROVE for label, _ in each.buttons)]

    (card,) = server.wait_for(cards, 90)
    assert boris.taps(card, APPROVE).text
    server.wait_for(lambda: any("KT-17" in message.text for message in server.sent_to(alice.id)), 60)
    server.wait_for(lambda: any("Sent" in message.text for message in server.sent_to(team.id)), 60)
    assert service.stop() == 0
    assert "Traceback" not in service.log()
