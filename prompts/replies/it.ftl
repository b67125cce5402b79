# Italiano; ci si rivolge all'azienda con il voi di cortesia evitato dove si può, altrimenti con il Lei.

## Opening and closing
greet = { $formal ->
    [yes] Buongiorno,
   *[no] Salve,
 }
greet-name = { $formal ->
    [yes] Buongiorno { $name },
   *[no] Salve { $name },
 }
thank = Di nulla. Ci scriva pure quando ha bisogno di qualcosa.
close = { $formal ->
    [yes] Cordiali saluti,
   *[no] A presto,
 }
festival = I nostri migliori auguri per { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $count ->
        [one] { $number } pezzo
       *[other] { $number } pezzi
     }
    [set] { $number } set
    [pair] { $count ->
        [one] { $number } paio
       *[other] { $number } paia
     }
    [pack] { $count ->
        [one] { $number } confezione
       *[other] { $number } confezioni
     }
    [box] { $count ->
        [one] { $number } scatola
       *[other] { $number } scatole
     }
    [roll] { $count ->
        [one] { $number } rotolo
       *[other] { $number } rotoli
     }
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } al pezzo
    [set] { $price } al set
    [pair] { $price } al paio
    [pack] { $price } a confezione
   *[other] { $price } / { $unit }
 }
working-days = { $count ->
    [one] { $number } giorno lavorativo
   *[other] { $number } giorni lavorativi
 }
days = { $count ->
    [one] { $number } giorno
   *[other] { $number } giorni
 }
days-range = da { $first } a { $last } giorni
quoted = “{ $text }”
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = Dal nostro catalogo: { $text }
minimum = Ordine minimo: { $quantity }.
options = Personalizzazione possibile: { $options }.
range-heading = La nostra gamma:
range-category = { $count ->
    [one] • { $name }: { $number } articolo
   *[other] • { $name }: { $number } articoli
 }
range-items = Abbiamo questi articoli:

## Quote
quote-heading = Il nostro prezzo, { $terms }:
quote-heading-quantities = I nostri prezzi per quantità, { $terms }:
quote-heading-goods = I nostri prezzi per quantità, trasporto escluso:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Campione, { $goods }
quote-freight = • Trasporto ({ $method }, { $days }): { $amount }
quote-freight-open = Ci indichi la quantità scelta e aggiungeremo il trasporto per { $terms }.
quote-total = Totale: { $amount }
quote-promotion = La promozione { $name } (sconto del { $percent }) è già inclusa.
quote-indicative = A titolo indicativo, circa { $total } al cambio del { $date } ({ $one } = { $rate }), senza impegno.
quote-validity = Valido fino al { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: l'ordine minimo è di { $moq }, quindi non possiamo offrire { $quantity }. Con { $moq } il prezzo è di { $unit_price }.
below-moq-sample = Per una prova può ordinare un campione a { $price }.
option-below-moq = { $option } è possibile a partire da { $moq } (supplemento di { $unit_price }); per { $quantity } non è compreso nel prezzo.
option-not-offered = { $option } non è disponibile per { $goods }.
options-offered = Possibili per questo articolo: { $options }.
options-heading = Personalizzazione di { $goods }:
option-terms = • { $option }: supplemento di { $unit_price }, a partire da { $moq }
sample-price = Un campione di { $goods } costa { $price }.
samples-not-sold = Non vendiamo campioni di { $goods }.

## Time and stock
lead-time = La produzione richiede { $days }.
lead-time-goods = { $goods }: la produzione richiede { $days }.
ready-by = Ordinando oggi, la merce è pronta il { $date }.
closure = La nostra chiusura dal { $start } al { $end } ({ $name }) è già considerata.
deadline-missed = È dopo la data che ci ha indicato ({ $date }); verifichiamo che cosa è possibile.
stock = { $goods }: { $quantity } a magazzino, pronta consegna.
stock-none = { $goods } al momento non è a magazzino; si produce su ordinazione.
closed = Siamo chiusi dal { $start } al { $end } ({ $name }) e riapriamo il { $reopens }.
working-days-of-week = I nostri giorni lavorativi: { $days }.
working-hours = Il nostro orario: dalle { $opens } alle { $closes }, ora locale.

## Delivery
method-replaced = { $asked } non è possibile per questa spedizione, quindi il trasporto è calcolato con { $used }.
method-replaced-battery = { $asked } non accetta prodotti con batterie al litio, quindi il trasporto è calcolato con { $used }.
method-impossible = { $asked } non è possibile per questa spedizione; verifichiamo le alternative.
method-impossible-battery = { $asked } non accetta prodotti con batterie al litio; verifichiamo le alternative.
freight-unknown = Non abbiamo una tariffa di trasporto fissa per questa spedizione; la verifichiamo e gliela comunichiamo.
incoterm-replaced = Non offriamo { $asked }; il prezzo è { $used }.
duty-not-included = Dazi e imposte d'importazione non sono compresi in questo prezzo.

## Certificates and policies
certificates = Certificati per { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: non risulta nei nostri dati per questo articolo. Verifichiamo e le facciamo sapere; fino ad allora la preghiamo di non farvi affidamento.
certificates-none = Nei nostri dati non risultano certificati per { $goods }. Verifichiamo e le facciamo sapere.
policy = Dalle nostre condizioni:
policy-language = { $code ->
    [en] Dalle nostre condizioni (in inglese):
    [zh] Dalle nostre condizioni (in cinese):
   *[other] Dalle nostre condizioni ({ $language }):
 }
check = Verifichiamo e le facciamo sapere.

## Questions
ask-open = Come possiamo aiutarla? Ci indichi il prodotto che le serve e la quantità.
ask-interest = Quali le interessano, e in quale quantità?
ask-product = Quale prodotto le serve? Un codice, un link o una foto ci aiuta.
ask-product-choice = Quale di questi intende?
ask-product-version = Quale versione le serve: { $choices }?
ask-quantity = Quale quantità le serve?
ask-quantity-moq = Quale quantità le serve? L'ordine minimo è di { $moq }.
ask-destination = In quale Paese e in quale città o porto dobbiamo consegnare?
ask-incoterm-open = Quale resa Incoterm preferisce?
ask-incoterm = Quale resa preferisce: { $choices }?
ask-customization = Che cosa desidera personalizzare (logo, colore, confezione)?
ask-customization-choice = Quale personalizzazione desidera: { $choices }?
ask-deadline = Per quando le serve la merce?
ask-company = Per quale azienda acquista?
ask-usage = A quale uso è destinata la merce?
ask-target-price = Quale prezzo unitario ha in mente?
ask-order-number = Qual è il numero del suo ordine?
ask-evidence = Ci invii per favore delle foto o un breve video del difetto e ci indichi quanti pezzi sono interessati.
ask-affected = Quanti pezzi sono interessati?
ask-batch = Quale numero di lotto è riportato sulla merce o sul cartone?

## Payment
steer = L'ordine e il pagamento passano da { $platform }.
steer-benefits = L'ordine e il pagamento passano da { $platform }: { $benefits }.
payment-methods = Può pagare con { $methods }.
deposit = L'acconto è del { $percent }.
deposit-amount = L'acconto è del { $percent }, cioè { $amount }.
deposit-balance = L'acconto è del { $percent }, cioè { $amount }; il saldo è { $balance }.
order-link = Può ordinare qui: { $link }
benefit-held = il suo denaro resta bloccato finché non conferma la consegna
benefit-refund = rimborso se la qualità o la data di spedizione non è rispettata
benefit-record = accordi e dati di spedizione restano insieme in un ordine
benefit-dispute = la piattaforma aiuta a risolvere una controversia
method-card = carta
method-platform-transfer = bonifico sul conto della piattaforma
decline-payment = Accettiamo pagamenti solo tramite { $platform }, per ogni ordine e per qualsiasi importo.
decline-payment-plain = Accettiamo pagamenti solo nei modi indicati nelle nostre condizioni.
decline-benefits = Questo la tutela: { $benefits }.
case-fees = Sul costo: confronti i modi di pagamento su { $platform } – { $methods } – e scelga il più conveniente per Lei. Fuori risparmierebbe una commissione e perderebbe la protezione.
case-fees-plain = Sul costo: confronti i modi di pagamento su { $platform } – { $methods } – e scelga il più conveniente per Lei.
case-habit = Sappiamo che di solito paga in altro modo. Cambia poco: paga con { $methods }, e l’ordine, il pagamento e la consegna stanno in un unico posto su { $platform }.
case-bank = Se la Sua banca rifiuta o limita un pagamento, su { $platform } può funzionare un altro modo: { $methods }. Ci dica che cosa segnala la banca e cerchiamo quello adatto.
case-bank-deposit = Se la Sua banca rifiuta o limita un pagamento, su { $platform } può funzionare un altro modo: { $methods }. Ci dica che cosa segnala la banca e cerchiamo quello adatto. Prima viene l’acconto del { $percent }, quindi non deve passare tutto in una volta.
case-speed = Per non perdere tempo può ordinare e pagare su { $platform } in un solo passo: { $methods }. Entrambe le parti vedono il pagamento nell’ordine e non serve scambiarsi ricevute.
case-distrust = Fa bene a essere prudente. Su { $platform } nessuna delle parti deve affidarsi alla sola parola dell’altra, e può leggerne le condizioni prima di ordinare.
case-distrust-plain = È giusto essere prudenti. Può leggere le condizioni di { $platform } prima di ordinare.
case-invoice = I documenti per la Sua contabilità sono possibili anche con un ordine su { $platform }: ci dica che cosa deve riportare la fattura (azienda, indirizzo, partita IVA) e lo verifichiamo prima del Suo ordine.
account-changed = I nostri dati di pagamento non cambiano mai con un messaggio, chiunque lo mandi e qualunque nome porti. Incassiamo soltanto tramite { $platform }.
account-changed-plain = I nostri dati di pagamento non cambiano mai con un messaggio, chiunque lo mandi e qualunque nome porti. Si può pagare soltanto nei modi indicati nelle nostre condizioni.
account-changed-wait = La preghiamo di non pagare nulla di quanto chiesto in un messaggio simile. Un responsabile sta esaminando questa conversazione e Le risponde qui di persona.
account-changed-verify = Può verificare Lei stesso ogni nostro preventivo con il link e il codice di controllo che vi compaiono.
stay = La preghiamo di restare in questa chat, così tutto ciò che riguarda il suo ordine è in un unico posto.

## Care
confidential = Non comunichiamo costi, margini né altri dati interni. Le diamo volentieri i nostri prezzi.
discount = Abbiamo preso nota della sua richiesta di prezzo; la valuterà la persona responsabile e le faremo sapere.
discount-listed = Abbiamo preso nota della sua richiesta di prezzo; la valuterà la persona responsabile e le faremo sapere. Fino ad allora vale il prezzo indicato sopra.
restricted = Per questa destinazione non possiamo fare offerte né promesse. La direzione esaminerà la sua richiesta e le risponderà.
dispute = Ci dispiace per l'accaduto. La direzione esaminerà personalmente il suo caso e le risponderà qui.
defect = Ci dispiace che ci sia un problema con il suo ordine.
order-check = Verifichiamo il suo ordine e le rispondiamo qui.
order-check-number = Verifichiamo il suo ordine { $number } e le rispondiamo qui.
person = Una persona del nostro team si occuperà della sua richiesta e le risponderà qui.
calm = Comprendiamo il suo disappunto e desideriamo trovare una buona soluzione con lei.
scam = Non apriamo link né documenti esterni e non inseriamo credenziali. Ordini, pagamenti e rimborsi passano solo da { $platform }, e la merce viene rilasciata solo in base a ciò che mostra la piattaforma stessa.
scam-plain = Non apriamo link né documenti esterni e non inseriamo credenziali. Ordini, pagamenti e rimborsi passano solo dalla procedura d'ordine concordata.
