# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = 关于我们给您的 { $goods } 报价 { $number }，想请问您是否收到，是否合适？
silent-again = 关于 { $goods } 的报价 { $number }，数量、条款或交货方面，有没有需要我们说明或调整的地方？
silent-last = 这是我们关于 { $goods } 报价 { $number } 的最后一条消息。以后您再有兴趣，随时在这里联系我们。
expiring = { $goods } 的报价 { $number } 有效期至 { $date }。如果您需要更多时间，请告诉我们。
unpaid-first = 感谢您接受 { $goods } 的报价 { $number }。款项尚未到账；到账后开始生产。
unpaid-again = 您的订单 { $number }（{ $goods }）仍在等待付款。有什么不清楚的地方，或者需要我们协助下单吗？
shipped = 您的订单 { $number } 已在途中：{ $goods }。
tracking = 运单号：{ $tracking }
tracking-carrier = 运单号：{ $tracking }（{ $carrier }）
promised = 您之前提到 { $date } 会有下一步进展。请问目前情况如何，有什么需要我们协助的吗？
delivered = 您的订单 { $number } 显示已送达：{ $goods }。货物是否齐全、完好？如有问题，请在这里告诉我们。
invite-review = 如果您满意，欢迎您在 { $platform } 上留下评价。
reviewed = 感谢您对订单 { $number } 的评价。
reorder = 距离您的订单 { $number } 已有一段时间：{ $goods }。您需要再次订购吗？请告诉我们数量，我们为您报价。
wish = 很高兴与您保持联系。
stop-offer = 如果您不想收到此类消息，回复“停止”即可。
stop-confirmed = 明白了：我们不会再主动给您发消息。您联系我们时，我们当然会回复。
