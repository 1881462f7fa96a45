### كل يوم: التراجع، عدة أشياء معًا، تغيير في الأثناء، صفحات تتحدث وحدها.
undo-button = تراجع
undone = تم التراجع. عاد كل شيء كما كان.
undone-partly = تم التراجع. تبقى السطور التي تغيّرت في الأثناء، وعددها: { $count }.
error-undo-not-this = لم يعد التراجع ممكنًا هنا. يرجى التغيير يدويًا.
error-undo-too-late = فات الوقت: التراجع ممكن لمدة 15 دقيقة. يرجى التغيير يدويًا.
error-undo-changed = تغيّر هذا مرة أخرى في الأثناء. انظروا ثم غيّروه يدويًا.
changed-today-by = غيّره { $who } في الساعة { $time }. انظروا ما هو صحيح الآن.
changed-by = غيّره { $who } يوم { $day } في الساعة { $time }. انظروا ما هو صحيح الآن.
clash-title = تغيّر في الأثناء
clash-kept = ما كتبتموه ما زال في النموذج. زر «حفظ» يأخذ ما كتبتموه.
clash-same = المكتوب الآن هو نفسه ما كتبتموه.
clash-field = الحقل
clash-now = الآن
clash-yours = ما كتبتموه
clash-empty = (فارغ)
item-done = { $name }: { $what }.
place-renamed = اسم المكان الآن { $name }.

item-next = ماذا نفعل به؟
item-next-none = لا شيء يُفعل هنا.
item-where = أين يوجد
item-where-alt = { $path }: مكان { $number } من { $count }
item-where-nowhere = ليس له مكان ثابت.
item-quick-edit = تغيير سريع
item-quick-hint = المكان والمقاس والجودة والقصة والنوع.
item-household-link = عرض الأسرة
item-pieces-title = من هذه المجموعة
item-pieces-left = في المجموعة
item-contradictions =
    { $count ->
        [one] يوجد سؤال مفتوح عن هذه القطعة.
       *[other] الأسئلة المفتوحة عن هذه القطعة: { $count }.
    }
item-contradictions-link = عرض السؤال
item-labels-title = الملصقات
item-label-now = صالح
item-label-replaced = مستبدل
item-label-void = غير صالح
item-label-since = طُبع يوم { $day }
item-relabel = استبدال الملصق
item-relabel-hint = ألصقوا ملصقًا جديدًا ثم امسحوا رمزه أو اكتبوه. القديم لن يصلح بعد ذلك.
item-relabel-code = الرمز على الملصق الجديد
item-relabelled = الملصق { $code } صالح الآن.
error-relabel-unread = لا يمكن قراءة هذا الرمز. امسحوه أو اكتبوه مرة أخرى.
error-relabel-kind = هذا ليس ملصقًا للقطع. خذوا واحدًا من لفة القطع.
error-relabel-unknown = لم يُطبع هذا الملصق هنا. خذوا غيره.
error-relabel-used = الملصق { $code } موجود على قطعة أخرى. خذوا غيره.
error-relabel-piece = ليس لهذه القطعة ملصق خاص بها.
item-edit-row = تغيير
item-edit-row-of = تغيير سريع: { $name }

bulk-done = عدد القطع { $count }: { $what }
bulk-did-move = نُقلت
bulk-did-condition = تغيرت الجودة
bulk-did-care = إلى العناية
bulk-did-restock = إعادة إلى المخزن
bulk-did-missing = مفقودة
bulk-did-discard = مستبعدة
bulk-did-void = أُدخلت خطأً
bulk-is-there = موجود هناك من قبل.
bulk-is-so = هو كذلك من قبل.
bulk-is-in-stock = موجودة في المخزن من قبل.
bulk-is-in-care = في العناية من قبل.
bulk-is-missing = مفقودة من قبل.
bulk-is-discarded = مستبعدة من قبل.
bulk-is-void = مسجلة كإدخال خاطئ من قبل.
bulk-not-so = غير ممكن في هذه الحالة: { $state }.
bulk-stopped = لم يُنفذ لأن كل شيء أُلغي.
bulk-title = مع القطع المحددة
bulk-tick = تحديد { $name }
bulk-tick-page = كل ما في هذه الصفحة
bulk-chosen = محدد: { $count }
bulk-all-matching = ليس المحدد فقط: كل القطع المطابقة للتصفية وعددها { $count }
bulk-what = ماذا نفعل؟
bulk-to-place = إلى: { $place }
bulk-to-condition = الجودة: { $condition }
bulk-print = طباعة الملصقات من جديد
bulk-go = تنفيذ
bulk-steps = في المخزن
bulk-places = نقل
bulk-conditions = تغيير الجودة
bulk-running = انتهى { $done } من { $count }.
bulk-still-running = ما زال التنفيذ جاريًا. تُحدَّث الصفحة تلقائيًا.
bulk-going-back = تم التراجع عن { $done } من { $count }.
bulk-go-on = متابعة
bulk-result = نُفذ: { $count }
bulk-result-refused = لم يُنفذ: { $count }
bulk-result-undone = أُلغي: { $count }
bulk-result-waiting = ما زال ينتظر: { $count }
bulk-undo-all = التراجع عن الكل
bulk-undo-hint = ممكن لمدة 24 ساعة. ما غيّره أحد في الأثناء يبقى كما هو.
bulk-taken-back = تم التراجع.
bulk-to-items = إلى القطع
bulk-part-done = نُفذ
bulk-part-refused = لم يُنفذ
bulk-part-undone = أُلغي
bulk-part-waiting = ينتظر
bulk-part-outcome = النتيجة
bulk-part-why = السبب
bulk-lately = آخر ما نُفذ على عدة قطع
bulk-lately-lead = ما نُفذ على عدة قطع معًا في آخر 24 ساعة. يمكن التراجع عنه خلال هذه المدة.
bulk-lately-none = لم يُنفذ شيء على عدة قطع معًا في آخر 24 ساعة.
bulk-lately-who = من
bulk-lately-when = متى
error-bulk-none = لا شيء محدد. حددوا القطع أولًا.
error-bulk-what = اختاروا ماذا نفعل.
error-bulk-too-many = { $most } قطعة على الأكثر في المرة. ضيّقوا القائمة بالتصفية.
error-bulk-list-changed = تغيرت القائمة: الآن تطابق { $count } قطعة. انظروا القائمة واختاروا من جديد.

live-changed = تم التحديث.
live-new =
    { $count ->
        [0] هناك تغييرات.
        [one] مدخل جديد واحد.
       *[other] مداخل جديدة: { $count }
    }
live-show = عرض
live-editing = غيّر أحدهم شيئًا هنا الآن. ما كتبتموه يبقى.
