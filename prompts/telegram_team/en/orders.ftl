# Orders
button-order = 📦 Order
order-line = 📦 <b>{ $number }</b>: { $state }
order-line-received = { $amount } received
order-line-yes = 💬 The buyer seems to say yes: “{ $words }” – tap Order
order-where = { $number }: { $state }. What has happened?
order-none = There is no order yet: the buyer has no quote.
order-at-end = { $state }: nothing comes after it here. A manager can take it back in the console.
order-done = Noted: { $state }
order-choose-reason = Why is it lost?
