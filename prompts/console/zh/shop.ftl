# 设置
shop-autonomy = 自动发出的回复
shop-autonomy-what = 除非在这里开启，否则任何内容都不会未经人工就发出。某类回复在某种语言下获得 { $approvals } 次批准、其中 { $percent }% 未改动后，才可以开启。含金额、检查问题或风险的回复绝不自动发送；一旦有人修改、拒绝或买家投诉，就会自动关闭。
shop-autonomy-none = 还没有批准过回复。同一类、同一语言批准 { $approvals } 次后，可在这里开启。
shop-intent = 回复类型
shop-approved = 已批准
shop-unedited = 未改动
shop-cell-state = 状态
shop-cell-open = 自动发出
shop-cell-earned = 可以开启
shop-cell-more = 还需批准 { $count } 次
shop-cell-edits = 改动过多；须有 { $percent }% 未改动
shop-cell-ended-edited = 因修改而关闭
shop-cell-ended-refused = 因拒绝而关闭
shop-cell-ended-complaint = 因投诉而关闭
shop-cell-ended-switched-off = 已手动关闭
shop-cell-do = 开启
shop-cell-close = 关闭
shop-cell-on = 此类回复现在会自动发出。
shop-cell-off = 此类回复重新等待人工批准。
shop-acknowledgement = 收到确认
shop-acknowledgement-what = 首次留言的买家会立即得知消息已送达。文字是固定的，不含金额，也不算回复：在有人答复之前，回复计时继续。
shop-acknowledgement-languages = 以下语言会发送
shop-acknowledgement-saved = { $count ->
    [0] 不发送收到确认。
   *[other] 以 { $count } 种语言发送。
 }
shop-when = 时间
shop-when-always = 任何时间
shop-when-inside = 工作时间内
shop-when-outside = 工作时间外
shop-preview = 查看文字
shop-widget = 在您的网站上聊天
shop-widget-what = 把这一行放在网页 body 结束之前：
shop-chat-page = 独立的聊天页面：
shop-installed = 安装设置
shop-installed-hint = 这些来自 shop.toml 和服务的环境变量，由安装者更改。
shop-company = 公司
shop-zone = 时区
shop-hours = 工作时间
shop-address = 公开地址
shop-burst = 连续消息
shop-burst-seconds = 静默 { $quiet } 秒后结束，最长 { $longest } 秒
shop-retention = 买家资料保留
shop-retention-days = 最后一条消息后 { $days } 天，然后清除
shop-retention-none = 直到有人清除
