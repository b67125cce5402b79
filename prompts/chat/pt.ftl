# The buyer's chat page. Values arrive formatted.

## The page
title = Chat com { $company }
no-script = Este chat precisa de JavaScript. Ative-o ou use outro navegador.
menu = Opções
new-talk = Iniciar um novo chat
new-talk-sure = Iniciar um novo chat?
new-talk-means = Este dispositivo esquece o chat. { $company } o guarda.
keep = Manter este chat
close = Fechar o chat
open = Fale conosco
skip = Ir para o campo de mensagem

## Who answers, and when
open-until = Aberto até { $time }
opens-at = Fechado agora, abre { $time }
hello = Como podemos ajudar?
hello-more = Pergunte sobre preços, amostras, envio ou o que precisar, no seu próprio idioma.
assistant = Um assistente de software ajuda a nossa equipe a escrever. Uma pessoa confere cada resposta antes de você recebê-la; o que é enviado automaticamente fica marcado.
your-name = Seu nome (opcional)
reading = A equipe está preparando uma resposta
checking = Uma pessoa confere a resposta antes do envio
later = A equipe responde quando abrir: { $time }
automatic = Resposta automática

## The talk
log = Mensagens
you = Você
them = { $company }
today = Hoje
yesterday = Ontem
to-newest = Para a mensagem mais recente
choices = Respostas sugeridas

## Writing
write = Escreva uma mensagem
send = Enviar
attach = Adicionar arquivos
drop = Solte os arquivos aqui
remove = Remover { $name }
pasted = imagem colada

## Ticks and troubles
sending = Aguardando envio
sent = Enviada
seen = Vista pela equipe
not-sent = Não enviada
try-again = Tentar de novo
discard = Excluir
offline = Você está sem conexão. As suas mensagens ficam guardadas e são enviadas depois.
connecting = Conectando…
too-large = { $name } é grande demais. Um arquivo pode ter até { $size }.
too-many = Uma mensagem pode levar até { $count } arquivos.
too-long = Esta mensagem é longa demais: { $count } caracteres a mais.
all-too-large = Estes arquivos juntos são grandes demais. Envie-os em várias mensagens.
ended = O chat anterior terminou. Um novo começa com a sua mensagem.

## Quotes
quote = Cotação
revision = Revisão { $number }
valid-until = Válida até { $date }
expired = Venceu em { $date }
product = Produto
quantity = Quantidade
amount = Valor
sample = amostra
freight = Frete: { $method }, { $days } dias
total = Total
choose = Escolha uma das quantidades
replaced = Substituída pela revisão { $number }
ready-by = Pronto em { $date }
order = Fazer o pedido
order-on = Pedir na { $platform }
benefits = Com { $platform }
pdf = Cotação em PDF
verify = Verifique esta cotação
verify-code = Código de verificação
deposit = Sinal ({ $percent }%)
balance = Saldo
