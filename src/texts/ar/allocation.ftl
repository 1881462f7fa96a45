### التوزيع: من يحصل على ماذا. الحجز والجلب وما لم يوجد.
nav-allocation = التوزيع
nav-pick = الجلب
help-allocation = تقترح القاعدة من يحصل على أي قطعة. كل اقتراح يذكر أرقامه الثلاثة. أنت تراجع وتؤكد، ثم تُحجز القطع. «إعطاء غيره» يحتاج إلى سبب.
help-pick = يرجى جلب هذه القطع من الرفوف. ضع علامة على كل قطعة. إن لم تكن في مكانها فاضغط «غير موجودة».
allocation-title = التوزيع
allocation-rule = يحصل الجميع على القطعة الأولى قبل أن يحصل أحد على الثانية؛ ثم يأتي دور الأسرة التي ينقصها أكثر، ومن ينتظر أطول يتقدم كل أسبوع مكانًا.
allocation-lot = عند تساوي النقاط تحسم قرعة الأسبوع { $week }: { $seed }
allocation-otherwise = في آخر 30 يومًا: مرات الحجز { $total }، والقرارات المختلفة { $count }.
allocation-expired = انتهت مدتها منذ أمس: { $pieces }. عُرضت على التالين: { $offered }.
allocation-was-expired = كانت محجوزة لأسرة أخرى وانتهت المدة.
allocation-count =
    { $count ->
         [zero] لا اقتراحات
         [one] اقتراح واحد
         [two] اقتراحان
         [few] { $count } اقتراحات
         [many] { $count } اقتراحًا
        *[other] { $count } اقتراح
    }
allocation-range = { $first } إلى { $last } من { $count }
allocation-group = الترتيب
allocation-by-rank = حسب النقاط
allocation-by-product = حسب الصنف
allocation-by-household = حسب الأسرة
allocation-by-place = حسب الرف
allocation-card = البطاقة (تكفي بدايتها)
allocation-first-only = القطعة الأولى فقط (80)
allocation-piece = القطعة
allocation-for = لـ
allocation-why = النقاط
allocation-lies = المكان
allocation-nowhere = بلا مكان
allocation-tick = تحديد { $piece } لـ { $card }
allocation-tick-none = إلغاء كل التحديد
allocation-tick-all = تحديد الكل
allocation-confirm = حجز المحدد
allocation-confirm-all =
    { $count ->
         [zero] دون تحديد: لا شيء يُحجز
         [one] دون تحديد: حجز القطعة الأولى
         [two] دون تحديد: حجز أول قطعتين
         [few] دون تحديد: حجز أول { $count } قطع
         [many] دون تحديد: حجز أول { $count } قطعة
        *[other] دون تحديد: حجز أول { $count } قطعة
    }
allocation-done =
    { $count ->
         [zero] لم تُحجز أي قطعة.
         [one] حُجزت قطعة واحدة.
         [two] حُجزت قطعتان.
         [few] حُجزت { $count } قطع.
         [many] حُجزت { $count } قطعة.
        *[other] حُجزت { $count } قطعة.
    }
allocation-done-partly = حُجز { $count }. لم يُحجز { $gone } لأن شيئًا تغيّر.
allocation-instead = إعطاء غيره
allocation-instead-of = إعطاء { $piece } لغيره
allocation-none = لا اقتراح
allocation-none-text = المطلوب غير متوفر في المخزن، أو هو محجوز بالفعل.
allocation-none-filter = لا اقتراح بهذه التصفية.
allocation-free = اختيار حر بلا نقاط
allocation-free-text = يوجد منه ضعف المطلوب على الأقل. يمكن للجميع الاختيار.
allocation-free-line = الموجود { $stock }، المطلوب { $open }
allocation-free-more = و{ $count } غيرها
allocation-sentence = { $u } ({ $why }) + { $b } ({ $percent } % من التجهيز الأساسي) + { $w } ({ $weeks }) = { $total } نقطة
allocation-sentence-place = { $sentence }، المركز { $place } من { $of } (القطع المطلوبة)
allocation-weeks =
    { $weeks ->
         [zero] أقل من أسبوع
         [one] أسبوع واحد
         [two] أسبوعان
         [few] { $weeks } أسابيع
         [many] { $weeks } أسبوعًا
        *[other] { $weeks } أسبوع
    }
allocation-u-first = لا يملك بعد: { $product }
allocation-u-marked = عُلّم كأمر عاجل
allocation-u-more = لديه { $have } من { $wanted }
allocation-u-aside =
    { $why }، { $count ->
         [zero] { $count } جاهزة
         [one] واحدة جاهزة
         [two] اثنتان جاهزتان
         [few] { $count } جاهزة
         [many] { $count } جاهزة
        *[other] { $count } جاهزة
    }
allocation-u-proposed =
    { $why }، { $count ->
         [zero] { $count } أخرى مقترحة من قبل
         [one] واحدة أخرى مقترحة من قبل
         [two] اثنتان أخريان مقترحتان من قبل
         [few] { $count } أخرى مقترحة من قبل
         [many] { $count } أخرى مقترحة من قبل
        *[other] { $count } أخرى مقترحة من قبل
    }
allocation-waits-for =
    { $count ->
         [zero] تنقص { $count } قطعة
         [one] تنقص قطعة واحدة
         [two] تنقص قطعتان
         [few] تنقص { $count } قطع
         [many] تنقص { $count } قطعة
        *[other] تنقص { $count } قطعة
    }
allocation-u-later = لا يملك بعد: { $product }، غير عاجل
allocation-u-wish = رغبة
allocation-queue = من ينتظرها؟
allocation-queue-text = حسب ترتيب القاعدة. إعطاؤها لغير الأول يحتاج إلى سبب.
allocation-queue-more = و{ $count } غيرهم بعد ذلك
allocation-proposed = مقترح
allocation-gets-other = يحصل على قطعة أخرى
allocation-reason = لماذا؟
allocation-reason-hint = جملة واحدة. بلا أسماء وبلا أمراض.
allocation-give = حجز
allocation-nobody = لا أحد ينتظر هذه القطعة الآن.
allocation-alone = لا أحد غيرها ينتظر هذه القطعة.
allocation-cannot = تنتظر أيضًا لكنها لا تحصل على هذه القطعة
allocation-cannot-passed = كانت جاهزة لهذه الأسرة من قبل. انتهى الوقت.
allocation-cannot-free = يمكنها أن تختار قطعة مناسبة بحرية. يوجد منها ما يكفي.
allocation-gone = لم تعد هذه القطعة مقترحة.
error-allocation-none = لم يُحدد شيء. يرجى تحديد اقتراح واحد على الأقل.
error-allocation-too-many = { $most } كحد أقصى في المرة الواحدة. يرجى تحديد عدد أقل.
error-allocation-changed = تغيّرت الاقتراحات. يرجى النظر فيها مرة أخرى.
error-allocation-reason = يرجى كتابة سبب إعطائها لغيره.
error-allocation-choose = يرجى اختيار من يحصل عليها.
error-allocation-gone = لم يعد ممكنًا: تغيّرت القطعة أو الحاجة.
pick-title = الجلب
pick-lead = محجوزة لكنها ما زالت على الرف. يرجى جلبها بهذا الترتيب إلى رف الاستلام.
pick-count =
    { $count ->
         [zero] لا قطع للجلب
         [one] قطعة واحدة للجلب
         [two] قطعتان للجلب
         [few] { $count } قطع للجلب
         [many] { $count } قطعة للجلب
        *[other] { $count } قطعة للجلب
    }
pick-more = هذه أول { $count } من { $all }. يظهر الباقي بعد جلبها.
pick-none = لا شيء للجلب
pick-none-text = كل المحجوز موجود على رف الاستلام.
pick-no-place = بلا مكان
pick-bag = كيس { $bag }
pick-until = حتى { $day }
pick-picked = جُلبت
pick-picked-what = جُلبت: { $piece }
pick-missing = غير موجودة
pick-missing-what = غير موجودة: { $piece }
pick-done = جُلبت.
pick-not-found = لم يُعثر على: { $piece }، { $bag }.
pick-counted = سيُعاد عدّ الرف:
pick-not-found-done = سُجلت مفقودة. سيُعاد عدّ الرف.
pick-next-done = حُجزت قطعة أخرى.
pick-next-title = هذه مناسبة أيضًا:
pick-next-take = أخذ هذه
pick-next-none = لا توجد الآن قطعة أخرى مناسبة. تبقى الأسرة منتظرة ولا تفقد مكانها.
error-pick-gone = لم تعد هذه القطعة للجلب.
error-pick-next-gone = لم تعد هذه القطعة ممكنة. يرجى النظر في القائمة مرة أخرى.
checks-title = يرجى العدّ
checks-lead = لم يوجد شيء هنا. يختفي السطر بعد تسجيل الجرد.
checks-line = { $piece } لم توجد في { $day }
checks-line-by = { $piece } لم توجد في { $day }، { $name }
checks-count = العدّ الآن
ready-title = جاهز للاستلام
ready-until = حتى { $day }
ready-none = لا شيء جاهز الآن.
