# unfinished
# What households read about themselves. docs/languages.md says how it is translated.
own-title = ናተይ ገጽ
own-pieces = { $count ->
    [one] { $count } ኣቕሓ
   *[other] { $count } ኣቑሑ
}

# Days of the week.
own-weekday-mon = ሰኑይ
own-weekday-tue = ሰሉስ
own-weekday-wed = ረቡዕ
own-weekday-thu = ሓሙስ
own-weekday-fri = ዓርቢ
own-weekday-sat = ቀዳም
own-weekday-sun = ሰንበት

# For whom a time is meant.
own-audience-everybody = ንኹሉ ሰብ
own-audience-babies = ስድራቤታት ምስ ህጻን
own-audience-women = ንደቂ ኣንስትዮ ጥራይ
own-audience-quiet = ህዱእ ግዜ
own-audience-first = ናይ መጀመርታ ግዜ

# Who somebody is, by age.
own-age-baby = ህጻን
own-age-child-small = ንእሽቶ ቆልዓ
own-age-child = ቆልዓ
own-age-teen = መንእሰይ
own-age-adult = ዓብዪ ሰብ

# How a piece is cut.
own-cut-w = ናይ ኣንስቲ
own-cut-m = ናይ ሰብኡት
own-cut-k = ናይ ቆልዑ
own-cut-b = ናይ ህጻናት
own-cut-u = ንኹሉ ሰብ

# What a size is for.
own-for-clothes = ክዳን
own-for-trousers = ስረ
own-for-shoes = ጫማ
own-for-bra = መትሓዚ ጡብ
own-for-head = ርእሲ
