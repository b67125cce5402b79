# What a quotation or proforma invoice says beside its figures. Values arrive formatted.

title = { $kind ->
    [proforma] Proforma invoice
   *[quotation] Quotation
 }
number = Number
revision = Revision { $number }
date = Date
valid-until = Valid until
buyer = Buyer
prepared-by = Prepared by
page = Page { $page } of { $pages }

## Table
item = Item
quantity = Quantity
unit-price = Unit price ({ $currency })
amount = Amount ({ $currency })
sample = Sample
hs-code = HS code { $code }
goods = Goods
freight = Freight ({ $method }, { $days })
total = Total { $terms }
deposit = Deposit ({ $percent })
balance = Balance
choose = A price for each quantity: tell us which one you choose.

## Terms
terms = Terms
delivery-terms = Delivery terms
production = Production time
ready-by = Ready by
ready-if = { $date }, if ordered on { $ordered }
closures = Our closure is taken into account: { $names }
gross-weight = Gross weight
kilograms = { $number } kg
notes = Please note

## Payment
payment = Order and payment through { $platform }
payment-plain = Payment
ways = Ways to pay
scan = Scan to order
verify = Check this quotation
verify-code = Check code
verify-scan = Scan to check

## Only here: another language could not be set
english-instead = This document is in English because no font for { $language } is installed.
