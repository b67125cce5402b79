title = { $kind ->
    [proforma] Faktura proforma
   *[quotation] Oferta
 }
number = Numer
revision = Wersja { $number }
date = Data
valid-until = Ważna do
buyer = Kupujący
prepared-by = Przygotował(a)
page = Strona { $page } z { $pages }

item = Towar
quantity = Ilość
unit-price = Cena jednostkowa ({ $currency })
amount = Kwota ({ $currency })
sample = Próbka
hs-code = Kod HS { $code }
goods = Towary
freight = Fracht ({ $method }, { $days })
total = Razem { $terms }
deposit = Zaliczka ({ $percent })
balance = Pozostała kwota
choose = Osobna cena dla każdej ilości: prosimy wskazać wybraną.

terms = Warunki
delivery-terms = Warunki dostawy
production = Czas produkcji
ready-by = Gotowość towaru
ready-if = { $date } przy zamówieniu { $ordered }
closures = Uwzględniono naszą przerwę w pracy: { $names }
gross-weight = Masa brutto
kilograms = { $number } kg
notes = Uwagi

payment = Zamówienie i płatność przez { $platform }
payment-plain = Płatność
ways = Sposoby płatności
scan = Zeskanuj, aby zamówić
verify = Sprawdź tę ofertę
verify-code = Kod kontrolny
verify-scan = Zeskanuj i sprawdź
