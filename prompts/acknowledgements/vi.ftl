# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Cảm ơn tin nhắn của bạn. Chúng tôi đã nhận được và đồng nghiệp của chúng tôi sẽ sớm trả lời bạn tại đây.
outside = Cảm ơn tin nhắn của bạn. Chúng tôi đã nhận được. Văn phòng hiện đang đóng cửa; chúng tôi sẽ trả lời bạn tại đây khi mở cửa trở lại: { $opens }.
outside-unknown = Cảm ơn tin nhắn của bạn. Chúng tôi đã nhận được. Văn phòng hiện đang đóng cửa; chúng tôi sẽ trả lời bạn tại đây khi mở cửa trở lại.
