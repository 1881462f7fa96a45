### أماكن المسح في المتصفّح: التسليم والإرجاع والاستلام.
desks-scan-card = امسح البطاقة
desks-scan-card-help = أو القطع أولًا: تنتظر البطاقة.
desks-scan-pieces = امسح القطع
desks-scan-pieces-help = انتهيت؟ امسح البطاقة مرة أخرى.
desks-answer = أجب أولًا
desks-answer-help = هناك سؤال مفتوح: نعم أو لا.
desks-scan-return = امسح القطعة
desks-scan-return-help = تعود وتذهب إلى العناية.
desks-what-comes = ماذا وصل؟
desks-what-comes-help = ابحث عن الصنف بالألمانية، مثل «wi ja 104»، ثم امسح الملصقات.
desks-scan-label = امسح الملصق
desks-stale = النافذة قديمة
desks-stale-help = حُدِّثت الآن. امسح مرة أخرى. لا تعمل في مكانين بالاسم نفسه.
desks-visit = الزيارة
desks-visit-none = لا توجد زيارة مفتوحة. تفتحها البطاقة، أو تنتظرها القطعة الأولى.
desks-needs = قائمة الاحتياجات
desks-needs-none = قائمة الاحتياجات فارغة. التسليم ممكن رغم ذلك.
desks-pieces = سُلِّم
desks-pieces-none = لا قطع بعد.
desks-earlier =
    { $count ->
         [zero] لا قطع قبلها
         [one] قبلها قطعة واحدة
         [two] قبلها قطعتان
         [few] قبلها { $count } قطع
         [many] قبلها { $count } قطعة
        *[other] قبلها { $count } قطعة
    }
desks-tray = ينتظر البطاقة
desks-refused = لم يُسلَّم
desks-product = الصنف
desks-product-search = البحث عن صنف
desks-product-other = أصناف أخرى
desks-not-meant = ليس هذا؟
desks-nothing-found = لم يوجد شيء. جرّب كلمات أخرى.
desks-size = المقاس
desks-size-none = بلا مقاس
desks-cut = القصّة
desks-cut-first = لترى المقاسات اختر القصّة أولًا.
desks-condition = الجودة
desks-condition-new = جديد
desks-condition-good = جيد
desks-condition-worn = مستعمل
desks-condition-needs-care = يحتاج عناية أولًا
desks-donation = التبرّع
desks-donation-none = بلا تبرّع
desks-donation-line = { $donor }، { $day }
desks-quantity = العدد
desks-quantity-help = لدفعة تحت ملصق واحد.
desks-please-check = تحقّق: { $what }
desks-new-only = جديد ومغلّف فقط.
desks-last = آخر ما استُلم
desks-last-none = لا شيء بعد. كل قطعة مسحة واحدة؛ وما اخترته يبقى للتالية.
desks-move-where = إلى أين؟
desks-move-where-help = امسح رمز الرف أو اختر المكان من القائمة.
desks-move-pieces = امسح القطع
desks-move-pieces-help = تذهب إلى { $location }. رفّ آخر؟ امسح رمزه.
desks-move-to = إلى
desks-move-nowhere = لم يُختَر مكان بعد.
desks-place = المكان
desks-place-choose = اختيار
desks-place-none = لا يوجد مكان بعد. يمكن للمنسّق إنشاؤه في الإعدادات.
desks-move-last = آخر ما نُقل
desks-move-last-none = لا شيء بعد.
desks-lay-aside = حجز
