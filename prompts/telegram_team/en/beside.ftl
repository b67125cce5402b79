# The buyer's words and the draft in the team's language
beside-elsewhere = The translation is too long for a card: the console has it.
beside-more = { $count } more
