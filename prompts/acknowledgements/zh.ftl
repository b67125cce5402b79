# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = 感谢您的留言，我们已经收到，同事会尽快在这里回复您。
outside = 感谢您的留言，我们已经收到。我们现在不在办公时间，恢复办公后会在这里回复您：{ $opens }。
outside-unknown = 感谢您的留言，我们已经收到。我们现在不在办公时间，恢复办公后会在这里回复您。
