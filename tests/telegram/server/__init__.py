"""A strict Bot API server on the loopback, for tests and benchmarks. Nothing leaves the machine.

Start it, and give its address to the product (`TELEGRAM_API_BASE`) or to an aiogram bot::

    with bot_api() as server:                       # a thread of its own; server.url, server.token
        async with new_bot(server) as bot: ...      # aiogram's Bot
        with driven_bot(server) as bot:             # the same in a test that is not async:
            bot(SendMessage(chat_id=1, text="…"))

It is stricter than Telegram: an unknown field, a wrong type or a missing field is a 400 that begins with
"[test server]"; a method that it does not know answers 501, and the `with` block fails at its end (look at
`server.unimplemented`, or `server.forgive()` when a test means to do that).

People and places (nothing is sent to the bot unless the line says so)::

    alice = server.user(first_name="Alice", language_code="es")    # started=True: knows the bot
    team = server.group("Sales team", boris, mei, can_pin_messages=False)   # forum, bot is administrator
    team = server.group("Team", boris, kind="group", bot="left")            # not a forum, bot not in it
    shop = server.business(owner)                   # update: business_connection; shop.id

What people do; each returns the `Message` and sends the update::

    alice.starts("payload")                         # /start payload
    alice.writes("500 pcs KT-17?")                  # to the bot; reply_to=message
    boris.writes("note", to=team, thread=7)         # in a topic; reply_to=card finds chat and topic itself
    alice.writes("hello", to=shop)                  # business_message
    owner.writes("mine", to=shop.chat_with(alice))  # the owner answers by hand
    alice.sends_document("order.pdf", b"…", caption="…")    # also sends_photo, sends_voice, sends_video,
    alice.sends_album([b"…", b"…"])                 # sends_sticker, sends_contact, sends_location
    alice.forwards(message, to=…, hidden=True)
    alice.edits(message, "new text"); alice.deletes(message)     # a deletion is told in business chats only
    tap = boris.taps(card, "Approve")               # label or data; waits: tap.text, .alert, .url
    tap = boris.taps(card, "d:1:ok", wait=None, stale=True)      # a button that an edit took away; tap.wait()
    asked = alice.presses_pay(invoice)              # pre_checkout_query; asked.answered, .ok, .error
    paid = alice.is_charged(invoice); alice.gets_back(paid)      # successful_payment, refunded_payment
    alice.blocks_bot(); alice.unblocks_bot()        # my_chat_member
    team.add_bot(by=mei); team.make_bot_admin(mei, can_manage_topics=False); team.demote_bot(mei)
    team.remove_bot(mei); team.joins(x); team.leaves(x); team.mute(); team.set_forum(False)
    topic = team.opens_topic(mei, "name"); team.closes_topic(mei, topic.thread)      # also reopens_, renames_
    team.deletes_topic(topic.thread)                # the bot is not told
    new = team.migrates(mei, forum=True)            # a basic group; the old id answers with the new one
    shop.disconnects(); shop.reconnects(); shop.sets_rights(can_reply=False)
    server.push_raw({"update_id": server.next_update_id(), "message": {"broken": True}})   # any JSON, any id

What the bot did::

    server.sent_to(alice.id)                        # as they look now: .text .html .buttons .edits
    server.sent_to(team.id, thread)                 # .markup .pinned .deleted .reply_to .files
    server.sent_to(alice.id, business=shop)         # on behalf of the business
    server.last_to(team.id, thread); server.buttons(message)
    server.wait_sent(alice.id, 2); server.wait_for(lambda: team.topics)     # woken by each change, no polling
    server.calls("sendMessage", chat=…, thread=…, outcome="ok", effect=True)
                                                    # .at .fields .outcome .code .description .effect .fault
    server.chat(alice.id).actions                   # [("typing", None)]
    server.unanswered                               # taps that the bot left without an answer
    server.pending, server.withheld                 # updates not confirmed; those that the bot may not see
    server.webhook, server.deliveries               # set by the bot; each push with its status and attempt

What goes wrong::

    server.faults.add("sendMessage", "cut_after", times=2, chat=alice.id, skip=1)
    server.faults.randomly({"sendMessage": {"500": 0.03, "429": 0.01}}, seed=7)
    server.limits.mode = "strict"                   # off, count (as it starts: only listed), strict (429)
    server.limits.burst = 3; server.limits.violations
    server.clock.advance(hours=25)                  # the 24 h of business replies, old taps, old messages
    server.world.query_lifetime = 0.0               # every answer to a tap is too late
    server.backoff.first = 0.01                     # webhook redelivery
    server.delay(0.05); server.sizes.document = 100 # a slower network; smaller files

Fault kinds: 429 (retry_after=…), 500, 502 (HTML), cut_before, hang, 403, migrated (new_chat=…),
deleted_topic: nothing is done. 500_after, 502_after, cut_after, hang_after: it is done, but the bot is not
told.
"""

from __future__ import annotations

from .businesses import Business, BusinessChat
from .client import DrivenBot, driven_bot, new_bot
from .faults import Fault, Kind
from .groups import Group
from .journal import Call
from .limits import Violation
from .people import Tap, User
from .running import TOKEN, bot_api
from .server import BotApi
from .state import GENERAL, Message, StoredFile, Topic
from .webhook import Delivery

__all__ = [
    "GENERAL",
    "TOKEN",
    "BotApi",
    "Business",
    "BusinessChat",
    "Call",
    "Delivery",
    "DrivenBot",
    "Fault",
    "Group",
    "Kind",
    "Message",
    "StoredFile",
    "Tap",
    "Topic",
    "User",
    "Violation",
    "bot_api",
    "driven_bot",
    "new_bot",
]
