# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Italiano

## The first message
hello = Buongiorno! Questa è la chat con { $company }. Qui le risponde { $seller }, con l'aiuto di un assistente software per la scrittura. Una persona controlla ogni risposta prima che lei la riceva; ciò che è inviato automaticamente è segnalato.
hello-shop = Buongiorno! Questa è la chat con { $company }. Qui le risponde il nostro team, con l'aiuto di un assistente software per la scrittura. Una persona controlla ogni risposta prima che lei la riceva; ciò che è inviato automaticamente è segnalato.
hello-next = Scriva ciò che le serve, nella sua lingua: quale prodotto, quale quantità e il paese di consegna. Può inviare anche foto, file e messaggi vocali.
hello-product = È qui per: { $product } ({ $sku }). Quale quantità le serve e per quale paese? Può chiedere anche altro, nella sua lingua.
hello-again = Bentornato! Scriva ciò che le serve, nella sua lingua.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Chiedere che risponda una persona
command-language = Cambiare la lingua dei menu
command-stop = Nessun messaggio non richiesto
command-privacy = Che cosa conserviamo di lei
command-verify = Verificare un preventivo o un conto
command-help = Che cosa può fare qui

## /language and /stop
language-choose = In quale lingua desidera i menu e gli avvisi?
language-set = D'ora in poi i menu e gli avvisi sono in italiano. Può scriverci in qualsiasi lingua.
stop-done = Riceverà risposte a ciò che scrive e nient'altro. Per annullare, invii /start.
stop-undone = Potrà ricevere di nuovo nostre notizie.

## /privacy
privacy = { $company } conserva il suo nome, il nome utente e la lingua come li mostra Telegram, ciò che scrive e invia qui e ciò che indica sul suo paese o numero di telefono. Serve per risponderle e gestire i suoi ordini. Un assistente software aiuta a scrivere; le persone controllano e decidono. Può chiedere una copia dei suoi dati o la loro cancellazione. Se ne occupa una persona.
privacy-data = Inviami i miei dati
privacy-erase = Cancella i miei dati
privacy-data-words = Vi prego di inviarmi una copia dei dati che conservate su di me.
privacy-erase-words = Vi prego di cancellare i dati che conservate su di me.
privacy-asked = La sua richiesta è stata passata al team. Se ne occupa una persona, che le risponderà qui.

## /human; the first is stored as what the buyer says
human-words = Vorrei parlare con una persona, per favore.
human-told = Abbiamo chiesto a { $seller } di risponderle personalmente. La risposta arriverà qui.

## Commands that there are not
unknown-command = Non conosco questo comando.
unknown-kept = Non conosco questo comando, ma le sue parole sono state passate al team.

## Taps on answers (at most 200 characters)
tap-kept = La sua risposta: { $answer }
tap-again = Ha già risposto.
tap-old = Questa domanda non è più aperta. La preghiamo di scriverci.
tap-unknown = Questo pulsante non è valido. Scriva ciò che le serve.

## Groups that are not the team’s
group-private = Parlo solo nelle chat private, perciò lascio questo gruppo. Può scrivermi qui: { $link }

## To salespeople who connect their own account
business-unbound = Il suo account è collegato, ma non appartiene a nessuno del team di { $company }: non leggo e non rispondo a nulla. Chieda a un responsabile un codice monouso e me lo invii qui; poi funzionerà.
business-ready = Il suo account è collegato. Preparo bozze per i suoi acquirenti di { $company }; arrivano all'acquirente a suo nome solo dopo che qualcuno le ha approvate. Ciò che scrive lei parte come sempre e scarta la bozza.
business-no-right = Il suo account è collegato, ma non posso rispondere. Lo consenta in Telegram: Impostazioni, Telegram Business, Chatbot, «Rispondere ai messaggi».
