### الأسر والأشخاص وقوائم الاحتياجات والمرافقون.
error-too-many-members = لا يزيد عدد أشخاص الأسرة على { $most }. قسّمها.
error-text-too-long = اكتب أقصر: { $most } حرفًا على الأكثر في سطر واحد.
error-note-too-long = اكتب أقصر: { $most } حرفًا على الأكثر. لا شيء عن الصحة أو الدين أو قصة الحياة.
error-language-tag = اختر اللغة من القائمة.
error-age-band = «{ $word }» ليست فئة عمر. اختر واحدة من القائمة.
error-birth-month = أدخل السنة والشهر، مثل { "\u200E" }2021-04{ "\u200E" }.
error-birth-month-adult = شهر الميلاد للأطفال فقط. اتركه فارغًا واختر فئة العمر.
error-size-for = مقاس لـ«{ $what }»: لا يوجد هذا. استعمل حقول الاستمارة.
error-not-a-mentor = هذا الشخص ليس مسجَّلًا مرافقًا. اختر واحدًا من القائمة.
error-household-left = أُلغي تسجيل هذه الأسرة. سجّلها من جديد أولًا.
error-too-many-needs = في قائمة الاحتياجات { $most } سطرًا مفتوحًا. اسحب بعضها أولًا.
error-need-twice = هذا موجود في قائمة الاحتياجات. تريد أكثر؟ اسحب السطر القديم وأضف سطرًا جديدًا.
error-no-such-product = لا يوجد هذا الصنف. اختر واحدًا من البحث.
error-wanted = أدخل عددًا من 1 إلى { $most }.
error-need-cut = { $product }: لا يوجد بالقصّة { $cut }. اختر غيرها.
household-state-active = نشطة
household-state-blocked = موقوفة
household-state-left = أُلغي تسجيلها
age-baby = رضيع، حتى سنة
age-child-small = طفل، من 2 إلى 5 سنوات
age-child = طفل، من 6 إلى 12 سنة
age-teen = يافع، من 13 إلى 17 سنة
age-adult = بالغ
cut-w = نسائي
cut-m = رجالي
cut-k = للأطفال
cut-b = للرضّع
cut-u = للجميع
size-for-clothes = الملابس
size-for-trousers = البنطلون
size-for-shoes = الحذاء
size-for-bra = حمّالة الصدر
size-for-head = الرأس بالسنتيمتر
urgency-none-yet = لا يملك منه بعد
urgency-some = يحتاج أكثر
urgency-wish = رغبة
occasion-basic = التجهيز الأساسي
occasion-newborn = مولود جديد
occasion-maternity = حمل
occasion-school-start = بداية المدرسة
occasion-first-home = المسكن الأول
occasion-hygiene = النظافة
need-state-open = مفتوح
need-state-reserved = محجوز وجاهز
need-state-partly = جزئيًّا
need-state-fulfilled = تمّ
need-state-withdrawn = مسحوب
need-state-expired = انتهت مدته
need-progress = { $got } من { $wanted }
need-for-all = للجميع

households-title = الأسر
households-lead = من نخدمهم: بطاقة ومقاسات وقائمة احتياجات. لا حاجة إلى أسماء.
households-lead-mentor = الأسر التي ترافقها.
households-search = البطاقة أو المنطقة
households-state = الحالة
households-any-state = الكل
households-card = البطاقة
households-people = الأشخاص
households-area = المنطقة
households-needs = احتياجات تمّت
households-last-visit = آخر زيارة
households-registered = سُجِّلت في
households-none-title = لا أسر بعد
households-none = سجّل الأسرة الأولى. تحصل على بطاقة، ولا يلزم أكثر.
households-none-mentor = لم تُربط بك أسرة بعد. يمكن للمنسّق تغيير ذلك.
households-nothing-found = لم يوجد شيء
households-nothing-found-help = أزل التصفية أو امسح البطاقة.
households-shown =
    { $count ->
         [zero] لا أسر
         [one] أسرة واحدة
         [two] أسرتان
         [few] { $count } أسر
         [many] { $count } أسرة
        *[other] { $count } أسرة
    }
households-new = تسجيل أسرة
household-no-card = بلا بطاقة

household-title = أسرة { $card }
household-people-count =
    { $people ->
         [zero] لا أشخاص
         [one] شخص واحد
         [two] شخصان
         [few] { $people } أشخاص
         [many] { $people } شخصًا
        *[other] { $people } شخص
    }
household-facts = الأهم
household-language = اللغة
household-language-unknown = غير محدّدة
household-note = ملاحظة
household-members = الأشخاص
household-member-number = شخص { $number }
household-members-none = لم يُسجَّل شخص بعد. يمكن العمل دون ذلك: المقاسات تساعد في البحث.
household-add-member = إضافة شخص
household-needs = قائمة الاحتياجات
household-needs-none = لا شيء في القائمة بعد. أضف ما ينقص، أو استخدم «تحضير القائمة».
household-add-need = إضافة احتياج
household-needs-done =
    { $lines ->
         [zero] لا أسطر منجزة
         [one] سطر واحد منجز
         [two] سطران منجزان
         [few] { $lines } أسطر منجزة
         [many] { $lines } سطرًا منجزًا
        *[other] { $lines } سطر منجز
    }
household-needs-gone =
    { $lines ->
         [one] سطر واحد مسحوب أو انتهت مدته
         [two] سطران مسحوبان أو انتهت مدتهما
         [few] { $lines } أسطر مسحوبة أو انتهت مدتها
        *[other] { $lines } سطرًا مسحوبًا أو انتهت مدته
    }
household-withdraw = سحب
household-withdraw-line = سحب { $product }
household-fill = تحضير القائمة
household-fill-lead = يضيف ما ينقص حسب القاعدة العامة (قيمة إرشادية). ليس حقًّا ثابتًا؛ ويمكن سحب كل سطر.
household-fill-clothing = ملابس: { $who }
household-fill-home = البيت والمطبخ
household-fill-hygiene = النظافة
household-fill-maternity = حمل: { $who }
household-fill-school = بداية المدرسة: { $who }
household-fill-what = ما الناقص؟
household-fill-do = إضافة
household-filled =
    { $lines ->
         [0] لم ينقص شيء: كل شيء كان في القائمة.
         [one] أُضيف سطر واحد.
         [two] أُضيف سطران.
         [few] أُضيفت { $lines } أسطر.
         [many] أُضيف { $lines } سطرًا.
        *[other] أُضيف { $lines } سطر.
    }
household-pieces = ما أخذته الأسرة
household-pieces-none = لم يُسلَّم شيء بعد.
household-visits = الزيارات
household-visits-none = لا زيارات بعد. امسح البطاقة عند طاولة التسليم.
household-visit-pieces =
    { $pieces ->
         [zero] لا قطع
         [one] قطعة واحدة
         [two] قطعتان
         [few] { $pieces } قطع
         [many] { $pieces } قطعة
        *[other] { $pieces } قطعة
    }
household-mentors = المرافقون
household-mentors-none = لم يُربط مرافق بعد.
household-mentor-since = منذ { $day }
household-mentor-choose = اختر مرافقًا
household-mentor-add = ربط
household-mentor-end = إنهاء
household-mentor-nobody = لا أحد مسجَّل مرافقًا بعد.
household-mentor-linked = رُبط. يرى المرافق الأسرة من الآن.
household-mentor-ended = انتهى. لم يعد المرافق يرى الأسرة.
household-card-and-pin = البطاقة والرقم السري
household-card-manage = البطاقة
household-replace-card = إصدار بطاقة جديدة
household-replace-card-help = ضاعت البطاقة؟ تتوقف القديمة فورًا.
household-block = إيقاف البطاقة
household-unblock = رفع الإيقاف
household-left = إلغاء التسجيل
household-left-ask =
    { $lines ->
         [0] لا شيء مفتوح. لن يرى المرافقون الأسرة بعد ذلك.
         [one] سيُسحب سطر مفتوح واحد من قائمة الاحتياجات. لن يرى المرافقون الأسرة بعد ذلك.
         [two] سيُسحب سطران مفتوحان من قائمة الاحتياجات. لن يرى المرافقون الأسرة بعد ذلك.
         [few] ستُسحب { $lines } أسطر مفتوحة من قائمة الاحتياجات. لن يرى المرافقون الأسرة بعد ذلك.
        *[other] سيُسحب { $lines } سطرًا مفتوحًا من قائمة الاحتياجات. لن يرى المرافقون الأسرة بعد ذلك.
    }
household-left-do = نعم، إلغاء التسجيل
household-signed-off = أُلغي تسجيل الأسرة.
household-back = تسجيل من جديد
household-blocked-note = البطاقة موقوفة. لا يُسلَّم شيء حتى يُرفع الإيقاف.
household-left-note = أُلغي تسجيل الأسرة.
household-looks = من اطّلع؟
household-look-line = { $name } · { $when }
household-saved = حُفظ.
household-registered = سُجِّلت. يمكن طباعة البطاقة { $card } أو نسخ رقمها.
household-card-replaced = بطاقة جديدة: { $card }. القديمة لم تعد صالحة.
household-card-replaced-blocked = بطاقة جديدة: { $card }. القديمة لم تعد صالحة. والجديدة موقوفة أيضًا حتى تُلغوا الإيقاف.
household-need-added = أُضيف.
household-need-withdrawn = سُحب.
household-member-saved = حُفظ.
household-member-removed = أُزيل الشخص مع احتياجاته المفتوحة.

household-form-new-lead = يجوز أن يبقى كل شيء فارغًا. تُنشأ بطاقة في كل حال.
household-form-edit = تعديل الأسرة
household-area-hint = الرمز البريدي أو مكان السكن المشترك. بلا شارع.
household-note-hint = 200 حرف على الأكثر. لا شيء عن الصحة أو الدين أو قصة الحياة.
household-language-hint = للرسائل والأوراق.
household-first-member = الشخص الأول
household-first-member-lead = يُضاف الآخرون بعد ذلك واحدًا واحدًا.
member-title-new = إضافة شخص
member-title-edit = تعديل الشخص
member-nickname = الاسم الأول أو اللقب
member-nickname-hint = للتمييز فقط. بلا اسم العائلة.
member-age = العمر
member-age-unknown = غير محدّد
member-birth-month = شهر الميلاد
member-birth-month-hint = للأطفال فقط، مثل { "\u200E" }2021-04{ "\u200E" }.
member-cut = القصّة
member-cut-hint = أي ملابس تناسب.
member-cut-unknown = لا فرق
member-sizes = المقاسات
member-save-and-next = حفظ والشخص التالي
member-remove = إزالة الشخص
member-remove-help = تُسحب احتياجات هذا الشخص المفتوحة. وما أخذه يبقى محسوبًا.

need-title = إضافة احتياج
need-for-household = بطاقة { $card }
need-search = ما المطلوب؟
need-search-hint = تكفي الحروف الأولى بالألمانية: «wi ja 104» تجد سترة الشتاء (Winterjacke) بمقاس 104.
need-search-none = لم يوجد شيء. جرّب كلمات أخرى.
need-search-start = ابحث عمّا ينقص.
need-choose = اختيار
need-other = البحث عن شيء آخر
need-who = لمن؟
need-cut = القصّة
need-size = المقاس
need-size-hint = اتركه فارغًا: يُؤخذ مقاس الشخص.
need-size-choose = دون تحديد
need-wanted = كم؟
need-urgency = ما مدى الاستعجال؟
need-occasion = لماذا؟
need-add = إلى القائمة
household-print-card = طباعة البطاقة
