# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = Angebot { $number }
part-deposit = Anzahlung
part-balance = Restbetrag
part-total = Gesamtbetrag
about-deposit = Anzahlung zum Angebot { $number } von { $company }. Gesamt: { $total }. Danach offen: { $rest }.
about-balance = Restbetrag zum Angebot { $number } von { $company }. Gesamt: { $total }.
about-total = Gesamtbetrag des Angebots { $number } von { $company }.
valid = Gültig bis { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = Dieses Angebot gilt nicht mehr. Bitten Sie uns um ein neues; es wurde nichts abgebucht.
checkout-changed = Diese Rechnung wurde ersetzt: Betrag oder Bedingungen haben sich geändert. Bitte nehmen Sie die neueste; es wurde nichts abgebucht.
checkout-paid = Das ist schon bezahlt. Es wurde nichts abgebucht.
checkout-held = Das kann gerade nicht bezahlt werden. Wir schreiben Ihnen hier; es wurde nichts abgebucht.
checkout-busy = Eine Zahlung dieser Rechnung läuft gerade. Bitte warten Sie eine Minute und sehen Sie nach, ob sie angekommen ist.
checkout-payer = Nur der Käufer, der diese Rechnung bekommen hat, kann sie bezahlen. Es wurde nichts abgebucht.
