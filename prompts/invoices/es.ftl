# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Cotización { $number }
part-deposit = Depósito
part-balance = Saldo
part-total = Total
about-deposit = Depósito de la cotización { $number } de { $company }. Total: { $total }. Saldo restante: { $rest }.
about-balance = Saldo de la cotización { $number } de { $company }. Total: { $total }.
about-total = Importe completo de la cotización { $number } de { $company }.
valid = Válida hasta el { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Esta cotización ya no es válida. Pídanos una nueva; no se ha cobrado nada.
checkout-changed = Esta factura fue sustituida: el importe o las condiciones han cambiado. Use la más reciente; no se ha cobrado nada.
checkout-paid = Esto ya está pagado. No se ha cobrado nada.
checkout-held = No se puede pagar en este momento. Le escribiremos aquí; no se ha cobrado nada.
checkout-busy = Ya hay un pago en curso para esta factura. Espere un minuto y compruebe si se completó.
checkout-payer = Solo puede pagar esta factura el comprador que la recibió. No se ha cobrado nada.
