### الأسر: الموافقة، الرقم السري، الاقتراحات، التكرار، الإثبات.
error-maternity-consent = هذا يكشف شيئًا عن الصحة. يُرجى تسجيل موافقة الشخص أولًا.
error-consent-twice = هذه الموافقة مسجّلة من قبل.
error-contact-empty = يُرجى ذكر كيفية الوصول إلى الأسرة. للحذف اسحبوا الموافقة.
error-contact-no-way = يُرجى ذكر بريد إلكتروني أو رقم هاتف.
error-contact-email = هذا ليس بريدًا إلكترونيًا. يُرجى التحقق، مثلًا name@example.org.
error-contact-phone = يُرجى استعمال الأرقام والمسافات وعلامة + فقط، مثلًا 0151 234567.
error-not-offered = المجموعة الأساسية لهذه الأسرة لا تشمل هذا الآن.
error-own-quantity =
    { $most ->
         [0] حسب القيمة الإرشادية لا ينقص شيء من هذا الآن.
        *[other] يُرجى اختيار عدد من 1 إلى { $most }.
    }
error-own-ready = توجد قطعة جاهزة لهذا. يُرجى إخبار مكتب التوزيع.
records-pin-made = رقم سري جديد للصفحة الخاصة.
records-consent-given = سُجّلت الموافقة.
records-consent-revoked = سُحبت الموافقة. أُزيلت السطور من القائمة.
records-contact-saved = حُفظت بيانات الاتصال.
records-contact-erased = سُحبت الموافقة. حُذفت بيانات الاتصال.
error-cut-word = لا توجد هذه القَصّة. يُرجى الاختيار من القائمة.
error-merge-itself = هذا هو السجل نفسه. يُرجى اختيار أسرة أخرى.
error-merge-gone = دُمج هذا السجل في سجل آخر. يُرجى المتابعة هناك.
error-merge-twice = اقترح أحدهم هذا من قبل، وهو ينتظر القرار.
error-merge-four-eyes = أنتم من اقترح هذا. يُرجى ترك القرار لشخص آخر من الإدارة.
error-merge-alone = يتطلب الدمج شخصين من الإدارة، وأنتم الآن الوحيدون. يُرجى إضافة شخص ثانٍ في «الإعدادات، الأشخاص».
error-part-too-late = الفصل ممكن خلال 30 يومًا فقط. يُرجى تسجيل أسرة جديدة.
error-part-changed = تغيّر شيء منذ الدمج وسيضيع عند الفصل. يُرجى تسجيل أسرة جديدة.
error-proof-day = يُرجى ذكر يوم ابتداءً من اليوم، بحد أقصى { $years } سنوات.
records-merge-proposed = تم الاقتراح. يقرر شخص ثانٍ.
records-merge-refused = تبقى أسرتين.
records-merge-done = تم الدمج. البطاقة القديمة لم تعد صالحة.
records-merge-undone = تم الفصل من جديد. يرجى إصدار بطاقة جديدة ورقم سري جديد: القديمان لم يعودا صالحين.
records-urgent-marked = وُضعت علامة عاجل.
records-urgent-unmarked = أزيلت العلامة.
records-proof-saved = سُجّل الإثبات.
records-grown =
    { $lines ->
         [zero] حُفظ المقاس الجديد، لم يتغير أي سطر.
         [one] حُفظ المقاس الجديد، عُدّل سطر واحد.
         [two] حُفظ المقاس الجديد، عُدّل سطران.
         [few] حُفظ المقاس الجديد، عُدّلت { $lines } سطور.
         [many] حُفظ المقاس الجديد، عُدّل { $lines } سطرًا.
        *[other] حُفظ المقاس الجديد، عُدّل { $lines } سطر.
    }
records-size-moved =
    { $lines ->
         [zero] حُفظ. لم يتغير أي سطر.
         [one] حُفظ. سطر مفتوح واحد صار بالمقاس الجديد.
         [two] حُفظ. سطران مفتوحان صارا بالمقاس الجديد.
         [few] حُفظ. { $lines } أسطر مفتوحة صارت بالمقاس الجديد.
         [many] حُفظ. { $lines } سطرًا مفتوحًا صارت بالمقاس الجديد.
        *[other] حُفظ. { $lines } سطر مفتوح صارت بالمقاس الجديد.
    }
records-not-again = لا حاجة إليه ثانية.
records-measured = قيس في { $day }، { $ago }
records-months-ago =
    { $months ->
         [0] هذا الشهر
         [one] قبل شهر
         [two] قبل شهرين
         [few] قبل { $months } أشهر
         [many] قبل { $months } شهرًا
        *[other] قبل { $months } شهر
    }
records-measure-again = هل نقيس من جديد؟
records-grow-title = هل كبروا؟
records-grow-lead = تقدير حسب العمر والوقت. القياس أفضل.
records-grow-line = { $who }: { $old } ← على الأرجح { $new }
records-grow-first = { $who }: على الأرجح المقاس { $new }
records-grow-take = اعتماد { $size }
records-again-title = هل يلزم ثانية؟
records-again-lead = مضى وقت يجعل الحاجة إليه ممكنة ثانية حسب القيمة الإرشادية.
records-again-yes = إعادة إلى القائمة
records-again-yes-line = { $product }: إعادة إلى القائمة
records-again-no = غير لازم
records-again-no-line = { $product }: غير لازم
records-size-unknown = هذا المقاس غير موجود في الدليل
records-measured-today = قيس اليوم
records-urgent-only = عاجل حتى { $day }
records-urgent-birth = عاجل: ولادة، حتى { $day }
records-urgent-moving = عاجل: انتقال إلى سكن، حتى { $day }
records-urgent-loss = عاجل: فقدان، حتى { $day }
records-urgent-mark = عاجل …
records-urgent-mark-line = وضع علامة عاجل على { $product }
records-urgent-why-birth = ولادة (8 أسابيع)
records-urgent-why-moving = انتقال إلى سكن (أسبوعان)
records-urgent-why-loss = فقدان بسبب حريق أو ماء أو لجوء (8 أسابيع)
records-urgent-off = لم يعد عاجلًا
records-asked-own = طلبته الأسرة
records-fill-school-year = السنة الدراسية: { $who }
records-fill-look = عرض
records-fill-title = تحضير القائمة
records-fill-lead =
    { $lines ->
         [0] لا ينقص شيء.
         [one] ينقص سطر واحد. أزيلوا العلامة إن لم يكن لازمًا.
         [two] ينقص سطران. أزيلوا العلامة عمّا لا يلزم.
         [few] تنقص { $lines } سطور. أزيلوا العلامة عمّا لا يلزم.
         [many] ينقص { $lines } سطرًا. أزيلوا العلامة عمّا لا يلزم.
        *[other] ينقص { $lines } سطر. أزيلوا العلامة عمّا لا يلزم.
    }
records-fill-met =
    { $lines ->
         [0] لا شيء آخر في النموذج.
         [one] سطر آخر من النموذج موجود أو في القائمة.
         [two] سطران آخران من النموذج موجودان أو في القائمة.
         [few] { $lines } سطور أخرى من النموذج موجودة أو في القائمة.
         [many] { $lines } سطرًا آخر من النموذج موجود أو في القائمة.
        *[other] { $lines } سطر آخر من النموذج موجود أو في القائمة.
    }
records-fill-on-list = موجود في القائمة
records-fill-consent = للحمل يُرجى تسجيل الموافقة أولًا.
records-fill-or = أو { $products }
records-renew-months =
    { $months ->
         [zero] ثانية بعد { $months } شهر
         [one] ثانية بعد شهر واحد
         [two] ثانية بعد شهرين
         [few] ثانية بعد { $months } أشهر
         [many] ثانية بعد { $months } شهرًا
        *[other] ثانية بعد { $months } شهر
    }
records-renew-size = ثانية مع المقاس التالي
records-renew-once = مرة واحدة
records-consents = الموافقات
records-consents-none = لا توجد. كل شيء يعمل من دونها.
records-consent-maternity = الحمل والصحة في القائمة
records-consent-contact = إمكانية الاتصال
records-consent-line = { $channel } · النص { $version } · { $day } · { $who }
records-consent-ended = سُحبت في { $day }
records-consent-revoke = سحب
records-consent-add = تسجيل موافقة
records-consent-text = اقرؤوا: «أغراض الحمل أو الرعاية تكشف شيئًا عن صحتكم. هل يجوز أن تكون في القائمة؟ لا يراها إلا مرافقكم والإدارة ومكتب التوزيع. يمكنكم سحب الموافقة في أي وقت. وتحصلون على كل شيء آخر من دونها.»
records-consent-who = من قال ذلك بنفسه؟
records-consent-how = كيف؟
records-channel-said = قيل شخصيًا
records-channel-paper = على ورق
records-channel-own = على الصفحة الخاصة
records-contact = الاتصال
records-contact-none = غير مذكور. المواعيد ممكنة من دونه.
records-contact-title = كيف يمكن الاتصال بالأسرة؟
records-contact-lead = فقط إن أراد الشخص ذلك. عند سحب الموافقة يُحذف كل شيء.
records-contact-name = الاسم الأول
records-contact-mail = البريد الإلكتروني
records-contact-phone = الهاتف
records-proof = الإثبات
records-proof-none = لا شيء مسجّل. لا يُطلب هنا.
records-proof-missing = لا شيء مسجّل.
records-proof-line = شوهد في { $day } من { $who }
records-proof-until = صالح حتى { $day }
records-proof-over = انتهى في { $day }
records-proof-open = بلا نهاية
records-proof-add = تسجيل إثبات
records-proof-hint = انظروا وسجّلوا فقط. لا تنسخوا ولا تصوّروا شيئًا.
records-proof-kind = ماذا عُرض؟
records-proof-valid = صالح حتى (فارغ: بلا نهاية)
records-proof-basic = إعانة أساسية
records-proof-asylum = إعانات طالبي اللجوء
records-proof-housing = بدل سكن أو علاوة أطفال
records-proof-small = دخل أو تقاعد صغير
records-proof-letter = رسالة من مركز استشارة أو مدرسة
records-proof-told = قيل وصُدّق
records-pin-title = الرقم السري للصفحة الخاصة
records-pin-none = لا يوجد رقم سري بعد. بالبطاقة والرقم السري ترى الأسرة صفحتها.
records-pin-there = يوجد رقم سري. هل نُسي؟ الجديد يلغي القديم.
records-pin-rests = الرقم السري موقوف منذ { $day }، { $time }: أُدخل خطأً مرات كثيرة. الرقم الجديد يعمل فورًا.
records-pin-make = رقم سري جديد
records-pin-too = ورقم سري جديد أيضًا
records-slip-title = ورقة البطاقة والرقم السري
records-slip-lead = يظهر الرقم السري هذه المرة فقط. اطبعوه أو اكتبوه ثم أعطوه للأسرة.
records-slip-print = طباعة
records-slip-done = تم
records-all-households = كل الأسر
records-member-lead = يجوز أن يبقى كل شيء فارغًا.
records-line-ready =
    { $count ->
         [zero] لا شيء جاهز
         [one] قطعة واحدة جاهزة
         [two] قطعتان جاهزتان
         [few] { $count } قطع جاهزة
         [many] { $count } قطعة جاهزة
        *[other] { $count } قطعة جاهزة
    }
records-print-list = طباعة القائمة
records-print-title = قائمة الاحتياجات
records-print-all = للجميع
records-merged-into = دُمج هذا السجل في سجل آخر.
records-merged-look = إلى الأسرة
records-merged-from = أُضيف: { $cards }
records-waits-since = ينتظر منذ { $day }
records-waits = ينتظر منذ
records-filter = اختيار
records-filter-any = الكل
records-filter-waiting = ينتظر أكثر من 8 أسابيع
records-filter-again = قد يلزم شيء ثانية
records-filter-proof = الإثبات ينتهي خلال 30 يومًا
records-duplicates = أسر مكررة
records-duplicates-lead = سجلان وأسرة واحدة؟ شخص يقترح وآخر يدمج. ويمكن الفصل خلال 30 يومًا.
records-duplicates-waiting = بانتظار القرار
records-duplicates-found = متشابهة
records-duplicates-none = لم يُعثر على شيء
records-duplicates-none-text = لا يوجد زوج بنفس المنطقة ونفس الأشخاص. يمكنكم ذكر بطاقتين بأنفسكم أدناه.
records-duplicates-merged = مدموجة
records-duplicates-by-hand = ذكر بطاقتين
records-duplicates-keep-card = البطاقة الباقية
records-duplicates-drop-card = البطاقة الزائلة
records-duplicates-look = مقارنة
records-duplicates-no-card = هذه البطاقة لا تخص أي أسرة. يُرجى التحقق.
records-duplicates-same = البطاقة نفسها مرتين. يُرجى ذكر بطاقتين مختلفتين.
records-merge-waits = اقتُرح الدمج مع أسرة أخرى. بانتظار قرار.
records-compare-title = أسرة واحدة أم اثنتان؟
records-compare-stays = يبقى
records-compare-goes = يزول
records-compare-propose = اقتراح الدمج
records-compare-swap = تبديل
records-compare-confirm = دمج
records-compare-refuse = هما اثنتان
records-compare-part = فصل من جديد
records-compare-what = ينتقل الأشخاص والسطور المفتوحة والقطع الجاهزة والمرافقون والمواعيد. وما وُزّع يبقى في مكانه ويُعرض أيضًا. والبطاقة { $card } لن تعود صالحة. وإن كان أحدهما محظورًا تبقى الأسرة محظورة بعد ذلك.
records-compare-part-what = بعد الفصل تحتاج الأسرة التي زال سجلها إلى بطاقة جديدة ورقم سري جديد.
records-compare-own = أنتم من اقترح هذا. يقرر شخص آخر من الإدارة.
records-compare-by = اقترحه { $who }، { $day }
records-compare-open = سطور مفتوحة: { $lines }
records-compare-got = استلم: { $pieces }
help-fill-preview = هنا ترون ما سيضيفه النموذج قبل أي شيء. أزيلوا العلامات ثم اضغطوا «إدخال».
help-contact = الاتصال بموافقة فقط. يكفي اسم أول ووسيلة واحدة.
help-duplicates = قارنوا الجانبين. من يقترح لا يقرر.
