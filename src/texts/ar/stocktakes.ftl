### الجرد: ما الموجود حقًّا.
nav-stocktakes = الجرد
desk-mode-stocktake = جرد
stocktakes-title = الجرد
stocktakes-lead = كل مكان يُعدّ وحده: امسح أو صوّر كل ما فيه. لا يُسجَّل شيء إلا في النهاية.
stocktakes-count = عدّ
stocktakes-all = كل الأماكن
stocktakes-expected = متوقع
stocktakes-last = آخر عدّ
stocktakes-never = لم يُعَدّ بعد
stocktakes-accuracy = المطابقة
stocktakes-percent = { $percent } %
stocktakes-day = { $day }
stocktakes-begin = بدء
stocktakes-go-on = متابعة العدّ
stocktake-running = جارٍ
stocktake-reviewing = قيد المراجعة
stocktake-posted = سُجِّل
stocktake-dropped = أُهمل
stocktake-by = بدأه { $name } في { $day }
stocktake-empty = لا شيء متوقع هنا
stocktake-empty-text = ولم يُعَدّ شيء بعد. هل يوجد هنا شيء؟ امسحه أو صوّره.
stocktake-found = في مكانه: { $count }
stocktake-found-what = شوهد حيث يجب أن يكون. لا يتغيّر شيء.
stocktake-not-yet = لم يُشاهَد بعد: { $count }
stocktake-not-yet-what = ما لا يُعثر عليه حتى النهاية يُسجَّل مفقودًا.
stocktake-missing = ناقص: { $count }
stocktake-missing-what = كان يجب أن يكون هنا ولم يُشاهَد. عند تسجيل الجرد يصير مفقودًا.
stocktake-elsewhere = مكانه غير هذا: { $count }
stocktake-elsewhere-what = موجود هنا، لكنه مسجَّل في مكان آخر. عند تسجيل الجرد يُنقل إلى هنا.
stocktake-again = وُجد من جديد: { $count }
stocktake-again-what = كان مفقودًا. عند تسجيل الجرد يعود إلى المخزن في هذا المكان.
stocktake-turned-up = لا يجب أن يكون هنا: { $count }
stocktake-turned-up-what = سُلِّم أو لم يعد في المخزن، لكنه هنا. لا يُسجَّل شيء: ضعه جانبًا، أو امسحه عند الإرجاع، أو اسأل المنسّق.
stocktake-unknown = ملصق بلا قطعة: { $count }
stocktake-unknown-what = الملصق فارغ أو غير صالح. لا يُسجَّل شيء: سجّل القطعة عند الاستلام.
stocktake-held = في الحفظ ولم يُشاهَد: { $count }
stocktake-held-what = لا يُسجَّل شيء ما دام المجلس لم يقرّر. اسأل المنسّق.
stocktake-moved-on = تحرّك في هذه الأثناء: { $count }
stocktake-moved-on-what = شوهد ثم سُلِّم أو نُقل. لا يُسجَّل شيء.
stocktake-just-came = وصل في هذه الأثناء: { $count }
stocktake-just-came-what = جاء إلى هذا المكان بعد بدء العدّ. لا يُعتبر مفقودًا.
stocktake-fact-found = في مكانه
stocktake-fact-elsewhere = يُنقل
stocktake-fact-again = وُجد من جديد
stocktake-fact-missing = ناقص
stocktake-accuracy-means = من كل ما كان هنا أو يجب أن يكون هنا: ما طابق السجلّ.
stocktake-done-counting = عددت كل شيء؟ راجع الآن ما وُجد.
stocktake-review = إنهاء العدّ والمراجعة
stocktake-will-book = راجعت كل شيء؟ التسجيل ينقل القطع ويسجّل المفقود كما هو مكتوب هنا. يمكن التراجع عن كل قطعة لاحقًا في صفحتها.
stocktake-post = تسجيل الجرد
stocktake-ask = التسجيل للمنسّق. أخبره.
stocktake-drop = إهمال دون تسجيل
stocktake-look = انتهى العدّ. راجع ما وُجد.
stocktake-is-posted = سُجِّل.
stocktake-is-dropped = أُهمل. لم يُسجَّل شيء.
stocktake-posted-text = هذا الجرد مسجَّل. ما حدث لكل قطعة مكتوب في صفحتها.
stocktake-dropped-text = أُهمل هذا الجرد. لم يُسجَّل شيء.
error-stocktake-closed = هذا الجرد مغلق. لجرد جديد امسح رمز المكان.
desks-count-where = امسح المكان
desks-count-where-help = امسح رمز الرف أو اختر المكان من القائمة. ثم كل ما فيه.
desks-count-pieces = امسح كل شيء
desks-count-pieces-help = كل ما في { $location }. أو التقط صورة. وفي النهاية: «مراجعة».
desks-count-others =
    { $count ->
         [zero] لا ملصقات أخرى.
         [one] وملصق آخر واحد.
         [two] وملصقان آخران.
         [few] و{ $count } ملصقات أخرى.
         [many] و{ $count } ملصقًا آخر.
        *[other] و{ $count } ملصق آخر.
    }
desks-count-review = مراجعة
desks-count-waiting = لم يُشاهَد بعد
desks-count-waiting-none = شوهد كل ما هو متوقع.
desks-count-more = و{ $count } غيرها
photo-needs-count-place = أي مكان يُعَدّ؟ اختره أو صوّر رمزه معها.
photo-will-count = في مكانه.
photo-counted = عُدَّ.
photo-summary-counted =
    { $done ->
         [zero] لم يُعَدّ أي ملصق.
         [one] عُدَّ ملصق واحد.
         [two] عُدَّ ملصقان.
         [few] عُدَّت { $done } ملصقات.
         [many] عُدَّ { $done } ملصقًا.
        *[other] عُدَّ { $done } ملصق.
    }
home-move = قطعة تذهب إلى الرف
home-stocktake = ما الموجود حقًّا؟
home-photo = ملصقات كثيرة مرة واحدة
