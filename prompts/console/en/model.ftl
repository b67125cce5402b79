# The language model
model-budget = Today's budget for the language model is spent. Drafts are written by the templates until midnight in the shop; a larger budget is SUPERCARGO_MODEL_BUDGET.
model-out = The language model gives no answers at the moment. Drafts are written by the templates meanwhile, at once; it is asked again by itself.
model-title = Language model
model-short-budget = Budget spent
model-short-out = Gives no answers
model-short-well = Answers
model-name = Model
model-spent = Spent today
model-spent-of = { $spent } of { $budget } USD
model-spent-no-limit = { $spent } USD, no limit
model-per-draft = Cost of a draft
model-per-draft-of = { $cost } USD, on average of { $drafts ->
    [one] one draft today
   *[other] { $drafts } drafts today
 }
model-calls = Calls today
model-troubles = What went wrong last
model-trouble-where = Conversation
model-trouble-timeout = took too long
model-trouble-unavailable = could not be reached
model-trouble-rate-limited = too many calls for the provider
model-trouble-budget = today's budget was spent
model-trouble-broken = an answer that could not be read
model-trouble-empty = no answer
model-trouble-refused = refused by the provider
model-hint = It words what was decided by the rules, and reads what they left open. Where it cannot be used, the templates write: no draft waits for it longer than its time-out.

# Who read what
read-by = Who read this
read-by-rules = Rules
read-by-model = Model
read-by-both = Both
read-by-conflict = Rules and model disagree. Of goods and quantities the rules' reading stands; a risk counts whoever sees it. Look before you approve.
read-by-sure = Rules and model do not contradict each other.
read-by-dropped = Not taken from the model, for the buyer did not write it: { $fields }
read-by-instead = The model read { $value }
read-field-items = Goods
read-field-intents = Asks about
read-field-risks = Risk
read-field-quantity = Quantity
read-field-sku = Item
read-field-risk = Risk
read-field-currency = Currency
