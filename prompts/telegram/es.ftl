# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Español

## The first message
hello = ¡Hola! Este es el chat con { $company }. Aquí le responde { $seller }, con la ayuda de un asistente de software para redactar. Una persona revisa cada respuesta antes de que usted la reciba; lo que se envía automáticamente va marcado.
hello-shop = ¡Hola! Este es el chat con { $company }. Aquí le responde nuestro equipo, con la ayuda de un asistente de software para redactar. Una persona revisa cada respuesta antes de que usted la reciba; lo que se envía automáticamente va marcado.
hello-next = Escriba lo que necesita, en su idioma: qué producto, qué cantidad y el país de entrega. También puede enviar fotos, archivos y mensajes de voz.
hello-product = Ha llegado por: { $product } ({ $sku }). ¿Qué cantidad necesita y para qué país? También puede preguntar cualquier otra cosa, en su idioma.
hello-again = ¡Bienvenido de nuevo! Escriba lo que necesita, en su idioma.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Pedir que responda una persona
command-language = Cambiar el idioma de los menús
command-stop = No recibir mensajes que no haya pedido
command-privacy = Qué datos suyos se guardan
command-verify = Comprobar una cotización o una cuenta
command-help = Qué puede hacer aquí

## /language and /stop
language-choose = ¿En qué idioma quiere los menús y avisos?
language-set = A partir de ahora los menús y avisos están en español. Puede escribirnos en cualquier idioma.
stop-done = Recibirá respuestas a lo que escriba y nada más. Para deshacerlo, envíe /start.
stop-undone = Podrá volver a recibir noticias nuestras.

## /privacy
privacy = { $company } guarda su nombre, nombre de usuario e idioma tal como los muestra Telegram, lo que escribe y envía aquí, y lo que indica sobre su país o su número de teléfono. Sirve para responderle y tramitar sus pedidos. Un asistente de software ayuda a redactar; las personas revisan y deciden. Puede pedir una copia de sus datos o que se borren. De ello se ocupa una persona.
privacy-data = Enviarme mis datos
privacy-erase = Borrar mis datos
privacy-data-words = Por favor, envíenme una copia de los datos que guardan sobre mí.
privacy-erase-words = Por favor, borren los datos que guardan sobre mí.
privacy-asked = Su solicitud se ha transmitido al equipo. Una persona se ocupará de ella y le responderá aquí.

## /human; the first is stored as what the buyer says
human-words = Quisiera hablar con una persona, por favor.
human-told = Hemos pedido a { $seller } que le responda personalmente. La respuesta llegará aquí.

## Commands that there are not
unknown-command = No conozco este comando.
unknown-kept = No conozco este comando, pero sus palabras se han transmitido al equipo.

## Taps on answers (at most 200 characters)
tap-kept = Su respuesta: { $answer }
tap-again = Ya ha respondido a esto.
tap-old = Esta pregunta ya no está abierta. Por favor, escríbanos.
tap-unknown = Este botón no es válido. Por favor, escriba lo que necesita.

## Groups that are not the team’s
group-private = Solo hablo en chats privados, así que dejo este grupo. Puede escribirme aquí: { $link }

## To salespeople who connect their own account
business-unbound = Su cuenta está conectada, pero no pertenece a nadie del equipo de { $company }, así que no leo ni respondo nada. Pida a un responsable un código de un solo uso y envíemelo aquí; después funcionará.
business-ready = Su cuenta está conectada. Redacto borradores para sus compradores de { $company }; solo llegan al comprador en su nombre cuando alguien los ha aprobado. Lo que usted escriba sale como siempre y descarta el borrador.
business-no-right = Su cuenta está conectada, pero no puedo responder en ella. Permítalo en Telegram: Ajustes, Telegram Business, Chatbots, «Responder a mensajes».
