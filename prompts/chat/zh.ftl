# The buyer's chat page. Values arrive formatted.

## The page
title = 与 { $company } 对话
no-script = 此对话需要 JavaScript。请启用它，或换一个浏览器。
menu = 选项
new-talk = 开始新的对话
new-talk-sure = 要开始新的对话吗？
new-talk-means = 此设备将忘记这段对话，{ $company } 仍会保留。
keep = 保留这段对话
close = 关闭对话
open = 联系我们
skip = 跳到消息输入框

## Who answers, and when
open-until = 营业至 { $time }
opens-at = 现已下班，{ $time } 上班
hello = 有什么可以帮您？
hello-more = 价格、样品、运输或其他问题，都可以用您自己的语言询问。
assistant = 有软件助手协助我们的团队撰写。回复会先由人工审核再发给您；自动发送的内容会有标注。
your-name = 您的姓名（选填）
reading = 团队正在准备回复
checking = 回复发送前由工作人员审核
later = 团队上班后回复：{ $time }
automatic = 自动回复

## The talk
log = 消息
you = 您
them = { $company }
today = 今天
yesterday = 昨天
to-newest = 跳到最新消息
choices = 建议的回答

## Writing
write = 输入消息
send = 发送
attach = 添加文件
drop = 将文件拖放到这里
remove = 移除 { $name }
pasted = 粘贴的图片

## Ticks and troubles
sending = 等待发送
sent = 已发送
seen = 团队已查看
not-sent = 未发送
try-again = 重试
discard = 删除
offline = 您已离线。消息会保存下来，稍后发送。
connecting = 正在连接…
too-large = { $name } 太大。单个文件最大 { $size }。
too-many = 一条消息最多可带 { $count } 个文件。
too-long = 这条消息超出 { $count } 个字符。
all-too-large = 这些文件合计太大。请分多条消息发送。
ended = 之前的对话已结束。您的消息将开始新的对话。

## Quotes
quote = 报价单
revision = 第 { $number } 版
valid-until = 有效期至 { $date }
expired = 已于 { $date } 过期
product = 产品
quantity = 数量
amount = 金额
sample = 样品
freight = 运费：{ $method }，{ $days } 天
total = 合计
choose = 请选择其中一个数量
replaced = 已由第 { $number } 版取代
ready-by = { $date } 备妥
order = 立即下单
order-on = 通过 { $platform } 下单
benefits = 使用 { $platform }
pdf = PDF 报价单
verify = 核实此报价单
verify-code = 校验码
deposit = 定金（{ $percent }%）
balance = 余款
