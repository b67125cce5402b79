# العربية، بصيغة الجمع للاحترام. الأسماء والرموز والمبالغ تصل معزولة الاتجاه.

## Opening and closing
greet = { $formal ->
    [yes] تحية طيبة،
   *[no] مرحبًا،
 }
greet-name = { $formal ->
    [yes] تحية طيبة { $name }،
   *[no] مرحبًا { $name }،
 }
thank = على الرحب والسعة. راسلونا متى احتجتم إلى أي شيء.
close = مع أطيب التحيات،
festival = أطيب التمنيات لكم بمناسبة { $name }.

## Counting
pieces = { $unit ->
    [pcs] { $count ->
        [few] { $number } قطع
       *[other] { $number } قطعة
     }
    [set] { $count ->
        [few] { $number } أطقم
       *[other] { $number } طقم
     }
    [pair] { $count ->
        [few] { $number } أزواج
       *[other] { $number } زوج
     }
    [pack] { $count ->
        [few] { $number } عبوات
       *[other] { $number } عبوة
     }
    [box] { $count ->
        [few] { $number } علب
       *[other] { $number } علبة
     }
    [roll] { $count ->
        [few] { $number } لفات
       *[other] { $number } لفة
     }
   *[other] { $number } { $unit }
 }
unit-price = { $unit ->
    [pcs] { $price } للقطعة
    [set] { $price } للطقم
    [pair] { $price } للزوج
    [pack] { $price } للعبوة
   *[other] { $price } / { $unit }
 }
working-days = { $count ->
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $number } أيام عمل
   *[other] { $number } يوم عمل
 }
days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $number } أيام
   *[other] { $number } يومًا
 }
days-range = { $count ->
    [few] من { $first } إلى { $last } أيام
   *[other] من { $first } إلى { $last } يومًا
 }
quoted = «{ $text }»
separator = { "؛ " }

## Products
goods = { $name } ({ $sku })
description = من كتالوجنا: { $text }
minimum = الحد الأدنى للطلب: { $quantity }.
options = التخصيص الممكن: { $options }.
range-heading = نقدّم لكم:
range-category = { $count ->
    [few] • { $name }: { $number } أصناف
   *[other] • { $name }: { $number } صنفًا
 }
range-items = لدينا هذه الأصناف:

## Quote
quote-heading = سعرنا، { $terms }:
quote-heading-quantities = أسعارنا حسب الكمية، { $terms }:
quote-heading-goods = أسعارنا حسب الكمية، من دون الشحن:
quote-line = • { $what }: { $quantity } × { $price } = { $amount }
quote-sample = عينة من { $goods }
quote-freight = • الشحن ({ $method }، { $days }): { $amount }
quote-freight-open = أخبرونا بالكمية التي تختارونها وسنضيف الشحن بشرط { $terms }.
quote-total = الإجمالي: { $amount }
quote-promotion = عرض { $name } (خصم { $percent }) محتسب بالفعل.
quote-indicative = للاسترشاد فقط: نحو { $total } بسعر صرف { $date } ({ $one } = { $rate }).
quote-validity = العرض ساري حتى { $date }.

## Minimum orders, options, samples
below-moq = { $goods }: الحد الأدنى للطلب { $moq }، لذلك لا يمكننا تقديم { $quantity }. عند طلب { $moq } يكون السعر { $unit_price }.
below-moq-sample = لتجربة المنتج أولًا يمكنكم طلب عينة بسعر { $price }.
option-below-moq = { $option } ممكن ابتداءً من { $moq } (إضافة { $unit_price })؛ ولكمية { $quantity } غير مشمول في السعر.
option-not-offered = { $option } غير متاح لـ { $goods }.
options-offered = المتاح لهذا الصنف: { $options }.
options-heading = تخصيص { $goods }:
option-terms = • { $option }: إضافة { $unit_price }، ابتداءً من { $moq }
sample-price = سعر عينة { $goods }: { $price }.
samples-not-sold = لا نبيع عينات من { $goods }.

## Time and stock
lead-time = مدة الإنتاج: { $days }.
lead-time-goods = { $goods }: مدة الإنتاج { $days }.
ready-by = إذا تم الطلب اليوم تكون البضاعة جاهزة في { $date }.
closure = عطلتنا من { $start } إلى { $end } ({ $name }) محتسبة في ذلك.
deadline-missed = هذا بعد التاريخ الذي ذكرتموه ({ $date })؛ سنتحقق مما هو ممكن.
stock = { $goods }: المتوفر في المخزون { $quantity }، جاهز للشحن.
stock-none = { $goods } غير متوفر في المخزون حاليًا، ويُنتج حسب الطلب.
closed = نحن مغلقون من { $start } إلى { $end } ({ $name }) ونعود إلى العمل في { $reopens }.
working-days-of-week = أيام عملنا: { $days }.
working-hours = ساعات عملنا: من { $opens } إلى { $closes } بتوقيتنا المحلي.

## Delivery
method-replaced = { $asked } غير ممكن لهذه الشحنة، لذلك حُسب الشحن عن طريق { $used }.
method-replaced-battery = { $asked } لا يقبل البضائع المحتوية على بطاريات ليثيوم، لذلك حُسب الشحن عن طريق { $used }.
method-impossible = { $asked } غير ممكن لهذه الشحنة؛ سنتحقق من البدائل.
method-impossible-battery = { $asked } لا يقبل البضائع المحتوية على بطاريات ليثيوم؛ سنتحقق من البدائل.
freight-unknown = ليس لدينا سعر شحن ثابت لهذه الشحنة؛ سنتحقق من تكلفة الشحن ونبلغكم بها.
incoterm-replaced = لا نقدّم عروضًا بشرط { $asked }؛ السعر بشرط { $used }.
duty-not-included = الرسوم الجمركية وضرائب الاستيراد غير مشمولة في هذا السعر.

## Certificates and policies
certificates = شهادات { $goods }: { $certificates }.
certificates-unlisted = { $certificates }: غير مذكورة في بياناتنا لهذا الصنف. سنتحقق ونعود إليكم؛ نرجو عدم الاعتماد عليها حتى ذلك الحين.
certificates-none = لا توجد شهادات مذكورة في بياناتنا للصنف { $goods }. سنتحقق ونعود إليكم.
policy = من شروطنا:
policy-language = { $code ->
    [en] من شروطنا (بالإنجليزية):
    [zh] من شروطنا (بالصينية):
   *[other] من شروطنا ({ $language }):
 }
check = سنتحقق من ذلك ونعود إليكم.

## Questions
ask-open = كيف يمكننا مساعدتكم؟ نرجو إخبارنا بالمنتج المطلوب والكمية.
ask-interest = ما الذي يهمكم منها، وبأي كمية؟
ask-product = ما المنتج الذي تحتاجونه؟ رقم الموديل أو رابط أو صورة تساعدنا.
ask-product-choice = أيًّا من هذه الأصناف تقصدون؟
ask-product-version = أي نسخة تحتاجون: { $choices }؟
ask-quantity = ما الكمية المطلوبة؟
ask-quantity-moq = ما الكمية المطلوبة؟ الحد الأدنى للطلب { $moq }.
ask-destination = إلى أي بلد وأي مدينة أو ميناء تُرسل البضاعة؟
ask-incoterm-open = أي شرط تسليم (Incoterm) تفضلون؟
ask-incoterm = أي شرط تسليم تفضلون: { $choices }؟
ask-customization = ما الذي ترغبون في تخصيصه (الشعار، اللون، التغليف)؟
ask-customization-choice = أي تخصيص ترغبون فيه: { $choices }؟
ask-deadline = متى تحتاجون البضاعة؟
ask-company = لأي شركة تشترون؟
ask-usage = فيم ستُستخدم البضاعة؟
ask-target-price = ما سعر الوحدة الذي تتوقعونه؟
ask-order-number = ما رقم طلبكم؟
ask-evidence = نرجو إرسال صور أو فيديو قصير يوضح العيب، وإخبارنا بعدد القطع المتأثرة.
ask-affected = كم عدد الوحدات المتضررة؟
ask-batch = ما رقم الدفعة المكتوب على البضاعة أو على الكرتون؟

## Payment
steer = يتم الطلب والدفع عبر { $platform }.
steer-benefits = يتم الطلب والدفع عبر { $platform }: { $benefits }.
payment-methods = يمكنكم الدفع بإحدى هذه الطرق: { $methods }.
deposit = الدفعة المقدمة { $percent }.
deposit-amount = الدفعة المقدمة { $percent }، أي { $amount }.
deposit-balance = الدفعة المقدمة { $percent }، أي { $amount }، والمبلغ المتبقي { $balance }.
order-link = يمكنكم تقديم الطلب هنا: { $link }
benefit-held = تُحفظ أموالكم حتى تؤكدوا الاستلام
benefit-refund = يُرد المبلغ إذا لم تُستوفَ الجودة أو لم يُلتزم بموعد الشحن
benefit-record = الاتفاقات وبيانات الشحن محفوظة معا في طلب واحد
benefit-dispute = المنصة تساعد في حل النزاع
method-card = البطاقة
method-platform-transfer = تحويل بنكي إلى حساب المنصة
decline-payment = لا نقبل الدفع إلا عبر { $platform }، لكل طلب ولأي مبلغ.
decline-payment-plain = لا نقبل الدفع إلا بالطرق المذكورة في شروطنا.
decline-benefits = هذا يحميكم: { $benefits }.
case-fees = بخصوص التكلفة: قارنوا طرق الدفع على { $platform } – { $methods } – واختاروا الأوفر لكم. خارجها قد توفرون رسما وتفقدون الحماية.
case-fees-plain = بخصوص التكلفة: قارنوا طرق الدفع على { $platform } – { $methods } – واختاروا الأوفر لكم.
case-habit = نعلم أنكم معتادون على طرق أخرى. لا يتغير الكثير: تدفعون عبر { $methods }، ويبقى الطلب والدفع والتسليم في مكان واحد على { $platform }.
case-bank = إذا رفض بنككم الدفعة أو حدّ منها فقد تنجح طريقة أخرى على { $platform }: { $methods }. أخبرونا بما يقوله البنك لنجد الطريقة المناسبة.
case-bank-deposit = إذا رفض بنككم الدفعة أو حدّ منها فقد تنجح طريقة أخرى على { $platform }: { $methods }. أخبرونا بما يقوله البنك لنجد الطريقة المناسبة. وتُدفع أولا الدفعة المقدمة بنسبة { $percent }، فلا يلزم أن يمر المبلغ كله مرة واحدة.
case-speed = حتى لا يضيع الوقت يمكنكم الطلب والدفع على { $platform } في خطوة واحدة: { $methods }. يرى الطرفان الدفع في الطلب، ولا حاجة إلى تبادل الإيصالات.
case-distrust = الحذر في محله. على { $platform } لا يحتاج أي طرف إلى الاعتماد على كلام الآخر وحده، ويمكنكم قراءة شروطها قبل الطلب.
case-distrust-plain = الحذر في محله. يمكنكم قراءة شروط { $platform } قبل الطلب.
case-invoice = المستندات اللازمة لحساباتكم ممكنة أيضا لطلب على { $platform }: أخبرونا بما يجب أن تتضمنه الفاتورة (اسم الشركة والعنوان والرقم الضريبي) ونتحقق منه قبل الطلب.
account-changed = بيانات الدفع لدينا لا تتغير أبدا برسالة، أيا كان مرسلها وأيا كان الاسم الذي تحمله. لا نستلم الدفع إلا عبر { $platform }.
account-changed-plain = بيانات الدفع لدينا لا تتغير أبدا برسالة، أيا كان مرسلها وأيا كان الاسم الذي تحمله. لا يمكن الدفع إلا بالطرق المذكورة في شروطنا.
account-changed-wait = نرجو ألا تدفعوا أي شيء طُلب في رسالة كهذه. يراجع أحد المدراء هذه المحادثة وسيجيبكم هنا شخصيا.
account-changed-verify = يمكنكم التحقق بأنفسكم من كل عرض سعر لدينا بواسطة الرابط ورمز التحقق المكتوبين عليه.
stay = نرجو أن نبقى في هذه المحادثة، ليكون كل ما يخص طلبكم في مكان واحد.

## Care
confidential = لا نشارك التكاليف أو هوامش الربح أو أي بيانات داخلية أخرى. ويسعدنا أن نقدّم لكم أسعارنا.
discount = سجّلنا طلبكم بشأن السعر؛ سيبتّ فيه المسؤول ونعود إليكم.
discount-listed = سجّلنا طلبكم بشأن السعر؛ سيبتّ فيه المسؤول ونعود إليكم. وحتى ذلك الحين يبقى السعر المذكور أعلاه ساريًا.
restricted = لا يمكننا تقديم عرض أو وعد لهذه الوجهة. ستنظر الإدارة في طلبكم وتجيبكم.
dispute = نأسف لما حدث. ستتولى الإدارة حالتكم شخصيًا وتجيبكم هنا.
defect = نأسف لوجود مشكلة في طلبكم.
order-check = سنتحقق من طلبكم ونجيبكم هنا.
order-check-number = سنتحقق من طلبكم { $number } ونجيبكم هنا.
person = سيتولى أحد أفراد فريقنا طلبكم شخصيًا ويجيبكم هنا.
calm = نتفهم استياءكم ونرغب في إيجاد حل جيد معكم.
scam = لا نفتح روابط أو مستندات خارجية ولا نُدخل بيانات دخول. الطلبات والمدفوعات واسترداد الأموال تتم فقط عبر { $platform }، ولا تُسلَّم البضاعة إلا وفق ما تعرضه المنصة نفسها.
scam-plain = لا نفتح روابط أو مستندات خارجية ولا نُدخل بيانات دخول. الطلبات والمدفوعات واسترداد الأموال تتم فقط بطريقة الطلب المتفق عليها.
