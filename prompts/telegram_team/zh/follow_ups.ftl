# 何时再联系买家。at:团队时间;there:买家当地时间。
next-planned = 🗓 下一步:<b>{ $what }</b>,{ $at }(当地 { $there })
next-drafted = 🗓 跟进:<b>{ $what }</b>。批准后于 { $at } 发出(当地 { $there })
next-approved = 🗓 <b>{ $what }</b> 将于 { $at } 发出(当地 { $there })
next-stopped = 🚫 买家不想收到主动消息,只回复。
