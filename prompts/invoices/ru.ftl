# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Предложение { $number }
part-deposit = Предоплата
part-balance = Остаток
part-total = Сумма
about-deposit = Предоплата по предложению { $number } от { $company }. Всего: { $total }. Останется: { $rest }.
about-balance = Остаток по предложению { $number } от { $company }. Всего: { $total }.
about-total = Полная сумма предложения { $number } от { $company }.
valid = Действует до { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Это предложение больше не действует. Попросите у нас новое; деньги не списаны.
checkout-changed = Этот счёт заменён: сумма или условия изменились. Воспользуйтесь последним; деньги не списаны.
checkout-paid = Это уже оплачено. Деньги не списаны.
checkout-held = Сейчас оплатить нельзя. Мы напишем вам здесь; деньги не списаны.
checkout-busy = Оплата этого счёта уже идёт. Подождите минуту и проверьте, прошла ли она.
checkout-payer = Оплатить этот счёт может только получивший его покупатель. Деньги не списаны.
