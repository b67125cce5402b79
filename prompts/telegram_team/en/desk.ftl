# Taps
tap-not-of-the-team = This is the team's. Your account is not bound to anybody of the team: ask a manager for a one-time link.
tap-unknown = This button is not one of mine, or it is too old. Look at the newest card.
tap-not-a-card = This is not a card of mine in this chat. Take the card in the team's own chat.
tap-old-card = This card is old: there is a newer one for this buyer, further down.
tap-busy = Telegram asks me to wait. Tap again in a moment.

# Done
done-approved = ✅ Approved. It is on its way to the buyer.
done-approved-at = ✅ You approved this at { $at }. It goes out once.
done-refused = ✖️ Refused. The buyer still waits: take over, or write yourself.
done-asks = ❓ The draft is a short question now. Look at it and approve it.
done-taken = 🙋 You answer alone now: what you write in this topic goes to the buyer. Begin with // to keep a line inside.
done-taken-private = 🙋 You answer alone now: what you write as an answer to this card goes to the buyer.
done-released = 🤖 Given back: the assistant drafts again.
done-snoozed = 💤 Put off until { $until }, or until the buyer writes.
done-closed = 🗄 Closed. The buyer's next message opens it again.
done-spam = 🚫 Marked as spam.
done-own-words = ✅ It goes to the buyer.
done-resent = 🔁 It is sent again.
done-arrived = 👌 Kept: it arrived.
done-aside = 🗑 Put aside: it is not sent.
choose-reason = Why is it refused?
choose-details = Choose one or two details to ask for.
choose-time = Until when?
pdf-none = Nothing was quoted here.
pdf-caption = The quotation as it stands. Only the team sees it here.
pdf-sent = The quotation is below.
uncertain-settled = Somebody has settled this already. Look at the card.

# Refused
refused-outdated = Not done: the draft, the price list or the buyer's wish has changed. Look at the card as it is now.
refused-superseded = Not done: a newer draft has taken the place of this one. Look at the newest card.
refused-role = Not done: a manager must decide this one.
refused-findings = Not done: there is no text to send, or a gap in it.
refused-taken-over = Not done: somebody else has taken this conversation over.
refused-unknown-conversation = Not done: there is no such conversation, or the buyer was erased.
refused-unknown-draft = Not done: there is no such draft.
refused-too-long = Not done: a reply has at most 20,000 characters.
refused-details = Choose one or two details first.
refused-until = Choose a time in the next 90 days.
refused-empty-message = There is nothing to send.
refused-reason = Say why first.
refused-other = Not done: { $text }
already-approved = { $who } approved this already, at { $at }. It goes out once.
already-refused = { $who } refused this already, at { $at }.

# Reasons
reason-wanted = Not sent yet: the guard has marked something. Say below why it is right.
reason-below = Say why in your own words: answer my message below.
reason-approval = { $who }, not all of this is backed by the shop's data:
    { $findings }
    Say why it is right: tap a reason, or answer this message in your own words. It is kept with the reply.
reason-refusal = { $who }, why is this draft refused? Answer this message. It stays inside the team.
why-checked = I have checked it
why-agreed = It was agreed with the buyer
why-talked = A manager knows about it

# Edits
edit-below = Answer my message below with the new words.
edit-ask = { $who }, answer this message with the whole new text. Nothing is sent before you have looked at it once more.
edit-changes = What changes:
edit-whole = As the buyer will read it:
edit-findings = What the guard says:
edit-no-findings = ✅ The guard finds nothing.
edit-same = These are the words of the draft already. Nothing was changed.
edit-dropped = Dropped: the words from before are the draft's again.
edit-kept = Your words are kept; they have not gone to the buyer:
edit-nothing-waits = No draft waits on this card, so nothing was changed. Take over to write to the buyer yourself.
only-words = Only words can go to the buyer from here. Nothing was sent.
change-not-sent = Changing a message here changes nothing for the buyer, and nothing in a draft. Write a new one.
own-before = This stays inside: it was written before you took the conversation over. Send it again if it is meant for the buyer.
send-not-yours = Nothing was sent. Take the conversation over first, and write in its topic.
send-usage = Write the words behind it: /send Dear Alice, …

# Commands
command-queue = Who waits, by the reply clock
command-find = Find buyers and talks
command-buyer = Who this buyer is
command-send = Send the buyer your words, after taking over
command-note = A note that stays inside
command-report = Today and this week
command-login = A one-time link to the console
command-whoami = Who I take you for
command-language = Language of the cards
command-help = What you can do here
queue-title = <b>Who waits</b> ({ $count }):
queue-empty = Nobody waits. ☕️
queue-left = { $span } left
queue-late = late by { $span }
page-before = ‹ Before
page-after = More ›
state-open = open
state-taken-over = taken over
state-snoozed = put off
state-closed = closed
state-spam = spam
find-usage = Write what to look for: /find Alice, or /find kettle
find-none = Nothing holds “{ $words }”.
find-title = <b>“{ $words }”</b>:
find-more = … and more: see the console.
buyer-usage = Use it in a buyer's topic, or with a name: /buyer Alice
buyer-none = No talk holds these words.
report-title = <b>The team</b>
report-own = <b>{ $name }</b>
report-today = Today
report-week = This week
report-in = { $talks ->
    [one] { $talks } new inquiry
   *[other] { $talks } new inquiries
 }
report-drafts = Drafts: { $approved } approved, { $edited } of them edited; { $refused } refused
report-unanswered = ⚠️ Buyers of this time who still wait: { $count }
report-response = First answer: { $median } (median)
report-person = • { $name }: { $approved } approved
login = This link opens the console once, within 24 hours. Do not pass it on:
    { $link }
login-in-private = I have sent you the link in our private chat.
login-cannot = I cannot write to you: open a private chat with me first, then ask again.
whoami = You are <b>{ $name }</b>, { $role }. This chat's number: <code>{ $chat }</code>
role-salesperson = salesperson
role-manager = manager
role-admin = administrator
language-role = The language of the cards is set by a manager.
language-usage = Write /language en or /language zh.
language-done = Cards and answers are in English from now on.
private-help = What you write here stays with me. To change a draft, answer its card; /help says more.
help = <b>What you can do</b>
    • Tap the buttons of a card: approve, edit, refuse, ask instead, take over, put off.
    • Answer a card with new words to change the draft. I show you what changes; nothing goes out before you approve it.
    • What is typed in a topic stays inside the team. After taking over, your own lines there go to the buyer; begin with // or /note to keep one inside.
    • /queue who waits · /find words · /buyer · /report · /login the console · /whoami

# Binding
not-bound = I do not know who you are. A manager makes you a one-time link (console: Team, or <code>supercargo staff telegram NAME</code>); open it, and I know you.
bind-done = You are <b>{ $name }</b>, { $role }, from now on.
bind-replaced = { $name } is bound to another account of Telegram from now on. If that was not you, tell a manager at once.
bind-unknown = I do not know this code. Ask a manager for a new link.
bind-used = This code was used already. Ask a manager for a new link.
bind-expired = This code is over 24 hours old. Ask a manager for a new link.

# Setting up
group-number = This group's number is <code>{ $chat }</code>. To make it the team's, set TELEGRAM_TEAM_CHAT to it and start Supercargo again.
missing-title = <b>Something is missing before the team can work here:</b>
missing-no-group-rights = I cannot reach the team's group. Add me to it, or correct TELEGRAM_TEAM_CHAT (/whoami in the group tells its number).
missing-basic-group = This group has no topics yet. Open the group's settings and switch on Topics; Telegram then gives it another number, which I learn by myself.
missing-not-a-forum = Topics are off. Open the group's settings, Topics, and switch them on.
missing-not-admin = I am no administrator here. Group settings, Administrators, add me, with the rights to manage topics, pin and delete messages. Until then I see only commands and answers to me.
missing-no-topic-rights = I may not manage topics. Group settings, Administrators, me, Manage topics.
missing-no-pin-rights = I may not pin messages. Group settings, Administrators, me, Pin messages.
missing-no-delete-rights = I may not delete messages. Group settings, Administrators, me, Delete messages.
missing-nobody-bound = Nobody of the team is bound to an account yet. Make a one-time link for each: console, Team, or <code>supercargo staff telegram NAME</code>.
nothing-missing = ✅ Everything is there: the team can work in { $title }.
