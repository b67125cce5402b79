# Buttons of a card
button-approve = ✅ Approve & send
button-edit = ✏️ Edit
button-refuse = ✖️ Refuse
button-ask = ❓ Ask instead
button-asking = Write the question
button-take = 🙋 Take over
button-release = 🤖 Give back
button-reopen = ↩️ Reopen
button-snooze = 💤 Put off
button-close = 🗄 Close
button-spam = 🚫 Spam
button-pdf = 📄 Quote PDF
button-console = 🖥 Console
button-back = ‹ Back
button-chosen = ☑️ { $label }
button-send-edit = ✅ Send my words
button-drop-edit = Drop them
button-resend = 🔁 Send again
button-arrived = 👌 It arrived
button-aside = 🗑 Do not send
reason-wrong-facts = Wrong facts
reason-wrong-price = Wrong price
reason-wrong-tone = Wrong tone
reason-wrong-language = Wrong language
reason-not-needed = Not needed
reason-other = Something else
detail-product = Product
detail-quantity = Quantity
detail-destination = Destination
detail-incoterm = Incoterm
detail-customization = Customization
detail-deadline = Deadline
detail-company = Company
detail-usage = Use
detail-target-price = Target price
detail-order-number = Order number
detail-evidence-of-defect = Photos of the defect
snooze-hour = In an hour
snooze-four-hours = In four hours
snooze-tomorrow = Tomorrow morning
snooze-monday = Monday morning

# How a conversation stands
standing-erased = <b>Erased</b>
standing-spam = <b>Spam</b>: nobody answers this
standing-closed = <b>Closed</b>. The buyer's next message opens it again.
standing-taken-over = <b>{ $name } has taken this over</b> and answers in person
standing-snoozed = <b>Put off</b> until { $until }
standing-waiting = <b>Waits for approval</b>
standing-waiting-manager = <b>A manager must approve this</b>
standing-outdated = <b>The price list has changed.</b> A new draft is on its way.
standing-being-written = <b>The assistant is writing a draft …</b>
standing-approved = <b>Approved</b> by { $name }, { $at }, { $how }; on its way
standing-sending = <b>Being sent</b>: approved by { $name }, { $at }, { $how }
standing-sent = <b>Sent</b>: approved by { $name }, { $at }, { $how }
standing-superseded = <b>Superseded</b>: { $why }
standing-refused = <b>Refused</b> by { $name }, { $at }: { $why }. The buyer still waits: take over and answer.
standing-expired = <b>Expired</b>: { $why }
standing-failed = <b>Not sent</b>, { $at }
standing-quiet = <b>Nothing waits here</b>
as-it-was = as it was written
as-edited = edited before
by-rule = a rule
somebody = somebody
no-reason = no reason given
written-by-assistant = Drafted by the assistant; nobody has sent it.
written-by-person = Edited by { $name }; nobody has sent it.
past-card = ⚪️ <b>Superseded</b>: look at the newest card.
past-waiting = ⚪️ <b>Superseded</b>: there is a newer card below.
elsewhere = ↪️ { $buyer }: <b>{ $name }</b> has this conversation now.
elsewhere-nobody = ↪️ { $buyer }: this conversation is somebody else's now.
erased = 🧹 The data of this buyer were erased.
changed-before = ⚠️ Draft { $number }, which somebody had changed, was put aside. What was changed there is not in this one; the console keeps it.
dates-of = ⚠️ The dates in this quote are those of { $day }.

# What did not leave
trouble-unknown = ❗️ <b>Nobody can tell whether this reply arrived</b> ({ $at }): the connection broke while it was being sent. Look into the chat with the buyer, then say what you found: send again, or it arrived.
trouble-failed = ❗️ <b>This reply was not sent</b> ({ $at }): { $why }
failure-blocked = the buyer has blocked the bot. Try another way to reach the buyer.
failure-no-chat = there is no chat with the buyer any more.
failure-disconnected = the account's owner has disconnected the bot. Connect it again, then send again.
failure-no-right = the account's owner does not let the bot reply. Grant the right, then send again.
failure-unbound = the account belongs to nobody of the team. Bind it, then send again.
failure-silent = the buyer has written nothing for 24 hours: Telegram then sends nothing on behalf of an account. Write by hand.
failure-refused = Telegram refuses this reply. Edit it, or answer by hand.
failure-too-late = the buyer has written nothing for 24 hours: Telegram then sends nothing on behalf of an account. Write by hand.
failure-no-rights = the bot has no right to write there. Grant it, then send again.
failure-fault = a fault of the program. Send again; if it happens again, tell whoever runs Supercargo.
failure-erased = the buyer was erased.
failure-no-way = there is no way to send through this channel.
failure-invoice = Telegram or the payment provider does not take this invoice, or it does not hold any more: check amount, currency and the provider’s token.
failure-frozen = the talk was frozen before it left. A manager sends it, or puts it aside.
failure-unknown = no reason is known. Send again.

# The buyer
unnamed-buyer = Buyer { $number }
country-guessed = perhaps { $country }
channel-web = web chat
channel-telegram = Telegram
channel-account = on behalf of { $name }'s account
there-time = 🕘 { $there } there at { $here } here
there-night = 🌙 night
there-weekend = 🏖 weekend
there-holiday = 🎉 public holiday: { $name }
grade = Grade <b>{ $grade }</b>
grade-why = Grade <b>{ $grade }</b>: { $why }
buyer-new = new buyer
buyer-returns = known since { $day }
clock-due = ⏱ Answer by <b>{ $at }</b>
clock-soon = 🟡 Answer by <b>{ $at }</b>: less than 8 hours left
clock-now = 🔴 Answer by <b>{ $at }</b>: less than 2 hours left
clock-late = 🔴 <b>Late</b>: an answer was due by { $at }
clock-closes = the shop closes before that, at { $at }
assigned = 👤 { $name }
assigned-nobody = 👤 nobody yet
buyer-wrote = The buyer wrote ({ $language }):
buyer-wrote-plain = The buyer wrote:
words-edited = ✎ { $words }
words-taken-back = ␡ { $words }

# The draft
reply-title = Reply ({ $language }):
suggestion-title = Suggestion ({ $language }):
reply-above = ⬆️ The whole reply stands above this card ({ $count } characters).
answer-title = Last answer:
choices = The buyer can tap: { $choices }
findings-more = … and { $count } more findings: see the console.
findings-reason = ⛔️ takes a reason before it is sent.
sources = 📚 { $names }
source-own = team’s answer, accepted by { $name }
quote-more-lines = … { $count } more lines
quote-freight = { $method } { $least }–{ $most } d
quote-freight-open = Freight: after the choice
quote-total = Total { $term }
quote-depends = by quantity
quote-revision = revision { $number }
quote-valid = Valid until { $day }
quote-ready = ready by { $day } ({ $days } working days)
quote-sample = sample
quote-or = or

# The topic of a buyer
title-erased = 🧹 erased
stage-new = new
stage-answered = answered
stage-quoted = quoted
stage-closed = closed
stage-spam = spam
summary-phone = 📞 { $told }
summary-email = ✉️ { $told }
summary-source = From: { $told }
summary-asked = Asked for: { $asked }
summary-quoted = Quoted: { $quotes }
summary-note = 🗒 { $note }
summary-console = All of it in the console

# Reminders
note-complaint = ⏳ { $who }: a complaint is open, and the buyer's dispute window ends in { $span }, on { $at }.
note-waits = ⏰ { $who }: this buyer has been waiting for { $span }. Answer by { $at }.
note-handed-over = ↪️ { $who }: this conversation is yours now. The buyer has been waiting for { $span }; answer by { $at }.
note-card = the card
note-nobody = Everybody

# Why an answer would not arrive
no-reply-no-chat = <b>The buyer's chat is not known.</b> An answer would not arrive.
no-reply-blocked = <b>The buyer has blocked the bot.</b> An answer arrives only once they write again.
no-reply-disconnected = <b>The account is not connected to the bot any more.</b> Its owner connects it in Settings › Telegram Business › Chatbots, or answers by hand.
no-reply-no-right = <b>The bot may not reply for this account.</b> Its owner allows it in Settings › Telegram Business › Chatbots, or answers by hand.
no-reply-unbound = <b>The account belongs to nobody of the team.</b> Its owner is bound with: supercargo staff telegram NAME
no-reply-silent = <b>The buyer has been silent for 24 hours.</b> Telegram lets only the account's owner write now, by hand.

## A frozen talk
frozen-account-changed = <b>Frozen.</b> The message says, or asks, that bank details have changed. Our account never changes by a message. Only a manager sends here, with a reason.
frozen-by-hand = <b>Frozen</b> by the team. Only a manager sends here, with a reason.
button-thaw = Thaw
done-thawed = Thawed: the team may send again.
