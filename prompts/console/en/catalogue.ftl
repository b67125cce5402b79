# Catalogue
catalogue-version = { $count ->
    [one] { $count } item serves
   *[other] { $count } items serve
 }, version { $version }
catalogue-search = Search
catalogue-search-where = SKU, name, alias, attribute
catalogue-category = Category
catalogue-only = Only
catalogue-only-stock = in stock
catalogue-only-sample = with samples
catalogue-only-battery = with a lithium battery
catalogue-only-options = with options
catalogue-item = Item
catalogue-moq = MOQ
catalogue-price = Unit price, { $currency }
catalogue-lead = Lead time
catalogue-days = { $days } d
catalogue-working-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
 }
catalogue-stock = In stock
catalogue-stock-none = made to order
catalogue-certificates = Certificates
catalogue-page = Page { $shown } of { $last }, { $count } items
catalogue-none = No item fits
catalogue-prices = Prices
catalogue-from = From
catalogue-unit-price = Unit price, { $currency }
catalogue-sample = One sample
catalogue-no-sample = not sold
catalogue-options = Options
catalogue-option = Option
catalogue-extra = Extra per unit, { $currency }
catalogue-logistics = Production and packing
catalogue-weight = Gross weight
catalogue-carton = Per carton
catalogue-carton-size = Carton
catalogue-hs = HS code
catalogue-attributes = Attributes
catalogue-aliases = Other words that buyers use
catalogue-battery = lithium battery
catalogue-picture = Picture on another site
# Policies
policies-documents = Documents
policies-passages = { $count ->
    [one] The assistant reads it as { $count } passage.
   *[other] The assistant reads it as { $count } passages.
 }
policies-beginning = Beginning
policies-empty = No text was found in this document.
policies-none = No policies yet
policies-none-hint = Put documents into the folder “policies” of the shop; nothing is claimed that does not stand in one.
policies-missing = { $path } is not among the documents that serve now. It may have been taken out since.
policies-ask = Ask them
