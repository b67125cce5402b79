# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Deutsch

## The first message
hello = Guten Tag! Dies ist der Chat mit { $company }. Hier antwortet Ihnen { $seller }; ein Software-Assistent hilft beim Schreiben. Ein Mensch prüft jede Antwort, bevor Sie sie bekommen; was automatisch gesendet wird, ist gekennzeichnet.
hello-shop = Guten Tag! Dies ist der Chat mit { $company }. Hier antwortet Ihnen unser Team; ein Software-Assistent hilft beim Schreiben. Ein Mensch prüft jede Antwort, bevor Sie sie bekommen; was automatisch gesendet wird, ist gekennzeichnet.
hello-next = Schreiben Sie in Ihrer Sprache, was Sie brauchen: welches Produkt, welche Menge und das Lieferland. Auch Fotos, Dateien und Sprachnachrichten sind willkommen.
hello-product = Sie kommen wegen: { $product } ({ $sku }). Welche Menge brauchen Sie, und für welches Land? Oder fragen Sie etwas anderes, in Ihrer Sprache.
hello-again = Willkommen zurück! Schreiben Sie in Ihrer Sprache, was Sie brauchen.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Einen Menschen verlangen
command-language = Sprache der Menüs ändern
command-stop = Keine unverlangten Nachrichten
command-privacy = Was über Sie gespeichert ist
command-verify = Ein Angebot oder Konto prüfen
command-help = Was Sie hier tun können

## /language and /stop
language-choose = In welcher Sprache sollen Menüs und Hinweise sein?
language-set = Menüs und Hinweise sind ab jetzt auf Deutsch. Schreiben können Sie uns in jeder Sprache.
stop-done = Sie bekommen Antworten auf das, was Sie schreiben, und sonst nichts. Mit /start machen Sie das rückgängig.
stop-undone = Sie können wieder von uns hören.

## /privacy
privacy = { $company } speichert Ihren Namen, Benutzernamen und Ihre Sprache, wie Telegram sie zeigt, was Sie hier schreiben und senden, und was Sie über Ihr Land oder Ihre Telefonnummer mitteilen. Das dient dazu, Ihnen zu antworten und Ihre Aufträge zu bearbeiten. Ein Software-Assistent hilft beim Schreiben; Menschen prüfen und entscheiden. Sie können eine Kopie Ihrer Daten oder deren Löschung verlangen. Darum kümmert sich ein Mensch.
privacy-data = Meine Daten senden
privacy-erase = Meine Daten löschen
privacy-data-words = Bitte senden Sie mir eine Kopie der Daten, die Sie über mich gespeichert haben.
privacy-erase-words = Bitte löschen Sie die Daten, die Sie über mich gespeichert haben.
privacy-asked = Ihr Wunsch wurde an das Team weitergegeben. Ein Mensch kümmert sich darum und antwortet Ihnen hier.

## /human; the first is stored as what the buyer says
human-words = Ich möchte bitte mit einem Menschen sprechen.
human-told = { $seller } wurde gebeten, Ihnen persönlich zu antworten. Die Antwort kommt hier.

## Commands that there are not
unknown-command = Diesen Befehl kenne ich nicht.
unknown-kept = Diesen Befehl kenne ich nicht, aber Ihre Worte wurden an das Team weitergegeben.

## Taps on answers (at most 200 characters)
tap-kept = Ihre Antwort: { $answer }
tap-again = Das haben Sie schon beantwortet.
tap-old = Diese Frage ist nicht mehr offen. Bitte schreiben Sie uns.
tap-unknown = Diese Schaltfläche ist nicht gültig. Bitte schreiben Sie, was Sie brauchen.

## Groups that are not the team’s
group-private = Ich spreche nur in privaten Chats und verlasse daher diese Gruppe. Hier können Sie mir schreiben: { $link }

## To salespeople who connect their own account
business-unbound = Ihr Konto ist verbunden, gehört aber niemandem im Team von { $company }: Ich lese und beantworte nichts. Lassen Sie sich von der Leitung einen Einmalcode geben und senden Sie ihn mir hier; danach geht es.
business-ready = Ihr Konto ist verbunden. Ich entwerfe Antworten an Ihre Käufer von { $company }; in Ihrem Namen erreichen sie einen Käufer erst, wenn jemand sie freigegeben hat. Was Sie selbst schreiben, geht wie immer hinaus und verwirft den Entwurf.
business-no-right = Ihr Konto ist verbunden, aber ich darf darin nicht antworten. Erlauben Sie es in Telegram: Einstellungen, Telegram Business, Chatbots, „Auf Nachrichten antworten“.
