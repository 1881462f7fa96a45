# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = Rûpela min
own-pieces = { $count } perçe

# Days of the week.
own-weekday-mon = Duşem
own-weekday-tue = Sêşem
own-weekday-wed = Çarşem
own-weekday-thu = Pêncşem
own-weekday-fri = În
own-weekday-sat = Şemî
own-weekday-sun = Yekşem

# For whom a time is meant.
own-audience-everybody = Ji bo her kesî
own-audience-babies = Malbatên bi pitik
own-audience-women = Tenê jin
own-audience-quiet = Dema aram
own-audience-first = Serdana yekem

# Who somebody is, by age.
own-age-baby = Pitik
own-age-child-small = Zarokê biçûk
own-age-child = Zarok
own-age-teen = Ciwan
own-age-adult = Kesê mezin

# How a piece is cut.
own-cut-w = Jinan
own-cut-m = Mêran
own-cut-k = Zarokan
own-cut-b = Pitikan
own-cut-u = Her kes

# What a size is for.
own-for-clothes = Cil
own-for-trousers = Pantolon
own-for-shoes = Pêlav
own-for-bra = Sutyen
own-for-head = Serî
