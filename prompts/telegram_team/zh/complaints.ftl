# 卡片上的投诉
complaint-line = ⚠️ <b>投诉 { $number }</b>
complaint-line-window = ⏳ 纠纷窗口剩余 { $span }
complaint-line-over = ⏳ 纠纷窗口已结束
complaint-line-lacks = 尚待了解:{ $names }
