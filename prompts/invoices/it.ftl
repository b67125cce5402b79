# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Preventivo { $number }
part-deposit = Acconto
part-balance = Saldo
part-total = Totale
about-deposit = Acconto per il preventivo { $number } di { $company }. Totale: { $total }. Saldo restante: { $rest }.
about-balance = Saldo del preventivo { $number } di { $company }. Totale: { $total }.
about-total = Importo intero del preventivo { $number } di { $company }.
valid = Valido fino al { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Questo preventivo non è più valido. Ce ne chieda uno nuovo; non è stato addebitato nulla.
checkout-changed = Questa fattura è stata sostituita: l’importo o le condizioni sono cambiati. Usi la più recente; non è stato addebitato nulla.
checkout-paid = È già stato pagato. Non è stato addebitato nulla.
checkout-held = Al momento non si può pagare. Le scriveremo qui; non è stato addebitato nulla.
checkout-busy = È in corso un pagamento di questa fattura. Attenda un minuto e controlli se è andato a buon fine.
checkout-payer = Solo l’acquirente che ha ricevuto questa fattura può pagarla. Non è stato addebitato nulla.
