# What households read about themselves. docs/languages.md says how it is translated.
own-title = Meine Seite
own-pieces = { $count ->
    [one] { $count } Teil
   *[other] { $count } Teile
}

# Days of the week.
own-weekday-mon = Montag
own-weekday-tue = Dienstag
own-weekday-wed = Mittwoch
own-weekday-thu = Donnerstag
own-weekday-fri = Freitag
own-weekday-sat = Samstag
own-weekday-sun = Sonntag

# For whom a time is meant.
own-audience-everybody = Für alle
own-audience-babies = Familien mit Baby
own-audience-women = Nur Frauen
own-audience-quiet = Ruhige Zeit
own-audience-first = Erster Besuch

# Who somebody is, by age.
own-person-baby = Baby
own-person-child-small = Kleines Kind
own-person-child = Kind
own-person-teen = Teenager
own-person-adult = Erwachsen

# How a piece is cut.
own-cut-w = Damen
own-cut-m = Herren
own-cut-k = Kinder
own-cut-b = Baby
own-cut-u = Für alle

# What a size is for.
own-size-for-clothes = Kleidung
own-size-for-trousers = Hosen
own-size-for-shoes = Schuhe
own-size-for-bra = BH
own-size-for-head = Kopf
