# 何时再联系买家。at:团队时间;there:买家当地时间。
next-planned = 🗓 下一步:<b>{ $what }</b>,{ $at }(当地 { $there })
next-drafted = 🗓 跟进:<b>{ $what }</b>。批准后于 { $at } 发出(当地 { $there })
next-approved = 🗓 <b>{ $what }</b> 将于 { $at } 发出(当地 { $there })
next-stopped = 🚫 买家不想收到主动消息,只回复。
note-promise = ⏰ { $who }:我们答应该买家在 { $day } 前完成,尚未勾选:{ $words }
button-skip = 跳过跟进
done-skipped = 已跳过。
skip-nothing = 已没有跟进。
