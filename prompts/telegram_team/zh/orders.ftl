# Orders
button-order = 📦 订单
order-line = 📦 <b>{ $number }</b>：{ $state }
order-line-received = 已收 { $amount }
order-line-yes = 💬 买家似乎同意了：“{ $words }”，请点“订单”确认
order-where = { $number }：{ $state }。现在到哪一步了？
order-none = 还没有订单：买家还没有收到报价。
order-at-end = { $state }：没有下一步了。经理可以在后台退回。
order-done = 已记录：{ $state }
order-choose-reason = 为什么丢单？
