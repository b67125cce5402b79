# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Grazie per il messaggio. Lo abbiamo ricevuto e un collega le risponderà qui a breve.
outside = Grazie per il messaggio. Lo abbiamo ricevuto. Il nostro ufficio al momento è chiuso; le risponderemo qui alla riapertura: { $opens }.
outside-unknown = Grazie per il messaggio. Lo abbiamo ricevuto. Il nostro ufficio al momento è chiuso; le risponderemo qui alla riapertura.
