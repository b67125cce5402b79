"""The test server's groups, topics, rights and business accounts, driven by a real aiogram bot."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteBusinessMessages,
    DeleteForumTopic,
    EditForumTopic,
    EditMessageText,
    GetBusinessConnection,
    GetChat,
    GetChatAdministrators,
    GetChatMember,
    GetForumTopicIconStickers,
    GetMyCommands,
    GetMyDescription,
    LeaveChat,
    PinChatMessage,
    SendChatAction,
    SendMessage,
    SetMyCommands,
    SetMyDescription,
    UnpinChatMessage,
)
from aiogram.types import BotCommand, ChatMemberAdministrator, Update

from tests.telegram.server import GENERAL, BotApi, DrivenBot, User, bot_api, driven_bot


@pytest.fixture
def server() -> Iterator[BotApi]:
    with bot_api() as server:
        yield server


@pytest.fixture
def bot(server: BotApi) -> Iterator[DrivenBot]:
    with driven_bot(server) as bot:
        yield bot


@pytest.fixture
def boris(server: BotApi) -> User:
    return server.user(first_name="Boris")


def last_update(server: BotApi) -> Update:
    """As aiogram reads it, which fails if it can't."""
    return Update.model_validate(server.pending[-1])


def test_a_topic_is_made_written_to_renamed_closed_and_deleted(
    server: BotApi, bot: DrivenBot, boris: User
) -> None:
    team = server.group("Team", boris)
    topic = bot(CreateForumTopic(chat_id=team.id, name="Alice"))
    thread = topic.message_thread_id
    message = bot(SendMessage(chat_id=team.id, text="Card", message_thread_id=thread))
    assert message.is_topic_message
    bot(SendMessage(chat_id=team.id, text="To all"))
    assert [one.text for one in server.sent_to(team.id, thread)] == ["Card"]
    assert [one.text for one in server.sent_to(team.id, GENERAL)] == ["To all"]
    bot(EditForumTopic(chat_id=team.id, message_thread_id=thread, name="Alice, 500 pcs"))
    assert [one.name for one in team.topics] == ["Alice, 500 pcs"]
    with pytest.raises(TelegramBadRequest, match="TOPIC_NOT_MODIFIED"):
        bot(EditForumTopic(chat_id=team.id, message_thread_id=thread, name="Alice, 500 pcs"))
    bot(CloseForumTopic(chat_id=team.id, message_thread_id=thread))
    with pytest.raises(TelegramBadRequest, match="TOPIC_NOT_MODIFIED"):
        bot(CloseForumTopic(chat_id=team.id, message_thread_id=thread))
    bot(DeleteForumTopic(chat_id=team.id, message_thread_id=thread))
    assert not team.topics
    assert not server.sent_to(team.id, thread)
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        bot(SendMessage(chat_id=team.id, text="Card", message_thread_id=thread))
    with pytest.raises(TelegramBadRequest, match="TOPIC_ID_INVALID"):
        bot(EditForumTopic(chat_id=team.id, message_thread_id=thread, name="x"))


def test_a_topic_needs_a_forum_a_right_and_a_name(server: BotApi, bot: DrivenBot, boris: User) -> None:
    plain = server.group("Plain", boris, forum=False)
    powerless = server.group("Powerless", boris, can_manage_topics=False)
    team = server.group("Team", boris)
    for group, name, why in (
        (plain, "x", "the chat is not a forum"),
        (powerless, "x", "not enough rights to create a topic"),
        (team, "x" * 129, "TOPIC_TITLE_TOO_LONG"),
        (team, " ", "topic name must be non-empty"),
    ):
        with pytest.raises(TelegramBadRequest, match=why):
            bot(CreateForumTopic(chat_id=group.id, name=name))
    bot(CreateForumTopic(chat_id=team.id, name="x" * 128))
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        bot(SendMessage(chat_id=plain.id, text="x", message_thread_id=2))
    plain.set_forum(True)
    bot(CreateForumTopic(chat_id=plain.id, name="x"))


def test_general_is_one_for_actions_only(server: BotApi, bot: DrivenBot, boris: User) -> None:
    team = server.group("Team", boris, bot="member")
    bot(SendChatAction(chat_id=team.id, action="typing", message_thread_id=1))
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        bot(SendMessage(chat_id=team.id, text="x", message_thread_id=1))
    team.close_general()
    with pytest.raises(TelegramBadRequest, match="TOPIC_CLOSED"):
        bot(SendMessage(chat_id=team.id, text="x"))
    team.close_general(False)
    team.mute()
    with pytest.raises(TelegramBadRequest, match="not enough rights to send"):
        bot(SendMessage(chat_id=team.id, text="x"))


def test_what_is_written_in_a_topic_answers_its_first_line(
    server: BotApi, bot: DrivenBot, boris: User
) -> None:
    team = server.group("Team", boris)
    thread = bot(CreateForumTopic(chat_id=team.id, name="Alice")).message_thread_id
    boris.writes("just between us", to=team, thread=thread)
    said = last_update(server).message
    assert said is not None
    assert said.reply_to_message is not None
    assert said.reply_to_message.forum_topic_created is not None
    bot(SendMessage(chat_id=team.id, text="Card", message_thread_id=thread))
    boris.writes("send it", reply_to=server.last_to(team.id))
    reply = last_update(server).message
    assert reply is not None
    assert reply.message_thread_id == thread
    assert reply.reply_to_message is not None
    assert reply.reply_to_message.text == "Card"
    mei = server.user(first_name="Mei", started=True)
    boris.forwards(server.last_to(team.id), to=team)
    forwarded = last_update(server).message
    assert forwarded is not None
    assert forwarded.forward_origin is not None
    with pytest.raises(AssertionError, match="not in the group"):
        mei.writes("let me in", to=team)


def test_people_open_close_and_delete_topics(server: BotApi, bot: DrivenBot, boris: User) -> None:
    mei = server.user(first_name="Mei")
    team = server.group("Team", mei, boris)
    topic = team.opens_topic(mei, "Prices")
    team.renames_topic(mei, topic.thread, "Prices 2027")
    team.closes_topic(mei, topic.thread)
    kinds = [next(iter(set(one["message"]) & _LINES)) for one in server.pending]
    assert kinds == ["forum_topic_created", "forum_topic_edited", "forum_topic_closed"]
    bot(SendMessage(chat_id=team.id, text="an administrator may", message_thread_id=topic.thread))
    with pytest.raises(AssertionError, match="is closed"):
        boris.writes("x", to=team, thread=topic.thread)
    team.demote_bot(mei)
    with pytest.raises(TelegramBadRequest, match="TOPIC_CLOSED"):
        bot(SendMessage(chat_id=team.id, text="x", message_thread_id=topic.thread))
    team.reopens_topic(mei, topic.thread)
    team.deletes_topic(topic.thread)
    with pytest.raises(TelegramBadRequest, match="message thread not found"):
        bot(SendMessage(chat_id=team.id, text="x", message_thread_id=topic.thread))


_LINES = {"forum_topic_created", "forum_topic_edited", "forum_topic_closed"}


def test_a_pin_needs_the_right(server: BotApi, bot: DrivenBot, boris: User) -> None:
    team = server.group("Team", boris)
    sent = bot(SendMessage(chat_id=team.id, text="Card"))
    bot(PinChatMessage(chat_id=team.id, message_id=sent.message_id))
    assert server.last_to(team.id).pinned
    pinned = bot(GetChat(chat_id=team.id)).pinned_message
    assert pinned is not None
    assert pinned.message_id == sent.message_id
    bot(UnpinChatMessage(chat_id=team.id, message_id=sent.message_id))
    assert not server.last_to(team.id).pinned
    team.make_bot_admin(boris, can_pin_messages=False)
    with pytest.raises(TelegramBadRequest, match="not enough rights to manage pinned messages"):
        bot(PinChatMessage(chat_id=team.id, message_id=sent.message_id))


def test_the_bots_standing_is_told_and_shown(server: BotApi, bot: DrivenBot, boris: User) -> None:
    team = server.group("Team", boris, bot="left")
    with pytest.raises(TelegramForbiddenError, match="not a member"):
        bot(SendMessage(chat_id=team.id, text="x"))
    team.add_bot(by=boris)
    assert [set(one) - {"update_id"} for one in server.pending] == [{"my_chat_member"}, {"message"}]
    team.make_bot_admin(boris, can_manage_topics=False)
    changed = last_update(server).my_chat_member
    assert changed is not None
    assert isinstance(changed.new_chat_member, ChatMemberAdministrator)
    assert changed.new_chat_member.can_manage_topics is False
    me = bot(GetChatMember(chat_id=team.id, user_id=bot.bot.id))
    assert me.model_dump() == changed.new_chat_member.model_dump()
    assert len(bot(GetChatAdministrators(chat_id=team.id))) == 2
    assert bot(GetChatMember(chat_id=team.id, user_id=boris.id)).status == "creator"
    bot(LeaveChat(chat_id=team.id))
    with pytest.raises(TelegramForbiddenError, match="not a member"):
        bot(GetChat(chat_id=team.id))
    team.add_bot(boris)
    team.remove_bot(boris)
    with pytest.raises(TelegramForbiddenError, match="bot was kicked from the supergroup chat"):
        bot(SendMessage(chat_id=team.id, text="x"))


def test_a_bot_without_rights_hears_only_what_is_said_to_it(
    server: BotApi, bot: DrivenBot, boris: User
) -> None:
    team = server.group("Team", boris, forum=False, bot="member")
    bot(SendMessage(chat_id=team.id, text="Hello"))
    boris.writes("among us", to=team)
    boris.writes("/status", to=team)
    boris.writes("yes", reply_to=server.last_to(team.id))
    assert [one["message"]["text"] for one in server.pending] == ["/status", "yes"]
    assert server.withheld[0]["message"]["text"] == "among us"


def test_a_group_that_became_a_supergroup_names_the_new_one(
    server: BotApi, bot: DrivenBot, boris: User
) -> None:
    old = server.group("Team", boris, kind="group")
    new = old.migrates(boris, forum=True)
    assert [next(iter(set(one["message"]) & _MOVES)) for one in server.pending] == [
        "migrate_to_chat_id",
        "migrate_from_chat_id",
    ]
    with pytest.raises(TelegramMigrateToChat) as refused:
        bot(SendMessage(chat_id=old.id, text="x"))
    assert refused.value.migrate_to_chat_id == new.id
    bot(CreateForumTopic(chat_id=new.id, name="Alice"))
    boris.writes("here", to=new)
    assert last_update(server).message is not None


_MOVES = {"migrate_to_chat_id", "migrate_from_chat_id"}


def test_a_business_is_answered_for_while_its_customer_is_near(
    server: BotApi, bot: DrivenBot, boris: User
) -> None:
    alice = server.user(first_name="Alice")
    shop = server.business(boris)
    told = last_update(server).business_connection
    assert told is not None
    assert told.model_dump() == bot(GetBusinessConnection(business_connection_id=shop.id)).model_dump()
    message = alice.writes("500 pcs?", to=shop)
    asked = last_update(server).business_message
    assert asked is not None
    assert (asked.chat.id, asked.business_connection_id) == (alice.id, shop.id)
    answer = SendMessage(chat_id=alice.id, text="Yes", business_connection_id=shop.id)
    sent = bot(answer)
    assert sent.sender_business_bot is not None
    assert [one.text for one in server.sent_to(alice.id, business=shop)] == ["Yes"]
    assert not server.sent_to(alice.id)
    bot(
        EditMessageText(
            business_connection_id=shop.id, chat_id=alice.id, message_id=sent.message_id, text="Yes."
        )
    )
    bot(DeleteBusinessMessages(business_connection_id=shop.id, message_ids=[sent.message_id]))
    assert not server.sent_to(alice.id, business=shop)
    boris.writes("by hand", to=shop.chat_with(alice))
    by_hand = last_update(server).business_message
    assert by_hand is not None
    assert by_hand.from_user is not None
    assert (by_hand.from_user.id, by_hand.chat.id) == (boris.id, alice.id)
    alice.edits(message, "600 pcs?")
    assert last_update(server).edited_business_message is not None
    alice.deletes(message)
    gone = last_update(server).deleted_business_messages
    assert gone is not None
    assert gone.message_ids == [message.message_id]
    server.clock.advance(hours=25)
    with pytest.raises(TelegramBadRequest, match="BUSINESS_PEER_USAGE_MISSING"):
        bot(answer)
    alice.writes("still there?", to=shop)
    bot(answer)


def test_a_business_may_take_its_word_back(server: BotApi, bot: DrivenBot, boris: User) -> None:
    alice = server.user(first_name="Alice")
    shop = server.business(boris)
    with pytest.raises(TelegramBadRequest, match="BUSINESS_PEER_INVALID"):
        bot(SendMessage(chat_id=alice.id, text="x", business_connection_id=shop.id))
    alice.writes("hello", to=shop)
    shop.sets_rights(can_reply=False)
    with pytest.raises(TelegramBadRequest, match="not enough rights"):
        bot(SendMessage(chat_id=alice.id, text="x", business_connection_id=shop.id))
    shop.sets_rights(can_reply=True)
    shop.disconnects()
    told = len(server.pending)
    alice.writes("anyone?", to=shop)
    assert len(server.pending) == told
    with pytest.raises(TelegramBadRequest, match="business connection not found"):
        bot(SendMessage(chat_id=alice.id, text="x", business_connection_id=shop.id))
    assert not bot(GetBusinessConnection(business_connection_id=shop.id)).is_enabled


def test_the_bot_describes_itself(bot: DrivenBot) -> None:
    bot(SetMyCommands(commands=[BotCommand(command="start", description="Begin")], language_code="es"))
    assert [one.command for one in bot(GetMyCommands(language_code="es"))] == ["start"]
    assert bot(GetMyCommands()) == []
    bot(SetMyDescription(description="Sells things"))
    assert bot(GetMyDescription()).description == "Sells things"
    with pytest.raises(TelegramBadRequest, match="BOT_COMMAND_INVALID"):
        bot(SetMyCommands(commands=[BotCommand(command="Start!", description="Begin")]))
    with pytest.raises(TelegramBadRequest, match="TOO_LONG"):
        bot(SetMyDescription(description="x" * 513))
    assert all(one.custom_emoji_id for one in bot(GetForumTopicIconStickers()))


def test_whatever_people_do_aiogram_can_read(server: BotApi, bot: DrivenBot, boris: User) -> None:
    alice = server.user(first_name="Alice", username="alice")
    alice.starts("campaign")
    alice.sends_document("order.pdf", b"%PDF", caption="Order")
    alice.sends_album([b"1", b"2"])
    alice.sends_voice(b"OGG")
    alice.sends_video(b"MP4")
    alice.sends_sticker()
    alice.sends_contact("+34600000000", "Alice")
    alice.sends_location(41.4, 2.2)
    alice.writes("", dice={"emoji": "🎲", "value": 3})
    note = alice.writes("hello")
    alice.edits(note, "hello!")
    alice.forwards(note, hidden=True)
    alice.reacts(note, "👍")
    alice.deletes(note)
    team = server.group("Team", boris)
    boris.sends_photo(b"1", to=team)
    assert len([Update.model_validate(one) for one in server.pending]) == 14
    assert set(server.withheld[0]) == {"update_id", "message_reaction"}
