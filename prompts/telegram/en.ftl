# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = English

## The first message
hello = Hello! This is the chat with { $company }. { $seller } answers you here, and a software assistant helps to write. A person checks an answer before you get it; what is sent automatically is marked.
hello-shop = Hello! This is the chat with { $company }. Our team answers you here, and a software assistant helps to write. A person checks an answer before you get it; what is sent automatically is marked.
hello-next = Write what you need, in your own language: which product, how many, and the country of delivery. Photos, files and voice messages are welcome too.
hello-product = You came for: { $product } ({ $sku }). How many do you need, and for which country? Or ask anything else, in your own language.
hello-again = Welcome back! Write what you need, in your own language.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Ask for a person
command-language = Change the language of the menus
command-stop = No messages that you did not ask for
command-privacy = What is kept about you
command-verify = Check a quotation or an account
command-help = What you can do here

## /language and /stop
language-choose = In which language shall the menus and notices be?
language-set = The menus and notices are in English from now on. You can write to us in any language.
stop-done = You will get answers to what you write, and nothing else. Send /start to undo this.
stop-undone = You may hear from us again.

## /privacy
privacy = { $company } keeps your name, user name and language as Telegram shows them, what you write and send here, and what you tell about your country or telephone number. It is used to answer you and to handle your orders. A software assistant helps to write; people check and decide. You can ask for a copy of your data, or for their erasure. A person takes care of it.
privacy-data = Send me my data
privacy-erase = Erase my data
privacy-data-words = Please send me a copy of the data that you keep about me.
privacy-erase-words = Please erase the data that you keep about me.
privacy-asked = Your request was passed on to the team. A person takes care of it and answers you here.

## /human; the first is stored as what the buyer says
human-words = I would like to talk to a person, please.
human-told = { $seller } was asked to answer you personally. The answer comes here.

## Commands that there are not
unknown-command = I do not know this command.
unknown-kept = I do not know this command, but your words were passed on to the team.

## Taps on answers (at most 200 characters)
tap-kept = Your answer: { $answer }
tap-again = You have answered this already.
tap-old = This question is not open any more. Please write to us instead.
tap-unknown = This button is not valid. Please write what you need.

## Groups that are not the team’s
group-private = I only talk in private chats, so I am leaving this group. You can write to me here: { $link }

## To salespeople who connect their own account
business-unbound = Your account is connected, but it belongs to nobody in the team of { $company }, so I read and answer nothing. Ask a manager for a one-time code and send it to me here; after that it works.
business-ready = Your account is connected. I draft answers to your buyers of { $company }; they reach a buyer in your name only after somebody has approved them. What you type yourself goes out as ever, and drops the draft.
business-no-right = Your account is connected, but I may not reply in it. Allow it in Telegram: Settings, Telegram Business, Chatbots, “Reply to messages”.
