# Follow-ups: what comes next with a buyer, the calendar, promises.
nav-follow-ups = Follow-ups
intent-follow-up = Follow-up
next-title = What comes next
next-state-planned = Planned
next-state-drafted = Draft waits
next-state-approved = Approved
next-state-sent = Sent
next-stopped = Wants no messages
next-kind-silent = Silent after the quote
next-kind-expiring = Quote about to expire
next-kind-unpaid = Accepted, not paid
next-kind-shipped = Goods are on the way
next-kind-delivered = Delivered: all right?
next-kind-reviewed = Thanks for the review
next-kind-reorder = Order again?
next-kind-festival = Festival wish
next-kind-campaign = Campaign
next-step = no. { $number }
next-here = here
next-there = where the buyer is
next-hint-planned = The draft is made shortly before, and waits for approval.
next-hint-drafted = It leaves once it is approved, in the buyer's working hours.
next-hint-approved = It leaves by itself then, unless the buyer writes first.
next-draft-now = Draft now
next-send-now = Send at once
next-move = Move
next-move-to = Not before
next-skip = Skip
next-moved = Moved
next-done-skip = Skipped
next-done-draft = The draft is being made
next-done-send = It is being sent
next-done-stop = Noted: no messages but answers
next-done-lift = The buyer may be written to again
next-done-promise = Noted
next-stop = Buyer wants no messages
next-lift = May be written to again
next-past = Before
next-was-sent = sent
next-silence-stopped = The buyer wants no messages but answers.
next-silence-unanswered = The buyer waits for our answer: that comes first.
next-silence-spam = Put aside as spam.
next-silence-closed = The conversation is closed.
next-silence-troubled = A dispute, a scam or a restricted destination: nothing is sent by the calendar.
next-silence-no-channel = There is no way to write to this buyer.
next-silence-three-without-answer = Three messages without an answer: that is enough.
next-silence-no-hours = The buyer's working hours are not known.
next-silence-nothing-due = Nothing is planned: there is no open quote or order to come back to.
next-silence-switched-off = Follow-ups are switched off in the settings.
next-why-person = skipped
next-why-replaced = something else came first
next-why-not-known = what it was about is gone
next-why-stopped = buyer wants no messages
next-why-unanswered = the buyer wrote first
next-why-spam = spam
next-why-closed = closed
next-why-troubled = trouble in the talk
next-why-no-channel = no way to the buyer
next-why-three-without-answer = three without an answer
next-why-no-hours = no working hours known
next-why-nothing-due = no reason any more
next-why-switched-off = switched off
promise-by-buyer = The buyer promised for
promise-by-seller = We promised for
promise-done = Kept
promise-not-a-promise = Not a promise
promise-late = { $count ->
    [one] One promise is overdue
   *[other] { $count } promises are overdue
 }
calendar-before = Before
calendar-after = After
calendar-today = Today
calendar-view = View
calendar-week = Week
calendar-month = Month
calendar-of = Whose
calendar-everybody = Everybody
calendar-show = Show
calendar-more = { $count } more
calendar-day-0 = Mon
calendar-day-1 = Tue
calendar-day-2 = Wed
calendar-day-3 = Thu
calendar-day-4 = Fri
calendar-day-5 = Sat
calendar-day-6 = Sun
happened-follow-up-skipped = Follow-up skipped
happened-follow-up-moved = Follow-up moved
happened-follow-up-brought-forward = Follow-up brought forward
happened-follow-up-sent-at-once = Follow-up sent at once
happened-follow-up-settings-changed = Follow-up rules changed
happened-buyer-stop-noted = No messages wanted, noted
happened-buyer-stop-lifted = May be written to again
happened-promise-done = Promise kept
happened-promise-not-a-promise = No promise
next-kind-promised = The buyer’s promise is due
next-silence-frozen = The talk is frozen: nothing is sent until a manager has looked.
next-why-frozen = the talk was frozen
next-lift-manager = A manager may have the buyer written to again.
promise-broken = Broken
promise-overdue = Overdue
promise-add = Note a promise
promise-whose = Who has promised
promise-of-seller = We
promise-of-buyer = The buyer
promise-what = What was promised
promise-until = By which day
promise-noted = The promise is noted
happened-promise-noted = Promise noted
happened-promise-broken = Promise broken
happened-promise-overdue = Promise of ours overdue
campaigns = Campaigns
campaign-new = New campaign
campaign-none = No campaign yet
campaign-none-what = News for buyers who asked about just that: new colours, a price that ends, goods that are back.
campaign-name = Name
campaign-name-hint = For the team: buyers do not see it.
campaign-days = Days
campaign-buyers = Buyers
campaign-drafted = In the desk
campaign-sent = Sent
campaign-state = State
campaign-over = Over
campaign-running = Running
campaign-whom = Whom it concerns
campaign-whom-what = Only buyers whose own inquiry was about it. Say what they asked about; countries and stages narrow it down.
campaign-categories = Asked about goods of
campaign-skus = Asked about these items
campaign-skus-hint = SKUs, with commas between.
campaign-intents = Asked about
campaign-countries = Only from these countries
campaign-countries-hint = Two letters each, such as DE, BR. Empty: all.
campaign-stages = Only at this stage
campaign-no-quote = No quote yet
campaign-words = What you tell them
campaign-words-what = In each language that you fill in; other buyers are passed by. Greeting, closing and how to get no more of these are added. No links, bank details or addresses.
campaign-other-languages = Other languages
campaign-begins = First day
campaign-ends = Last day
campaign-preview = Who gets it?
campaign-start = { $count ->
    [one] Begin: one buyer
   *[other] Begin: { $count } buyers
 }
campaign-findings = These words may not stand in a campaign:
campaign-reached = { $count ->
    [one] One buyer gets it
   *[other] { $count } buyers get it
 }
campaign-reached-what = Each as a draft that waits for approval, in the buyer’s working hours, never within two days of another follow-up, and not after three without an answer.
campaign-passed = { $count ->
    [one] One is passed by
   *[other] { $count } are passed by
 }
campaign-unspoken = No words in { $language }
campaign-later-unanswered = after our answer
campaign-later-three-without-answer = after the buyer writes again
campaign-later = Something else comes first
campaign-started = { $count ->
    [one] The campaign has begun: one follow-up is planned.
   *[other] The campaign has begun: { $count } follow-ups are planned.
 }
campaign-approved = { $count ->
    [one] One draft was approved.
   *[other] { $count } drafts were approved.
 }
campaign-left = { $count ->
    [one] One needs a look of its own.
   *[other] { $count } need a look of their own.
 }
campaign-ended = The campaign is over.
campaign-end = End it
campaign-waiting = { $count ->
    [one] One draft waits
   *[other] { $count } drafts wait
 }
campaign-open = Open the conversation
campaign-alone = Decide it alone
campaign-approve = Approve those ticked
campaign-approve-what = Each leaves in its buyer’s working hours. What has changed meanwhile stays here.
campaign-progress = How far it is
calendar-link = Calendar
calendar-quiet = Quiet
calendar-wish = Festival
calendar-days-off = Days off
calendar-closed = We are closed
happened-campaign-started = Campaign begun
happened-campaign-ended = Campaign ended
rules = When we write
rules-what = The rules of all follow-ups. What is planned already is held against them before its draft is made.
rules-on = Which are sent
rules-silent = Silent after the quote: after so many days
rules-unpaid = Accepted, not paid: after so many days
rules-steps-hint = Rising numbers, with commas between.
rules-gap = Hours between two, at least
rules-most = At most so many without an answer
rules-opens = Not before (the buyer’s time)
rules-closes = Not after (the buyer’s time)
rules-saved = The rules are kept.
rules-expiring = Quote expires: days before
rules-promised = Promise of the buyer’s: days after
rules-shipped = Shipped: days after
rules-delivered = Delivered: days after
rules-reviewed = Reviewed: days after
rules-reorder = Reorder: days after delivery
rules-festival = Festival: days before
