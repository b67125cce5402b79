# 点按
tap-not-of-the-team = 此处仅供团队使用。您的账号未绑定团队成员：请向经理索取一次性链接。
tap-unknown = 这不是我的按钮，或按钮已过旧。请看最新的卡片。
tap-not-a-card = 这不是我在此聊天中的卡片。请在团队自己的聊天中操作。
tap-old-card = 此卡片已旧：下方有该买家的新卡片。
tap-busy = Telegram 要求我稍等。请稍后再点一次。

# 已完成
done-approved = ✅ 已批准，正在发给买家。
done-approved-at = ✅ 您已于 { $at } 批准，只会发送一次。
done-refused = ✖️ 已拒绝。买家仍在等待：请接手或自己回复。
done-asks = ❓ 草稿已改为简短的询问，请查看并批准。
done-taken = 🙋 现在由您单独回复：您在此话题中写的内容会发给买家。以 // 开头的内容只留在团队内部。
done-taken-private = 🙋 现在由您单独回复：您回复此卡片的内容会发给买家。
done-released = 🤖 已交还：助手重新起草。
done-snoozed = 💤 推迟到 { $until }，或到买家再次来信。
done-closed = 🗄 已关闭。买家的下一条消息会重新打开。
done-spam = 🚫 已标为垃圾信息。
done-own-words = ✅ 将发给买家。
done-resent = 🔁 正在重新发送。
done-arrived = 👌 已记录：已送达。
done-aside = 🗑 已放弃发送。
choose-reason = 为什么拒绝？
choose-details = 请选择一到两项要询问的内容。
choose-time = 推迟到什么时候？
pdf-none = 此处没有报价。
pdf-caption = 当前的报价单，仅团队可见。
pdf-sent = 报价单见下方。
uncertain-settled = 已有人处理。请看卡片。

# 未执行
refused-outdated = 未执行：草稿、价格表或买家的要求已变化。请看卡片现在的内容。
refused-superseded = 未执行：已有更新的草稿。请看最新的卡片。
refused-role = 未执行：须由经理决定。
refused-findings = 未执行：没有可发送的文字，或文字中有空缺。
refused-taken-over = 未执行：此对话已由他人接手。
refused-unknown-conversation = 未执行：没有此对话，或买家数据已删除。
refused-unknown-draft = 未执行：没有此草稿。
refused-too-long = 未执行：回复最多 20,000 个字符。
refused-details = 请先选择一到两项。
refused-until = 请选择未来 90 天内的时间。
refused-empty-message = 没有可发送的内容。
refused-reason = 请先说明原因。
refused-other = 未执行：{ $text }
already-approved = { $who } 已于 { $at } 批准，只会发送一次。
already-refused = { $who } 已于 { $at } 拒绝。

# 原因
reason-wanted = 尚未发送：检查发现了问题。请在下方说明为何正确。
reason-below = 请用自己的话说明原因：回复我下方的消息。
reason-approval = { $who }，以下内容没有店铺数据支持：
    { $findings }
    请说明为何正确：点选一个原因，或用自己的话回复此消息。原因将与回复一并保存。
reason-refusal = { $who }，为什么拒绝此草稿？请回复此消息。内容只留在团队内部。
why-checked = 我已核实
why-agreed = 已与买家商定
why-talked = 经理已知情

# 修改
edit-below = 请用新的文字回复我下方的消息。
edit-ask = { $who }，请用完整的新文字回复此消息。在您再次确认之前不会发送。
edit-changes = 改动：
edit-whole = 买家将看到：
edit-findings = 检查结果：
edit-no-findings = ✅ 检查没有发现问题。
edit-same = 与草稿现有文字相同，没有改动。
edit-dropped = 已放弃：草稿恢复为之前的文字。
edit-kept = 您的文字已保存，没有发给买家：
edit-nothing-waits = 此卡片上没有等待的草稿，因此没有改动。如要自己写给买家，请接手。
only-words = 从这里只能把文字发给买家。没有发送任何内容。
change-not-sent = 在此修改消息不会改变买家看到的内容，也不会改变草稿。请另写一条。
own-before = 此内容留在内部：写于您接手之前。如要发给买家，请再发一次。
send-not-yours = 没有发送。请先接手对话，并在其话题中写。
send-usage = 请在后面写内容：/send Dear Alice, …

# 命令
command-queue = 谁在等待（按回复时限）
command-find = 查找买家和对话
command-buyer = 此买家是谁
command-send = 接手后把您的话发给买家
command-note = 只留在内部的备注
command-report = 今天与本周
command-login = 控制台的一次性链接
command-whoami = 我把您当作谁
command-language = 卡片的语言
command-help = 您在此可以做什么
queue-title = <b>等待中的买家</b>（{ $count }）：
queue-empty = 没有人在等待。☕️
queue-left = 剩余 { $span }
queue-late = 已超时 { $span }
page-before = ‹ 上一页
page-after = 下一页 ›
state-open = 进行中
state-taken-over = 已接手
state-snoozed = 已推迟
state-closed = 已关闭
state-spam = 垃圾信息
find-usage = 请写要查找的内容：/find Alice 或 /find kettle
find-none = 没有找到“{ $words }”。
find-title = <b>“{ $words }”</b>：
find-more = …… 还有更多：请看控制台。
buyer-usage = 请在买家的话题中使用，或写上姓名：/buyer Alice
buyer-none = 没有对话含有这些字。
report-title = <b>团队</b>
report-own = <b>{ $name }</b>
report-today = 今天
report-week = 本周
report-in = 新询盘 { $talks } 条
report-drafts = 草稿：批准 { $approved }（其中修改 { $edited }），拒绝 { $refused }
report-unanswered = ⚠️ 仍在等待回复的买家：{ $count }
report-response = 首次回复：{ $median }（中位数）
report-person = • { $name }：批准 { $approved }
login = 此链接可在 24 小时内打开控制台一次，请勿转发：
    { $link }
login-in-private = 链接已发到我们的私聊。
login-cannot = 我无法给您写信：请先打开与我的私聊，再试一次。
whoami = 您是 <b>{ $name }</b>，{ $role }。此聊天的编号：<code>{ $chat }</code>
role-salesperson = 业务员
role-manager = 经理
role-admin = 管理员
language-role = 卡片的语言由经理设置。
language-usage = 请写 /language en 或 /language zh。
language-done = 今后卡片和回答使用中文。
private-help = 您在这里写的内容只有我看到。要修改草稿，请回复其卡片；详见 /help。
help = <b>您可以</b>
    • 点按卡片上的按钮：批准、修改、拒绝、改为询问、接手、推迟。
    • 用新的文字回复卡片来修改草稿。我会显示改动；在您批准之前不会发送。
    • 话题中的内容留在团队内部。接手之后，您在话题中写的内容会发给买家；以 // 或 /note 开头的内容留在内部。
    • /queue 谁在等待 · /find 查找 · /buyer · /report · /login 控制台 · /whoami

# 绑定
not-bound = 我不知道您是谁。请经理为您生成一次性链接（控制台“团队”，或 <code>supercargo staff telegram NAME</code>）；打开后我就认识您了。
bind-done = 从现在起，您是 <b>{ $name }</b>，{ $role }。
bind-replaced = { $name } 已绑定到另一个 Telegram 账号。如果不是您本人操作，请立即告诉经理。
bind-unknown = 我不认识此代码。请向经理索取新链接。
bind-used = 此代码已使用过。请向经理索取新链接。
bind-expired = 此代码已超过 24 小时。请向经理索取新链接。

# 设置
group-number = 此群的编号是 <code>{ $chat }</code>。要用作团队群，请将 TELEGRAM_TEAM_CHAT 设为此编号并重新启动 Supercargo。
missing-title = <b>团队在此工作之前还缺少：</b>
missing-no-group-rights = 我无法进入团队群。请把我加入群，或更正 TELEGRAM_TEAM_CHAT（在群中用 /whoami 可看到编号）。
missing-basic-group = 此群还没有话题。请在群设置中打开“话题”；Telegram 会给群新的编号，我会自动识别。
missing-not-a-forum = 话题未打开。请在群设置中打开“话题”。
missing-not-admin = 我不是管理员。请在群设置的“管理员”中添加我，并给予管理话题、置顶和删除消息的权限。在此之前，我只能看到命令和对我的回复。
missing-no-topic-rights = 我没有管理话题的权限。群设置、管理员、我、管理话题。
missing-no-pin-rights = 我没有置顶消息的权限。群设置、管理员、我、置顶消息。
missing-no-delete-rights = 我没有删除消息的权限。群设置、管理员、我、删除消息。
missing-nobody-bound = 团队中还没有人绑定账号。请为每个人生成一次性链接：控制台“团队”，或 <code>supercargo staff telegram NAME</code>。
nothing-missing = ✅ 一切就绪：团队可以在 { $title } 工作。
