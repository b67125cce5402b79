# Français, avec vous.

## Opening and closing
greet = Bonjour,
greet-name = Bonjour { $name },
thank = Avec plaisir. Écrivez-nous dès que vous avez besoin de quelque chose.
close = { $formal ->
    [yes] Cordialement,
   *[no] Bien à vous,
 }
festival = Tous nos vœux pour { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $count ->
        [one] { $number } pièce
       *[other] { $number } pièces
     }
    [set] { $count ->
        [one] { $number } lot
       *[other] { $number } lots
     }
    [pair] { $count ->
        [one] { $number } paire
       *[other] { $number } paires
     }
    [pack] { $count ->
        [one] { $number } paquet
       *[other] { $number } paquets
     }
    [box] { $count ->
        [one] { $number } boîte
       *[other] { $number } boîtes
     }
    [roll] { $count ->
        [one] { $number } rouleau
       *[other] { $number } rouleaux
     }
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } la pièce
    [set] { $price } le lot
    [pair] { $price } la paire
    [pack] { $price } le paquet
   *[other] { $price } / { $unit }
 }
working-days = { $count ->
    [one] { $number } jour ouvré
   *[other] { $number } jours ouvrés
 }
days = { $count ->
    [one] { $number } jour
   *[other] { $number } jours
 }
days-range = { $first } à { $last } jours
quoted = « { $text } »
separator = { " ; " }

## Products
goods = { $name } ({ $sku })
description = Extrait de notre catalogue : { $text }
minimum = Commande minimale : { $quantity }.
options = Personnalisation possible : { $options }.
range-heading = Notre gamme :
range-category = { $count ->
    [one] • { $name } : { $number } article
   *[other] • { $name } : { $number } articles
 }
range-items = Nous proposons ces articles :

## Quote
quote-heading = Notre prix, { $terms } :
quote-heading-quantities = Nos prix par quantité, { $terms } :
quote-heading-goods = Nos prix par quantité, hors transport :
quote-line = • { $what } : { $quantity } × { $price } = { $amount }
quote-sample = Échantillon, { $goods }
quote-freight = • Transport ({ $method }, { $days }) : { $amount }
quote-freight-open = Dites-nous quelle quantité vous choisissez et nous ajouterons le transport pour { $terms }.
quote-total = Total : { $amount }
quote-promotion = La promotion { $name } (remise de { $percent }) est déjà comprise.
quote-indicative = À titre indicatif, environ { $total } au cours du { $date } ({ $one } = { $rate }), sans engagement.
quote-validity = Valable jusqu'au { $date }.

## Minimum orders, options, samples
below-moq = { $goods } : la commande minimale est de { $moq }, nous ne pouvons donc pas proposer { $quantity }. Pour { $moq }, le prix est de { $unit_price }.
below-moq-sample = Pour le tester d'abord, vous pouvez commander un échantillon à { $price }.
option-below-moq = { $option } est possible à partir de { $moq } (supplément de { $unit_price }) ; pour { $quantity }, cette option n'est pas comprise dans le prix.
option-not-offered = { $option } n'est pas disponible pour { $goods }.
options-offered = Possible pour cet article : { $options }.
options-heading = Personnalisation de { $goods } :
option-terms = • { $option } : supplément de { $unit_price }, à partir de { $moq }
sample-price = Un échantillon de { $goods } coûte { $price }.
samples-not-sold = Nous ne vendons pas d'échantillon de { $goods }.

## Time and stock
lead-time = La production prend { $days }.
lead-time-goods = { $goods } : la production prend { $days }.
ready-by = Pour une commande passée aujourd'hui, la marchandise est prête le { $date }.
closure = Notre fermeture du { $start } au { $end } ({ $name }) est déjà prise en compte.
deadline-missed = C'est après la date que vous avez indiquée ({ $date }) ; nous vérifions ce qui est possible.
stock = { $goods } : { $quantity } en stock, prêt à expédier.
stock-none = { $goods } n'est pas en stock actuellement ; l'article est fabriqué sur commande.
closed = Nous sommes fermés du { $start } au { $end } ({ $name }) et de retour le { $reopens }.
working-days-of-week = Nos jours ouvrés : { $days }.
working-hours = Nos horaires : de { $opens } à { $closes }, à notre heure locale.

## Delivery
method-replaced = { $asked } n'est pas possible pour cet envoi ; le transport est donc calculé avec { $used }.
method-replaced-battery = { $asked } n'accepte pas les produits contenant des batteries au lithium ; le transport est donc calculé avec { $used }.
method-impossible = { $asked } n'est pas possible pour cet envoi ; nous vérifions les autres solutions.
method-impossible-battery = { $asked } n'accepte pas les produits contenant des batteries au lithium ; nous vérifions les autres solutions.
freight-unknown = Nous n'avons pas de tarif de transport fixe pour cet envoi ; nous le vérifions et vous l'indiquerons.
incoterm-replaced = Nous ne proposons pas { $asked } ; le prix est { $used }.
duty-not-included = Les droits de douane et taxes d'importation ne sont pas compris dans ce prix.

## Certificates and policies
certificates = Certificats pour { $goods } : { $certificates }.
certificates-unlisted = { $certificates } : ne figure pas dans nos données pour cet article. Nous vérifions et revenons vers vous ; d'ici là, merci de ne pas compter dessus.
certificates-none = Aucun certificat ne figure dans nos données pour { $goods }. Nous vérifions et revenons vers vous.
policy = Extrait de nos conditions :
policy-language = { $code ->
    [en] Extrait de nos conditions (en anglais) :
    [zh] Extrait de nos conditions (en chinois) :
   *[other] Extrait de nos conditions ({ $language }) :
 }
check = Nous vérifions et revenons vers vous.

## Questions
ask-open = Comment pouvons-nous vous aider ? Dites-nous quel produit vous intéresse et en quelle quantité.
ask-interest = Lesquels vous intéressent, et en quelle quantité ?
ask-product = De quel produit avez-vous besoin ? Une référence, un lien ou une photo nous aide.
ask-product-choice = Duquel de ces articles s'agit-il ?
ask-product-version = Quelle version vous faut-il : { $choices } ?
ask-quantity = Quelle quantité vous faut-il ?
ask-quantity-moq = Quelle quantité vous faut-il ? La commande minimale est de { $moq }.
ask-destination = Vers quel pays et quelle ville ou quel port faut-il livrer ?
ask-incoterm-open = Quel Incoterm souhaitez-vous ?
ask-incoterm = Quel Incoterm souhaitez-vous : { $choices } ?
ask-customization = Que souhaitez-vous personnaliser (logo, couleur, emballage) ?
ask-customization-choice = Quelle personnalisation souhaitez-vous : { $choices } ?
ask-deadline = Pour quand vous faut-il la marchandise ?
ask-company = Pour quelle société achetez-vous ?
ask-usage = À quel usage la marchandise est-elle destinée ?
ask-target-price = Quel prix unitaire envisagez-vous ?
ask-order-number = Quel est votre numéro de commande ?
ask-evidence = Merci de nous envoyer des photos ou une courte vidéo du défaut et de nous indiquer combien de pièces sont touchées.
ask-affected = Combien d’unités sont concernées ?
ask-batch = Quel numéro de lot figure sur la marchandise ou sur le carton ?

## Payment
steer = La commande et le paiement passent par { $platform }.
steer-benefits = La commande et le paiement passent par { $platform } : { $benefits }.
payment-methods = Moyens de paiement : { $methods }.
deposit = L'acompte est de { $percent }.
deposit-amount = L'acompte est de { $percent }, soit { $amount }.
deposit-balance = L'acompte est de { $percent }, soit { $amount } ; le solde est de { $balance }.
order-link = Vous pouvez passer commande ici : { $link }
benefit-held = votre argent est bloqué jusqu'à ce que vous confirmiez la livraison
benefit-refund = remboursement si la qualité ou la date d'expédition n'est pas respectée
benefit-record = accords et suivi de l'envoi sont réunis dans une commande
benefit-dispute = la plateforme aide à régler un litige
method-card = carte
method-platform-transfer = virement sur le compte de la plateforme
decline-payment = Nous n'acceptons les paiements que par { $platform }, pour toute commande et tout montant.
decline-payment-plain = Nous n'acceptons les paiements que par les moyens indiqués dans nos conditions.
decline-benefits = Cela vous protège : { $benefits }.
case-fees = Pour le coût : comparez les moyens de paiement sur { $platform } – { $methods } – et prenez le moins cher pour vous. En dehors, vous économiseriez des frais et perdriez la protection.
case-fees-plain = Pour le coût : comparez les moyens de paiement sur { $platform } – { $methods } – et prenez le moins cher pour vous.
case-habit = Nous savons que vous avez l’habitude d’autres moyens. Peu de choses changent : vous payez par { $methods }, et la commande, le paiement et la livraison sont réunis sur { $platform }.
case-bank = Si votre banque refuse ou limite un paiement, un autre moyen peut convenir sur { $platform } : { $methods }. Dites-nous ce que dit votre banque, et nous cherchons celui qui convient.
case-bank-deposit = Si votre banque refuse ou limite un paiement, un autre moyen peut convenir sur { $platform } : { $methods }. Dites-nous ce que dit votre banque, et nous cherchons celui qui convient. L’acompte de { $percent } vient d’abord : tout n’a pas à passer en une fois.
case-speed = Pour ne pas perdre de temps, vous pouvez commander et payer sur { $platform } en une seule étape : { $methods }. Les deux côtés voient le paiement dans la commande, sans justificatifs à échanger.
case-distrust = Vous avez raison d’être prudent. Sur { $platform }, personne n’a à se fier à la seule parole de l’autre, et vous pouvez en lire les conditions avant de commander.
case-distrust-plain = Vous avez raison d'être prudent. Vous pouvez lire les conditions de { $platform } avant de commander.
case-invoice = Des documents pour votre comptabilité sont possibles aussi pour une commande sur { $platform } : dites-nous ce que la facture doit indiquer (société, adresse, numéro fiscal), et nous le vérifions avant votre commande.
account-changed = Nos données de paiement ne changent jamais par un message, quel que soit l’expéditeur et le nom affiché. Nous n’encaissons que par { $platform }.
account-changed-plain = Nos données de paiement ne changent jamais par un message, quel que soit l’expéditeur et le nom affiché. Le paiement n’est possible que par les moyens indiqués dans nos conditions.
account-changed-wait = Merci de ne rien payer de ce qui est demandé dans un tel message. Un responsable examine cette conversation et vous répond ici personnellement.
account-changed-verify = Vous pouvez vérifier vous-même chacun de nos devis avec le lien et le code de contrôle qui y figurent.
stay = Merci de rester dans cette discussion, afin que tout ce qui concerne votre commande soit réuni au même endroit.

## Care
confidential = Nous ne communiquons ni coûts, ni marges, ni autres données internes. Nous vous donnons volontiers nos prix.
discount = Nous avons bien noté votre demande de prix ; la personne responsable en décidera et nous reviendrons vers vous.
discount-listed = Nous avons bien noté votre demande de prix ; la personne responsable en décidera et nous reviendrons vers vous. D'ici là, le prix ci-dessus s'applique.
restricted = Nous ne pouvons faire ni offre ni promesse pour cette destination. La direction commerciale examinera votre demande et vous répondra.
dispute = Nous sommes désolés de ce problème. La direction commerciale examinera personnellement votre dossier et vous répondra ici.
defect = Nous sommes désolés que votre commande pose problème.
order-check = Nous vérifions votre commande et vous répondons ici.
order-check-number = Nous vérifions votre commande { $number } et vous répondons ici.
person = Une personne de notre équipe s'occupe de votre demande et vous répondra ici.
calm = Nous comprenons votre mécontentement et souhaitons trouver une bonne solution avec vous.
scam = Nous n'ouvrons ni liens ni documents externes et ne saisissons aucun identifiant. Les commandes, paiements et remboursements passent uniquement par { $platform }, et la marchandise n'est libérée que selon ce que la plateforme elle-même affiche.
scam-plain = Nous n'ouvrons ni liens ni documents externes et ne saisissons aucun identifiant. Les commandes, paiements et remboursements passent uniquement par la voie de commande convenue.
