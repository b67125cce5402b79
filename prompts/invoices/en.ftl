# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Quotation { $number }
part-deposit = Deposit
part-balance = Balance
part-total = Total
about-deposit = Deposit for quotation { $number } of { $company }. Total: { $total }. Balance after it: { $rest }.
about-balance = Balance of quotation { $number } of { $company }. Total: { $total }.
about-total = Full amount of quotation { $number } of { $company }.
valid = Valid until { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = This quotation is no longer valid. Please ask us for a new one; nothing was charged.
checkout-changed = This invoice was replaced: amount or terms have changed. Please use the newest one; nothing was charged.
checkout-paid = This has been paid already. Nothing was charged.
checkout-held = This cannot be paid right now. We will write to you here; nothing was charged.
checkout-busy = A payment for this invoice is under way. Please wait a minute and look whether it went through.
checkout-payer = Only the buyer who got this invoice can pay it. Nothing was charged.
