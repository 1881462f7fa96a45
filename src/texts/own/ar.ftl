# The household's own page, /h. docs/languages.md says how it is translated.

own-title = صفحتي
own-language = اللغة
own-back = رجوع
own-next = التالي
own-leave = خروج
own-aloud = استماع
own-to-content = إلى المحتوى
own-menu = القائمة
own-undo = تراجع
own-save = حفظ
own-print = طباعة
own-error = لم ينجح ذلك. حاول مرة أخرى من فضلك.
own-not-found = هذه الصفحة غير موجودة.

# The door: card and PIN
own-door-title = الدخول
own-door-help = تحتاج إلى بطاقتك ورقمك السري. تحصل على الرقم السري في مخزن الملابس.
own-card = بطاقتك
own-card-hint = الحروف والأرقام مكتوبة على البطاقة.
own-camera = قراءة البطاقة بالكاميرا
own-camera-hint = ضع البطاقة أمام الكاميرا.
own-camera-close = إيقاف الكاميرا
own-camera-failed = الكاميرا لا تعمل. اكتب ما هو مكتوب على البطاقة.
own-photo = صورة البطاقة
own-photo-send = قراءة الصورة
own-photo-nothing = لا تظهر بطاقة في الصورة. التقط صورة جديدة. أو اكتب ما هو مكتوب على البطاقة.
own-pin = الرقم السري
own-pin-hint = 6 أرقام
own-pin-delete = حذف آخر رقم
own-enter = دخول
own-door-wrong = لم ينجح ذلك. تأكد من البطاقة والرقم السري. بعد 5 محاولات خاطئة يجب الانتظار 15 دقيقة.
own-door-often = محاولات كثيرة. انتظر بضع دقائق.
own-door-ended = تم تسجيل خروجك. ادخل من جديد.
own-door-left = تم تسجيل خروجك.

# The five pages
own-tab-list = قائمتي
own-tab-ask = أحتاج
own-tab-ready = جاهز
own-tab-time = الموعد
own-tab-me = بياناتي

# The list
own-list-help = هذا في قائمتك. الدائرة الممتلئة تعني: هذا عندك.
own-list-empty = قائمتك فارغة. اختر ما تحتاج إليه.
own-person = الشخص { $number }
own-everybody = للجميع معًا
own-of = { $got } من { $wanted }
own-size = مقاس { $size }
own-state-waiting = في الانتظار
own-state-ready = جاهز
own-state-got = تم الاستلام

# Choosing what is needed
own-ask-help = علامة + تعني: أحتاج إلى هذا. علامة − تعني: لا أحتاج إلى هذا.
own-ask-who = لمن؟
own-ask-none = لا يمكنك اختيار شيء هنا الآن. اسأل في مخزن الملابس.
own-plus = { $thing }: زيادة واحدة
own-minus = { $thing }: إنقاص واحدة
own-ask-full = لا يمكن أكثر من ذلك هنا. اسأل في مخزن الملابس.
own-ask-saved = تم الحفظ: { $thing }، { $count }
own-on-list = في القائمة
own-not-on-list = ليس في القائمة

# What lies ready
own-ready-help = يمكنك أخذ هذه الأشياء. أحضر بطاقتك معك.
own-ready-empty = لا شيء جاهز بعد. نبحث لك عن أشياء مناسبة.
own-until = حتى { $day }
own-place = المكان
own-choose-time = اختيار موعد

# A time
own-time-help = اختر يومًا وساعة.
own-time-empty = لا يوجد موعد متاح الآن. انظر مرة أخرى قريبًا.
own-time-yours = موعدك
own-time-booked = تم حجز موعدك.
own-time-take = { $time }: حجز هذا الموعد
own-time-full = هذا الموعد لم يعد متاحًا. اختر موعدًا آخر.
own-time-already = لديك موعد من قبل.
own-time-cancel = إلغاء الموعد
own-time-keep = الاحتفاظ بالموعد
own-time-cancelled = تم إلغاء موعدك.
own-time-change = تريد موعدًا آخر؟ ألغِ هذا أولًا.
own-time-bring = أحضر بطاقتك معك.
own-time-calendar = إضافة إلى التقويم
own-time-number = رقمك
own-time-wait = لقد وصلت. انتظر رقمك من فضلك.
own-time-called = جاء دورك. تفضّل بالدخول.
own-free = متاح: { $count }
own-audience-everybody = للجميع
own-audience-babies = عائلات مع رضّع
own-audience-women = للنساء فقط
own-audience-quiet = وقت هادئ
own-audience-first = لأول مرة هنا
own-today = اليوم
own-tomorrow = غدًا

# What is stored
own-me-help = هذا ما حفظناه عنك. هل هناك خطأ؟ أخبرنا في مخزن الملابس.
own-me-area = المنطقة
own-me-since = معنا منذ
own-me-visit = آخر زيارة
own-me-note = ملاحظة
own-me-mentors = من يساعدك
own-me-collectors = من يستلم لك
own-me-collectors-end = إنهاء: { $name }
own-me-collectors-ended = تم الحفظ. لم يعد هذا مسموحًا.
own-voucher = قسيمة استلام
own-me-people = الأشخاص
own-age-baby = رضيع
own-age-child-small = طفل صغير
own-age-child = طفل
own-age-teen = مراهق
own-age-adult = شخص بالغ
own-born = تاريخ الميلاد
own-for-clothes = ملابس
own-for-trousers = بناطيل
own-for-shoes = أحذية
own-for-bra = حمّالة صدر
own-for-head = الرأس
own-nothing-stored = لا شيء محفوظ
own-looks = من رأى بياناتك
own-looks-none = لا أحد حتى الآن
own-role-volunteer = متطوّع أو متطوّعة
own-role-coordinator = المنسّق
own-role-mentor = المرافق
own-role-other = الفريق
own-contact = هل يمكننا أن نكتب لك؟
own-contact-help = عندها نذكّرك بموعدك. هذا ليس إلزاميًا.
own-contact-name = الاسم الأول
own-contact-email = البريد الإلكتروني
own-contact-phone = الهاتف
own-contact-agree = نعم، يمكنكم أن تكتبوا لي. يمكنني تغيير ذلك في أي وقت.
own-contact-agree-missing = ضع العلامة أولًا. وإلا فلا يحق لنا حفظ شيء.
own-contact-missing = اكتب بريدًا إلكترونيًا أو رقم هاتف.
own-contact-email-wrong = هذا البريد الإلكتروني غير صحيح.
own-contact-phone-wrong = رقم الهاتف هذا غير صحيح.
own-contact-name-long = الاسم طويل جدًا.
own-contact-saved = تم الحفظ. يمكننا أن نكتب لك.
own-contact-remove = إيقاف الرسائل
own-contact-removed = تم الحذف. لن نكتب لك بعد الآن.
own-language-saved = تم الحفظ.
own-pin-change = تغيير الرقم السري
own-pin-now = الرقم السري القديم
own-pin-new = الرقم السري الجديد
own-pin-again = الرقم السري الجديد مرة أخرى
own-pin-saved = رقمك السري الجديد صالح من الآن.
own-pin-wrong = الرقم السري القديم غير صحيح.
own-pin-six = الرقم السري من 6 أرقام.
own-pin-differ = الرقمان السريان الجديدان غير متطابقين.
own-pin-easy = هذا الرقم السري سهل جدًا. اختر رقمًا آخر.

# Days of the week.
own-weekday-mon = الاثنين
own-weekday-tue = الثلاثاء
own-weekday-wed = الأربعاء
own-weekday-thu = الخميس
own-weekday-fri = الجمعة
own-weekday-sat = السبت
own-weekday-sun = الأحد

# How a piece is cut.
own-cut-w = نسائي
own-cut-m = رجالي
own-cut-k = للأطفال
own-cut-b = للرضّع
own-cut-u = للجميع

# How many
own-pieces = { $count ->
    [zero] لا قطع
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $count } قطع
    [many] { $count } قطعة
   *[other] { $count } قطعة
}

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = مرحبًا،
own-letter-booked-subject = موعدك
own-letter-booked = لديك موعد في مخزن الملابس:
own-letter-moved-subject = تغيّر موعدك
own-letter-moved = موعدك في مخزن الملابس أصبح الآن في هذا الوقت:
own-letter-cancelled-subject = أُلغي موعدك
own-letter-cancelled = أُلغي هذا الموعد في مخزن الملابس:
own-letter-reminder-subject = موعدك غدًا
own-letter-reminder = لديك غدًا موعد في مخزن الملابس:
own-letter-place = المكان: { $place }
own-letter-bring = من فضلك أحضر بطاقتك معك.
own-letter-cannot = لا تستطيع الحضور؟ ألغِ الموعد من فضلك. عندها يأخذه شخص آخر.
own-letter-new-time = يمكنك اختيار موعد جديد.
own-letter-calendar = موعد في مخزن الملابس
