# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Cotação { $number }
part-deposit = Sinal
part-balance = Saldo
part-total = Total
about-deposit = Sinal da cotação { $number } de { $company }. Total: { $total }. Saldo restante: { $rest }.
about-balance = Saldo da cotação { $number } de { $company }. Total: { $total }.
about-total = Valor total da cotação { $number } de { $company }.
valid = Válida até { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Esta cotação já não é válida. Peça-nos uma nova; nada foi cobrado.
checkout-changed = Esta fatura foi substituída: o valor ou as condições mudaram. Use a mais recente; nada foi cobrado.
checkout-paid = Isto já foi pago. Nada foi cobrado.
checkout-held = Não é possível pagar agora. Escreveremos aqui; nada foi cobrado.
checkout-busy = Já há um pagamento em curso para esta fatura. Aguarde um minuto e veja se foi concluído.
checkout-payer = Só o comprador que recebeu esta fatura pode pagá-la. Nada foi cobrado.
