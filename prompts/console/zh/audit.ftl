# 审计记录
audit-export = CSV
audit-who = 人员
audit-kind = 事件
audit-actor = 触发者
audit-actor-person = 人员
audit-actor-buyer = 买家
audit-actor-rule = 规则
audit-actor-model = 模型
audit-actor-import = 平台导出文件
audit-actor-hook = 平台通知
audit-since = 从
audit-until = 到
audit-at = 时间
audit-what = 发生了什么
audit-data = 详情
audit-draft = 草稿 { $number }
audit-none = 没有此类事件
