# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = 报价单 { $number }
part-deposit = 定金
part-balance = 余款
part-total = 全款
about-deposit = { $company }报价单 { $number } 的定金。总额：{ $total }，付后余款：{ $rest }。
about-balance = { $company }报价单 { $number } 的余款。总额：{ $total }。
about-total = { $company }报价单 { $number } 的全款。
valid = 有效期至{ $day }。

## Why a payment is refused, shown by Telegram
checkout-expired = 此报价已过期，请向我们索取新的报价；未扣款。
checkout-changed = 此账单已被替换：金额或条款有变。请使用最新的账单；未扣款。
checkout-paid = 此款已付清。未扣款。
checkout-held = 目前无法付款，我们会在这里给您留言；未扣款。
checkout-busy = 此账单正在付款中。请稍候一分钟，再查看是否成功。
checkout-payer = 只有收到此账单的买家可以付款。未扣款。
