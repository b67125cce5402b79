# The buyer's chat page. Values arrive formatted.

## The page
title = Chat con { $company }
no-script = Questa chat ha bisogno di JavaScript. Attivalo o usa un altro browser.
menu = Opzioni
new-talk = Inizia una nuova chat
new-talk-sure = Iniziare una nuova chat?
new-talk-means = Questo dispositivo dimentica la chat. { $company } la conserva.
keep = Tieni questa chat
close = Chiudi la chat
open = Scrivici in chat
skip = Vai al campo del messaggio

## Who answers, and when
open-until = Aperto fino a { $time }
opens-at = Ora chiuso, apre { $time }
hello = Come possiamo aiutarti?
hello-more = Chiedi di prezzi, campioni, spedizione o altro, nella tua lingua.
assistant = Un assistente software aiuta il nostro team a scrivere. Una persona controlla ogni risposta prima che tu la riceva; ciò che parte in automatico è segnalato.
your-name = Il tuo nome (facoltativo)
reading = Il team sta preparando una risposta
checking = Una persona controlla la risposta prima dell’invio
later = Il team risponde all’apertura: { $time }
automatic = Risposta automatica

## The talk
log = Messaggi
you = Tu
them = { $company }
today = Oggi
yesterday = Ieri
to-newest = Al messaggio più recente
choices = Risposte suggerite

## Writing
write = Scrivi un messaggio
send = Invia
attach = Aggiungi file
drop = Rilascia i file qui
remove = Rimuovi { $name }
pasted = immagine incollata

## Ticks and troubles
sending = In attesa di invio
sent = Inviato
seen = Visto dal team
not-sent = Non inviato
try-again = Riprova
discard = Elimina
offline = Sei offline. I tuoi messaggi vengono conservati e inviati più tardi.
connecting = Connessione…
too-large = { $name } è troppo grande. Un file può arrivare a { $size }.
too-many = Con un messaggio si possono inviare fino a { $count } file.
too-long = Questo messaggio è troppo lungo di { $count } caratteri.
all-too-large = Questi file insieme sono troppo grandi. Inviali in più messaggi.
ended = La chat precedente è terminata. Con il tuo messaggio ne inizia una nuova.

## Quotes
quote = Preventivo
revision = Revisione { $number }
valid-until = Valido fino al { $date }
expired = Scaduto il { $date }
product = Prodotto
quantity = Quantità
amount = Importo
sample = campione
freight = Trasporto: { $method }, { $days } giorni
total = Totale
choose = Scegli una delle quantità
replaced = Sostituito dalla revisione { $number }
ready-by = Pronto il { $date }
order = Ordina ora
order-on = Ordina su { $platform }
benefits = Con { $platform }
pdf = Preventivo in PDF
verify = Verifichi questo preventivo
verify-code = Codice di controllo
deposit = Acconto ({ $percent }%)
balance = Saldo
