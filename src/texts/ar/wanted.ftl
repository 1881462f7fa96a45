### ما ينقص، وما يمكن للمتبرّعين إحضاره، وما أُعلن عنه.
wanted-nav = الناقص
wanted-missing-title = ما الذي ينقص
wanted-missing-lead = ما تحتاجه الأسر وليس موجودًا ولا قادمًا.
wanted-search = ابحث عن غرض
wanted-season = الموسم
wanted-when-now = هذا الموسم
wanted-when-next = الموسم القادم
wanted-when-all = السنة كلها
wanted-season-all = السنة كلها
wanted-season-winter = شتاء
wanted-season-summer = صيف
wanted-sort-missing = الأكثر نقصًا أولًا
wanted-sort-wanted = الأكثر حاجة أولًا
wanted-sort-households = الأكثر أسرًا أولًا
wanted-sort-name = حسب الاسم
wanted-chart = حسب مجموعة الأغراض
wanted-missing = ناقص
wanted-coming = قادم
wanted-in-stock = موجود
wanted-pieces-wanted = مطلوب
wanted-first = منها لأول مرة
wanted-households = الأسر
wanted-product = نوع الغرض
wanted-cut = القصّة
wanted-cut-any = أي قصّة
wanted-size = المقاس
wanted-size-hint = فارغ: أي مقاس
wanted-pieces = العدد
wanted-cut-w = نساء
wanted-cut-m = رجال
wanted-cut-k = أطفال
wanted-cut-b = رضّع
wanted-cut-u = للجميع
wanted-by-size = حسب المقاس
wanted-cell = ينقص { $missing } من { $wanted }
wanted-heat-key = الرقم يقول كم قطعة تنقص. كلما كان الحقل أقوى كان النقص أكبر.
wanted-all-products = كل الأنواع
wanted-to-items = عرض الأغراض المتاحة
wanted-items-of = { $name }: الموجود { $pieces }، إلى القائمة
wanted-comes = في الطريق
wanted-expected-on = متوقّع في { $day }
wanted-products =
    { $count ->
        [zero] لا أنواع
        [one] نوع واحد
        [two] نوعان
        [few] { $count } أنواع
        [many] { $count } نوعًا
       *[other] { $count } نوع
    }
wanted-none-found = لا ينقص شيء هنا. ابحث عن شيء آخر أو اعرض الكل.
wanted-nothing-open = لا توجد أسرة تنتظر شيئًا. تُضاف الحاجات الجديدة في صفحة الأسرة.
wanted-sentence =
    { $missing ->
        [zero] لا تنقص أي قطعة
        [one] تنقص قطعة واحدة
        [two] تنقص قطعتان
        [few] تنقص { $missing } قطع
        [many] تنقص { $missing } قطعة
       *[other] تنقص { $missing } قطعة
    } من { $wanted } ما زالت الأسر بحاجة إليها.
wanted-sentence-most = أكثر النقص في مجموعة { $group }.
wanted-definition-now = حتى { $day }. تُحسب القطع المفتوحة في قوائم حاجات الأسر النشطة لهذا الموسم: المطلوب ناقص المستلَم ناقص المحجوز. ويُطرح منها ما هو متاح في المخزن وما سيأتي: في التنظيف أو في الحفظ أو مُعلَن عنه. كل قطعة تُحسب مرة واحدة حتى لو ناسبت أكثر من أسرة. القطعة بلا مقاس قد تناسب وتُحسب أخيرًا.
wanted-definition-next = حتى { $day }. تُحسب القطع المفتوحة في قوائم حاجات الأسر النشطة للموسم القادم: المطلوب ناقص المستلَم ناقص المحجوز. ويُطرح منها ما هو متاح في المخزن وما سيأتي: في التنظيف أو في الحفظ أو مُعلَن عنه. كل قطعة تُحسب مرة واحدة حتى لو ناسبت أكثر من أسرة. القطعة بلا مقاس قد تناسب وتُحسب أخيرًا.
wanted-definition-all = حتى { $day }. تُحسب كل القطع المفتوحة في قوائم حاجات الأسر النشطة: المطلوب ناقص المستلَم ناقص المحجوز. ويُطرح منها ما هو متاح في المخزن وما سيأتي: في التنظيف أو في الحفظ أو مُعلَن عنه. كل قطعة تُحسب مرة واحدة حتى لو ناسبت أكثر من أسرة. القطعة بلا مقاس قد تناسب وتُحسب أخيرًا.
wanted-tile = الأكثر نقصًا: { $product }
wanted-tile-link = ما الذي ينقص
wanted-help-missing = هنا ترى ما تحتاجه الأسر وليس موجودًا ولا قادمًا. اختر مجموعة لترى المقاسات. انقر على غرض لترى من أعلن عنه. «الصفحة العامة» تقود إلى ما يراه المتبرّعون.
wanted-help-public = هنا تدير ما يراه المتبرّعون. تعرض الصفحة درجات فقط، ولا تعرض أرقامًا أبدًا. تتغيّر مرة في اليوم. أما المُرحَّب به دائمًا وما لا تقبلونه الآن فيسري فورًا.

wanted-still-to-come = لم يصل التبرّع بعد (أُعلن عنه فقط)
wanted-announced = ما سيأتي
wanted-announced-lead = اكتب ما أُعلن عنه. يُحسب في «ما الذي ينقص» حتى يصل التبرّع.
wanted-announced-came = هكذا أُعلن عنه. الآن تُحسب القطع الممسوحة.
wanted-announced-add = إضافة سطر
wanted-announced-added = سُجّل السطر.
wanted-announced-remove = إزالة
wanted-announced-removed = أُزيل السطر.
wanted-expected = متوقّع في
wanted-product-hint = مثلًا «Winterjacke»
wanted-error-size = هذا المقاس غير موجود لهذا الغرض. اترك الحقل فارغًا إذا كان المقاس غير مهم.
wanted-error-pieces = أدخل رقمًا من 1 إلى { $most }.
wanted-error-expected = هذا اليوم مضى. اختر اليوم أو يومًا لاحقًا.
wanted-error-came = وصل التبرّع بالفعل. امسح القطع.
wanted-error-lines = للتبرّع { $most } سطرًا على الأكثر. اجمع الأسطر.

wanted-public-title = الصفحة العامة
wanted-public-lead = ما يراه المتبرّعون بلا تسجيل دخول. درجات فقط، لا أرقام ولا أسر.
wanted-public-open = عرض الصفحة
wanted-marks = مُرحَّب به دائمًا، وليس الآن
wanted-marks-lead = تسري هذه فورًا ولها الأولوية. أغراض الحمل والرعاية وسلس البول تظهر في الصفحة فقط إذا ذكرتها هنا.
wanted-mark-sizes = المقاسات
wanted-mark-sizes-hint = تفصل بينها فاصلة. فارغ: الكل
wanted-mark-welcome = مُرحَّب به دائمًا
wanted-mark-stop = ليس الآن
wanted-unmark = تراجع
wanted-marked = حُفظ. الصفحة العامة تعرضه الآن.
wanted-welcome = مُرحَّب به دائمًا
wanted-welcome-none = لا شيء بعد. اذكر ما تقبلونه في أي وقت.
wanted-stop = رجاءً ليس الآن
wanted-stop-none = لا شيء بعد. اذكر ما لديكم منه ما يكفي.
wanted-words = نصوص الصفحة
wanted-words-lead = إذا نقصت لغة يظهر النص الألماني. أوقات التوزيع ليست أوقات الاستلام.
wanted-words-saved = حُفظت النصوص.
wanted-preview = ما يراه المتبرّعون
wanted-preview-lead = هذه القائمة بالضبط هي العامة. لا يظهر شيء من قوائم الحاجات إلا إذا كانت وراءه أسر كافية.
wanted-embed = العرض في مواقع أخرى
wanted-embed-lead = انسخ هذا النص إلى صفحة المدينة أو الجمعية.
wanted-embed-open = عرض القائمة المضمّنة
wanted-snippet = نص للنسخ
wanted-feed = الأخبار عبر RSS
wanted-poster = ملصق (PDF)

wanted-title = ما نحتاج إليه
wanted-lead = هذه الأشياء تساعد الآن أكثر من غيرها. رجاءً نظيفة وسليمة، وكما ترضى أن تلبسها أنت.
wanted-level-urgent = مطلوب بشدّة
wanted-level-needed = مطلوب
wanted-level-enough = يوجد ما يكفي، رجاءً ليس الآن
wanted-list-empty = لا شيء هنا الآن. اسألنا عمّا نحتاج إليه.
wanted-bring = أين ومتى؟
wanted-bring-ask = اسألنا متى يمكنك إحضار شيء.
wanted-refuse = ما لا نستطيع قبوله
wanted-refuse-usual = المكسور والمتّسخ، والأجهزة الكهربائية بلا اتفاق مسبق.
wanted-as-of = حتى { $day }
wanted-privacy = هذه الصفحة لا تحفظ شيئًا عنك.
wanted-more = اعرف المزيد
wanted-new-window = (نافذة جديدة)
wanted-scan = محدَّث دائمًا:
wanted-news-title = ما نحتاج إليه: تغييرات { $day }
wanted-news-line = { $level }: { $products }.
wanted-no-longer = لم يعد في القائمة
