# How one comes back to a buyer. `number`: of the quote; `goods`: names with their SKUs; amounts never stand here.
silent-first = سؤال قصير عن عرضنا { $number } لـ { $goods }: هل وصلكم، وهل يناسبكم؟
silent-again = هل هناك شيء في عرضنا { $number } لـ { $goods } يمكننا توضيحه أو تعديله: الكمية أو الشروط أو التسليم؟
silent-last = هذه رسالتنا الأخيرة بشأن العرض { $number } لـ { $goods }. متى أصبح الأمر يهمكم من جديد، راسلونا هنا.
expiring = عرضنا { $number } لـ { $goods } ساري حتى { $date }. إذا احتجتم إلى وقت أطول، فأخبرونا.
unpaid-first = شكرًا لقبولكم عرضنا { $number } لـ { $goods }. لم يصل الدفع بعد؛ يبدأ الإنتاج بعده.
unpaid-again = طلبكم { $number } لـ { $goods } ما زال ينتظر الدفع. هل هناك شيء غير واضح، أو هل نساعدكم في إتمام الطلب؟
shipped = طلبكم { $number } في الطريق إليكم: { $goods }.
tracking = رقم التتبع: { $tracking }
tracking-carrier = رقم التتبع: { $tracking } ({ $carrier })
promised = ذكرتم { $date } موعدًا لخطوتكم التالية. كيف تسير الأمور لديكم، وهل يمكننا مساعدتكم في شيء؟
delivered = طلبكم { $number } مسجل على أنه تم تسليمه: { $goods }. هل كل شيء كامل وبحالة جيدة؟ إن كان هناك خطأ، فأخبرونا هنا.
invite-review = إن كنتم راضين، يسعدنا تقييمكم على { $platform }.
reviewed = شكرًا لتقييمكم الطلب { $number }.
reorder = مضى بعض الوقت على طلبكم { $number }: { $goods }. هل ترغبون في الطلب مجددًا؟ أخبرونا بالكمية ونقدم لكم عرضًا.
wish = يسعدنا التواصل معكم.
stop-offer = إن كنتم لا ترغبون في تلقي مثل هذه الرسائل، فاكتبوا كلمة توقف.
stop-confirmed = مفهوم: لن نراسلكم بعد الآن بمبادرة منا. وإذا راسلتمونا فسنجيبكم بالطبع.
