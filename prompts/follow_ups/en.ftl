# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = A short question about our quote { $number } for { $goods }: did it reach you, and does it suit you?
silent-again = Is there anything about our quote { $number } for { $goods } that we can explain or adapt: quantity, terms or delivery?
silent-last = This is our last message about quote { $number } for { $goods }. Whenever it is of interest again, just write to us here.
expiring = Our quote { $number } for { $goods } is valid until { $date }. If you need more time, please tell us.
unpaid-first = Thank you for accepting our quote { $number } for { $goods }. The payment has not arrived yet; production starts after it.
unpaid-again = Your order { $number } for { $goods } is still waiting for its payment. Is something unclear, or can we help with the checkout?
shipped = Your order { $number } is on its way: { $goods }.
tracking = Tracking number: { $tracking }
tracking-carrier = Tracking number: { $tracking } ({ $carrier })
promised = You named { $date } for your next step. How are things on your side, and can we help with anything?
delivered = Your order { $number } has been reported as delivered: { $goods }. Is everything complete and in good condition? If something is wrong, please tell us here.
invite-review = If you are satisfied, we would be glad about your review on { $platform }.
reviewed = Thank you for your review of order { $number }.
reorder = It is some time since your order { $number }: { $goods }. Would you like to order again? Tell us the quantity, and we will make you a quote.
wish = We are glad to be in touch with you.
stop-offer = If you would rather not receive such messages, just write STOP.
stop-confirmed = Understood: we will not write to you again on our own initiative. If you write to us, we will of course answer.
