# The buyer's chat page. Values arrive formatted.

## The page
title = محادثة مع { $company }
no-script = تحتاج هذه المحادثة إلى JavaScript. يرجى تفعيله أو استخدام متصفح آخر.
menu = خيارات
new-talk = بدء محادثة جديدة
new-talk-sure = هل تريد بدء محادثة جديدة؟
new-talk-means = سينسى هذا الجهاز المحادثة، وتحتفظ بها { $company }.
keep = الاحتفاظ بهذه المحادثة
close = إغلاق المحادثة
open = تحدث معنا
skip = إلى حقل الرسالة

## Who answers, and when
open-until = مفتوح حتى { $time }
opens-at = مغلق الآن، يفتح { $time }
hello = كيف يمكننا مساعدتك؟
hello-more = اسأل عن الأسعار أو العينات أو الشحن أو أي شيء آخر بلغتك.
assistant = يساعد برنامج مساعد فريقنا في الكتابة. ويراجع شخص كل رد قبل أن يصل إليك، وما يُرسل تلقائيًا يحمل علامة.
your-name = اسمك (اختياري)
reading = الفريق يجهّز الرد
checking = يراجع شخص الرد قبل إرساله
later = يرد الفريق بعد بدء الدوام: { $time }
automatic = رد تلقائي

## The talk
log = الرسائل
you = أنت
them = { $company }
today = اليوم
yesterday = أمس
to-newest = إلى أحدث رسالة
choices = ردود مقترحة

## Writing
write = اكتب رسالة
send = إرسال
attach = إضافة ملفات
drop = أفلت الملفات هنا
remove = إزالة { $name }
pasted = صورة ملصقة

## Ticks and troubles
sending = بانتظار الإرسال
sent = أُرسلت
seen = شاهدها الفريق
not-sent = لم تُرسل
try-again = إعادة المحاولة
discard = حذف
offline = أنت غير متصل. تُحفظ رسائلك وتُرسل لاحقًا.
connecting = جارٍ الاتصال…
too-large = { $name } كبير جدًا. الحد الأقصى للملف { $size }.
too-many = الحد الأقصى للملفات في الرسالة الواحدة: { $count }.
too-long = هذه الرسالة أطول من المسموح بعدد أحرف: { $count }.
all-too-large = هذه الملفات معًا كبيرة جدًا. أرسلها في عدة رسائل.
ended = انتهت المحادثة السابقة. تبدأ محادثة جديدة برسالتك.

## Quotes
quote = عرض سعر
revision = المراجعة { $number }
valid-until = صالح حتى { $date }
expired = انتهت صلاحيته في { $date }
product = المنتج
quantity = الكمية
amount = المبلغ
sample = عينة
freight = الشحن: { $method }، { $days } يومًا
total = الإجمالي
choose = اختر إحدى الكميات
replaced = حلّت محله المراجعة { $number }
ready-by = جاهز في { $date }
order = اطلب الآن
order-on = اطلب عبر { $platform }
benefits = مع { $platform }
pdf = عرض السعر بصيغة PDF
verify = تحققوا من عرض السعر هذا
verify-code = رمز التحقق
deposit = الدفعة المقدمة ({ $percent }٪)
balance = المبلغ المتبقي
