# What may leave the house, and why something does not.
reach-hidden = •
disclosure-why = “•” means: too few households stand behind it, or the number would give another one away. Other numbers are rounded to 5.
disclosure-why-exact = “•” means: too few households stand behind it, or the number would give another one away.
error-fixed-period = These days are neither a whole quarter nor a whole year. Please choose a quarter or a year.
error-period-runs = This period is not over yet. Please choose a quarter or a year that ends on { $to } or before.
error-would-tell = Together with earlier reports, the numbers from { $from } to { $to } would tell too much about single households. So they are not given out.
error-published-unreadable = The report from { $from } to { $to } was given out before, but this version cannot read it. Please ask whoever looks after the server.
disclosure-not-told = where they are is not shown for so few households
share-received =
    { $pieces ->
         [one] { $pieces } piece has arrived.
        *[other] { $pieces } pieces have arrived.
    }
report-house-view = Working view: it stays in the house. The donor gets whole quarters and years that are over, with rounded numbers.
report-give-out = Fix it for the donor
report-give-out-lead = What is fixed stays as it is, even if more is handed out later. Then the report can be printed and saved as a table.
report-given-out = The donor’s version, as of { $day }. It stays as it is. Numbers are rounded to 5.
report-given-out-done = The report is fixed.
report-see-given-out = The donor’s version
report-see-house-view = Working view
report-periods = Periods that are over
period-quarter = Quarter { $quarter } of { $year }
period-year = Year { $year }
error-not-given-out = This period is not fixed yet. Open the report of this period and fix it.
