# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = My page
own-pieces = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}

# Days of the week.
own-weekday-mon = Monday
own-weekday-tue = Tuesday
own-weekday-wed = Wednesday
own-weekday-thu = Thursday
own-weekday-fri = Friday
own-weekday-sat = Saturday
own-weekday-sun = Sunday

# For whom a time is meant.
own-audience-everybody = For everybody
own-audience-babies = Families with a baby
own-audience-women = Women only
own-audience-quiet = Quiet time
own-audience-first = First visit

# Who somebody is, by age.
own-person-baby = Baby
own-person-child-small = Small child
own-person-child = Child
own-person-teen = Teenager
own-person-adult = Adult

# How a piece is cut.
own-cut-w = Women
own-cut-m = Men
own-cut-k = Children
own-cut-b = Baby
own-cut-u = Everybody

# What a size is for.
own-size-for-clothes = Clothes
own-size-for-trousers = Trousers
own-size-for-shoes = Shoes
own-size-for-bra = Bra
own-size-for-head = Head
