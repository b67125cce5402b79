title = { $kind ->
    [proforma] Proformarechnung
   *[quotation] Angebot
 }
number = Nummer
revision = Fassung { $number }
date = Datum
valid-until = Gültig bis
buyer = Käufer
prepared-by = Erstellt von
page = Seite { $page } von { $pages }

item = Artikel
quantity = Menge
unit-price = Stückpreis ({ $currency })
amount = Betrag ({ $currency })
sample = Muster
hs-code = HS-Code { $code }
goods = Waren
freight = Fracht ({ $method }, { $days })
total = Gesamt { $terms }
deposit = Anzahlung ({ $percent })
balance = Restbetrag
choose = Ein Preis je Menge: Sagen Sie uns, welche Sie wählen.

terms = Bedingungen
delivery-terms = Lieferbedingung
production = Produktionszeit
ready-by = Fertig am
ready-if = { $date } bei Bestellung am { $ordered }
closures = Unsere Betriebsruhe ist berücksichtigt: { $names }
gross-weight = Bruttogewicht
kilograms = { $number } kg
notes = Bitte beachten

payment = Bestellung und Zahlung über { $platform }
payment-plain = Zahlung
ways = Zahlungsarten
scan = Zum Bestellen scannen
verify = Dieses Angebot prüfen
verify-code = Prüfcode
verify-scan = Scannen und prüfen
