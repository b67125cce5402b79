# Settings
shop-autonomy = Replies that go out by themselves
shop-autonomy-what = Nothing is sent without a person unless you switch it on here. A kind of reply may be switched on for a language after { $approvals } approvals of which { $percent } % went out as they were. Never with amounts, findings or risks; the first edit, refusal or complaint switches it off again.
shop-autonomy-none = Nothing was approved yet. After { $approvals } approvals of one kind in one language it can be switched on here.
shop-intent = Kind of reply
shop-approved = Approved
shop-unedited = As they were
shop-cell-state = State
shop-cell-open = goes out by itself
shop-cell-earned = may be switched on
shop-cell-more = { $count ->
    [one] { $count } approval to go
   *[other] { $count } approvals to go
 }
shop-cell-edits = edited too often; { $percent } % must go out as they were
shop-cell-ended-edited = ended by an edit
shop-cell-ended-refused = ended by a refusal
shop-cell-ended-complaint = ended by a complaint
shop-cell-ended-switched-off = switched off
shop-cell-do = Switch on
shop-cell-close = Switch off
shop-cell-on = Replies of this kind go out by themselves now.
shop-cell-off = Replies of this kind wait for a person again.
shop-acknowledgement = Acknowledgement
shop-acknowledgement-what = A buyer who writes for the first time is told at once that the message has arrived. The words are fixed, hold no amounts and answer nothing: the reply clock goes on until a person answers.
shop-acknowledgement-languages = Sent in these languages
shop-acknowledgement-saved = { $count ->
    [0] No acknowledgement is sent.
    [one] Sent in one language.
   *[other] Sent in { $count } languages.
 }
shop-when = When
shop-when-always = at any time
shop-when-inside = in working hours
shop-when-outside = outside working hours
shop-preview = Look at the words
shop-widget = Chat on your own site
shop-widget-what = Put this line before the end of your page’s body:
shop-chat-page = The chat as a page of its own:
shop-installed = Installation
shop-installed-hint = These come from shop.toml and the environment of the service; whoever installed it changes them.
shop-company = Company
shop-zone = Time zone
shop-hours = Working hours
shop-address = Public address
shop-burst = A burst of messages
shop-burst-seconds = over after { $quiet } s of quiet, { $longest } s at most
shop-retention = Buyers are kept
shop-retention-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after the last message, then erased
shop-retention-none = until somebody erases them
