# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Français

## The first message
hello = Bonjour ! Vous êtes en discussion avec { $company }. { $seller } vous répond ici, avec l'aide d'un assistant logiciel pour la rédaction. Une personne vérifie chaque réponse avant que vous la receviez ; ce qui est envoyé automatiquement est signalé.
hello-shop = Bonjour ! Vous êtes en discussion avec { $company }. Notre équipe vous répond ici, avec l'aide d'un assistant logiciel pour la rédaction. Une personne vérifie chaque réponse avant que vous la receviez ; ce qui est envoyé automatiquement est signalé.
hello-next = Écrivez ce dont vous avez besoin, dans votre langue : quel produit, quelle quantité et le pays de livraison. Photos, fichiers et messages vocaux sont aussi les bienvenus.
hello-product = Vous venez pour : { $product } ({ $sku }). Quelle quantité vous faut-il, et pour quel pays ? Vous pouvez aussi demander autre chose, dans votre langue.
hello-again = Heureux de vous revoir ! Écrivez ce dont vous avez besoin, dans votre langue.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Demander une réponse d'une personne
command-language = Changer la langue des menus
command-stop = Plus de messages non demandés
command-privacy = Ce qui est conservé sur vous
command-verify = Vérifier un devis ou un compte
command-help = Ce que vous pouvez faire ici

## /language and /stop
language-choose = Dans quelle langue souhaitez-vous les menus et les avis ?
language-set = Les menus et les avis sont désormais en français. Vous pouvez nous écrire dans n'importe quelle langue.
stop-done = Vous recevrez des réponses à ce que vous écrivez, et rien d'autre. Pour revenir en arrière, envoyez /start.
stop-undone = Vous pourrez de nouveau recevoir de nos nouvelles.

## /privacy
privacy = { $company } conserve votre nom, votre nom d'utilisateur et votre langue tels que Telegram les affiche, ce que vous écrivez et envoyez ici, et ce que vous indiquez sur votre pays ou votre numéro de téléphone. Cela sert à vous répondre et à traiter vos commandes. Un assistant logiciel aide à rédiger ; des personnes vérifient et décident. Vous pouvez demander une copie de vos données ou leur effacement. Une personne s'en charge.
privacy-data = M'envoyer mes données
privacy-erase = Effacer mes données
privacy-data-words = Veuillez m'envoyer une copie des données que vous conservez sur moi.
privacy-erase-words = Veuillez effacer les données que vous conservez sur moi.
privacy-asked = Votre demande a été transmise à l'équipe. Une personne s'en charge et vous répond ici.

## /human; the first is stored as what the buyer says
human-words = Je voudrais parler à une personne, s'il vous plaît.
human-told = Nous avons demandé à { $seller } de vous répondre personnellement. La réponse arrivera ici.

## Commands that there are not
unknown-command = Je ne connais pas cette commande.
unknown-kept = Je ne connais pas cette commande, mais vos mots ont été transmis à l'équipe.

## Taps on answers (at most 200 characters)
tap-kept = Votre réponse : { $answer }
tap-again = Vous avez déjà répondu.
tap-old = Cette question n'est plus ouverte. Veuillez nous écrire.
tap-unknown = Ce bouton n'est pas valable. Veuillez écrire ce dont vous avez besoin.

## Groups that are not the team’s
group-private = Je ne parle que dans les discussions privées, je quitte donc ce groupe. Vous pouvez m'écrire ici : { $link }

## To salespeople who connect their own account
business-unbound = Votre compte est connecté, mais il n'appartient à personne de l'équipe de { $company } : je ne lis rien et ne réponds à rien. Demandez à un responsable un code à usage unique et envoyez-le-moi ici ; ensuite, cela fonctionne.
business-ready = Votre compte est connecté. Je rédige des projets de réponse pour vos acheteurs de { $company } ; ils ne parviennent à l'acheteur en votre nom qu'une fois approuvés. Ce que vous écrivez vous-même part comme d'habitude et annule le projet.
business-no-right = Votre compte est connecté, mais je ne peux pas y répondre. Autorisez-le dans Telegram : Paramètres, Telegram Business, Chatbots, « Répondre aux messages ».
