# Invoices in Telegram: what the buyer reads on them, and why one cannot be paid. Plain text.

## The invoice: a title of at most 32 characters, a text of at most 255
title = عرض السعر { $number }
part-deposit = الدفعة المقدمة
part-balance = الرصيد المتبقي
part-total = المبلغ الكامل
about-deposit = دفعة مقدمة لعرض السعر { $number } من { $company }. الإجمالي: { $total }. المتبقي بعدها: { $rest }.
about-balance = رصيد عرض السعر { $number } من { $company }. الإجمالي: { $total }.
about-total = المبلغ الكامل لعرض السعر { $number } من { $company }.
valid = صالح حتى { $day }.

## Why a payment is refused, shown by Telegram
checkout-expired = لم يعد عرض السعر هذا صالحًا. اطلب منا عرضًا جديدًا؛ لم يُخصم أي مبلغ.
checkout-changed = استُبدلت هذه الفاتورة لتغيّر المبلغ أو الشروط. استخدم أحدث فاتورة؛ لم يُخصم أي مبلغ.
checkout-paid = هذا المبلغ مدفوع من قبل. لم يُخصم أي مبلغ.
checkout-held = لا يمكن الدفع الآن. سنكتب إليك هنا؛ لم يُخصم أي مبلغ.
checkout-busy = هناك عملية دفع جارية لهذه الفاتورة. انتظر دقيقة وتحقق مما إذا اكتملت.
checkout-payer = لا يستطيع دفع هذه الفاتورة إلا المشتري الذي استلمها. لم يُخصم أي مبلغ.
