# What a reply says, message by message. Values arrive formatted; `formal` is yes or no.

## Opening and closing
greet = { $formal ->
    [yes] Hello,
   *[no] Hi,
 }
greet-name = { $formal ->
    [yes] Hello { $name },
   *[no] Hi { $name },
 }
thank = You are welcome. Just write to us whenever you need anything.
close = Best regards,
festival = Best wishes for { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $count ->
        [one] { $number } pc
       *[other] { $number } pcs
     }
    [set] { $count ->
        [one] { $number } set
       *[other] { $number } sets
     }
    [pair] { $count ->
        [one] { $number } pair
       *[other] { $number } pairs
     }
    [pack] { $count ->
        [one] { $number } pack
       *[other] { $number } packs
     }
    [box] { $count ->
        [one] { $number } box
       *[other] { $number } boxes
     }
    [roll] { $count ->
        [one] { $number } roll
       *[other] { $number } rolls
     }
   *[other] { $count ->
        [one] { $number } { $unit }
       *[other] { $number } { $units }
     }
 }
unit-price = { $unit ->
    [pcs] { $price } each
   *[other] { $price } per { $unit }
 }
working-days = { $count ->
    [one] { $number } working day
   *[other] { $number } working days
 }
days = { $count ->
    [one] { $number } day
   *[other] { $number } days
 }
days-range = { $first } to { $last } days
quoted = “{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = From our catalogue: { $text }
minimum = Minimum order: { $quantity }.
options = Possible customization: { $options }.
range-heading = We offer:
range-category = { $count ->
    [one] • { $name }: { $number } item
   *[other] • { $name }: { $number } items
 }
range-items = These items are in our range:

## Quote
quote-heading = Our price, { $terms }:
quote-heading-quantities = Our prices by quantity, { $terms }:
quote-heading-goods = Our prices by quantity, without freight:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Sample of { $goods }
quote-freight = • Freight ({ $method }, { $days }): { $amount }
quote-freight-open = Tell us which quantity you choose, and we will add the freight for { $terms }.
quote-total = Total: { $amount }
quote-promotion = The promotion { $name } ({ $percent } off) is already included.
quote-indicative = For orientation, about { $total } at the rate of { $date } ({ $one } = { $rate }); indicative only.
quote-validity = Valid until { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: the minimum order is { $moq }, so we cannot offer { $quantity }. At { $moq } the price is { $unit_price }.
below-moq-sample = To test it first, you can order a sample at { $price }.
option-below-moq = { $option } is possible from { $moq } (extra { $unit_price }); for { $quantity } it is not in the price.
option-not-offered = { $option } is not available for { $goods }.
options-offered = Possible for this item: { $options }.
options-heading = Customization of { $goods }:
option-terms = • { $option }: extra { $unit_price }, from { $moq }
sample-price = A sample of { $goods } costs { $price }.
samples-not-sold = We do not sell samples of { $goods }.

## Time and stock
lead-time = Production takes { $days }.
lead-time-goods = { $goods }: production takes { $days }.
ready-by = If you order today, the goods are ready by { $date }.
closure = This already counts our closure from { $start } to { $end } ({ $name }).
deadline-missed = This is later than the date you named ({ $date }); a colleague will check what is possible.
stock = { $goods }: { $quantity } in stock, ready to ship.
stock-none = { $goods } is not in stock at the moment; it is made to order.
closed = We are closed from { $start } to { $end } ({ $name }) and back on { $reopens }.
working-days-of-week = Our working days: { $days }.
working-hours = Our working hours: { $opens } to { $closes }, our local time.

## Delivery
method-replaced = { $asked } cannot carry this shipment, so the freight is calculated with { $used }.
method-replaced-battery = { $asked } does not take goods with lithium batteries, so the freight is calculated with { $used }.
method-impossible = { $asked } cannot carry this shipment; a colleague will check the alternatives.
method-impossible-battery = { $asked } does not take goods with lithium batteries; a colleague will check the alternatives.
freight-unknown = We have no fixed freight rate for this shipment; a colleague will check the freight and tell you.
incoterm-replaced = We do not quote { $asked }; the price is { $used }.
duty-not-included = Import duty and taxes are not included in this price.

## Certificates and policies
certificates = Certificates for { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: not listed in our data for this item. We will check and come back to you; please do not count on it until then.
certificates-none = No certificates are listed in our data for { $goods }. We will check and come back to you.
policy = From our terms:
policy-language = { $code ->
    [en] From our terms (in English):
    [zh] From our terms (in Chinese):
   *[other] From our terms ({ $language }):
 }
check = We will check this and come back to you.

## Questions
ask-open = How can we help you? Please tell us which product you need and how many.
ask-interest = Which of these interest you, and in what quantity?
ask-product = Which product do you need? A model number, a link or a photo helps.
ask-product-choice = Which of these do you mean?
ask-product-version = Which version do you need: { $choices }?
ask-quantity = How many do you need?
ask-quantity-moq = How many do you need? The minimum order is { $moq }.
ask-destination = Which country and city or port should the goods go to?
ask-incoterm-open = Which Incoterm would you like?
ask-incoterm = Which Incoterm would you like: { $choices }?
ask-customization = What should be customized (logo, colour, packaging)?
ask-customization-choice = Which customization would you like: { $choices }?
ask-deadline = When do you need the goods?
ask-company = Which company are you buying for?
ask-usage = What will the goods be used for?
ask-target-price = What price per unit do you have in mind?
ask-order-number = What is your order number?
ask-evidence = Please send us photos or a short video of the fault, and tell us how many units are affected.
ask-affected = How many units are affected?
ask-batch = Which batch or lot number is on the goods or the carton?

## Payment
steer = Order and payment run through { $platform }.
steer-benefits = Order and payment run through { $platform }: { $benefits }.
payment-methods = You can pay by { $methods }.
deposit = The deposit is { $percent }.
deposit-amount = The deposit is { $percent }, that is { $amount }.
deposit-balance = The deposit is { $percent }, that is { $amount }; the balance is { $balance }.
order-link = You can place the order here: { $link }
benefit-held = your money is held until you confirm delivery
benefit-refund = you get a refund if quality or ship date is missed
benefit-record = agreements and shipping details stay together in one order
benefit-dispute = the platform helps to settle a dispute
method-card = card
method-platform-transfer = bank transfer to the platform account
decline-payment = We take payment only through { $platform }, for every order and every amount.
decline-payment-plain = We take payment only in the ways named in our order terms.
decline-benefits = This protects you: { $benefits }.
case-fees = On the cost: compare the ways to pay on { $platform } – { $methods } – and take the one that is cheapest for you. Outside it you would save a fee and lose the protection.
case-fees-plain = On the cost: compare the ways to pay on { $platform } – { $methods } – and take the one that is cheapest for you.
case-habit = We know that other ways are usual for you. Little changes: you pay by { $methods }, and the order, the payment and the delivery stand in one place on { $platform }.
case-bank = If your bank refuses or limits one payment, another way may work on { $platform }: { $methods }. Tell us what your bank says, and we look for the one that fits.
case-bank-deposit = If your bank refuses or limits one payment, another way may work on { $platform }: { $methods }. Tell us what your bank says, and we look for the one that fits. The deposit of { $percent } comes first, so not everything has to go through at once.
case-speed = So that no time is lost, you can order and pay on { $platform } in one step: { $methods }. Both sides see the payment in the order, and no slips have to be sent to and fro.
case-distrust = It is right to be careful. On { $platform } neither side has to rely on the other’s word alone, and you can read its terms before you order.
case-distrust-plain = It is right to be careful. You can read the terms of { $platform } before you order.
case-invoice = Papers for your books are possible for an order on { $platform } too: tell us what the invoice has to show (company name, address, tax number), and we check it before you order.
account-changed = Our payment details never change by a message, whoever sends it and whatever name it bears. We take payment only through { $platform }.
account-changed-plain = Our payment details never change by a message, whoever sends it and whatever name it bears. Payment is possible only in the ways named in our order terms.
account-changed-wait = Please do not pay anything that was asked for in such a message. A manager is looking at this talk and answers you here personally.
account-changed-verify = You can check each of our quotations yourself with the link and the check code that stand on it.
stay = Please let us stay in this chat, so that everything about your order is in one place.

## Care
confidential = We do not share costs, margins or other internal information. We are glad to give you our prices.
discount = We have noted your price request; a colleague will decide on it and come back to you.
discount-listed = We have noted your price request; a colleague will decide on it and come back to you. Until then the price above stands.
restricted = We cannot make an offer or a promise for this destination. A manager will look at your inquiry and answer you.
dispute = We are sorry about the trouble. A manager will look into your case personally and answer you here.
defect = We are sorry that something is wrong with your order.
order-check = A colleague will check your order and answer you here.
order-check-number = A colleague will check your order { $number } and answer you here.
person = A colleague will take care of your request personally and answer you here.
calm = We understand that you are upset, and we would like to find a good solution with you.
scam = We do not open outside links or documents and do not enter login data. Orders, payments and refunds run only through { $platform }, and goods are released only by what the platform itself shows us.
scam-plain = We do not open outside links or documents and do not enter login data. Orders, payments and refunds run only through our agreed order process.
