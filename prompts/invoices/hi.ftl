# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = कोटेशन { $number }
part-deposit = अग्रिम राशि
part-balance = शेष राशि
part-total = पूरी राशि
about-deposit = { $company } के कोटेशन { $number } की अग्रिम राशि। कुल: { $total }। इसके बाद शेष: { $rest }।
about-balance = { $company } के कोटेशन { $number } की शेष राशि। कुल: { $total }।
about-total = { $company } के कोटेशन { $number } की पूरी राशि।
valid = { $day } तक मान्य।

## Why a payment is refused, shown by Telegram
checkout-expired = यह कोटेशन अब मान्य नहीं है। कृपया हमसे नया माँगें; कोई राशि नहीं काटी गई।
checkout-changed = यह बिल बदल दिया गया है: राशि या शर्तें बदली हैं। कृपया सबसे नया बिल लें; कोई राशि नहीं काटी गई।
checkout-paid = इसका भुगतान हो चुका है। कोई राशि नहीं काटी गई।
checkout-held = अभी भुगतान नहीं हो सकता। हम आपको यहीं लिखेंगे; कोई राशि नहीं काटी गई।
checkout-busy = इस बिल का भुगतान चल रहा है। कृपया एक मिनट रुककर देखें कि वह पूरा हुआ या नहीं।
checkout-payer = इस बिल का भुगतान वही खरीदार कर सकता है जिसे यह मिला है। कोई राशि नहीं काटी गई।
