# What the bot itself says to buyers in Telegram. Plain text; values arrive formatted.

## The language
language-name = Português

## The first message
hello = Olá! Este é o chat com { $company }. Quem responde aqui é { $seller }, com a ajuda de um assistente de software para escrever. Uma pessoa verifica cada resposta antes de você a receber; o que é enviado automaticamente vem marcado.
hello-shop = Olá! Este é o chat com { $company }. Quem responde aqui é a nossa equipe, com a ajuda de um assistente de software para escrever. Uma pessoa verifica cada resposta antes de você a receber; o que é enviado automaticamente vem marcado.
hello-next = Escreva o que precisa, na sua língua: qual produto, que quantidade e o país de entrega. Também pode enviar fotos, arquivos e mensagens de voz.
hello-product = Você veio por: { $product } ({ $sku }). Que quantidade precisa e para qual país? Ou pergunte qualquer outra coisa, na sua língua.
hello-again = Bem-vindo de volta! Escreva o que precisa, na sua língua.

## Commands, as Telegram lists them (at most 256 characters)
command-human = Pedir que uma pessoa responda
command-language = Mudar a língua dos menus
command-stop = Não receber mensagens que não pediu
command-privacy = O que é guardado sobre você
command-verify = Verificar uma cotação ou uma conta
command-help = O que pode fazer aqui

## /language and /stop
language-choose = Em que língua quer os menus e avisos?
language-set = A partir de agora os menus e avisos estão em português. Pode escrever-nos em qualquer língua.
stop-done = Você receberá respostas ao que escrever e nada mais. Para desfazer, envie /start.
stop-undone = Você poderá voltar a receber notícias nossas.

## /privacy
privacy = { $company } guarda o seu nome, nome de usuário e língua como o Telegram os mostra, o que escreve e envia aqui, e o que indica sobre o seu país ou número de telefone. Isso serve para lhe responder e tratar dos seus pedidos. Um assistente de software ajuda a escrever; pessoas verificam e decidem. Você pode pedir uma cópia dos seus dados ou que sejam apagados. Uma pessoa cuida disso.
privacy-data = Enviar os meus dados
privacy-erase = Apagar os meus dados
privacy-data-words = Por favor, enviem-me uma cópia dos dados que guardam sobre mim.
privacy-erase-words = Por favor, apaguem os dados que guardam sobre mim.
privacy-asked = O seu pedido foi passado à equipe. Uma pessoa cuida dele e responde aqui.

## /human; the first is stored as what the buyer says
human-words = Gostaria de falar com uma pessoa, por favor.
human-told = Pedimos a { $seller } que lhe responda pessoalmente. A resposta chega aqui.

## Commands that there are not
unknown-command = Não conheço este comando.
unknown-kept = Não conheço este comando, mas as suas palavras foram passadas à equipe.

## Taps on answers (at most 200 characters)
tap-kept = A sua resposta: { $answer }
tap-again = Você já respondeu a isto.
tap-old = Esta pergunta já não está aberta. Por favor, escreva-nos.
tap-unknown = Este botão não é válido. Por favor, escreva o que precisa.

## Groups that are not the team’s
group-private = Só falo em chats privados, por isso saio deste grupo. Pode escrever-me aqui: { $link }

## To salespeople who connect their own account
business-unbound = A sua conta está ligada, mas não pertence a ninguém da equipe de { $company }, por isso não leio nem respondo nada. Peça a um gerente um código de uso único e envie-o para mim aqui; depois disso funciona.
business-ready = A sua conta está ligada. Escrevo rascunhos para os seus compradores de { $company }; só chegam ao comprador em seu nome depois de alguém os aprovar. O que você mesmo escreve sai como sempre e descarta o rascunho.
business-no-right = A sua conta está ligada, mas não posso responder nela. Permita-o no Telegram: Configurações, Telegram Business, Chatbots, “Responder a mensagens”.
