# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Devis { $number }
part-deposit = Acompte
part-balance = Solde
part-total = Total
about-deposit = Acompte du devis { $number } de { $company }. Total : { $total }. Solde restant : { $rest }.
about-balance = Solde du devis { $number } de { $company }. Total : { $total }.
about-total = Montant total du devis { $number } de { $company }.
valid = Valable jusqu’au { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Ce devis n’est plus valable. Demandez-nous-en un nouveau ; rien n’a été débité.
checkout-changed = Cette facture a été remplacée : le montant ou les conditions ont changé. Utilisez la plus récente ; rien n’a été débité.
checkout-paid = C’est déjà payé. Rien n’a été débité.
checkout-held = Le paiement n’est pas possible pour le moment. Nous vous écrirons ici ; rien n’a été débité.
checkout-busy = Un paiement de cette facture est en cours. Attendez une minute et vérifiez s’il a abouti.
checkout-payer = Seul l’acheteur qui a reçu cette facture peut la payer. Rien n’a été débité.
