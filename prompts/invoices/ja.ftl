# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = 見積書 { $number }
part-deposit = 前払金
part-balance = 残金
part-total = 全額
about-deposit = { $company }の見積書 { $number } の前払金です。合計：{ $total }、支払後の残金：{ $rest }。
about-balance = { $company }の見積書 { $number } の残金です。合計：{ $total }。
about-total = { $company }の見積書 { $number } の全額です。
valid = 有効期限：{ $day }。

## Why a payment is refused, shown by Telegram
checkout-expired = この見積もりは有効期限が切れています。新しい見積もりをご依頼ください。請求は行われていません。
checkout-changed = この請求は差し替えられました。金額または条件が変わっています。最新の請求をご利用ください。請求は行われていません。
checkout-paid = すでにお支払い済みです。請求は行われていません。
checkout-held = 現在お支払いいただけません。こちらからご連絡します。請求は行われていません。
checkout-busy = この請求のお支払いが進行中です。1分ほど待ってから、完了したかどうかご確認ください。
checkout-payer = この請求は、受け取られたご本人のみお支払いいただけます。請求は行われていません。
