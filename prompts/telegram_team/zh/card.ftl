# Buttons of a card
button-approve = ✅ 批准并发送
button-edit = ✏️ 修改
button-refuse = ✖️ 拒绝
button-ask = ❓ 改为提问
button-asking = 生成提问
button-take = 🙋 接手
button-release = 🤖 交还助手
button-reopen = ↩️ 重新打开
button-snooze = 💤 稍后处理
button-close = 🗄 关闭
button-spam = 🚫 垃圾信息
button-pdf = 📄 报价 PDF
button-console = 🖥 控制台
button-back = ‹ 返回
button-chosen = ☑️ { $label }
button-send-edit = ✅ 发送我的版本
button-drop-edit = 放弃
button-resend = 🔁 重新发送
button-arrived = 👌 已送达
button-aside = 🗑 不发送
reason-wrong-facts = 内容有误
reason-wrong-price = 价格有误
reason-wrong-tone = 语气不当
reason-wrong-language = 语言不对
reason-not-needed = 不需要
reason-other = 其他原因
detail-product = 产品
detail-quantity = 数量
detail-destination = 目的地
detail-incoterm = 贸易术语
detail-customization = 定制
detail-deadline = 期限
detail-company = 公司
detail-usage = 用途
detail-target-price = 目标价
detail-order-number = 订单号
detail-evidence-of-defect = 瑕疵照片
snooze-hour = 一小时后
snooze-four-hours = 四小时后
snooze-tomorrow = 明天上午
snooze-monday = 周一上午

# 会话状态
standing-erased = <b>已删除</b>
standing-spam = <b>垃圾信息</b>:不回复
standing-closed = <b>已关闭</b>。买家再次来信时会重新打开。
standing-taken-over = <b>{ $name } 已接手</b>,由本人回复
standing-snoozed = <b>稍后处理</b>,至 { $until }
standing-waiting = <b>等待批准</b>
standing-waiting-manager = <b>须由经理批准</b>
standing-outdated = <b>价目表已更新。</b>新草稿即将生成。
standing-being-written = <b>助手正在撰写草稿……</b>
standing-approved = { $name } 于 { $at } <b>批准</b>({ $how }),正在发送
standing-sending = <b>正在发送</b>:{ $name } 于 { $at } 批准({ $how })
standing-sent = <b>已发送</b>:{ $name } 于 { $at } 批准({ $how })
standing-superseded = <b>已被取代</b>:{ $why }
standing-refused = { $name } 于 { $at } <b>拒绝</b>:{ $why }。买家仍在等待,请接手回复。
standing-expired = <b>已过期</b>:{ $why }
standing-failed = <b>未发送</b>,{ $at }
standing-quiet = <b>没有待办事项</b>
as-it-was = 未改动
as-edited = 改动后
by-rule = 规则
somebody = 某位同事
no-reason = 未说明原因
written-by-assistant = 由助手起草,尚未发送。
written-by-person = 由 { $name } 修改,尚未发送。
past-card = ⚪️ <b>已被取代</b>:请看最新的卡片。
past-waiting = ⚪️ <b>已被取代</b>:下方有新的卡片。
elsewhere = ↪️ { $buyer }:此会话现由 <b>{ $name }</b> 负责。
elsewhere-nobody = ↪️ { $buyer }:此会话现由他人负责。
erased = 🧹 该买家的数据已删除。
changed-before = ⚠️ 有人改过的草稿 { $number } 已被搁置,其中的改动不在本稿中,可在控制台查看。
dates-of = ⚠️ 此报价中的日期是按 { $day } 计算的。

# 未能发出的内容
trouble-unknown = ❗️ <b>无法确定此回复是否送达</b>({ $at }):发送途中连接中断。请查看与买家的聊天,再选择重新发送或已送达。
trouble-failed = ❗️ <b>此回复未发送</b>({ $at }):{ $why }
failure-blocked = 买家屏蔽了机器人,请换一种方式联系买家。
failure-no-chat = 与买家的聊天已不存在。
failure-disconnected = 账号主人已断开机器人,请重新连接后再发送。
failure-no-right = 账号主人未授权机器人回复,请授权后再发送。
failure-unbound = 该账号未绑定团队成员,请绑定后再发送。
failure-silent = 买家超过 24 小时未来信,Telegram 不再代为发送,请手动回复。
failure-refused = Telegram 拒绝了此回复,请修改或手动回复。
failure-too-late = 买家超过 24 小时未来信,Telegram 不再代为发送,请手动回复。
failure-no-rights = 机器人无权在那里发言,请授权后再发送。
failure-fault = 程序出错,请重新发送;若再次发生,请告知系统管理员。
failure-erased = 该买家的数据已删除。
failure-no-way = 此渠道无法发送。
failure-invoice = Telegram 或支付服务商不接受此账单，或账单已失效：请检查金额、币种和支付令牌。
failure-frozen = 消息发出前会话被冻结。由经理决定发送或放弃。
failure-unknown = 原因不明,请重新发送。

# 买家
unnamed-buyer = 买家 { $number }
country-guessed = 可能是{ $country }
channel-web = 网页聊天
channel-telegram = Telegram
channel-account = 代 { $name } 的账号回复
there-time = 🕘 当地 { $there }(此处 { $here })
there-night = 🌙 夜间
there-weekend = 🏖 周末
there-holiday = 🎉 公共假日:{ $name }
grade = 等级 <b>{ $grade }</b>
grade-why = 等级 <b>{ $grade }</b>:{ $why }
buyer-new = 新买家
buyer-returns = { $day } 起的老买家
clock-due = ⏱ 请在 <b>{ $at }</b> 前回复
clock-soon = 🟡 请在 <b>{ $at }</b> 前回复:不足 8 小时
clock-now = 🔴 请在 <b>{ $at }</b> 前回复:不足 2 小时
clock-late = 🔴 <b>已超时</b>:本应在 { $at } 前回复
clock-closes = 店铺在此之前 { $at } 下班
assigned = 👤 { $name }
assigned-nobody = 👤 尚无人负责
buyer-wrote = 买家来信({ $language }):
buyer-wrote-plain = 买家来信:
words-edited = ✎ { $words }
words-taken-back = ␡ { $words }

# 草稿
reply-title = 回复({ $language }):
suggestion-title = 建议({ $language }):
reply-above = ⬆️ 完整回复见本卡片上方({ $count } 字)。
answer-title = 上一次答复:
choices = 买家可点选:{ $choices }
findings-more = ……另有 { $count } 处,见控制台。
findings-reason = ⛔️ 须说明理由才能发送。
sources = 📚 { $names }
source-own = 团队答案（{ $name } 确认）
quote-more-lines = ……另有 { $count } 行
quote-freight = { $method } { $least }–{ $most } 天
quote-freight-open = 运费:选定数量后
quote-total = 合计 { $term }
quote-depends = 视数量而定
quote-revision = 第 { $number } 版
quote-valid = 有效期至 { $day }
quote-ready = { $day } 前备妥({ $days } 个工作日)
quote-sample = 样品
quote-or = 或

# 买家的话题
title-erased = 🧹 已删除
stage-new = 新
stage-answered = 已答复
stage-quoted = 已报价
stage-closed = 已关闭
stage-spam = 垃圾信息
summary-phone = 📞 { $told }
summary-email = ✉️ { $told }
summary-source = 来源:{ $told }
summary-asked = 询问:{ $asked }
summary-quoted = 已报价:{ $quotes }
summary-note = 🗒 { $note }
summary-console = 在控制台查看全部

# 提醒
note-complaint = ⏳ { $who }:有投诉未结,买家的纠纷窗口将在 { $span } 后({ $at })结束。
note-waits = ⏰ { $who }:该买家已等待 { $span },请在 { $at } 前回复。
note-handed-over = ↪️ { $who }:此会话现由你负责。买家已等待 { $span },请在 { $at } 前回复。
note-card = 卡片
note-nobody = 各位

# Why an answer would not arrive
no-reply-no-chat = <b>找不到买家的聊天。</b>回复无法送达。
no-reply-blocked = <b>买家已屏蔽机器人。</b>买家再次来信后才能送达。
no-reply-disconnected = <b>该账号已不再连接机器人。</b>请账号所有者在“设置 › Telegram Business › 聊天机器人”中重新连接,或手动回复。
no-reply-no-right = <b>机器人无权代该账号回复。</b>请账号所有者在“设置 › Telegram Business › 聊天机器人”中授权,或手动回复。
no-reply-unbound = <b>该账号不属于团队成员。</b>绑定命令:supercargo staff telegram NAME
no-reply-silent = <b>买家已沉默 24 小时。</b>Telegram 现在只允许账号所有者手动回复。

## A frozen talk
frozen-account-changed = <b>已冻结。</b>消息称(或询问)银行资料已变更。我们的账户绝不会因一条消息而变更。只有经理可以在此发送,并须说明理由。
frozen-by-hand = <b>已被团队冻结。</b>只有经理可以在此发送,并须说明理由。
button-thaw = 解冻
done-thawed = 已解冻:团队可以继续发送。
