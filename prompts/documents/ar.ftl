title = { $kind ->
    [proforma] فاتورة مبدئية
   *[quotation] عرض أسعار
 }
number = الرقم
revision = المراجعة { $number }
date = التاريخ
valid-until = ساري حتى
buyer = المشتري
prepared-by = أعدّه
page = صفحة { $page } من { $pages }

item = الصنف
quantity = الكمية
unit-price = سعر الوحدة ({ $currency })
amount = المبلغ ({ $currency })
sample = عينة
hs-code = رمز النظام المنسق { $code }
goods = البضاعة
freight = الشحن ({ $method }، { $days })
total = الإجمالي { $terms }
deposit = الدفعة المقدمة ({ $percent })
balance = المبلغ المتبقي
choose = سعر لكل كمية: أخبرونا بالكمية التي تختارونها.

terms = الشروط
delivery-terms = شروط التسليم
production = مدة الإنتاج
ready-by = جاهزية البضاعة
ready-if = { $date }، عند الطلب في { $ordered }
closures = عطلتنا محتسبة: { $names }
gross-weight = الوزن الإجمالي
kilograms = { $number } كغ
notes = يرجى الانتباه

payment = الطلب والدفع عبر { $platform }
payment-plain = الدفع
ways = طرق الدفع
scan = امسحوا الرمز للطلب
verify = تحققوا من عرض السعر هذا
verify-code = رمز التحقق
verify-scan = امسح للتحقق
