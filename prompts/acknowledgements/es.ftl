# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Gracias por su mensaje. Lo hemos recibido y un compañero le responderá aquí en breve.
outside = Gracias por su mensaje. Lo hemos recibido. Nuestra oficina está cerrada en este momento; le responderemos aquí cuando vuelva a abrir: { $opens }.
outside-unknown = Gracias por su mensaje. Lo hemos recibido. Nuestra oficina está cerrada en este momento; le responderemos aquí cuando vuelva a abrir.
