# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = Eine kurze Frage zu unserem Angebot { $number } über { $goods }: Ist es bei Ihnen angekommen, und passt es für Sie?
silent-again = Gibt es an unserem Angebot { $number } über { $goods } etwas, das wir erklären oder anpassen können: Menge, Konditionen oder Lieferung?
silent-last = Dies ist unsere letzte Nachricht zum Angebot { $number } über { $goods }. Wenn es wieder von Interesse ist, schreiben Sie uns einfach hier.
expiring = Unser Angebot { $number } über { $goods } gilt bis zum { $date }. Wenn Sie mehr Zeit brauchen, sagen Sie uns bitte Bescheid.
unpaid-first = Vielen Dank, dass Sie unser Angebot { $number } über { $goods } angenommen haben. Die Zahlung ist noch nicht eingegangen; danach beginnt die Produktion.
unpaid-again = Ihre Bestellung { $number } über { $goods } wartet noch auf die Zahlung. Ist etwas unklar, oder können wir beim Bestellvorgang helfen?
shipped = Ihre Bestellung { $number } ist unterwegs: { $goods }.
tracking = Sendungsnummer: { $tracking }
tracking-carrier = Sendungsnummer: { $tracking } ({ $carrier })
promised = Sie hatten den { $date } für Ihren nächsten Schritt genannt. Wie steht es bei Ihnen, und können wir mit etwas helfen?
delivered = Ihre Bestellung { $number } ist als zugestellt gemeldet: { $goods }. Ist alles vollständig und in gutem Zustand? Wenn etwas nicht stimmt, sagen Sie es uns bitte hier.
invite-review = Wenn Sie zufrieden sind, freuen wir uns über Ihre Bewertung auf { $platform }.
reviewed = Vielen Dank für Ihre Bewertung der Bestellung { $number }.
reorder = Ihre Bestellung { $number } liegt einige Zeit zurück: { $goods }. Möchten Sie nachbestellen? Nennen Sie uns die Menge, und wir machen Ihnen ein Angebot.
wish = Wir freuen uns, mit Ihnen in Kontakt zu sein.
stop-offer = Wenn Sie solche Nachrichten nicht bekommen möchten, schreiben Sie einfach STOP.
stop-confirmed = Verstanden: Wir schreiben Ihnen von uns aus nicht mehr. Wenn Sie uns schreiben, antworten wir natürlich.
