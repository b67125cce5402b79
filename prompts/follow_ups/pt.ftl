# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = Uma breve pergunta sobre a nossa cotação { $number } de { $goods }: você a recebeu e ela atende ao que precisa?
silent-again = Há algo na nossa cotação { $number } de { $goods } que possamos explicar ou adaptar: quantidade, condições ou entrega?
silent-last = Esta é a nossa última mensagem sobre a cotação { $number } de { $goods }. Se voltar a ter interesse, escreva para nós aqui.
expiring = A nossa cotação { $number } de { $goods } é válida até { $date }. Se precisar de mais tempo, avise-nos.
unpaid-first = Obrigado por aceitar a nossa cotação { $number } de { $goods }. O pagamento ainda não chegou; a produção começa depois dele.
unpaid-again = O seu pedido { $number } de { $goods } ainda aguarda o pagamento. Há alguma dúvida ou podemos ajudar no processo de compra?
shipped = O seu pedido { $number } está a caminho: { $goods }.
tracking = Número de rastreio: { $tracking }
tracking-carrier = Número de rastreio: { $tracking } ({ $carrier })
promised = Você mencionou o dia { $date } para o seu próximo passo. Como estão as coisas por aí, e podemos ajudar em algo?
delivered = O seu pedido { $number } consta como entregue: { $goods }. Está tudo completo e em bom estado? Se algo não estiver certo, avise-nos aqui.
invite-review = Se estiver satisfeito, ficaremos contentes com a sua avaliação em { $platform }.
reviewed = Obrigado pela sua avaliação do pedido { $number }.
reorder = Já passou algum tempo desde o seu pedido { $number }: { $goods }. Deseja pedir novamente? Diga-nos a quantidade e faremos uma cotação.
wish = É um prazer estar em contato com você.
stop-offer = Se preferir não receber este tipo de mensagem, basta escrever STOP.
stop-confirmed = Entendido: não voltaremos a escrever por iniciativa própria. Se você nos escrever, responderemos, é claro.
