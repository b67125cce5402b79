# A report to managers, and the Friday digest
report-period = { $from } – { $to }
report-compared = compared with { $from } – { $to }
report-until = The last day counts until { $at }, as does the day that it is compared with.
report-made-up = Made-up data: the demo's buyers, talks and orders are invented.
report-changed = What changed, and why
report-unchanged = Nothing changed by more than chance.
report-change = { $what }: { $now }, before { $before }
report-because = { $line }; mostly { $causes }
report-no-cause = { $line }; nothing stands out behind it
report-cause = { $key } { $change }
report-cause-share = { $key } ({ $now }, before { $before })
report-cause-larger = { $key } (a larger part of all)
report-cause-smaller = { $key } (a smaller part of all)
report-few = { $hits } of { $of }
report-none = –
report-unknown = not known
report-country-unknown = unknown country
report-worth = Worth reading
report-worth-none = No conversation stands out.
report-talk = conversation { $number }
report-read-lost = The largest loss: { $value }, { $country }, because of: { $reason }
report-read-waited = The longest wait: { $span } of working time, { $country }
report-read-waits = The longest wait, and it goes on: { $span } of working time, { $country }
report-read-saved = Best saved: wanted to leave the platform and paid { $value } on it, { $country }
report-read-returned = Came back after a follow-up and paid { $value }, { $country }
report-read-won = The largest order: { $value }, { $country }
report-read-rewritten = The draft that was changed most ({ $percent } of it stayed), { $country }
report-no-value = an unknown amount
report-no-reason = not said
report-overdue = Overdue
report-overdue-none = Nothing is overdue.
report-overdue-waits = { $count ->
    [one] 1 buyer has waited for more than 24 hours
   *[other] { $count } buyers have waited for more than 24 hours
 }, the longest since { $since }
report-overdue-promises = { $count ->
    [one] 1 promise of ours has passed its day
   *[other] { $count } promises of ours have passed their day
 }, the oldest on { $since }
report-overdue-complaints = { $count ->
    [one] 1 open complaint has not moved for 3 days
   *[other] { $count } open complaints have not moved for 3 days
 }, the oldest from { $since }
report-overdue-sourcing = { $count ->
    [one] 1 sourcing request is past its time
   *[other] { $count } sourcing requests are past their time
 }, the oldest since { $since }
report-overdue-unpaid = { $count ->
    [one] 1 accepted order has been unpaid for more than 3 days
   *[other] { $count } accepted orders have been unpaid for more than 3 days
 } ({ $value }), the oldest since { $since }
report-figures = Figures
report-column-figure = figure
report-column-now = now
report-column-before = before
report-column-change = change
report-digest = The week
report-picture-days = Inquiries a day
report-picture-countries = Inquiries by country
report-picture-now = now
report-picture-before = before
report-picture-was = before { $before }
