# Requests to purchasers, in their private chats.
command-sourcing = Goods that purchasers are asked for
sourcing-list = 🔎 <b>Open requests</b>
sourcing-none = No request waits.
sourcing-not-yours = This is for purchasers. A manager makes one in the console: Team.
sourcing-claim-usage = Write /claim and the number that stands with the request.
sourcing-claimed = 🙋 Request { $number } is yours.
sourcing-open = Open
sourcing-news-sent = 🔎 Request { $number }: who finds this?
sourcing-news-told = 💬 Request { $number }: the salesperson says
sourcing-news-reminded = ⏰ Request { $number } still waits for an answer.
sourcing-news-withdrawn = ✖️ Request { $number } was withdrawn: nobody need look any more.
