# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Vielen Dank für Ihre Nachricht. Sie ist bei uns angekommen, und jemand aus unserem Team antwortet Ihnen hier in Kürze.
outside = Vielen Dank für Ihre Nachricht. Sie ist bei uns angekommen. Unser Büro ist im Moment geschlossen; wir antworten Ihnen hier, sobald es wieder öffnet: { $opens }.
outside-unknown = Vielen Dank für Ihre Nachricht. Sie ist bei uns angekommen. Unser Büro ist im Moment geschlossen; wir antworten Ihnen hier, sobald es wieder öffnet.
