# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Obrigado pela sua mensagem. Nós a recebemos, e um colega responderá aqui em breve.
outside = Obrigado pela sua mensagem. Nós a recebemos. Nosso escritório está fechado no momento; responderemos aqui quando reabrir: { $opens }.
outside-unknown = Obrigado pela sua mensagem. Nós a recebemos. Nosso escritório está fechado no momento; responderemos aqui quando reabrir.
