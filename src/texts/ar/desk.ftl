### ما يقوله مكان المسح.
item-with-size = { $item } مقاس { $size }
item-without-size = { $item }
photo-label = ملصق
mode-intake = استلام
mode-handout = تسليم
mode-return = إرجاع
mode-move = نقل
mode-stocktake = جرد
mode-lookup = استعلام
state-in-stock = في المخزن
state-reserved = محجوز
state-handed-out = سُلِّم
state-in-care = في العناية
state-missing = مفقود
state-transferred = نُقل إلى جهة أخرى
state-discarded = مستبعد
state-void = أُدخل خطأً
state-in-custody = في الحفظ
verdict-handed-out = { $item }
verdict-need-met = { $got } من { $wanted } في القائمة · { $pieces } في هذه الزيارة
verdict-not-on-list = ليس في قائمة الاحتياجات · { $pieces } في هذه الزيارة
verdict-others-wait =
    { $households ->
         [zero] ليس في قائمة الاحتياجات · { $pieces } في هذه الزيارة
         [one] ليس في القائمة. أسرة واحدة حاجتها أكبر تنتظر هذا المقاس · { $pieces } في هذه الزيارة
         [two] ليس في القائمة. أسرتان حاجتهما أكبر تنتظران هذا المقاس · { $pieces } في هذه الزيارة
         [few] ليس في القائمة. { $households } أسر حاجتها أكبر تنتظر هذا المقاس · { $pieces } في هذه الزيارة
         [many] ليس في القائمة. { $households } أسرة حاجتها أكبر تنتظر هذا المقاس · { $pieces } في هذه الزيارة
        *[other] ليس في القائمة. { $households } أسرة حاجتها أكبر تنتظر هذا المقاس · { $pieces } في هذه الزيارة
    }
verdict-visit-count =
    { $pieces ->
         [zero] لا قطع في هذه الزيارة
         [one] قطعة واحدة في هذه الزيارة
         [two] قطعتان في هذه الزيارة
         [few] { $pieces } قطع في هذه الزيارة
         [many] { $pieces } قطعة في هذه الزيارة
        *[other] { $pieces } قطعة في هذه الزيارة
    }
verdict-visit-opened =
    بطاقة { $card } · { $people ->
         [zero] لا أشخاص
         [one] شخص واحد
         [two] شخصان
         [few] { $people } أشخاص
         [many] { $people } شخصًا
        *[other] { $people } شخص
    }
verdict-visit-needs =
    { $lines ->
         [zero] لا شيء مفتوح في قائمة الاحتياجات
         [one] سطر واحد مفتوح في قائمة الاحتياجات
         [two] سطران مفتوحان في قائمة الاحتياجات
         [few] { $lines } أسطر مفتوحة في قائمة الاحتياجات
         [many] { $lines } سطرًا مفتوحًا في قائمة الاحتياجات
        *[other] { $lines } سطر مفتوح في قائمة الاحتياجات
    }
verdict-visit-needs-last =
    { $lines ->
         [zero] لا شيء مفتوح في قائمة الاحتياجات
         [one] سطر واحد مفتوح في قائمة الاحتياجات
         [two] سطران مفتوحان في قائمة الاحتياجات
         [few] { $lines } أسطر مفتوحة في قائمة الاحتياجات
         [many] { $lines } سطرًا مفتوحًا في قائمة الاحتياجات
        *[other] { $lines } سطر مفتوح في قائمة الاحتياجات
    } · آخر زيارة { $day }
verdict-visit-ready =
    { $ready ->
         [zero] لا قطع جاهزة
         [one] قطعة واحدة جاهزة
         [two] قطعتان جاهزتان
         [few] { $ready } قطع جاهزة
         [many] { $ready } قطعة جاهزة
        *[other] { $ready } قطعة جاهزة
    }، الكيس { $bag } · { $detail }
verdict-visit-finished =
    { $pieces ->
         [zero] تمّ: لم تُسلَّم أي قطعة
         [one] تمّ: سُلِّمت قطعة واحدة
         [two] تمّ: سُلِّمت قطعتان
         [few] تمّ: سُلِّمت { $pieces } قطع
         [many] تمّ: سُلِّمت { $pieces } قطعة
        *[other] تمّ: سُلِّمت { $pieces } قطعة
    }
verdict-visit-unknown = لا توجد هذه الزيارة. امسح البطاقة أولًا.
verdict-visit-of-other-card = هذه الزيارة لبطاقة أخرى. ابدأ من جديد.
verdict-already-listed = مسجَّل من قبل: { $item }. لم يُسجَّل مرتين.
verdict-already-out = سُلِّم من قبل في { $day }: { $item }. هل يُسلَّم من جديد؟
verdict-conflict-handed-out = { $item }: سُلِّم في { $day } لأسرة أخرى أيضًا. يجب أن يوضح ذلك شخص.
verdict-answer-first = أجب أولًا: نعم أو لا.
verdict-answered-no = لا: لم يُسجَّل شيء.
verdict-no-question = لا يوجد سؤال مفتوح.
verdict-question-gone = لم يعد السؤال قائمًا. امسح القطعة مرة أخرى.
verdict-on-tray =
    { $count ->
         [zero] لا قطع تنتظر
         [one] قطعة واحدة تنتظر – امسح البطاقة الآن
         [two] قطعتان تنتظران – امسح البطاقة الآن
         [few] { $count } قطع تنتظر – امسح البطاقة الآن
         [many] { $count } قطعة تنتظر – امسح البطاقة الآن
        *[other] { $count } قطعة تنتظر – امسح البطاقة الآن
    }
verdict-already-on-tray = تنتظر من قبل: { $item }. امسح البطاقة الآن.
verdict-tray-full = لا أكثر من { $most } قطعة دون بطاقة. امسح البطاقة أولًا.
verdict-tray-emptied =
    { $count ->
         [zero] لم يُسجَّل شيء
         [one] لم يُسجَّل شيء: قطعة واحدة دون بطاقة
         [two] لم يُسجَّل شيء: قطعتان دون بطاقة
         [few] لم يُسجَّل شيء: { $count } قطع دون بطاقة
         [many] لم يُسجَّل شيء: { $count } قطعة دون بطاقة
        *[other] لم يُسجَّل شيء: { $count } قطعة دون بطاقة
    }
verdict-card-blocked = البطاقة موقوفة. اسأل المنسّق.
verdict-card-dead = لم تعد هذه البطاقة صالحة. اسأل المنسّق.
verdict-reserved-for-other = لا تُسلِّم: محجوز لأسرة أخرى.
verdict-in-care = لا تُسلِّم: { $item } في العناية. امسحها أولًا عند الاستلام.
verdict-in-custody = لا تُسلِّم: في الحفظ، لم يوافق المجلس بعد.
verdict-not-in-stock = ليس في المخزن: { $item }.
verdict-put-aside = ضع القطعة جانبًا واسأل المنسّق.
verdict-not-so-many = لا يوجد هذا العدد: { $item }، بقي { $left }. أدخل عددًا أصغر.
verdict-label-blank = الملصق ما زال فارغًا.
verdict-label-blank-help = سجّل القطعة أولًا عند الاستلام.
verdict-label-void = الملصق { $code } غير صالح.
verdict-handout-expects = عند التسليم امسح بطاقة أسرة أو قطعة.
verdict-intake-expects = عند الاستلام امسح قطعة أو تبرّعًا أو صنفًا أو رفًّا. للبطاقات: وضع التسليم.
verdict-return-expects = للإرجاع امسح ملصق القطعة.
verdict-taken-in = تمّ الاستلام: { $item }
verdict-lot-in = تمّ الاستلام: { $count } × { $item }
verdict-goes-to-group = ضعها مع: { $group }
verdict-goes-to-care = ضعها مع قطع العناية.
verdict-goes-to-custody = ضعها في الحفظ: لم تُقبل بعد.
verdict-what-is-it = ما هذا؟
verdict-what-is-it-help = اختر الصنف ثم امسح الملصق مرة أخرى.
verdict-product-unknown = لا يوجد صنف «{ $product }». اختر واحدًا من القائمة.
verdict-cut-impossible = { $product }: لا يوجد بالقصّة { $cut }. اختر غيرها.
verdict-field-unknown = «{ $value }» لا يناسب الحقل { $field }. صحّحه.
verdict-donation-unknown = لا يوجد هذا التبرّع: { $code }. اختر التبرّع من جديد.
verdict-donation-is-closed = هذا التبرّع مغلق. اختر غيره.
verdict-donation-closed = تبرّع { $donor } مغلق. اختر غيره.
verdict-donation-chosen = تبرّع من { $donor }: القطع التالية منه.
verdict-product-chosen = { $product }: امسح الملصقات الآن.
verdict-location-chosen = الرف { $location }: القطع التالية توضع هنا.
verdict-restocked = عاد إلى المخزن: { $item }
verdict-already-in-stock = في المخزن من قبل: { $item }. لم يُسجَّل مرتين.
verdict-is-handed-out = { $item }: سُلِّم.
verdict-use-return-mode = هل عادت القطعة؟ إذن وضع الإرجاع.
verdict-returned = أُرجع: { $item }
verdict-was-not-out = { $item }: لم يُسلَّم. لم يُسجَّل شيء.
verdict-was-not-out-help = هل يدخل المخزن؟ إذن وضع الاستلام.
verdict-undone = أُلغي: { $item }
verdict-nothing-to-undo = لا يوجد ما يُلغى (آخر 15 دقيقة فقط).
verdict-changed-meanwhile = { $item }: تغيّر في هذه الأثناء. لم يُلغَ شيء.
verdict-ask-coordinator = اسأل المنسّق.
verdict-intake-finished = تمّ. للقطعة التالية اختر التبرّع والصنف من جديد.
verdict-nothing-open = لا توجد زيارة مفتوحة.
verdict-nothing-to-cancel = لا يوجد ما يُلغى.
verdict-hello = مرحبًا { $name }. الوضع: { $mode }
verdict-badge-refused = هذه الشارة غير صالحة هنا. اسأل المنسّق.
verdict-locked = مقفل. للمتابعة امسح الشارة.
verdict-mode = الوضع: { $mode }
verdict-test = الماسح يعمل.
verdict-help = امسح البطاقة، ثم القطع، وفي النهاية البطاقة مرة أخرى. خطأ؟ امسح «رجوع».
verdict-not-read = لم يُقرأ. امسح مرة أخرى.
verdict-foreign = ليس من رموزنا: { $text }
verdict-unknown = رمز غير معروف { $code }.
verdict-bad-quantity = العدد { $quantity } غير ممكن. أدخل من 1 إلى { $most }.
verdict-bad-event = المسح ناقص ({ $field }). لم يُسجَّل شيء.
verdict-sequence-gap = تنقص عمليات مسح سابقة لهذا الجهاز: أرسل أولًا من الرقم { $expected }.
verdict-sequence-taken = استعمل هذا الجهاز الرقم { $seq } لعملية مسح أخرى. لم يُسجَّل شيء؛ على المنسّق فحص الجهاز.
lookup-in-stock-at = في المخزن، { $location }
lookup-blank = ملصق فارغ { $code }
lookup-donation = تبرّع من { $donor }
lookup-donor = المتبرّع { $name }
lookup-location = المكان { $location }
verdict-nothing-to-undo-here = لم يبقَ هنا ما يُلغى. ما استُلم يُلغى عند الاستلام.
verdict-visit-switched =
    انتهت زيارة { $card }: { $pieces ->
         [zero] لا قطع
         [one] قطعة واحدة
         [two] قطعتان
         [few] { $pieces } قطع
         [many] { $pieces } قطعة
        *[other] { $pieces } قطعة
    }
verdict-event-reused = هذا المعرّف لعملية مسح أخرى. لم يُسجَّل شيء. امسح مرة أخرى.
verdict-already-out-alone = سُلِّم من قبل في { $day }: { $item }. لم يُسجَّل.
verdict-already-out-alone-help = تسليم من جديد رغم ذلك؟ امسح هذه القطعة وحدها.
verdict-move-to = إلى { $location }: امسح القطع الآن.
verdict-move-expects = للنقل امسح مكانًا أو قطعة.
verdict-move-where = إلى أين؟
verdict-move-where-help = امسح رمز الرف أولًا ثم القطع.
verdict-moved = الآن في { $location }
verdict-moved-from = من { $from } إلى { $location }
verdict-lies-here = { $item }: موجود من قبل في { $location }. لم يُسجَّل شيء.
verdict-found-again = وُجد من جديد: { $item }
verdict-lot-moves-whole = تُنقل الدفعة كاملة: { $item }، العدد { $pieces }. امسح دون عدد.
verdict-place-finished = تمّ في { $location }
verdict-count-expects = للجرد امسح المكان أو قطعة.
verdict-count-where = أي مكان؟
verdict-count-where-help = امسح رمز الرف أولًا، ثم كل ما عليه.
verdict-count-begins = جرد { $location }
verdict-count-all =
    { $expected ->
         [zero] لا شيء متوقع. امسح الآن كل ما هنا.
         [one] قطعة واحدة متوقعة. امسح الآن كل ما هنا.
         [two] قطعتان متوقعتان. امسح الآن كل ما هنا.
         [few] { $expected } قطع متوقعة. امسح الآن كل ما هنا.
         [many] { $expected } قطعة متوقعة. امسح الآن كل ما هنا.
        *[other] { $expected } قطعة متوقعة. امسح الآن كل ما هنا.
    }
verdict-count-goes-on = يستمر جرد { $location }
verdict-count-progress = شوهد { $seen } من { $expected }
verdict-count-again = عُدَّ من قبل: { $item }
verdict-count-belongs = مكانه { $location }: { $item }
verdict-count-had-no-place = لم يكن له مكان: { $item }
verdict-count-will-move = يُنقل إلى هنا عند تسجيل الجرد.
verdict-count-will-be-found = يعود إلى المخزن عند تسجيل الجرد.
verdict-count-is-out = سُلِّم، لكنه هنا: { $item }
verdict-count-blank-help = سجّل القطعة عند الاستلام.
verdict-count-closed = جرد { $location } مغلق.
verdict-count-closed-help = لم يُعَدّ شيء. تبدأ من جديد؟ امسح رمز المكان.
verdict-count-undone = لم يعد معدودًا: { $code }
verdict-count-undone-stays = أُلغي. { $code } يبقى معدودًا بمسح آخر.
verdict-count-holds-places = في { $location } أماكن كثيرة.
verdict-count-holds-places-help = لم يُعَدّ شيء. امسح رمز الرف وعُدّ كل رف وحده.
verdict-told-otherwise = رفضه الجهاز وهو دون اتصال: لم يُسجَّل شيء.
verdict-undone-for-nothing = أُلغي. لم يكن شيء مسجَّلًا.
item-with-cut = { $item } { $cut }
item-with-cut-and-size = { $item } { $cut } مقاس { $size }
verdict-cut-w = نسائي
verdict-cut-m = رجالي
verdict-cut-k = للأطفال
verdict-cut-b = للرضّع
verdict-goes-to-place = ضعها في: { $place }
verdict-somebody-waits = أسرة تنتظر هذه القطعة ({ $card }…): «نعم» تحجزها · { $place }
verdict-enough = { $place } · يكفي منها: { $here } موجودة و{ $needed } مطلوبة
verdict-laid-aside = حُجزت: { $item }
verdict-to-pickup-at = ضعها في: { $shelf }، من أجل { $card }…
verdict-to-pickup = ضعها على رفّ المحجوزات، من أجل { $card }…
verdict-offer-gone = لم يعد أحد ينتظرها.
verdict-offer-gone-help = لم يُحجز شيء. ضع القطعة على الرفّ.
verdict-quantity = الآن العدد { $count }: { $item }
verdict-quantity-same = العدد { $count } أصلًا: { $item }
verdict-quantity-alone = العدد للقطع المجمّعة فقط، بعد مسحها مباشرة.
verdict-quantity-alone-help = لم يُسجَّل شيء. امسح الملصق ثم العدد خلال دقيقة.
verdict-lead-yes-or-no = نعم: يمسح المنسّق شارته. لا: امسح «إلغاء» أو اضغط F8.
verdict-lead-needed = اطلب من المنسّق مسح شارته.
verdict-answered-yes = قال المنسّق نعم من قبل.
verdict-reserved-ask = محجوزة لأسرة أخرى: { $item }. هل تُسلَّم مع ذلك؟
verdict-limit-ask = بلغ الحدّ، { $pieces } من { $most }: { $item }. هل تُسلَّم مع ذلك؟
verdict-limit = بلغ الحدّ: { $pieces } من { $most }. لم يُسجَّل شيء.
verdict-limit-help = هل تُسلَّم مع ذلك؟ امسح كل قطعة أخرى وحدها، والمنسّق يقرّر.
verdict-limit-blank-help = سجّل القطعة أولًا عند الاستلام، ثم يقرّر المنسّق.
verdict-describe = الملصق فارغ. ما هذا؟
verdict-describe-help = امسح نوع القطعة من الورقة أو اكتب بضعة أحرف. أو ضع القطعة جانبًا وتابع.
verdict-described-meanwhile = الملصق { $code } صار مستعملًا. امسحه من جديد.
verdict-print-on-page = ورقة الزيارة تُطبع من صفحة الأسرة. لا يُطبع شيء هنا.
verdict-nothing-to-undo-in-visit = لا شيء يُلغى في هذه الزيارة.
verdict-voucher-opened =
    { $pieces ->
         [zero] قسيمة: لم يبق شيء جاهز
         [one] قسيمة: قطعة واحدة جاهزة
         [two] قسيمة: قطعتان جاهزتان
         [few] قسيمة: { $pieces } قطع جاهزة
         [many] قسيمة: { $pieces } قطعة جاهزة
        *[other] قسيمة: { $pieces } قطعة جاهزة
    }
verdict-voucher-only = سلّم هذه القطع فقط.
verdict-voucher-used = استُعملت هذه القسيمة من قبل، في { $day }.
verdict-voucher-ended = لم تعد هذه القسيمة صالحة: أُنهيت.
verdict-voucher-lapsed = لم تعد هذه القسيمة صالحة: من أصدرها لم يعد يرافق هذه الأسرة.
verdict-voucher-expired = كانت هذه القسيمة صالحة حتى { $day } فقط.
verdict-voucher-offline = لا يمكن التحقق من القسيمة بدون شبكة. انتظر أو امسح بطاقة الأسرة.
verdict-voucher-gone = لم تعد جاهزة: { $item }.
verdict-voucher-other-piece =
    { $pieces ->
         [zero] لا قطع جاهزة على هذه القسيمة. هذه القطعة ليست منها.
         [one] هذه القسيمة لقطعة واحدة جاهزة. هذه ليست هي.
         [two] هذه القسيمة لقطعتين جاهزتين. هذه ليست منهما.
         [few] هذه القسيمة من أجل { $pieces } قطع جاهزة. هذه ليست منها.
         [many] هذه القسيمة من أجل { $pieces } قطعة جاهزة. هذه ليست منها.
        *[other] هذه القسيمة من أجل { $pieces } قطعة جاهزة. هذه ليست منها.
    }
verdict-visits-ask =
    { $visits ->
         [zero] لا زيارات في 30 يومًا، المسموح: { $most }. هل تفتح رغم ذلك؟
         [one] زيارة واحدة في 30 يومًا، المسموح: { $most }. هل تفتح رغم ذلك؟
         [two] زيارتان في 30 يومًا، المسموح: { $most }. هل تفتح رغم ذلك؟
         [few] { $visits } زيارات في 30 يومًا، المسموح: { $most }. هل تفتح رغم ذلك؟
         [many] { $visits } زيارة في 30 يومًا، المسموح: { $most }. هل تفتح رغم ذلك؟
        *[other] { $visits } زيارة في 30 يومًا، المسموح: { $most }. هل تفتح رغم ذلك؟
    }
verdict-renewal-ask = استُلم في { $day }، ومن جديد ابتداءً من { $again }: { $item }. هل تسلّم رغم ذلك؟
verdict-points-ask = نقاط كثيرة، { $spent } من { $budget }: { $item }. هل تسلّم رغم ذلك؟
verdict-guarded = لم يُسجَّل: { $item }. المنسّق هو من يقرر.
verdict-with-points = { $detail } · { $spent } من { $budget } نقطة
