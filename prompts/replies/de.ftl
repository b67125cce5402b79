# Deutsch, mit Sie.

## Opening and closing
greet = { $formal ->
    [yes] Guten Tag,
   *[no] Hallo,
 }
greet-name = { $formal ->
    [yes] Guten Tag { $name },
   *[no] Hallo { $name },
 }
thank = Sehr gern. Melden Sie sich jederzeit, wenn Sie etwas brauchen.
close = { $formal ->
    [yes] Mit freundlichen Grüßen
   *[no] Viele Grüße
 }
festival = Wir wünschen Ihnen alles Gute zum Feiertag: { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $number } Stück
    [set] { $count ->
        [one] { $number } Set
       *[other] { $number } Sets
     }
    [pair] { $number } Paar
    [pack] { $count ->
        [one] { $number } Packung
       *[other] { $number } Packungen
     }
    [box] { $count ->
        [one] { $number } Box
       *[other] { $number } Boxen
     }
    [roll] { $count ->
        [one] { $number } Rolle
       *[other] { $number } Rollen
     }
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } pro Stück
    [set] { $price } pro Set
    [pair] { $price } pro Paar
    [pack] { $price } pro Packung
   *[other] { $price } / { $unit }
 }
working-days = { $count ->
    [one] { $number } Arbeitstag
   *[other] { $number } Arbeitstage
 }
days = { $count ->
    [one] { $number } Tag
   *[other] { $number } Tage
 }
days-range = { $first } bis { $last } Tage
quoted = „{ $text }“
separator = { "; " }

## Products
goods = { $name } ({ $sku })
description = Aus unserem Katalog: { $text }
minimum = Mindestbestellmenge: { $quantity }.
options = Mögliche Individualisierung: { $options }.
range-heading = Unser Sortiment:
range-category = { $count ->
    [one] • { $name }: { $number } Artikel
   *[other] • { $name }: { $number } Artikel
 }
range-items = Diese Artikel führen wir:

## Quote
quote-heading = Unser Preis, { $terms }:
quote-heading-quantities = Unsere Staffelpreise, { $terms }:
quote-heading-goods = Unsere Staffelpreise, ohne Fracht:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = Muster, { $goods }
quote-freight = • Fracht ({ $method }, { $days }): { $amount }
quote-freight-open = Nennen Sie uns die gewünschte Menge, dann ergänzen wir die Fracht für { $terms }.
quote-total = Gesamt: { $amount }
quote-promotion = Die Aktion { $name } ({ $percent } Nachlass) ist bereits berücksichtigt.
quote-indicative = Zur Orientierung: rund { $total } zum Kurs vom { $date } ({ $one } = { $rate }), unverbindlich.
quote-validity = Gültig bis { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: Die Mindestbestellmenge beträgt { $moq }, { $quantity } können wir daher nicht anbieten. Ab { $moq } liegt der Preis bei { $unit_price }.
below-moq-sample = Zum Testen können Sie vorab ein Muster für { $price } bestellen.
option-below-moq = { $option } ist ab { $moq } möglich (Aufpreis { $unit_price }); bei { $quantity } ist es im Preis nicht enthalten.
option-not-offered = { $option } ist für { $goods } nicht verfügbar.
options-offered = Für diesen Artikel möglich: { $options }.
options-heading = Individualisierung von { $goods }:
option-terms = • { $option }: Aufpreis { $unit_price }, ab { $moq }
sample-price = Ein Muster von { $goods } kostet { $price }.
samples-not-sold = Für { $goods } bieten wir keine Muster an.

## Time and stock
lead-time = Produktionszeit: { $days }.
lead-time-goods = { $goods }: Produktionszeit { $days }.
ready-by = Bei Bestellung heute ist die Ware am { $date } fertig.
closure = Unsere Betriebsruhe vom { $start } bis { $end } ({ $name }) ist dabei eingerechnet.
deadline-missed = Das liegt nach Ihrem Wunschtermin ({ $date }); eine Kollegin oder ein Kollege prüft, was möglich ist.
stock = { $goods }: { $quantity } auf Lager, sofort versandbereit.
stock-none = { $goods } ist derzeit nicht auf Lager und wird auf Bestellung gefertigt.
closed = Wir haben vom { $start } bis { $end } geschlossen ({ $name }) und sind am { $reopens } wieder da.
working-days-of-week = Unsere Arbeitstage: { $days }.
working-hours = Unsere Arbeitszeit: { $opens } bis { $closes } Uhr, unsere Ortszeit.

## Delivery
method-replaced = { $asked } ist für diese Sendung nicht möglich, die Fracht ist deshalb mit { $used } berechnet.
method-replaced-battery = { $asked } nimmt keine Ware mit Lithium-Akkus mit, die Fracht ist deshalb mit { $used } berechnet.
method-impossible = { $asked } ist für diese Sendung nicht möglich; wir prüfen die Alternativen.
method-impossible-battery = { $asked } nimmt keine Ware mit Lithium-Akkus mit; wir prüfen die Alternativen.
freight-unknown = Für diese Sendung haben wir keinen festen Frachtsatz; wir prüfen die Fracht und melden uns dazu.
incoterm-replaced = { $asked } bieten wir nicht an; der Preis gilt { $used }.
duty-not-included = Zoll und Einfuhrsteuern sind in diesem Preis nicht enthalten.

## Certificates and policies
certificates = Zertifikate für { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: in unseren Daten für diesen Artikel nicht aufgeführt. Wir prüfen das und melden uns; bitte rechnen Sie bis dahin nicht damit.
certificates-none = Für { $goods } sind in unseren Daten keine Zertifikate aufgeführt. Wir prüfen das und melden uns.
policy = Aus unseren Bedingungen:
policy-language = { $code ->
    [en] Aus unseren Bedingungen (auf Englisch):
    [zh] Aus unseren Bedingungen (auf Chinesisch):
   *[other] Aus unseren Bedingungen ({ $language }):
 }
check = Wir prüfen das und melden uns bei Ihnen.

## Questions
ask-open = Wie können wir Ihnen helfen? Nennen Sie uns gern das gewünschte Produkt und die Menge.
ask-interest = Was davon interessiert Sie, und in welcher Menge?
ask-product = Welches Produkt benötigen Sie? Eine Modellnummer, ein Link oder ein Foto hilft uns.
ask-product-choice = Welchen dieser Artikel meinen Sie?
ask-product-version = Welche Ausführung benötigen Sie: { $choices }?
ask-quantity = Welche Menge benötigen Sie?
ask-quantity-moq = Welche Menge benötigen Sie? Die Mindestbestellmenge beträgt { $moq }.
ask-destination = In welches Land und in welche Stadt oder welchen Hafen soll geliefert werden?
ask-incoterm-open = Welchen Incoterm wünschen Sie?
ask-incoterm = Welchen Incoterm wünschen Sie: { $choices }?
ask-customization = Was soll individualisiert werden (Logo, Farbe, Verpackung)?
ask-customization-choice = Welche Individualisierung wünschen Sie: { $choices }?
ask-deadline = Bis wann benötigen Sie die Ware?
ask-company = Für welches Unternehmen fragen Sie an?
ask-usage = Wofür wird die Ware eingesetzt?
ask-target-price = Welchen Stückpreis stellen Sie sich vor?
ask-order-number = Wie lautet Ihre Bestellnummer?
ask-evidence = Bitte senden Sie uns Fotos oder ein kurzes Video des Fehlers und nennen Sie uns die Zahl der betroffenen Stücke.
ask-affected = Wie viele Stück sind betroffen?
ask-batch = Welche Chargennummer steht auf der Ware oder auf dem Karton?

## Payment
steer = Bestellung und Zahlung laufen über { $platform }.
steer-benefits = Bestellung und Zahlung laufen über { $platform }: { $benefits }.
payment-methods = Sie können bezahlen per { $methods }.
deposit = Die Anzahlung beträgt { $percent }.
deposit-amount = Die Anzahlung beträgt { $percent }, das sind { $amount }.
deposit-balance = Die Anzahlung beträgt { $percent }, das sind { $amount }; der Restbetrag ist { $balance }.
order-link = Hier können Sie bestellen: { $link }
benefit-held = Ihr Geld wird gehalten, bis Sie die Lieferung bestätigen
benefit-refund = Sie erhalten eine Erstattung, wenn Qualität oder Versandtermin nicht eingehalten werden
benefit-record = Absprachen und Versanddaten bleiben in einer Bestellung beisammen
benefit-dispute = die Plattform hilft, einen Streitfall zu klären
method-card = Karte
method-platform-transfer = Überweisung auf das Plattformkonto
decline-payment = Zahlungen nehmen wir ausschließlich über { $platform } an, bei jeder Bestellung und in jeder Höhe.
decline-payment-plain = Zahlungen nehmen wir ausschließlich auf den in unseren Bedingungen genannten Wegen an.
decline-benefits = Das schützt Sie: { $benefits }.
case-fees = Zu den Kosten: Vergleichen Sie die Zahlungswege auf { $platform } – { $methods } – und nehmen Sie den für Sie günstigsten. Außerhalb würden Sie eine Gebühr sparen und den Schutz verlieren.
case-fees-plain = Zu den Kosten: Vergleichen Sie die Zahlungswege auf { $platform } – { $methods } – und nehmen Sie den für Sie günstigsten.
case-habit = Wir wissen, dass bei Ihnen andere Wege üblich sind. Es ändert sich wenig: Sie bezahlen per { $methods }, und Bestellung, Zahlung und Lieferung stehen auf { $platform } an einem Ort.
case-bank = Wenn Ihre Bank eine Zahlung ablehnt oder begrenzt, kann auf { $platform } ein anderer Weg gehen: { $methods }. Sagen Sie uns, was Ihre Bank meldet, dann suchen wir den passenden.
case-bank-deposit = Wenn Ihre Bank eine Zahlung ablehnt oder begrenzt, kann auf { $platform } ein anderer Weg gehen: { $methods }. Sagen Sie uns, was Ihre Bank meldet, dann suchen wir den passenden. Zuerst kommt die Anzahlung von { $percent }, es muss also nicht alles auf einmal durchgehen.
case-speed = Damit keine Zeit verloren geht, können Sie auf { $platform } in einem Schritt bestellen und bezahlen: { $methods }. Beide Seiten sehen die Zahlung in der Bestellung, Belege müssen nicht hin- und hergeschickt werden.
case-distrust = Vorsicht ist richtig. Auf { $platform } muss sich keine Seite allein auf das Wort der anderen verlassen, und Sie können die Bedingungen vor der Bestellung lesen.
case-distrust-plain = Vorsicht ist richtig. Die Bedingungen von { $platform } können Sie vor der Bestellung lesen.
case-invoice = Unterlagen für Ihre Bücher sind auch bei einer Bestellung über { $platform } möglich: Sagen Sie uns, was auf der Rechnung stehen muss (Firma, Anschrift, Steuernummer), wir prüfen es vor Ihrer Bestellung.
account-changed = Unsere Zahlungsdaten ändern sich nie durch eine Nachricht, gleich wer sie schickt und welchen Namen sie trägt. Zahlungen nehmen wir ausschließlich über { $platform } an.
account-changed-plain = Unsere Zahlungsdaten ändern sich nie durch eine Nachricht, gleich wer sie schickt und welchen Namen sie trägt. Bezahlen können Sie nur auf den in unseren Bedingungen genannten Wegen.
account-changed-wait = Bitte bezahlen Sie nichts, was in einer solchen Nachricht verlangt wird. Eine leitende Person sieht sich dieses Gespräch an und antwortet Ihnen hier persönlich.
account-changed-verify = Jedes unserer Angebote können Sie mit dem Link und dem Prüfcode, die darauf stehen, selbst prüfen.
stay = Bitte lassen Sie uns in diesem Chat bleiben, damit alles zu Ihrer Bestellung an einem Ort steht.

## Care
confidential = Kosten, Margen und andere interne Angaben geben wir nicht weiter. Unsere Preise nennen wir Ihnen gern.
discount = Ihren Preiswunsch haben wir notiert; eine Kollegin oder ein Kollege entscheidet darüber und meldet sich bei Ihnen.
discount-listed = Ihren Preiswunsch haben wir notiert; eine Kollegin oder ein Kollege entscheidet darüber und meldet sich bei Ihnen. Bis dahin gilt der oben genannte Preis.
restricted = Für dieses Zielland können wir kein Angebot und keine Zusage machen. Die Verkaufsleitung sieht sich Ihre Anfrage an und antwortet Ihnen.
dispute = Es tut uns leid, dass es Probleme gibt. Die Verkaufsleitung nimmt sich Ihres Falls persönlich an und antwortet Ihnen hier.
defect = Es tut uns leid, dass mit Ihrer Bestellung etwas nicht stimmt.
order-check = Wir prüfen Ihre Bestellung und antworten Ihnen hier.
order-check-number = Wir prüfen Ihre Bestellung { $number } und antworten Ihnen hier.
person = Eine Kollegin oder ein Kollege kümmert sich persönlich um Ihr Anliegen und antwortet Ihnen hier.
calm = Wir verstehen Ihren Ärger und möchten mit Ihnen eine gute Lösung finden.
scam = Externe Links und Dokumente öffnen wir nicht, und Zugangsdaten geben wir nicht ein. Bestellungen, Zahlungen und Erstattungen laufen nur über { $platform }; Ware geben wir nur nach dem Stand auf der Plattform selbst frei.
scam-plain = Externe Links und Dokumente öffnen wir nicht, und Zugangsdaten geben wir nicht ein. Bestellungen, Zahlungen und Erstattungen laufen nur über unseren vereinbarten Bestellweg.
