title = { $kind ->
    [proforma] Facture proforma
   *[quotation] Devis
 }
number = Numéro
revision = Révision { $number }
date = Date
valid-until = Valable jusqu’au
buyer = Acheteur
prepared-by = Établi par
page = Page { $page } sur { $pages }

item = Article
quantity = Quantité
unit-price = Prix unitaire ({ $currency })
amount = Montant ({ $currency })
sample = Échantillon
hs-code = Code SH { $code }
goods = Marchandises
freight = Fret ({ $method }, { $days })
total = Total { $terms }
deposit = Acompte ({ $percent })
balance = Solde
choose = Un prix par quantité : dites-nous laquelle vous choisissez.

terms = Conditions
delivery-terms = Conditions de livraison
production = Délai de production
ready-by = Prête le
ready-if = { $date }, pour une commande le { $ordered }
closures = Notre fermeture est déjà prise en compte : { $names }
gross-weight = Poids brut
kilograms = { $number } kg
notes = À noter

payment = Commande et paiement par { $platform }
payment-plain = Paiement
ways = Moyens de paiement
scan = Scannez pour commander
verify = Vérifier ce devis
verify-code = Code de contrôle
verify-scan = Scanner pour vérifier
