# Load data
load-upload = Upload files
load-drop = Choose files or drop them here
load-kinds-taken = Catalogue or freight rates (CSV, Excel), policies (Markdown, text, HTML, PDF, Word), shop.toml, or a zip of the whole folder; { $size } at most
load-kind = What they are
load-kind-by-name = by their names
load-kind-catalogue = catalogue
load-kind-shipping = freight rates
load-kind-policy = policy
load-kind-terms = shop.toml
load-kind-shop = whole shop (zip)
load-check = Check
load-check-hint = Nothing changes yet: first you see what would be loaded, and what is wrong.
load-choose = Choose 1 to { $most } files.
load-sample = This is the sample shop that comes with the program; it is not changed by uploads.
load-own = To start your own shop, put shop.toml and a catalogue into a folder and start the service with it:
load-folder = Shop folder
load-folder-what = Whoever edits the files by hand reads the folder again here. Rows that are wrong are reported; everything else is loaded.
load-again = Read the folder again
load-last = Last time
load-by = By { $name }
load-stage-start = Starting …
load-stage-read = Reading the shop folder …
load-stage-embed = Making texts searchable …
load-stage-index = Building the search index …
load-stage-store = Storing the new version …
load-stay = You may leave this page; it goes on.
load-failed = It was not loaded
load-refused = Nothing of it can be loaded
load-refused-hint = Nothing was changed: what served before serves on.
load-discarded = Discarded. Nothing was changed.
load-checked = Checked. Load it?
load-checked-hint = The earlier files are kept, and drafts that wait are made anew from the new data.
load-do = Load
load-discard = Discard
load-done = Loaded: version { $version } serves now.
load-done-counts = { $items ->
    [one] { $items } item
   *[other] { $items } items
 }, { $passages ->
    [one] { $passages } passage of policies
   *[other] { $passages } passages of policies
 }, { $rates ->
    [one] { $rates } freight rate
   *[other] { $rates } freight rates
 }
load-backup = The earlier files are kept in
load-new = new items
load-changed = changed
load-unchanged = unchanged
load-removed = removed
load-errors = values refused
load-terms = Also changed:
load-term-company = company
load-term-quote = quote terms
load-term-discount = discounts
load-term-payment = payment
load-term-restricted = restricted destinations
load-term-fx = exchange rates
load-term-closures = closures
load-term-campaigns = campaigns
load-term-rates = freight rates
load-documents = Policies:
load-error-title = { $count ->
    [one] One value was refused
   *[other] { $count } values were refused
 }
load-errors-csv = As CSV
load-where = Where
load-column = Column
load-value = Found
load-value-empty = empty
load-expected = Expected
load-instead = Instead
load-kept = the earlier version stays
load-left-out = left out
load-more = … and { $count } more
load-list-new = { $count ->
    [one] One new item
   *[other] { $count } new items
 }
load-list-changed = { $count ->
    [one] One item changes
   *[other] { $count } items change
 }
load-list-removed = { $count ->
    [one] One item is taken out
   *[other] { $count } items are taken out
 }
load-warnings = { $count ->
    [one] One thing worth a look
   *[other] { $count } things worth a look
 }
load-ignored = Ignored, no part of a shop folder:
load-proposed = Headings that were not ours are read as:
load-fact-name = name
load-fact-category = category
load-fact-moq = MOQ
load-fact-tiers = prices
load-fact-weight-kg = weight
load-fact-lead-time-days = lead time
load-fact-unit = unit
load-fact-description = description
load-fact-attributes = attributes
load-fact-aliases = aliases
load-fact-sample-price = sample price
load-fact-carton-qty = per carton
load-fact-carton-cm = carton size
load-fact-stock = stock
load-fact-certifications = certificates
load-fact-hs-code = HS code
load-fact-battery = battery
load-fact-options = options
load-fact-image = picture
