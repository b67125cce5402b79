# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = Una breve pregunta sobre nuestra cotización { $number } de { $goods }: ¿la recibió y le conviene?
silent-again = ¿Hay algo de nuestra cotización { $number } de { $goods } que podamos explicar o adaptar: cantidad, condiciones o entrega?
silent-last = Este es nuestro último mensaje sobre la cotización { $number } de { $goods }. Si vuelve a ser de su interés, escríbanos aquí.
expiring = Nuestra cotización { $number } de { $goods } es válida hasta el { $date }. Si necesita más tiempo, díganoslo.
unpaid-first = Gracias por aceptar nuestra cotización { $number } de { $goods }. El pago aún no ha llegado; la producción empieza después de él.
unpaid-again = Su pedido { $number } de { $goods } sigue pendiente de pago. ¿Hay algo que no esté claro o podemos ayudarle con el proceso de compra?
shipped = Su pedido { $number } está en camino: { $goods }.
tracking = Número de seguimiento: { $tracking }
tracking-carrier = Número de seguimiento: { $tracking } ({ $carrier })
promised = Usted mencionó el { $date } para su próximo paso. ¿Cómo va todo por su parte y podemos ayudarle en algo?
delivered = Su pedido { $number } figura como entregado: { $goods }. ¿Está todo completo y en buen estado? Si algo no está bien, díganoslo aquí.
invite-review = Si está satisfecho, le agradeceríamos su valoración en { $platform }.
reviewed = Gracias por su valoración del pedido { $number }.
reorder = Ha pasado un tiempo desde su pedido { $number }: { $goods }. ¿Desea volver a pedir? Díganos la cantidad y le haremos una cotización.
wish = Nos alegra estar en contacto con usted.
stop-offer = Si prefiere no recibir este tipo de mensajes, escriba simplemente STOP.
stop-confirmed = Entendido: no volveremos a escribirle por iniciativa propia. Si usted nos escribe, por supuesto le responderemos.
