title = { $kind ->
    [proforma] Fattura proforma
   *[quotation] Preventivo
 }
number = Numero
revision = Revisione { $number }
date = Data
valid-until = Valido fino al
buyer = Acquirente
prepared-by = Preparato da
page = Pagina { $page } di { $pages }

item = Articolo
quantity = Quantità
unit-price = Prezzo unitario ({ $currency })
amount = Importo ({ $currency })
sample = Campione
hs-code = Codice SA { $code }
goods = Merce
freight = Trasporto ({ $method }, { $days })
total = Totale { $terms }
deposit = Acconto ({ $percent })
balance = Saldo
choose = Un prezzo per ogni quantità: ci dica quale sceglie.

terms = Condizioni
delivery-terms = Termini di consegna
production = Tempi di produzione
ready-by = Pronta il
ready-if = { $date }, con ordine il { $ordered }
closures = La nostra chiusura è già considerata: { $names }
gross-weight = Peso lordo
kilograms = { $number } kg
notes = Da notare

payment = Ordine e pagamento tramite { $platform }
payment-plain = Pagamento
ways = Modi di pagamento
scan = Scansioni per ordinare
verify = Verifichi questo preventivo
verify-code = Codice di controllo
verify-scan = Scansioni per verificare
