# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = Boggayga
own-pieces = { $count } shay

# Days of the week.
own-weekday-mon = Isniin
own-weekday-tue = Talaado
own-weekday-wed = Arbaco
own-weekday-thu = Khamiis
own-weekday-fri = Jimce
own-weekday-sat = Sabti
own-weekday-sun = Axad

# For whom a time is meant.
own-audience-everybody = Dadka oo dhan
own-audience-babies = Qoysaska ilmo yar leh
own-audience-women = Haweenka oo keliya
own-audience-quiet = Waqti deggan
own-audience-first = Booqashada koowaad

# Who somebody is, by age.
own-age-baby = Dhallaan
own-age-child-small = Cunug yar
own-age-child = Cunug
own-age-teen = Dhallinyaro
own-age-adult = Qof weyn

# How a piece is cut.
own-cut-w = Haween
own-cut-m = Rag
own-cut-k = Carruur
own-cut-b = Dhallaan
own-cut-u = Dhammaan

# What a size is for.
own-for-clothes = Dhar
own-for-trousers = Surwaal
own-for-shoes = Kabo
own-for-bra = Rajabeeto
own-for-head = Madax
