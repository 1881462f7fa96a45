# What may leave the house, and why something does not.
reach-hidden = •
disclosure-why = “•” means: too few households stand behind it, or the number would give another one away. Other numbers are rounded to 5.
disclosure-why-exact = “•” means: too few households stand behind it, or the number would give another one away.
error-fixed-period = These days are neither a whole quarter nor a whole year. Please choose a quarter or a year.
error-period-runs = This period is not over yet. Please choose a quarter or a year that ends on { $to } or before.
error-would-tell = Together with earlier reports, the numbers from { $from } to { $to } would tell too much about single households. So they are not given out.
error-published-unreadable = The report from { $from } to { $to } was given out before, but this version cannot read it. Please ask whoever looks after the server.
