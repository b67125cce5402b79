# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = Una breve domanda sulla nostra offerta { $number } per { $goods }: l'ha ricevuta e le va bene?
silent-again = C'è qualcosa della nostra offerta { $number } per { $goods } che possiamo spiegare o adattare: quantità, condizioni o consegna?
silent-last = Questo è il nostro ultimo messaggio sull'offerta { $number } per { $goods }. Se tornerà a interessarle, ci scriva qui.
expiring = La nostra offerta { $number } per { $goods } è valida fino al { $date }. Se le serve più tempo, ce lo dica.
unpaid-first = Grazie per aver accettato la nostra offerta { $number } per { $goods }. Il pagamento non è ancora arrivato; la produzione inizia dopo.
unpaid-again = Il suo ordine { $number } per { $goods } è ancora in attesa di pagamento. C'è qualcosa di poco chiaro, o possiamo aiutarla con l'acquisto?
shipped = Il suo ordine { $number } è in viaggio: { $goods }.
tracking = Numero di tracciamento: { $tracking }
tracking-carrier = Numero di tracciamento: { $tracking } ({ $carrier })
promised = Lei aveva indicato il { $date } per il suo prossimo passo. A che punto è, e possiamo aiutarla in qualcosa?
delivered = Il suo ordine { $number } risulta consegnato: { $goods }. È tutto completo e in buono stato? Se qualcosa non va, ce lo dica qui.
invite-review = Se è soddisfatto, saremmo lieti di una sua recensione su { $platform }.
reviewed = Grazie per la sua recensione dell'ordine { $number }.
reorder = È passato del tempo dal suo ordine { $number }: { $goods }. Desidera ordinare di nuovo? Ci dica la quantità e le faremo un'offerta.
wish = Siamo lieti di essere in contatto con lei.
stop-offer = Se preferisce non ricevere questi messaggi, scriva semplicemente STOP.
stop-confirmed = Ricevuto: non le scriveremo più di nostra iniziativa. Se ci scrive, naturalmente rispondiamo.
