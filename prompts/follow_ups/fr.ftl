# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = Une brève question au sujet de notre devis { $number } pour { $goods } : l'avez-vous bien reçu et vous convient-il ?
silent-again = Y a-t-il un point de notre devis { $number } pour { $goods } que nous puissions expliquer ou adapter : quantité, conditions ou livraison ?
silent-last = Ceci est notre dernier message au sujet du devis { $number } pour { $goods }. S'il vous intéresse de nouveau, écrivez-nous ici.
expiring = Notre devis { $number } pour { $goods } est valable jusqu'au { $date }. S'il vous faut plus de temps, dites-le-nous.
unpaid-first = Merci d'avoir accepté notre devis { $number } pour { $goods }. Le paiement n'est pas encore arrivé ; la production commence ensuite.
unpaid-again = Votre commande { $number } pour { $goods } attend encore son paiement. Quelque chose n'est-il pas clair, ou pouvons-nous vous aider à passer commande ?
shipped = Votre commande { $number } est en route : { $goods }.
tracking = Numéro de suivi : { $tracking }
tracking-carrier = Numéro de suivi : { $tracking } ({ $carrier })
promised = Vous aviez indiqué le { $date } pour la suite de votre côté. Où en êtes-vous, et pouvons-nous vous aider ?
delivered = Votre commande { $number } est indiquée comme livrée : { $goods }. Tout est-il complet et en bon état ? Si quelque chose ne va pas, dites-le-nous ici.
invite-review = Si vous êtes satisfait, nous serions heureux de votre avis sur { $platform }.
reviewed = Merci pour votre avis sur la commande { $number }.
reorder = Votre commande { $number } remonte à quelque temps : { $goods }. Souhaitez-vous commander de nouveau ? Indiquez-nous la quantité et nous vous ferons un devis.
wish = Nous sommes heureux d'être en contact avec vous.
stop-offer = Si vous préférez ne pas recevoir ce type de message, écrivez simplement STOP.
stop-confirmed = C'est noté : nous ne vous écrirons plus de notre propre initiative. Si vous nous écrivez, nous vous répondrons bien sûr.
