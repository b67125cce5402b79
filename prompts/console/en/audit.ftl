# Audit trail
audit-export = CSV
audit-who = Who
audit-kind = Event
audit-actor = Caused by
audit-actor-person = a person
audit-actor-buyer = the buyer
audit-actor-rule = a rule
audit-actor-model = a model
audit-actor-import = a platform's export
audit-actor-hook = a platform's call
audit-since = From
audit-until = To
audit-at = When
audit-what = What happened
audit-data = Details
audit-draft = draft { $number }
audit-none = Nothing of that kind happened
