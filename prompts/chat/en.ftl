# The buyer's chat page. Values arrive formatted.

## The page
title = Chat with { $company }
no-script = This chat needs JavaScript. Please switch it on, or use another browser.
menu = Options
new-talk = Start a new chat
new-talk-sure = Start a new chat?
new-talk-means = This device forgets the chat. { $company } keeps it.
keep = Keep this chat
close = Close the chat
open = Chat with us
skip = To the message field

## Who answers, and when
open-until = Open until { $time }
opens-at = Closed now, opens { $time }
hello = How can we help?
hello-more = Ask for prices, samples, shipping or anything else, in your own language.
assistant = A software assistant helps our team to write. A person checks an answer before you get it; what is sent automatically is marked.
your-name = Your name (optional)
reading = The team is preparing an answer
checking = A person checks the answer before it is sent
later = The team answers once it is open: { $time }
automatic = Automatic reply

## The talk
log = Messages
you = You
them = { $company }
today = Today
yesterday = Yesterday
to-newest = To the newest message
choices = Suggested answers

## Writing
write = Write a message
send = Send
attach = Add files
drop = Drop files here
remove = Remove { $name }
pasted = pasted picture

## Ticks and troubles
sending = Waiting to be sent
sent = Sent
seen = Seen by the team
not-sent = Not sent
try-again = Try again
discard = Delete
offline = You are offline. Your messages are kept and sent later.
connecting = Connecting…
too-large = { $name } is too large. A file can have up to { $size }.
too-many = Up to { $count } files can go with one message.
too-long = This message is too long by { $count } characters.
all-too-large = These files together are too large. Send them in several messages.
ended = The earlier chat has ended. A new one begins with your message.

## Quotes
quote = Quotation
revision = Revision { $number }
valid-until = Valid until { $date }
expired = Expired on { $date }
product = Product
quantity = Quantity
amount = Amount
sample = sample
freight = Freight: { $method }, { $days } days
total = Total
choose = Choose one of the quantities
replaced = Replaced by revision { $number }
ready-by = Ready by { $date }
order = Order now
order-on = Order on { $platform }
benefits = With { $platform }
pdf = Quotation as PDF
verify = Check this quotation
verify-code = Check code
deposit = Deposit ({ $percent }%)
balance = Balance
