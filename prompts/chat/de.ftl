# The buyer's chat page. Values arrive formatted.

## The page
title = Chat mit { $company }
no-script = Dieser Chat braucht JavaScript. Bitte schalten Sie es ein oder nehmen Sie einen anderen Browser.
menu = Optionen
new-talk = Neuen Chat beginnen
new-talk-sure = Neuen Chat beginnen?
new-talk-means = Dieses Gerät vergisst den Chat. { $company } behält ihn.
keep = Diesen Chat behalten
close = Chat schließen
open = Chatten Sie mit uns
skip = Zum Nachrichtenfeld

## Who answers, and when
open-until = Geöffnet bis { $time }
opens-at = Geschlossen, öffnet { $time }
hello = Wie können wir helfen?
hello-more = Fragen Sie nach Preisen, Mustern, Versand oder anderem, in Ihrer eigenen Sprache.
assistant = Ein Software-Assistent hilft unserem Team beim Schreiben. Ein Mensch prüft eine Antwort, bevor Sie sie bekommen; was automatisch gesendet wird, ist gekennzeichnet.
your-name = Ihr Name (freiwillig)
reading = Das Team bereitet eine Antwort vor
checking = Ein Mensch prüft die Antwort, bevor sie gesendet wird
later = Das Team antwortet, sobald es wieder da ist: { $time }
automatic = Automatische Antwort

## The talk
log = Nachrichten
you = Sie
them = { $company }
today = Heute
yesterday = Gestern
to-newest = Zur neuesten Nachricht
choices = Vorgeschlagene Antworten

## Writing
write = Nachricht schreiben
send = Senden
attach = Dateien anhängen
drop = Dateien hier ablegen
remove = { $name } entfernen
pasted = eingefügtes Bild

## Ticks and troubles
sending = Wartet auf das Senden
sent = Gesendet
seen = Vom Team gesehen
not-sent = Nicht gesendet
try-again = Noch einmal versuchen
discard = Löschen
offline = Sie sind offline. Ihre Nachrichten werden aufbewahrt und später gesendet.
connecting = Verbindung wird aufgebaut …
too-large = { $name } ist zu groß. Eine Datei darf bis zu { $size } haben.
too-many = Bis zu { $count } Dateien passen zu einer Nachricht.
too-long = Diese Nachricht ist um { $count } Zeichen zu lang.
all-too-large = Diese Dateien sind zusammen zu groß. Senden Sie sie in mehreren Nachrichten.
ended = Der frühere Chat ist beendet. Mit Ihrer Nachricht beginnt ein neuer.

## Quotes
quote = Angebot
revision = Fassung { $number }
valid-until = Gültig bis { $date }
expired = Abgelaufen am { $date }
product = Artikel
quantity = Menge
amount = Betrag
sample = Muster
freight = Fracht: { $method }, { $days } Tage
total = Summe
choose = Wählen Sie eine der Mengen
replaced = Ersetzt durch Fassung { $number }
ready-by = Fertig am { $date }
order = Jetzt bestellen
order-on = Bestellen über { $platform }
benefits = Mit { $platform }
pdf = Angebot als PDF
verify = Dieses Angebot prüfen
verify-code = Prüfcode
deposit = Anzahlung ({ $percent } %)
balance = Restbetrag
