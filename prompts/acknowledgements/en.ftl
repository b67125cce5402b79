# Sent at once, by rule. `opens`: a weekday and time at the shop.
inside = Thank you for your message. We have received it, and a colleague will answer you here shortly.
outside = Thank you for your message. We have received it. Our office is closed at the moment; we will answer you here once it is open again: { $opens }.
outside-unknown = Thank you for your message. We have received it. Our office is closed at the moment; we will answer you here once it is open again.
