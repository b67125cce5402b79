# When one comes back to the buyer. `at`: the team's time; `there`: the buyer's.
next-planned = 🗓 Next: <b>{ $what }</b>, { $at } ({ $there } there)
next-drafted = 🗓 Follow-up: <b>{ $what }</b>. Approved, it leaves { $at } ({ $there } there)
next-approved = 🗓 <b>{ $what }</b> leaves { $at } ({ $there } there)
next-stopped = 🚫 The buyer wants no messages but answers.
note-promise = ⏰ { $who }: we promised this buyer something for { $day }, and nobody has ticked it off: { $words }
button-skip = Skip the follow-up
done-skipped = It is skipped.
skip-nothing = There is no follow-up any more.
