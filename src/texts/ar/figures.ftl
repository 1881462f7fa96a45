### الأرقام: المخزون، الداخل والخارج، الاحتياجات، الانتظار. وما يخصها في الصفحة الرئيسية.
nav-figures = الأرقام
figures-title = الأرقام
figures-lead = ما هو موجود، وما يدخل ويخرج، وما هو مطلوب. تحت كل صورة مكتوب ما تم عدّه.
figures-weeks-choice = آخر { $weeks } أسبوعًا
figures-from = من
figures-to = إلى
figures-group = مجموعة السلع
figures-group-all = كل المجموعات
figures-site = الموقع
figures-site-all = كل المواقع
figures-show = عرض
figures-error-long = الفترة طويلة جدًا. يرجى اختيار سنتين على الأكثر.
figures-as-table = كجدول
figures-what-counts = ماذا يُعدّ هنا؟
figures-csv = بصيغة CSV
figures-json = بصيغة JSON
figures-sum = المجموع
figures-product = نوع السلعة
figures-week = الأسبوع من
figures-month = الشهر
figures-running = { $span } (لم ينتهِ بعد)
figures-running-key = الخط المتقطع: لم ينتهِ بعد
figures-week-from = الأسبوع من { $day }
figures-list = إلى القائمة
figures-scale = أعلى قيمة: { $pieces }

figures-stock = المخزون حسب المجموعة
figures-free = متاح
figures-reserved = محجوز
figures-in-care = قيد العناية
figures-stock-sentence =
    { $pieces ->
        [one] قطعة واحدة في البيت، المتاح منها: { $free }.
        [two] قطعتان في البيت، المتاح منهما: { $free }.
        [few] { $pieces } قطع في البيت، المتاح منها: { $free }.
       *[other] { $pieces } قطعة في البيت، المتاح منها: { $free }.
    }
figures-stock-about = شريط لكل مجموعة، الأكبر في الأعلى: متاح، محجوز، قيد العناية، وقيد الحفظ.
figures-stock-definition = تُعدّ كل القطع الموجودة في البيت في { $day }: المتاحة، والمحجوزة لأسرة، وقيد العناية (غسيل أو إصلاح)، وقيد الحفظ. الدفعة تُعدّ بكميتها. القطع المسلَّمة أو المفقودة أو المستبعدة أو المحوَّلة لا تُعدّ.
figures-stock-definition-site = تُعدّ كل القطع الموضوعة في الموقع { $site } في { $day }. القطع بلا مكان لا تُعدّ هنا. الدفعة تُعدّ بكميتها. القطع المسلَّمة أو المفقودة أو المستبعدة أو المحوَّلة لا تُعدّ.
figures-stock-none = لا يوجد مخزون هنا.

figures-in-out = الداخل والخارج حسب الأسبوع
figures-in = مستلَم
figures-out = مسلَّم
figures-in-out-sentence = مستلَم: { $taken }، مسلَّم: { $out }.
figures-in-out-about = شريطان لكل أسبوع: المستلَم والمسلَّم.
figures-in-out-definition = تُعدّ القطع التي استُلمت أو سُلّمت للأسر من { $from } إلى { $to } حسب يوم التسجيل. ما أُلغي لا يُعدّ. المرتجعات لا تغيّر العدد. الأسبوع يبدأ يوم الاثنين.
figures-in-out-all = هنا تُعدّ دائمًا كل المجموعات والمواقع.
figures-in-out-sites = هنا تُعدّ دائمًا كل المواقع.
figures-in-out-none = في هذه الأسابيع لم يدخل شيء ولم يخرج شيء.

figures-needs = الاحتياجات حسب المجموعة
figures-needs-weeks = الاحتياجات حسب الأسبوع
figures-open = مفتوح
figures-partly = ملبّى جزئيًا
figures-ready = جاهز للاستلام
figures-met = ملبّى
figures-recorded = مسجَّل
figures-needs-sentence =
    { $lines ->
        [one] سطر واحد مفتوح، والملبّى: { $met }.
        [two] سطران مفتوحان، والملبّى: { $met }.
        [few] { $lines } أسطر مفتوحة، والملبّى: { $met }.
       *[other] { $lines } سطرًا مفتوحًا، والملبّى: { $met }.
    }
figures-needs-about = شريط لكل مجموعة: مفتوح وملبّى جزئيًا وجاهز. الملبّى مذكور مع الاسم.
figures-needs-name = { $name } · الملبّى { $met }
figures-rest = أخرى ({ $count })
figures-printed = من { $from } إلى { $to } · { $filter } · طُبع يوم { $day } · { $house }
figures-needs-weeks-about = شريطان لكل أسبوع: الأسطر الجديدة والأسطر الملبّاة.
figures-needs-definition = تُعدّ أسطر قوائم الاحتياجات لا القطع. المفتوح والملبّى جزئيًا والجاهز: حتى { $day }. الملبّى: الأسطر التي سُجّلت آخر قطعة لها من { $from } إلى { $to }. المسجَّل: كل الأسطر الجديدة في هذه الفترة، حتى ما سُحب لاحقًا.
figures-needs-none = لا يوجد احتياج مسجَّل.

figures-waiting = مدة الانتظار
figures-waiting-open = كم تنتظر الأسطر المفتوحة
figures-waiting-met = كم انتظرت الأسطر الملبّاة
figures-waits = تنتظر منذ
figures-lines = الأسطر
figures-median-days = الوسط بالأيام
figures-median = أيام في الوسط
figures-days-under =
    { $days ->
        [one] أقل من يوم
       *[other] أقل من { $days } أيام
    }
figures-days = من { $first } إلى { $last } يومًا
figures-days-from = { $days } يومًا وأكثر
figures-waiting-sentence =
    { $median ->
        [one] النصف ينتظر يومًا واحدًا على الأكثر، والأطول { $longest }.
       *[other] النصف ينتظر { $median } يومًا على الأكثر، والأطول { $longest }.
    }
figures-waiting-open-about = شريط لكل مدة انتظار مع عدد الأسطر المفتوحة.
figures-waiting-met-about = شريط لكل شهر: نصف الأسطر الملبّاة انتظر هذا العدد من الأيام على الأكثر.
figures-waiting-definition = تُعدّ أيام كاملة من 24 ساعة منذ تسجيل السطر. الأسطر المفتوحة: حتى { $day }. الأسطر الملبّاة: حتى تسجيل آخر قطعة، من { $from } إلى { $to }، حسب الشهر. الوسط يعني: نصف الأسطر على الأقل لم ينتظر أطول.
figures-waiting-none = لا أحد ينتظر، ولم يُلبَّ شيء في هذه الفترة.

homes-days = آخر { $days } يومًا
homes-days-about = شريطان لكل يوم: المستلَم والمسلَّم.
homes-days-none = في هذه الأيام لم يدخل شيء ولم يخرج شيء.
homes-figures = كل الأرقام
homes-last = آخر التسجيلات
homes-last-none = لم يُسجَّل شيء بعد.
homes-fits = يوجد ما يناسب
homes-fits-lead = هذه الأسر تنتظر منذ أطول مدة، وفي المخزن ما يناسبها.
homes-fits-pieces =
    { $pieces ->
        [one] قطعة واحدة في المخزن تناسب
        [two] قطعتان في المخزن تناسبان
        [few] { $pieces } قطع في المخزن تناسب
       *[other] { $pieces } قطعة في المخزن تناسب
    }
homes-fits-waits =
    { $days ->
        [0] منذ اليوم
        [one] تنتظر منذ يوم
        [two] تنتظر منذ يومين
        [few] تنتظر منذ { $days } أيام
       *[other] تنتظر منذ { $days } يومًا
    }
homes-fits-household = إلى الأسرة
homes-tile-waiting =
    { $households ->
        [one] أسرة تنتظر شيئًا منذ أكثر من { $weeks } أسابيع.
        [two] أسرتان تنتظران شيئًا منذ أكثر من { $weeks } أسابيع.
        [few] أسر تنتظر شيئًا منذ أكثر من { $weeks } أسابيع.
       *[other] أسرة تنتظر شيئًا منذ أكثر من { $weeks } أسابيع.
    }
homes-tile-waiting-link = مدد الانتظار
homes-tile-pickup =
    { $pieces ->
        [one] قطعة جاهزة للاستلام منذ أكثر من { $days } يومًا.
        [two] قطعتان جاهزتان للاستلام منذ أكثر من { $days } يومًا.
        [few] قطع جاهزة للاستلام منذ أكثر من { $days } يومًا.
       *[other] قطعة جاهزة للاستلام منذ أكثر من { $days } يومًا.
    }
homes-tile-pickup-link = إلى المحجوز
homes-tile-labels =
    { $labels ->
        [one] ملصق فارغ بقي. يرجى طباعة ملصقات جديدة قريبًا.
        [two] ملصقان فارغان بقيا. يرجى طباعة ملصقات جديدة قريبًا.
        [few] ملصقات فارغة بقيت. يرجى طباعة ملصقات جديدة قريبًا.
       *[other] ملصقًا فارغًا بقي. يرجى طباعة ملصقات جديدة قريبًا.
    }
homes-tile-labels-link = طباعة الملصقات
homes-tile-labels-tell = إلى القطع
homes-tile-reviewing =
    { $stocktakes ->
        [one] جرد تم عدّه وينتظر مراجعتكم.
        [two] جردان تم عدّهما وينتظران مراجعتكم.
       *[other] عمليات جرد تم عدّها وتنتظر مراجعتكم.
    }
homes-tile-running =
    { $stocktakes ->
        [one] جرد جارٍ. يمكنكم المساعدة في العدّ.
        [two] جردان جاريان. يمكنكم المساعدة في العدّ.
       *[other] عمليات جرد جارية. يمكنكم المساعدة في العدّ.
    }
homes-tile-stocktakes-link = إلى الجرد
homes-tile-silent =
    { $terminals ->
        [one] جهاز طرفي لم يتصل منذ { $days } يومًا.
        [two] جهازان طرفيان لم يتصلا منذ { $days } يومًا.
       *[other] أجهزة طرفية لم تتصل منذ { $days } يومًا.
    }
homes-tile-silent-link = فحص الأجهزة
homes-tile-asking =
    { $devices ->
        [one] جهاز يطلب أن يصبح جهازًا طرفيًا.
        [two] جهازان يطلبان أن يصبحا جهازين طرفيين.
       *[other] أجهزة تطلب أن تصبح أجهزة طرفية.
    }
homes-tile-asking-link = السماح للجهاز
homes-tile-fits =
    { $lines ->
        [one] سطر لأسركم: في المخزن ما يناسب.
        [two] سطران لأسركم: في المخزن ما يناسب.
        [few] أسطر لأسركم: في المخزن ما يناسب.
       *[other] سطرًا لأسركم: في المخزن ما يناسب.
    }
homes-tile-fits-link = إلى الأسر
homes-day = اليوم
