# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = Ma page
own-pieces = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}

# Days of the week.
own-weekday-mon = lundi
own-weekday-tue = mardi
own-weekday-wed = mercredi
own-weekday-thu = jeudi
own-weekday-fri = vendredi
own-weekday-sat = samedi
own-weekday-sun = dimanche

# For whom a time is meant.
own-audience-everybody = Pour tous
own-audience-babies = Familles avec bébé
own-audience-women = Femmes seulement
own-audience-quiet = Moment calme
own-audience-first = Première visite

# Who somebody is, by age.
own-age-baby = Bébé
own-age-child-small = Petit enfant
own-age-child = Enfant
own-age-teen = Ado
own-age-adult = Adulte

# How a piece is cut.
own-cut-w = Femme
own-cut-m = Homme
own-cut-k = Enfant
own-cut-b = Bébé
own-cut-u = Pour tous

# What a size is for.
own-for-clothes = Vêtements
own-for-trousers = Pantalons
own-for-shoes = Chaussures
own-for-bra = Soutien-gorge
own-for-head = Tête
