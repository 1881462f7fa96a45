### قيمة التبرعات، وعلى ماذا تستند، وما يُصحَّح عن المتبرعين والتبرعات.
values-error-cents = أدخل مبلغًا، مثلًا 12.50. أعلى مبلغ هو { $most }.
values-error-rate = أدخل نسبة بين 0 و100، مثلًا 19.
values-error-weight = أدخل الوزن بالكيلوغرام، مثلًا 12.5.
values-error-nothing = قيمة 0 يورو لا مكان لها في الإيصال. اترك الحقل فارغًا ما دامت القيمة غير معروفة.
values-error-description = اكتب ما هي القطعة.
values-error-quantity = أدخل عددًا من 1 إلى { $most }.
values-error-identical = لا تُجمع عدة قطع في سطر واحد إلا إذا كانت متماثلة. ضع علامة على ذلك أو أنشئ أسطرًا منفصلة.
values-error-basis = اختر على ماذا تستند القيمة. الخيارات تتعلق بمصدر التبرع.
values-error-bought-later = تم الشراء قبل يوم التبرع. تحقق من التاريخ.
values-error-asked-early = سُئل المتبرع قبل يوم التبرع بسنة على الأكثر. تحقق من التاريخ.
values-error-line-locked = هذا السطر موجود في إيصال صادر. ألغِ الإيصال أولًا.
values-error-lines = للتبرع { $most } سطر على الأكثر.
values-error-in-line = في السطر «{ $line }»: { $problem }
values-error-taken = هذه القطع موجودة في سطر بالفعل. حدّث الصفحة.
values-error-receipt-issued = صدر إيصال لهذا التبرع. ألغِ الإيصال أولًا.
values-error-bags = أدخل عددًا من 1 إلى { $most }.
values-error-paid = أدخل المبلغ المدفوع.
values-error-bought-receipt = لا يوجد إيصال هبة عينية لما تم شراؤه. يرجى إزالة العلامة أو اختيار «هبة».
values-error-thanks-mail = للشكر بالبريد الإلكتروني نحتاج إلى عنوان البريد الإلكتروني.
values-error-months = أدخل عددًا من 1 إلى { $most }.
values-error-no-file = اختر ملفًا واحدًا على الأقل.
values-error-files = حمّل { $most } ملفات على الأكثر في المرة الواحدة.
values-error-papers = للتبرع { $most } مستند على الأكثر.
values-error-file-kind = «{ $name }» ليس صورة ولا ملف PDF. المسموح JPEG وPNG وWebP وPDF.
values-error-file-large = «{ $name }» كبير جدًا. المسموح { $megabytes } ميغابايت؛ صغّر الصورة أو قسّم ملف PDF.
values-error-file-locked = «{ $name }» محمي بكلمة مرور. احفظ ملف PDF بلا كلمة مرور وحمّله من جديد.
values-error-file-damaged = تعذّر فتح «{ $name }». أنشئ الصورة أو ملف PDF من جديد.
values-error-upload = انقطع التحميل. حاول مرة أخرى.
values-error-evidence-locked = هذا المستند تابع لإيصال صادر ويبقى هنا.
values-request-on = طُلبت معلومات في { $day }
values-request-on-by = طُلبت معلومات في { $day }: { $how }
values-line-saved = حُفظ السطر.
values-line-removed = أُزيل السطر.
values-lines-saved = { $count ->
    [zero] لم يُحفظ أي سطر.
    [one] حُفظ سطر واحد.
    [two] حُفظ سطران.
    [few] حُفظت { $count } أسطر.
    [many] حُفظ { $count } سطرًا.
   *[other] حُفظ { $count } سطر.
  }
values-lines-taken = { $count ->
    [zero] لم يُنشأ أي سطر.
    [one] أُنشئ سطر واحد. تنقصه القيمة الآن.
    [two] أُنشئ سطران. تنقصهما القيمة الآن.
    [few] أُنشئت { $count } أسطر. تنقصها القيم الآن.
    [many] أُنشئ { $count } سطرًا. تنقصها القيم الآن.
   *[other] أُنشئ { $count } سطر. تنقصها القيم الآن.
  }
values-nothing-changed = لم يتغير شيء.
values-evidence-added = { $count ->
    [zero] لم يُحفظ أي مستند.
    [one] حُفظ مستند واحد.
    [two] حُفظ مستندان.
    [few] حُفظت { $count } مستندات.
    [many] حُفظ { $count } مستندًا.
   *[other] حُفظ { $count } مستند.
  }
values-evidence-removed = أُزيل المستند.
values-story-waste = إلى النفايات
values-story-recycled = إلى إعادة تدوير المنسوجات
values-story-sold = بيعت
values-dispose = استبعاد
values-dispose-hint = إلى أين تذهب القطعة؟ ما يُباع أو يُعاد تدويره لا يُذكر أبدًا في إيصال التبرع.
values-dispose-waste = استبعاد: إلى النفايات
values-dispose-recycled = استبعاد: تدوير المنسوجات
values-dispose-sold = استبعاد: بيعت
values-bulk-did-recycle = أُعطيت للتدوير
values-bulk-did-sell = بيعت
values-help = هنا تذكر قيمة التبرع. أنت أو الشركة تحددان القيمة؛ غرفة الملابس لا تقترح سعرًا أبدًا. خذ القطع الممسوحة كأسطر، وأدخل المبالغ وأضف المستندات. التحذيرات لا تمنع شيئًا: إنها تطلب نظرة ثانية. الأسطر في إيصال صادر مقفلة.
values-title = القيم
values-open = فتح القيم والمستندات
values-none-yet = لم تُسجَّل قيمة لهذا التبرع بعد. بلا قيمة لا يوجد إيصال تبرع.
values-sum-of-lines =
    { $count ->
        [zero] لا أسطر، المجموع { $total }
        [one] سطر واحد، المجموع { $total }
        [two] سطران، المجموع { $total }
        [few] { $count } أسطر، المجموع { $total }
        [many] { $count } سطرًا، المجموع { $total }
       *[other] { $count } سطر، المجموع { $total }
      }
values-to-donation = إلى التبرع
values-is-purchase = هذه الأشياء اشتُريت بالمال. لا تُذكر أبدًا في إيصال التبرعات العينية.
values-free = ممسوحة، بلا سطر بعد
values-free-lead = البضاعة الجديدة المتماثلة في سطر واحد. القطع المستعملة لكل منها سطر، لأن لكل قطعة قيمتها.
values-take-all = أخذ الكل
values-take =
    { $count ->
        [zero] بلا أسطر
        [one] أخذ كسطر واحد
        [two] أخذ كسطرين
        [few] أخذ كـ { $count } أسطر
        [many] أخذ كـ { $count } سطرًا
       *[other] أخذ كـ { $count } سطر
      }
values-take-alike = كلها متماثلة: سطر واحد
values-lines = الأسطر
values-lines-business = أدخل ما ورد في بيان الشركة: القيمة بلا ضريبة وضريبة القيمة المضافة للقطعة الواحدة.
values-lines-private = أدخل قيمة القطعة الواحدة: كم ثمنها اليوم مستعملة. قارن، مثلًا مع الإعلانات المبوبة.
values-save-all = حفظ القيم
values-saved =
    { $count ->
        [zero] حُفظت القيم.
        [one] حُفظت القيم.
        [two] حُفظت القيم.
        [few] حُفظت القيم.
        [many] حُفظت القيم.
       *[other] حُفظت القيم.
      }
values-locked = موجود في إيصال صادر، لذلك هو مقفل.
values-all-locked = كل الأسطر موجودة في إيصال صادر، لذلك هي مقفلة.
values-net = القيمة بلا ضريبة، للقطعة الواحدة
values-vat-rate = نسبة الضريبة ٪
values-vat = ضريبة القيمة المضافة، للقطعة الواحدة
values-vat-propose = احسب الضريبة
values-value = القيمة، للقطعة الواحدة
values-new-price = سعر الجديد، للقطعة الواحدة
values-line-change = تعديل البيانات
values-total = المجموع
values-open-lines =
    { $count ->
        [zero] لا سطر بلا قيمة.
        [one] سطر واحد بلا قيمة.
        [two] سطران بلا قيمة.
        [few] { $count } أسطر بلا قيمة.
        [many] { $count } سطرًا بلا قيمة.
       *[other] { $count } سطر بلا قيمة.
      }
values-no-value = بلا قيمة بعد
values-none = لا أسطر بعد
values-none-lead = لم يُمسح شيء لهذا التبرع. اكتب الأسطر يدويًا.
values-line-new = كتابة سطر يدويًا
values-line-edit = تعديل السطر
values-line-remove = إزالة السطر
values-description = ما هي القطعة؟
values-description-hint = هكذا يظهر في الإيصال، مثلًا: سترة شتوية مقاس 140، الماركة.
values-quantity = العدد
values-condition-none = غير مذكور
values-identical = بضاعة متماثلة: كل قطعة مثل الأخرى
values-age = العمر
values-age-hint = مثلًا: سنتان.
values-bought-on = تاريخ الشراء
values-bought-on-hint = اليوم أو الشهر أو السنة: ‎2024-05-12 أو ‎2024-05 أو 2024.
values-basis = على ماذا تستند القيمة؟
values-basis-going-concern = قيمة الأصل في المنشأة
values-basis-book = القيمة الدفترية
values-basis-market = القيمة السوقية
values-basis-invoice = السعر في الفاتورة
values-from = من أين القيمة؟
values-from-hint = مثلًا: 3 إعلانات مبوبة في 2 مايو، أو بيان الشركة في 2 مايو.
values-alike =
    { $count ->
        [zero] لا قطع
        [one] قطعة واحدة
        [two] قطعتان متماثلتان
        [few] { $count } قطع متماثلة
        [many] { $count } قطعة متماثلة
       *[other] { $count } قطعة متماثلة
      }
values-bought = الشراء: { $when }
values-error-bought = يرجى كتابة يوم أو شهر أو سنة، مثلًا ‎2024-05-12 أو ‎2024-05 أو 2024.
values-papers =
    { $count ->
        [zero] لا مستندات
        [one] مستند واحد
        [two] مستندان
        [few] { $count } مستندات
        [many] { $count } مستندًا
       *[other] { $count } مستند
      }
values-line-number = السطر { $number }
values-line-named = السطر { $number }: { $name }
values-warn-round = كل القيم مبالغ مدوّرة (مضاعفات 5 يورو). هذا يبدو تقديرًا. تأكد من أن كل قيمة حُددت على حدة.
values-warn-one-value = { $lines } أسطر مختلفة لها القيمة نفسها: { $value }. مكتب الضرائب لا يقبل فئات الأسعار. القيمة المشتركة للبضاعة المتماثلة فقط.
values-warn-near-new = القيمة { $percent } ٪ من سعر الجديد. هذا كثير لملابس مستعملة. تحقق من المقارنة.
values-warn-vat = النسبة والقيمة بلا ضريبة تعطيان ضريبة { $vat }. تحقق مما ذكرته الشركة.
values-warn-basis = أساس القيمة لا يناسب مصدر التبرع. عدّل السطر.
values-warn-no-statement = لا يزال بيان الشركة المكتوب عن القيمة ناقصًا بين المستندات.
values-warn-no-evidence = لا يوجد بعد أي مستند للقيم. مكتب الضرائب يريد أن يرى على ماذا تستند القيمة.
values-warn-not-asked = المصدر غير معروف. اطلب المعلومات من المتبرع وأدخل التاريخ أدناه.
values-error-propose = للحساب نحتاج القيمة بلا ضريبة والنسبة.
values-papers-title = المستندات
values-papers-none = لا مستندات بعد. الصور والفواتير وبيانات القيمة مكانها هنا.
values-paper-remove = إزالة
values-paper-kind = نوع المستند
values-paper-about = يخص
values-paper-all = التبرع كله
values-files = الملفات
values-files-hint = صور أو PDF: اختر أو اسحب إلى هنا أو التقط صورة. 10 ملفات على الأكثر، كل منها 20 ميغابايت. يُحذف مكان التصوير ووقته.
values-upload = تحميل
values-evidence-statement = بيان الشركة عن القيمة
values-evidence-invoice = فاتورة
values-evidence-opinion = تقرير خبير
values-evidence-comparison = مقارنة أسعار
values-evidence-photo = صورة
values-evidence-request = طلب معلومات
values-evidence-other = مستند آخر
values-asked = طلب معلومات
values-asked-lead = لا تعرف من أين جاءت الأشياء؟ اسأل المتبرع واكتب هنا متى. عندها فقط يجوز أن يذكر الإيصال أنه لم يقدّم معلومات.
values-asked-other = هل سألت المتبرع عن المصدر أو القيمة؟ اكتب هنا متى.
values-asked-on = تاريخ السؤال
values-asked-how = كيف؟ (رسالة، هاتف)
values-asked-save = تسجيل التاريخ
values-letter-make = إنشاء رسالة إلى المتبرع (PDF)
values-letter-lead = أو اكتب إليه: تسأل الرسالة عن المصدر والعمر والسعر والمستندات. ثم تُحفظ مع المستندات بتاريخ اليوم.
values-letter-file = طلب معلومات { $day }
values-letter-subject = تبرعك بتاريخ { $day }: نرجو بعض المعلومات
values-letter-why = شكرًا جزيلًا على تبرعك. من أجل إيصال التبرع علينا أن نعرف من أين جاءت الأشياء وكم تساوي. نرجو ملء هذه الرسالة وإعادتها إلينا.
values-letter-without = إذا لم تخبرنا بشيء، فعلينا أن نكتب في الإيصال أنك لم تقدم معلومات رغم أننا طلبناها.
values-letter-origin = من أين جاءت الأشياء؟
values-letter-private = ملك خاص: كانت لي أو لعائلتي.
values-letter-business = من منشأة: شركة أو عيادة أو مزرعة.
values-letter-goods = ما هي وكم كان سعرها؟
values-letter-thing = الشيء
values-letter-price = السعر جديدًا
values-letter-bought = تاريخ الشراء (الشهر والسنة)
values-letter-condition = الحالة
values-letter-company = هل الأشياء من منشأة؟ إذًا نرجو أن تذكر القيمة التي أُخرجت بها وكم كانت ضريبة القيمة المضافة عليها.
values-letter-papers = نرجو إرفاق ما لديك: فواتير أو إيصالات أو صور أو أسعار للمقارنة.
values-letter-sign = التاريخ والتوقيع
values-error-letter-address = لا يمكن كتابة رسالة: ينقص الاسم أو الشارع أو المدينة. نرجو تسجيلها في بطاقة المتبرع.
values-contact = الشخص المسؤول
values-contact-hint = للشركات والمؤسسات. لا يظهر أبدًا في الإيصال.
values-country = البلد
values-country-hint = فقط خارج ألمانيا.
values-thanks = الشكر
values-thanks-hint = كيف يريد المتبرع أن يُشكر؟
values-thanks-none = بلا شكر
values-thanks-mail = بريد إلكتروني
values-thanks-letter = رسالة
values-letters-lang = لغة الرسائل
values-gives-every = يتبرع بانتظام: كل … أشهر
values-gives-every-hint = اتركه فارغًا إن لم تكن هناك فترة ثابتة.
values-gives-months =
    { $count ->
        [zero] يتبرع بانتظام
        [one] يتبرع كل شهر
        [two] يتبرع كل شهرين
        [few] يتبرع كل { $count } أشهر
        [many] يتبرع كل { $count } شهرًا
       *[other] يتبرع كل { $count } شهر
      }
values-awaited = التبرع التالي منتظر ابتداءً من { $day }
values-due = حان موعده
values-card-print = طباعة البطاقة
values-copies = كم نسخة؟
values-copies-hint = لتبرع في عدة أكياس: ملصق لكل كيس.
values-only = اختيار
values-only-recurring = يتبرع بانتظام
values-only-due = التبرع التالي منتظر
values-only-no-address = العنوان ناقص
values-only-receipt = الإيصال لم يصدر بعد
values-only-receipt-no-address = إيصال مطلوب والعنوان ناقص
values-only-waiting = لم يُمسح كل شيء بعد
values-only-company = من شركات
values-only-no-value = إيصال مطلوب ولا توجد قيمة بعد
values-year = السنة
values-receipt-wanted = مطلوب
values-receipt-missing = مطلوب ولم يصدر بعد
values-receipt-issued = صادر
values-source = المصدر المالي
values-source-hint = مشترى يعني: بمال متبرَّع به. لا يوجد لذلك إيصال تبرع عيني.
values-source-gift = هدية
values-source-purchase = مشترى
values-paid = المدفوع
values-paid-hint = للأشياء المشتراة فقط: المبلغ في الفاتورة.
values-came = كيف وصل؟
values-came-unknown = غير مذكور
values-came-bags = في أكياس
values-came-delivery = توصيل
values-came-fetched = استُلم من المتبرع
values-bags = أكياس أو صناديق
values-weight = الوزن بالكيلوغرام
values-weight-head = الوزن
values-kg = { $weight } كغ
values-issuer = من استلمه؟
values-issuer-hint = الجمعية أو المدينة: من يصدر الإيصال.
values-issuer-none = لم يُحدد بعد
values-more = مزيد من البيانات
values-donation-edit = تعديل التبرع
values-donation-edit-lead = إذا صدر إيصال فيجب إلغاؤه أولًا.
values-donation-saved = حُفظ التبرع.
values-yes = نعم
values-no = لا
values-error-evidence-full = يجب ألا يتجاوز حجم مستندات التبرع الواحد معًا { $most } ميغابايت. المستندات المحذوفة تُحسب أيضًا لأنها تُحفظ. يرجى تصغير الملفات أو أخذ الصفحات اللازمة فقط.
values-warn-vague = لا يمكن تقييم أكياس أو صناديق. صف كل قطعة وقيّمها وحدها.
values-warn-guess = «تقدير» لا يكفي لمصلحة الضرائب. اكتب بماذا قورنت القيمة.
values-sum-of-form = كل القطع معًا: { $sum }
values-scanned = مُسح { $pieces } من { $all }
values-put-on = { $count ->
    [one] قطعة واحدة تنتمي إلى السطر { $number }
    [two] قطعتان تنتميان إلى السطر { $number }
   *[other] { $count } قطع تنتمي إلى السطر { $number }
  }
values-put = { $count ->
    [one] قطعة واحدة أصبحت على السطر { $number }. قيمته لا تتغير.
    [two] قطعتان أصبحتا على السطر { $number }. قيمته لا تتغير.
   *[other] { $count } قطع أصبحت على السطر { $number }. قيمته لا تتغير.
  }
values-no-room = السطر { $number } يذكر مثل هذه القطع. ينقصه { $room }، وتحت هذا الملصق أكثر من ذلك.
values-would-double = يوجد سطر يذكر مثل هذه القطع وما زال ينقصه بعضها. سطر جديد سيقيّمها مرتين.
values-error-room = السطر { $number } ينقصه { $room } من القطع. تحت الملصق أكثر من ذلك: يرجى تقسيمه أولًا أو مراجعة عدد القطع في السطر.
values-error-no-place = هذا السطر لا يذكر مثل هذه القطع أو لم يعد ينقصه شيء. يرجى إعادة تحميل الصفحة.
values-group-none = غير محدد
values-group-hint = لتقرير قيمة البضائع.
values-product-hint = من الكتالوج. فقط إذا كانت كل القطع من هذا النوع.
values-no-receiver = بلا مستلم
values-only-valued = بقيمة أو مدفوعة
values-put-which = أي ملصق؟
values-put-choose = يرجى الاختيار
values-put-line = إلى أي سطر؟
values-put-do = تعيين
values-put-lead = لكل قطعة مستعملة قيمتها الخاصة. لذلك حددوا أي قطعة تنتمي إلى أي سطر.
values-no-label = بلا ملصق
values-error-which = لكل قطعة مستعملة قيمتها الخاصة. يرجى اختيار الملصق الذي ينتمي إلى هذا السطر.
values-from-day = من { $day }
values-to-day = حتى { $day }
