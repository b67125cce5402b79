# The buyer's chat page. Values arrive formatted.

## The page
title = Discussion avec { $company }
no-script = Cette discussion a besoin de JavaScript. Activez-le ou utilisez un autre navigateur.
menu = Options
new-talk = Commencer une nouvelle discussion
new-talk-sure = Commencer une nouvelle discussion ?
new-talk-means = Cet appareil oublie la discussion. { $company } la conserve.
keep = Garder cette discussion
close = Fermer la discussion
open = Discutez avec nous
skip = Aller au champ de message

## Who answers, and when
open-until = Ouvert jusqu’à { $time }
opens-at = Fermé, ouvre { $time }
hello = Comment pouvons-nous vous aider ?
hello-more = Prix, échantillons, livraison ou autre : posez vos questions dans votre langue.
assistant = Un assistant logiciel aide notre équipe à écrire. Une personne vérifie chaque réponse avant que vous ne la receviez ; ce qui part automatiquement est signalé.
your-name = Votre nom (facultatif)
reading = L’équipe prépare une réponse
checking = Une personne vérifie la réponse avant l’envoi
later = L’équipe répond dès l’ouverture : { $time }
automatic = Réponse automatique

## The talk
log = Messages
you = Vous
them = { $company }
today = Aujourd’hui
yesterday = Hier
to-newest = Au message le plus récent
choices = Réponses proposées

## Writing
write = Écrivez un message
send = Envoyer
attach = Ajouter des fichiers
drop = Déposez les fichiers ici
remove = Retirer { $name }
pasted = image collée

## Ticks and troubles
sending = En attente d’envoi
sent = Envoyé
seen = Vu par l’équipe
not-sent = Non envoyé
try-again = Réessayer
discard = Supprimer
offline = Vous êtes hors ligne. Vos messages sont gardés et envoyés plus tard.
connecting = Connexion…
too-large = { $name } est trop volumineux. Un fichier peut faire jusqu’à { $size }.
too-many = Jusqu’à { $count } fichiers peuvent accompagner un message.
too-long = Ce message est trop long de { $count } caractères.
all-too-large = Ces fichiers sont trop volumineux ensemble. Envoyez-les en plusieurs messages.
ended = La discussion précédente est terminée. Une nouvelle commence avec votre message.

## Quotes
quote = Devis
revision = Révision { $number }
valid-until = Valable jusqu’au { $date }
expired = Expiré le { $date }
product = Produit
quantity = Quantité
amount = Montant
sample = échantillon
freight = Fret : { $method }, { $days } jours
total = Total
choose = Choisissez l’une des quantités
replaced = Remplacé par la révision { $number }
ready-by = Prêt le { $date }
order = Commander
order-on = Commander sur { $platform }
benefits = Avec { $platform }
pdf = Devis en PDF
verify = Vérifier ce devis
verify-code = Code de contrôle
deposit = Acompte ({ $percent } %)
balance = Solde
