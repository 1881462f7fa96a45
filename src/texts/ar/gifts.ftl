### المتبرّعون والتبرّعات والقطع.
error-text-odd = هنا رموز غير مقبولة. اكتب من جديد.
error-donor-name = أدخل اسمًا. بلا اسم فقط عند «مجهول».
error-email = هذا ليس عنوان بريد إلكتروني. مثال: name@beispiel.de
error-donor-unknown = لا يوجد هذا المتبرّع. اختر واحدًا من القائمة.
error-day-in-future = هذا اليوم في المستقبل. اختر اليوم أو يومًا سابقًا.
error-day-too-old = مضى على هذا اليوم أكثر من { $years } سنة. تحقّق.
error-day = أدخل يومًا، مثل { "\u200E" }2026-03-12{ "\u200E" }.
error-pieces-announced = أدخل عددًا من 1 إلى { $most } أو اترك الحقل فارغًا.
error-donation-state = هذه الخطوة غير ممكنة الآن لهذا التبرّع. حدّث الصفحة.
donor-kind-private = شخص
donor-kind-company = شركة
donor-kind-institution = مؤسسة
donor-kind-anonymous = مجهول
donation-state-draft = مسودّة
donation-state-received = مقبول
donation-state-closed = مغلق
donation-state-offered = معروض
donation-state-in-custody = في الحفظ
donation-state-accepted = قبله المجلس
donation-state-receipted = صدرت شهادته
donation-state-declined = رفضه المجلس
error-item-step = هذا غير ممكن الآن لهذه القطعة. حدّث الصفحة.
error-item-void = أُدخلت هذه القطعة خطأً. سجّلها من جديد عند الاستلام.
error-item-not-ours = لم يُقبل هذا التبرّع بعد. اقبل التبرّع أولًا، ثم تدخل القطعة المخزن.
error-location-unknown = لا يوجد هذا المكان. اختر واحدًا من القائمة.
error-undone-already = أُلغي آخر شيء من قبل.
error-period = نهاية المدة قبل بدايتها. بدّل اليومين.
error-no-such-donor = لم يوجد متبرّع «{ $donor }». أدخل الاسم كاملًا أو الرمز.
error-donor-ambiguous = أكثر من متبرّع باسم «{ $donor }». أدخل الرمز؛ تجده في صفحة المتبرّع.
reach-none = لا أحد
reach-under = أقل من { $number }
reach-range = { $from }–{ $to }
reach-from = { $number } وأكثر
purpose-basic = التجهيز الأساسي
purpose-newborn = المواليد الجدد
purpose-school-start = بداية المدرسة
purpose-first-home = المسكن الأول
purpose-hygiene = النظافة
purpose-special = حاجة خاصة
purpose-not-listed = اختير عند الطاولة (لم يكن في أي قائمة احتياجات)
group-unknown = لم يعد في الكتالوج
donor-report-definition = تُعدّ كل القطع التي قدّمها { $donor } من { $from } إلى { $to }، وأين هي في { $day }. تُعدّ كل قطعة من الدفعة. لا يُعدّ ما أُدخل خطأً. عدد الأسر هنا تقريبي فقط.
csv-section = القسم
csv-name = الاسم
csv-code = الرمز
csv-announced = معلَن
csv-received = مستلَم
csv-households = الأسر
csv-total = المجموع
csv-group = المجموعة
csv-donation = التبرّع
csv-purpose = الغرض

origin-business = من الشركة
origin-private = من ملك خاص
origin-unknown = غير معروف
condition-new = جديد
condition-good = جيد
condition-worn = مستعمل
condition-needs-care = يُغسل أو يُصلح أولًا
item-cut-none = غير محدّد
choice-all = الكل
nothing-found = لم يوجد شيء
action-choose = اختيار

donors-lead = من يقدّم شيئًا لمخزن الملابس.
donors-search = الاسم أو المدينة
donors-count =
    { $count ->
         [zero] لا متبرّعين
         [one] متبرّع واحد
         [two] متبرّعان
         [few] { $count } متبرّعين
         [many] { $count } متبرّعًا
        *[other] { $count } متبرّع
    }
donors-none = لا متبرّعين بعد
donors-none-lead = أضف المتبرّع الأول، ثم يمكنك تسجيل تبرّع.
donors-none-found = تحقّق من الكتابة أو أزل التصفية.
donor-new = إضافة متبرّع
donor-edit = تعديل المتبرّع
donor-form-lead = الاسم وحده ضروري. وشهادة التبرّع تحتاج العنوان أيضًا.
donor-saved = حُفظ المتبرّع.
donor-name = الاسم
donor-name-hint = عند «مجهول» يجوز أن يبقى الحقل فارغًا.
donor-kind = النوع
donor-street = الشارع ورقم البيت
donor-postcode = الرمز البريدي
donor-city = المدينة
donor-email = البريد الإلكتروني
donor-note = ملاحظة
donor-note-hint = للمنسّق وأمين الصندوق فقط، مثل متى يمكن الوصول إلى الشخص.
donor-data = البيانات
donor-code = الرمز
donor-address = العنوان
donor-no-donations = لم يُسجَّل شيء من هذا المتبرّع بعد.
donor-report-title = ماذا صار بالعطايا
donor-report-open = فتح التقرير
share-sentence =
    { $pieces ->
         [zero] لا قطع:
         [one] من قطعة واحدة
         [two] من قطعتين
         [few] من { $pieces } قطع
         [many] من { $pieces } قطعة
        *[other] من { $pieces } قطعة
    } { $out ->
         [zero] لم تُسلَّم أي قطعة.
         [one] سُلِّمت واحدة.
         [two] سُلِّمت اثنتان.
         [few] سُلِّمت { $out }.
         [many] سُلِّمت { $out }.
        *[other] سُلِّمت { $out }.
    }
share-here = في المخزن
share-later = في العناية أو الحفظ
share-lost = غير صالح أو مفقود
share-of = { $part } من { $whole }
report-from = من
report-to = إلى
report-show = عرض
report-csv = كجدول (CSV)
report-households = الأسر
report-median = سُلِّم النصف خلال
report-days =
    { $days ->
         [zero] أقل من يوم
         [one] يوم واحد
         [two] يومين
         [few] { $days } أيام
         [many] { $days } يومًا
        *[other] { $days } يوم
    }
report-announced = القطع المعلَنة
report-by-group = حسب المجموعة
report-by-need = لماذا كانت القطع مطلوبة
report-by-donation = حسب التبرّع
report-empty = لا قطع في هذه المدة
report-empty-lead = اختر مدة أخرى، أو امسح قطع التبرّع عند الاستلام.
report-back = إلى المتبرّع

donations-lead = ما قُدِّم، أحدث يوم أولًا.
donations-search = اسم المتبرّع أو مدينته
donations-none = لا تبرّعات بعد
donations-none-lead = سجّل التبرّع الأول. ثم امسح قطعه عند الاستلام.
donations-none-found = تحقّق من الكتابة أو أزل تصفية.
donation-new = تسجيل تبرّع
donation-saved = حُفظ التبرّع. يمكن الآن مسح القطع.
donation-changed = حالة التبرّع الآن: { $state }.
donation-choose-lead = من يتبرّع؟ ابحث عن الاسم أو امسح البطاقة.
donation-choose-search = الاسم أو المدينة أو البطاقة
donation-choose-none = هذا المتبرّع غير موجود بعد. أضفه.
donation-form-lead = ماذا قُدِّم ومتى. تُمسح القطع بعد ذلك.
donation-other-donor = اختيار آخر
donation-day = اليوم
donation-donor = المتبرّع
donation-pieces-head = القطع
donation-pieces =
    { $received ->
         [zero] لم تُسجَّل قطع
         [one] سُجِّلت قطعة واحدة
         [two] سُجِّلت قطعتان
         [few] سُجِّلت { $received } قطع
         [many] سُجِّلت { $received } قطعة
        *[other] سُجِّلت { $received } قطعة
    }، سُلِّم منها { $out }
donation-pieces-of = سُجِّل { $received } من { $announced } قطعة، سُلِّم منها { $out }
donation-origin = المصدر
donation-origin-hint = يُكتب لاحقًا في شهادة التبرّع.
donation-description = الوصف
donation-description-hint = مثل: 3 كراتين ملابس أطفال.
donation-announced = القطع المعلَنة
donation-announced-hint = العدد الذي يذكره المتبرّع. يُعدّ عند المسح.
donation-receipt-wanted = شهادة تبرّع مطلوبة (Zuwendungsbestätigung)
donation-only-offered = معروض فقط: يجب أن يقبله المجلس أولًا
donation-of-day = تبرّع { $day }
donation-scan-in = استلام القطع
donation-progress = إلى أين وصل التبرّع
donation-taken-in = سُجِّل
donation-pieces-now = أين القطع الآن
donation-no-pieces = لا قطع بعد. عند الاستلام امسح رمز التبرّع أولًا ثم القطع.
donation-data = البيانات
donation-code = رمز التبرّع
donation-code-hint = امسح هذا الرمز عند الاستلام: القطع التالية تكون من هذا التبرّع.
donation-receipt = شهادة التبرّع
donation-receipt-yes = مطلوبة
donation-receipt-no = غير مطلوبة
donation-next = الخطوة التالية
donation-step-receive = قبول
donation-step-close = إغلاق: سُجِّلت كل القطع
donation-step-close-missing = إنهاء رغم نقص قطع: { $missing }
donation-step-reopen = فتح من جديد
donation-step-offer = عرض على المجلس
donation-step-custody = أخذ للحفظ

item = قطعة
items-lead = كل قطعة لها ملصق، الأحدث أولًا.
items-search = الملصق أو القطعة أو المقاس
items-take-in = استلام
items-in-state = { $state } ({ $count })
items-count =
    { $items ->
         [zero] لا سجلّات
         [one] سجلّ واحد
         [two] سجلّان
         [few] { $items } سجلّات
         [many] { $items } سجلًّا
        *[other] { $items } سجلّ
    }، { $pieces ->
         [zero] لا قطع
         [one] قطعة واحدة
         [two] قطعتان
         [few] { $pieces } قطع
         [many] { $pieces } قطعة
        *[other] { $pieces } قطعة
    }
items-none = لا قطع بعد
items-none-lead = امسح الملصق الأول عند الاستلام.
items-none-found = تحقّق من الكتابة أو أزل تصفية.
item-group = المجموعة
item-state = الحالة
item-quantity = العدد
item-label = الملصق
item-moved = آخر حركة
item-cut = القصّة
item-size = المقاس
item-size-hint = مثل 104 أو M أو { "\u200E" }39–42{ "\u200E" }. فارغ إذا لم يكن للقطعة مقاس.
item-condition = الجودة
item-product = الصنف
item-location = المكان
item-donation = من التبرّع
item-from-lot = من الدفعة
item-pieces =
    { $count ->
         [zero] لا قطع
         [one] قطعة واحدة
         [two] قطعتان
         [few] { $count } قطع
         [many] { $count } قطعة
        *[other] { $count } قطعة
    }
item-data = البيانات
item-story = ما حدث حتى الآن
item-undo = إلغاء آخر شيء
item-undone = أُلغي.
item-changed = حُفظ.
item-relocated = حُفظ المكان الجديد.
item-actions = ماذا عن هذه القطعة؟
item-relocate = وضعها في هذا المكان
item-correct = تصحيح القطعة
item-correct-lead = مكان القطعة ومن يملكها لا يتغيّران.
item-step-care = إلى العناية
item-step-restock = إعادة إلى المخزن
item-step-found = وُجدت من جديد
item-step-missing = مفقودة
item-step-discard = استبعاد
item-step-void = أُدخلت خطأً
story-intake = استُلمت
story-handout = سُلِّمت
story-rebook = سُلِّمت لأسرة أخرى
story-return = أُرجعت
story-restock = عادت إلى المخزن
story-care = ذهبت إلى العناية
story-reserve = حُجزت
story-release = لم تعد محجوزة
story-split-piece = سُلِّمت من دفعة
story-split-lot = سُلِّم جزء من الدفعة
story-relocate = نُقلت
story-correct = صُحِّحت
story-missing = فُقدت
story-transfer = نُقلت إلى جهة أخرى
story-discard = استُبعدت
story-void = وُسمت كمدخلة خطأً
story-reversal = أُلغي
story-reversal-of = أُلغي: { $what }
story-reversed = أُلغي بعد ذلك
story-met-need = كانت في قائمة الاحتياجات.
story-at = المكان: { $place }
story-left =
    { $count ->
         [zero] لا شيء باقٍ في الدفعة
         [one] بقيت في الدفعة قطعة واحدة
         [two] بقيت في الدفعة قطعتان
         [few] بقيت في الدفعة { $count } قطع
         [many] بقيت في الدفعة { $count } قطعة
        *[other] بقيت في الدفعة { $count } قطعة
    }
donation-pieces-came =
    { $received ->
         [one] سُجلت قطعة واحدة
         [two] سُجلت قطعتان
        *[other] سُجلت { $received } قطع
    }
donation-pieces-came-of = سُجل { $received } من { $announced } قطع
