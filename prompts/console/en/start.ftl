# Set up your own shop: the same words on the terminal and on the pages, and the comments of shop.toml
start-title = Set up your own shop
start-what = Nine short steps: your price list, who you are, your terms. You may stop after any answer and go on later.
start-go-on = You have been here before: it goes on where you stopped.
start-step-of = Step { $number } of { $count }
start-step-list = Your price list
start-step-columns = What the columns are
start-step-company = Your company
start-step-terms = Terms and discounts
start-step-payment = Payment
start-step-closures = Days without production
start-step-documents = Documents and freight rates
start-step-write = Look and load
start-step-inquiries = Three of your past inquiries
start-optional = may stay empty
start-keep = Enter keeps it
start-clear = - clears it
start-next = Next
start-back = Back
start-saved = Kept. Run the same command to go on.
start-no-answer = No answer for { $key }. Add it to the answers file, or run without --answers on a terminal.
start-unknown-answer = The answers file has { $key }, which is not asked. Known: { $known }.
start-answers-unreadable = The answers file { $file } cannot be read ({ $reason }). It is TOML or JSON.

start-ask-list = Your price list, an Excel (.xlsx) or CSV file
start-hint-list = As it is: your own headings stay. The file itself is not changed.
start-ask-list-currency = Currency of its prices
start-hint-list-currency = A code such as USD, EUR or CNY. All amounts of the shop are in it.
start-columns-what = This is how your columns are read. Correct what is wrong: quotes are worked out from it.
start-column = Your heading
start-column-samples = For example
start-column-field = Read as
start-column-guess = proposed
start-column-none = not used
start-column-keep-hidden = (not shown)
start-columns-right = Is this right? Enter: yes. Or the number of a column to change
start-columns-change = What is “{ $heading }”? One of: { $fields }; price_tiers:500 for the unit price from 500 on; empty: not used
start-columns-number = Type the number of a column, or only Enter.
start-columns-counted = { $products } of { $rows } rows can be loaded.
start-columns-refused = { $count ->
    [one] One value cannot be read; its row is left out until it is mended:
   *[other] { $count } values cannot be read; their rows are left out until they are mended:
 }
start-columns-first = The first ones as a buyer's quote will know them
start-columns-fill = Your list has no column for these. What holds for all products may be said here; where they differ, add a column to your list and start this step anew.
start-fill-category = Category of all products
start-fill-moq = Smallest order (MOQ) of all products
start-fill-weight-kg = Gross weight of one piece in kg; take the heaviest if they differ, freight is worked out from it
start-fill-lead-time-days = Production time of all products in working days
start-columns-again = Look again
start-columns-accept = Yes, that is right
start-product-prices = Prices
start-product-weight = Weight
start-product-lead-time = Lead time
start-product-days = { $days ->
    [one] 1 day
   *[other] { $days } days
 }
start-product = Product

start-ask-company-name = Company name, as buyers know it
start-ask-company-home-country = Country
start-hint-company-home-country = A code or an English name: CN, Turkey
start-ask-company-timezone = Time zone
start-hint-company-timezone = As in Asia/Shanghai
start-ask-company-working-days = Working days
start-hint-company-working-days = As in mon-sat. Lead times count them.
start-ask-company-working-hours = Working hours
start-hint-company-working-hours = As in 09:00-18:30
start-ask-company-languages = Languages that your team reads, the usual one first
start-hint-company-languages = Codes, as in zh en
start-ask-quote-incoterms = Incoterms that you offer
start-hint-quote-incoterms = As in EXW FOB CIF. CIF, DAP and DDP are quoted with freight, which takes freight rates.
start-ask-quote-default-incoterm = The one that is quoted when a buyer names none
start-ask-quote-loading-port = Port of loading
start-ask-quote-validity-days = Days that a quote is valid
start-ask-quote-deposit-percent = Deposit in percent
start-ask-quote-unit-price-decimals = Decimals of a unit price
start-hint-quote-unit-price-decimals = 2, 3 or 4; proposed from your list
start-ask-discount-salesperson-percent = Percent that a salesperson may give away alone
start-hint-discount-salesperson-percent = Off the list price. 0: every discount takes a manager.
start-ask-discount-manager-percent = Percent that a manager may give away
start-ask-restricted-destinations = Countries that you do not deliver to
start-hint-restricted-destinations = As in KP, IR. Such an inquiry gets no quote and goes to a manager.
start-ask-payment-platform = Platform checkout that buyers are to pay through
start-hint-payment-platform = As in Trade Assurance. Drafts steer buyers there.
start-ask-payment-order-link = Link to an order on the platform
start-hint-payment-order-link = With {"{"}quote_number{"}"} where the quote's number belongs
start-ask-payment-methods = Ways to pay on the platform
start-hint-payment-methods = As in: card; PayPal
start-ask-payment-benefits = What the platform gives the buyer
start-hint-payment-benefits = Short sentences, semicolons between: money is held until you confirm delivery; …
start-ask-payment-never = Ways to pay that you never take
start-ask-closures = Days without production
start-hint-closures = As in: Chinese New Year 2027-02-03 2027-02-12; semicolons between
start-ask-documents = Documents that say your terms: warranty, samples, certificates, packing …
start-hint-documents = Files or a folder, semicolons between: { $kinds }. A reply says nothing about terms that stand nowhere.
start-ask-freight = Table of freight rates (.xlsx or .csv)
start-hint-freight = With columns method, countries, min_kg, max_kg, base, per_kg, days_min, days_max, battery. Without it nothing is quoted with freight.
start-documents-already = Here already: { $files }

start-write-what = This is your shop.toml. Each line can be changed later, here or in the file.
start-write-files = These files are written:
start-write-ask = Write them and load the shop?
start-write-replaces = These files are there already and would be replaced: { $files }. The earlier ones are kept in { $kept }.
start-write-replace-ask = Replace them?
start-write-replace-yes-option = { $files } would be replaced. Say --yes if that is meant; the earlier ones are kept.
start-write-do = Write and load
start-loading = Loading. This takes some seconds; you may leave the page.
start-load-mend = Go back to the step that it concerns; your answers are kept.
start-loaded = { $products ->
    [one] One product
   *[other] { $products } products
 }, { $passages ->
    [one] one passage
   *[other] { $passages } passages
 } of documents, { $rates ->
    [one] one freight rate
   *[other] { $rates } freight rates
 }. { $refused ->
    [0] Nothing was refused.
    [one] One value was refused.
   *[other] { $refused } values were refused.
 }
start-inquiries-what = Now the proof: paste up to three inquiries that buyers really sent you. Nothing is sent to anybody.
start-inquiry = Inquiry { $number } of { $count }
start-inquiry-end = Paste it, then Enter, then a line with only a full stop. A full stop at once: no more.
start-inquiries-answer = Answer them
start-inquiries-none = Paste at least one inquiry.
start-inquiries-long = An inquiry has { $most } characters at most. Shorten it.
start-inquiries-answered = This is what a person of your team would be asked to approve. Nothing was sent.
start-inquiries-more = Other inquiries
start-draft-in = Draft in { $language }
start-draft-none = This is not answered.
start-done = Your shop is ready in { $folder }. To serve it:
start-done-again = To change something: edit the files there and run supercargo ingest, or run supercargo init again.
start-offer = This is the sample shop.
start-offer-link = Set up your own shop
start-own-shop = This service serves your own shop already, from { $folder }. Files are replaced under Load data.
start-upload-have = Taken: { $file }. Choose another only to replace it.
start-upload-none = Choose your price list.

start-day-mon = Mon
start-day-tue = Tue
start-day-wed = Wed
start-day-thu = Thu
start-day-fri = Fri
start-day-sat = Sat
start-day-sun = Sun

start-currency-from-list = Left empty, it is what your list says.
start-from-country = Left empty, it follows from the country.
start-wrong-needed = An answer is needed here.
start-wrong-long = At most { $most } characters.
start-wrong-list-missing = There is no file “{ $found }”. Type its whole path, or drag the file into this window.
start-wrong-list-kind = “{ $found }” is no .xlsx or .csv file. Open it in your spreadsheet program and save it as .xlsx.
start-wrong-field = There is no field “{ $found }”. Take one of the list.
start-wrong-columns-missing = Nothing can be loaded yet. No column is read as: { $found }. Choose one, or add it to your list.
start-wrong-columns-none = Not one row can be loaded. { $found }
start-wrong-fill-moq = “{ $found }” is no whole number. Write one, as in 100.
start-wrong-fill-weight-kg = “{ $found }” is no weight. Write kilograms, as in 0.35.
start-wrong-fill-lead-time-days = “{ $found }” is no number of days. Write one, as in 15.
start-wrong-documents-kind = “{ $found }” cannot be read. Save it as .docx, .pdf, .md, .txt or .html; a picture holds no text.
start-wrong-documents-none = There is no document in “{ $found }” that can be read: .docx, .pdf, .md, .txt or .html.
start-wrong-documents-large = “{ $found }” is too large. Split it, or leave the pictures out.
start-wrong-company-name = A company name is needed: buyers read it in every quote.
start-wrong-company-home-country = “{ $found }” is no country. Write a code such as CN or the English name.
start-wrong-company-timezone = “{ $found }” is no time zone. Write one such as Asia/Shanghai or Europe/Istanbul.
start-wrong-company-currency = “{ $found }” is no currency. Write a code such as USD.
start-wrong-company-working-days = “{ $found }” are no working days. Write mon-fri, or mon, tue, sat.
start-wrong-company-working-hours = “{ $found }” are no working hours. Write a start and a later end: 09:00-18:00.
start-wrong-company-languages = “{ $found }” are no languages. Write codes such as zh en.
start-wrong-quote-incoterms = “{ $found }” are no Incoterms. Write some such as EXW FOB CIF.
start-wrong-quote-default-incoterm = “{ $found }” is not among those that you offer. Take one of them.
start-wrong-quote-loading-port = “{ $found }” is no port's name.
start-wrong-quote-validity-days = “{ $found }” is no number of days from 1 to 366.
start-wrong-quote-deposit-percent = “{ $found }” is no percentage from 0 to 100.
start-wrong-quote-unit-price-decimals = “{ $found }” is not 2, 3 or 4.
start-wrong-discount-salesperson-percent = “{ $found }” is no percentage from 0 to 100.
start-wrong-discount-manager-percent = “{ $found }” is no percentage from 0 to 100.
start-wrong-discount-manager-less = A manager may give at least what a salesperson may: { $least } or more, not { $found }.
start-wrong-restricted-destinations = “{ $found }”: one of these is no country. Write codes such as KP or English names.
start-wrong-payment-platform = “{ $found }” is no platform's name.
start-wrong-payment-order-link = “{ $found }” is no link. Begin it with https:// and use no braces but {"{"}quote_number{"}"}.
start-wrong-payment-methods = “{ $found }”: write ways to pay, semicolons between.
start-wrong-payment-benefits = “{ $found }”: write short sentences, semicolons between.
start-wrong-payment-never = “{ $found }”: write ways to pay, semicolons between.
start-wrong-closures = “{ $found }”: write a name, the first day and the last day, as in Chinese New Year 2027-02-03 2027-02-12.
start-wrong-closure-order = “{ $found }” ends before it starts. Write the first day first.

start-file-head = Who sells, on what terms. Written by supercargo init; edit it as you like,
    then load it: supercargo ingest DIR
start-file-company = Your company. Buyers read the name in every quote.
start-file-company-name = as buyers know it
start-file-company-home-country = two letters, ISO 3166
start-file-company-timezone = the dates of quotes and lead times are in it
start-file-company-working-days = lead times count these days
start-file-company-working-hours = the reply clock counts these hours
start-file-company-languages = that the sales team reads, the usual one first
start-file-company-currency = three letters, ISO 4217; every amount of the catalogue and of the freight rates is in it
start-file-quote = What a quote says.
start-file-quote-incoterms = that you offer; CIF, DAP and DDP take freight rates (shipping.csv)
start-file-quote-default-incoterm = quoted when a buyer names none
start-file-quote-loading-port = named with FOB
start-file-quote-validity-days = a quote is valid for so many days
start-file-quote-deposit-percent = of the total, before production
start-file-quote-unit-price-decimals = 2 to 4: components are priced below the cent
start-file-discount = How far off the list price a role may go alone, in percent. The program itself never grants any.
start-file-discount-salesperson-percent = more takes a manager
start-file-discount-manager-percent = more takes nobody: it is not granted
start-file-payment = Where buyers are to pay. Drafts steer them there.
start-file-payment-platform = the checkout of your platform
start-file-payment-order-link = {"{"}quote_number{"}"} becomes the quote's number
start-file-payment-methods = on the platform
start-file-payment-benefits = why it is good for the buyer
start-file-payment-never = ways to pay that you never take
start-file-restricted = No quote and no promise goes there; a manager decides.
start-file-restricted-destinations = two letters each
start-file-closures = Days without production: lead times stretch over them. First and last day closed.
    One block [[closures]] each, with name, start and end.
start-file-columns = What the headings of your own list are.
start-file-campaigns = Promotions: one block [[campaigns]] each, with name, start, end, percent, min_quantity,
    and categories or skus. Rates for a second currency: [fx] with as_of and lines as EUR = 0.92.
