### صورة في مكان المسح: طاولة مليئة بالملصقات تصير قائمة.
photo-title = صورة
photo-lead = ملصقات كثيرة مرة واحدة: ضع القطع على الطاولة والملصقات إلى أعلى، والتقط صورة واحدة.
photo-back = إلى مكان المسح
photo-what-for = لأي عمل؟
photo-take = التقط صورة أو اخترها
photo-hint = من أعلى، وكل شيء مستوٍ ومضاء، حتى 30 ملصقًا تقريبًا. لا تُحفظ الصورة: تبقى في الذاكرة 30 دقيقة على الأكثر.
photo-read = قراءة الصورة
photo-sending = تُنقل الصورة …
photo-reading = تُقرأ الصورة …
photo-offline = لا يوجد اتصال. حاول مرة أخرى.
photo-busy = تُقرأ الآن صور أخرى. حاول بعد دقيقة.
photo-no-file = لم تصل صورة. التقط صورة أو اخترها.
photo-too-large = الصورة كبيرة جدًّا. أرسل صورة لا تزيد على { $megabytes } ميغابايت.
photo-broken = لم تصل الصورة كاملة. أرسلها مرة أخرى.
photo-not-a-picture = لا نستطيع قراءة هذا الملف كصورة. أرسل JPEG أو PNG أو WebP.
photo-too-many-pixels = في الصورة نقاط كثيرة جدًّا. أرسل JPEG بأقل من { $side } نقطة لكل جانب؛ 24 ميغابكسل مقبولة دائمًا.
photo-damaged = الصورة تالفة ولا تُقرأ. صوّر من جديد.
photo-undecodable = تعذّرت قراءة هذه الصورة. صوّر من جديد أو احفظها بصيغة أخرى (JPEG أو PNG أو WebP).
photo-gone = لم تعد هذه الصورة موجودة. ما سُجِّل يبقى مسجَّلًا. صوّر من جديد.
photo-another = صورة جديدة
photo-count =
    { $count ->
         [0] لم يوجد رمز
         [one] وُجد رمز واحد
         [two] وُجد رمزان
         [few] وُجدت { $count } رموز
         [many] وُجد { $count } رمزًا
        *[other] وُجد { $count } رمز
    }
photo-nothing = لم يوجد ملصق
photo-nothing-help = اقترب أكثر، وزد الضوء، وضع الملصقات مستوية. ثم التقط صورة أخرى.
photo-not-all = لم يكفِ الوقت للصورة كلها. هل ينقص شيء؟ صوّر جزءًا أصغر.
photo-picture = صورة عليها رموز مرقّمة
photo-unmarked = الملصق الذي لا رقم عليه في الصورة لم يُقرأ: امسحه وحده أو التقط صورة أخرى.
photo-refresh = فحص القائمة من جديد
photo-take-over = اعتماد
photo-scan-card = امسح البطاقة أو اكتبها
photo-choose-place = اختر المكان
photo-needs-card = لأي أسرة؟ امسح البطاقة أو صوّرها مع القطع.
photo-several-cards = في الصورة بطاقات كثيرة. امسح البطاقة الصحيحة.
photo-needs-place = إلى أين؟ اختر المكان أو صوّر رمزه مع القطع.
photo-several-places = في الصورة أماكن كثيرة. اختر المكان الصحيح.
photo-for-visit = للزيارة المفتوحة بالبطاقة { $card }.
photo-waits-for-card = ينتظر البطاقة.
photo-waits-for-place = ينتظر المكان.
photo-card-open = زيارة هذه البطاقة مفتوحة.
photo-card-opens = تفتح الزيارة.
photo-place-is-it = هذا هو المكان.
photo-only-one = تُحسب بطاقة واحدة أو مكان واحد فقط. لم يُسجَّل شيء.
photo-not-ours = ليس من ملصقاتنا.
photo-code-damaged = القراءة غير مؤكدة. امسحه وحده.
photo-command = لا تُنفَّذ الأوامر من صورة.
photo-not-here = لا يُحسب هنا. لم يُسجَّل شيء.
photo-place = المكان
photo-card = بطاقة أسرة
photo-command-sheet = أمر
photo-other-code = رمز آخر
photo-times = { $times } × في الصورة، يُحسب مرة واحدة
photo-will-hand-out = سيُسلَّم.
photo-will-come-back = يعود ويذهب إلى العناية.
photo-will-take-in = سيُستلم.
photo-will-restock = يعود إلى المخزن.
photo-will-be-found = كان مفقودًا، يعود إلى المخزن.
photo-will-move = سيُنقل.
photo-handed-out = سُلِّم.
photo-moved = نُقل.
photo-do-hand-out = تسليم ما هو محدّد
photo-do-take-back-in = إرجاع ما هو محدّد
photo-do-take-in = استلام ما هو محدّد
photo-do-move = نقل ما هو محدّد
photo-do-count = عدّ ما هو محدّد
photo-summary-taken-back =
    { $back ->
         [zero] لم تُلغَ أي قطعة
         [one] أُلغيت قطعة واحدة
         [two] أُلغيت قطعتان
         [few] أُلغيت { $back } قطع
         [many] أُلغيت { $back } قطعة
        *[other] أُلغيت { $back } قطعة
    }{ $rest ->
         [0] .
        *[other] ، ولم يُلغَ { $rest }: انظر القائمة.
    }
photo-summary =
    { $done ->
         [zero] لم تُسجَّل أي قطعة
         [one] سُجِّلت قطعة واحدة
         [two] سُجِّلت قطعتان
         [few] سُجِّلت { $done } قطع
         [many] سُجِّلت { $done } قطعة
        *[other] سُجِّلت { $done } قطعة
    }{ $not ->
         [0] .
        *[other] ، ولم يُسجَّل { $not }: انظر القائمة.
    }
photo-take-all-back = إلغاء كل ما في هذه الصورة
photo-taken-back = أُلغي.
photo-stale = تغيّر شيء في مكان المسح في هذه الأثناء. لم يُسجَّل شيء: راجع القائمة مرة أخرى.
photo-what-are-they = كل الملصقات الفارغة هي
photo-not-said = لم يُختَر بعد
photo-for-card = لأسرة البطاقة { $card }.
photo-one-of = 1 من { $pieces }: { $name }
photo-one-at-a-time = أرسل صورة واحدة في المرة.
photo-not-looked-up = لا استعلام من صورة. امسحه وحده.
photo-left-off = تعرض القائمة { $shown } رمز فقط. خارج القائمة: { $left }. صوّر جزءًا أصغر.
