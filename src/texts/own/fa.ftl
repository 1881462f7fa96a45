# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = صفحهٔ من
own-pieces = { $count } عدد

# Days of the week.
own-weekday-mon = دوشنبه
own-weekday-tue = سه‌شنبه
own-weekday-wed = چهارشنبه
own-weekday-thu = پنج‌شنبه
own-weekday-fri = جمعه
own-weekday-sat = شنبه
own-weekday-sun = یکشنبه

# For whom a time is meant.
own-audience-everybody = برای همه
own-audience-babies = خانواده‌ها با نوزاد
own-audience-women = فقط خانم‌ها
own-audience-quiet = وقت آرام
own-audience-first = بار اول

# Who somebody is, by age.
own-age-baby = نوزاد
own-age-child-small = کودک خردسال
own-age-child = کودک
own-age-teen = نوجوان
own-age-adult = بزرگسال

# How a piece is cut.
own-cut-w = زنانه
own-cut-m = مردانه
own-cut-k = بچگانه
own-cut-b = نوزادی
own-cut-u = برای همه

# What a size is for.
own-for-clothes = لباس
own-for-trousers = شلوار
own-for-shoes = کفش
own-for-bra = سوتین / سینه‌بند
own-for-head = سر
