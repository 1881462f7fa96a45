# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = Sayfam
own-pieces = { $count } parça

# Days of the week.
own-weekday-mon = Pazartesi
own-weekday-tue = Salı
own-weekday-wed = Çarşamba
own-weekday-thu = Perşembe
own-weekday-fri = Cuma
own-weekday-sat = Cumartesi
own-weekday-sun = Pazar

# For whom a time is meant.
own-audience-everybody = Herkes için
own-audience-babies = Bebekli aileler
own-audience-women = Sadece kadınlar
own-audience-quiet = Sakin saat
own-audience-first = İlk ziyaret

# Who somebody is, by age.
own-age-baby = Bebek
own-age-child-small = Küçük çocuk
own-age-child = Çocuk
own-age-teen = Genç
own-age-adult = Yetişkin

# How a piece is cut.
own-cut-w = Kadın
own-cut-m = Erkek
own-cut-k = Çocuk
own-cut-b = Bebek
own-cut-u = Herkes

# What a size is for.
own-for-clothes = Giysi
own-for-trousers = Pantolon
own-for-shoes = Ayakkabı
own-for-bra = Sütyen
own-for-head = Baş
