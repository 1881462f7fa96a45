### المرافقون ومدتهم، ومن يحق له الاستلام أيضًا، والقسائم، وأين قرر المنسّق غير ذلك.
error-mentor-day = اختر يومًا من فضلك.
error-mentor-until-past = مضى هذا اليوم. اختر اليوم أو بعده. هل تريد الإنهاء فورًا؟ فاضغط «إنهاء».
error-mentor-until-before = النهاية قبل البداية. اختر يومًا لاحقًا.
error-proxy-name = اكتب كيف يُنادى هذا الشخص، مثل «الجدة» أو «الجار».
error-too-many-proxies = لا يمكن تسجيل أكثر من { $most } أشخاص. أنهِ أحدهم أولًا.
error-voucher-until = القسيمة صالحة { $days } يومًا على الأكثر. اختر يومًا ابتداءً من اليوم.
error-voucher-nothing-ready = لا شيء جاهز لهذه الأسرة الآن. القسيمة للقطع الجاهزة فقط.
mentors-now = الآن
mentors-coming = ابتداءً من { $day }
mentors-since-until = منذ { $day }، حتى { $until }
mentors-coming-until = ابتداءً من { $day }، حتى { $until }
mentors-past = من { $day } إلى { $until }
mentors-past-title =
    { $count ->
         [zero] لا روابط سابقة
         [one] رابط سابق واحد
         [two] رابطان سابقان
         [few] { $count } روابط سابقة
         [many] { $count } رابطًا سابقًا
        *[other] { $count } رابط سابق
    }
mentors-from = اليوم الأول
mentors-from-hint = فارغ: من الآن.
mentors-until = اليوم الأخير
mentors-until-hint = فارغ: حتى ينهيه أحد.
mentors-may-collect = يحق له الاستلام للأسرة
mentors-collects = يحق له الاستلام
mentors-change = تغيير المدة
mentors-link-changed = تغيّر الربط.
mentors-ready = جاهز للاستلام
mentors-ready-none = لا شيء جاهز الآن.
mentors-ready-until = حتى { $day }
mentors-fits = في المخزن ما يناسب
mentors-gone-title = لم تعد مرتبطًا
mentors-gone = لم تعد مرتبطًا بهذه الأسرة. لديك سؤال؟ اسأل المنسّق.
mentors-gone-home = إلى الصفحة الرئيسية
mentors-collect = من يحق له الاستلام أيضًا
mentors-collect-none = حتى الآن الأسرة نفسها فقط.
mentors-collect-card = يأتي بالبطاقة
mentors-collect-mentor = المرافق
mentors-collect-until = قسيمة صالحة حتى { $day }
mentors-collect-used = قسيمة استُعملت في { $day }
mentors-collect-expired = قسيمة كانت صالحة حتى { $day }
mentors-collect-ended = انتهى
mentors-collect-lapsed = لم يعد صالحًا: من سجّل هذا لم يعد يرافق هذه الأسرة
mentors-collect-old =
    { $count ->
         [zero] لا مدخلات منتهية
         [one] مدخل واحد لم يعد صالحًا
         [two] مدخلان لم يعودا صالحين
         [few] { $count } مدخلات لم تعد صالحة
         [many] { $count } مدخلًا لم يعد صالحًا
        *[other] { $count } مدخل لم يعد صالحًا
    }
mentors-collect-end = إنهاء
mentors-collect-nameless = بدون اسم
mentors-name = ما اسم الشخص؟
mentors-name-hint = يكفي لقب، مثل «الجدة».
mentors-name-do = يحق له الاستلام دائمًا
mentors-voucher = قسيمة لمرة واحدة
mentors-voucher-lead = صالحة مرة واحدة وللقطع الجاهزة الآن فقط. البطاقة تبقى في البيت.
mentors-voucher-name = من يستلم؟ (اختياري)
mentors-voucher-do = إنشاء قسيمة
mentors-voucher-show = عرض
mentors-voucher-title = قسيمة
mentors-voucher-help = أظهر هذا الرمز عند طاولة التسليم.
mentors-voucher-print = طباعة
mentors-voucher-back = إلى الأسرة
mentors-voucher-pieces = لهذه القطع
mentors-voucher-piece-given = استُلمت
mentors-voucher-piece-gone = لم تعد جاهزة
mentors-voucher-code = رمز القسيمة
mentors-proxy-named = سُجّل.
mentors-proxy-ended = انتهى. لا يستطيع أحد الاستلام به بعد الآن.
mentors-voucher-made =
    { $pieces ->
         [zero] القسيمة جاهزة بلا قطع.
         [one] القسيمة لقطعة واحدة جاهزة.
         [two] القسيمة لقطعتين جاهزة.
         [few] القسيمة من أجل { $pieces } قطع جاهزة.
         [many] القسيمة من أجل { $pieces } قطعة جاهزة.
        *[other] القسيمة من أجل { $pieces } قطعة جاهزة.
    }
mentors-booking = موعد
mentors-booking-none = لا موعد محجوز.
mentors-booking-no-offer = لا أوقات متاحة الآن.
mentors-booking-choose = اختر وقتًا متاحًا
mentors-booking-do = احجز الموعد
mentors-booking-cancel = إلغاء الموعد
mentors-booked = حُجز الموعد.
mentors-cancelled = أُلغي الموعد.
mentors-overrides = سمح به المنسّق
mentors-overrides-lead = هكذا مرّة قال المنسّق «نعم» في آخر 12 شهرًا رغم قاعدة تمنع. إذا كانت قاعدة لا تناسب كثيرًا فغيّرها.
mentors-overrides-none = لم يكن هناك استثناء في آخر 12 شهرًا.
mentors-overrides-none-text = إذا قال المنسّق «نعم» عند الطاولة أو أعطى قطعة لأسرة أخرى فستظهر هنا.
mentors-overrides-last =
    { $count ->
         [zero] آخر { $count } قرار
         [one] القرار الأخير
         [two] آخر قرارين
         [few] آخر { $count } قرارات
         [many] آخر { $count } قرارًا
        *[other] آخر { $count } قرار
    }
mentors-overrides-day = اليوم
mentors-overrides-by = من
mentors-overrides-reason = لماذا
mentors-overrides-kind = القاعدة
mentors-overrides-count = الاستثناءات
mentors-override-limit = القطع لكل زيارة وشخص
mentors-override-visits = الزيارات في 30 يومًا
mentors-override-renewal = استُلم من قبل ولم يحن وقته
mentors-override-points = نقاط أكثر من المقرر
mentors-override-already-out = كان قد سُلّم
mentors-override-reserved = محجوز لأسرة أخرى
mentors-override-allocation = أسرة أخرى غير المقترحة
mentors-override-other = قرار آخر
mentors-home-add = إضافة احتياج
mentors-home-until = جاهز حتى { $day }
mentors-home-booked = الموعد: { $when }
help-voucher = من يُظهر القسيمة يستلم القطع المكتوبة فيها فقط، مرة واحدة. يمكنك إنهاؤها في صفحة الأسرة.
help-overrides = القواعد في إعدادات الخادم. هنا ترى كم مرة استثنى المنسّق.
mentors-time-babies = أسر مع رضّع
mentors-time-women = للنساء فقط
mentors-time-quiet = وقت هادئ
mentors-time-first = لأول مرة هنا
help-times = لكل وقت متاح زر. للأسرة وقت واحد في كل يوم تسليم.
