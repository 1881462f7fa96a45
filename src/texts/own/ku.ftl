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
own-person-baby = Pitik
own-person-child-small = Zarokê biçûk
own-person-child = Zarok
own-person-teen = Ciwan
own-person-adult = Kesê mezin

# How a piece is cut.
own-cut-w = Jinan
own-cut-m = Mêran
own-cut-k = Zarokan
own-cut-b = Pitikan
own-cut-u = Her kes

# What a size is for.
own-size-for-clothes = Cil
own-size-for-trousers = Pantolon
own-size-for-shoes = Pêlav
own-size-for-bra = Sutyen
own-size-for-head = Serî
