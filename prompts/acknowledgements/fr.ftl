# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Merci pour votre message. Nous l’avons bien reçu et un collègue vous répondra ici sous peu.
outside = Merci pour votre message. Nous l’avons bien reçu. Nos bureaux sont fermés pour le moment ; nous vous répondrons ici à leur réouverture : { $opens }.
outside-unknown = Merci pour votre message. Nous l’avons bien reçu. Nos bureaux sont fermés pour le moment ; nous vous répondrons ici à leur réouverture.
