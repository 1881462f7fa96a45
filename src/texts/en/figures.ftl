### Figures: stock, in and out, needs, waiting. And what belongs to them on the home page.
nav-figures = Figures
figures-title = Figures
figures-lead = What is here, what comes and goes, and what is needed. Below each picture stands what was counted.
figures-weeks-choice = The last { $weeks } weeks
figures-from = From
figures-to = To
figures-group = Group
figures-group-all = All groups
figures-site = Site
figures-site-all = All sites
figures-show = Show
figures-error-long = The period is too long. Please choose two years at most.
figures-as-table = As a table
figures-what-counts = What is counted here?
figures-csv = As CSV
figures-json = As JSON
figures-sum = Total
figures-product = Product
figures-week = Week from
figures-month = Month
figures-running = { $span } (not over)
figures-running-key = Dashed: not over yet
figures-week-from = Week from { $day }
figures-list = To the list
figures-scale = Highest value: { $pieces }

figures-stock = Stock by group
figures-free = free
figures-reserved = reserved
figures-in-care = in care
figures-stock-sentence =
    { $pieces ->
        [one] { $pieces } piece is in the house, { $free } of it free.
       *[other] { $pieces } pieces are in the house, { $free } of them free.
    }
figures-stock-about = One bar for each group, the largest on top: free, reserved, in care and in custody.
figures-stock-definition = All pieces are counted that are in the house on { $day }: free in stock, reserved for a household, in care (being washed or mended) and in custody. A lot counts with its quantity. Pieces that were handed out, are missing, discarded or passed on do not count.
figures-stock-definition-site = All pieces are counted that lie in a place at the site { $site } on { $day }. Pieces without a place do not count here. A lot counts with its quantity. Pieces that were handed out, are missing, discarded or passed on do not count.
figures-stock-none = Nothing is in stock here.

figures-in-out = In and out by week
figures-in = taken in
figures-out = handed out
figures-in-out-sentence = { $taken } taken in, { $out } handed out.
figures-in-out-about = Two bars for each week: taken in and handed out.
figures-in-out-definition = Pieces are counted that were taken in or handed out to households from { $from } to { $to }, by the day of booking. What was undone does not count. Returns do not change the number. Weeks begin on Monday.
figures-in-out-all = All groups and sites always count here.
figures-in-out-sites = All sites always count here.
figures-in-out-none = Nothing came in and nothing went out in these weeks.

figures-needs = Needs by group
figures-needs-weeks = Needs by week
figures-open = open
figures-partly = partly met
figures-ready = lies ready
figures-met = met
figures-recorded = written down
figures-needs-sentence =
    { $lines ->
        [one] { $lines } line is open, { $met } met.
       *[other] { $lines } lines are open, { $met } met.
    }
figures-needs-about = One bar for each group: open, partly met and lying ready. What was met stands with the name.
figures-needs-name = { $name } · { $met } met
figures-rest = others ({ $count })
figures-printed = From { $from } to { $to } · { $filter } · printed on { $day } · { $house }
figures-needs-weeks-about = Two bars for each week: lines newly written down and lines met.
figures-needs-definition = Lines of needs lists are counted, not pieces. Open, partly met and lying ready: as of { $day }. Met: lines whose last piece was booked from { $from } to { $to }. Written down: all new lines of this time, also those withdrawn later.
figures-needs-none = No need is written down.

figures-waiting = Waiting time
figures-waiting-open = How long open lines have waited
figures-waiting-met = How long met lines waited
figures-waits = Waiting for
figures-lines = Lines
figures-median-days = Middle in days
figures-median = days in the middle
figures-days-under =
    { $days ->
        [one] less than { $days } day
       *[other] less than { $days } days
    }
figures-days = { $first } to { $last } days
figures-days-from = { $days } days and more
figures-waiting-sentence =
    { $median ->
        [one] Half of them have waited { $median } day at most, the longest { $longest }.
       *[other] Half of them have waited { $median } days at most, the longest { $longest }.
    }
figures-waiting-open-about = One bar for each span of waiting with the number of open lines.
figures-waiting-met-about = One bar for each month: half of the met lines waited so many days at most.
figures-waiting-definition = Full days of 24 hours are counted since the line was written down. Open lines: until { $day }. Met lines: until the last piece was booked, from { $from } to { $to }, by month. The middle means: at least half of the lines waited no longer.
figures-waiting-none = Nobody waits, and nothing was met in this time.

homes-days = The last { $days } days
homes-days-about = Two bars for each day: taken in and handed out.
homes-days-none = Nothing came in and nothing went out on these days.
homes-figures = All figures
homes-last = Booked last
homes-last-none = Nothing is booked yet.
homes-fits = Something fits
homes-fits-lead = These households have waited longest, and something in stock fits them.
homes-fits-pieces =
    { $pieces ->
        [one] { $pieces } piece in stock fits
       *[other] { $pieces } pieces in stock fit
    }
homes-fits-waits =
    { $days ->
        [0] since today
        [one] waiting for { $days } day
       *[other] waiting for { $days } days
    }
homes-fits-household = See the household
homes-tile-waiting =
    { $households ->
        [one] household has waited for something for over { $weeks } weeks.
       *[other] households have waited for something for over { $weeks } weeks.
    }
homes-tile-waiting-link = See waiting times
homes-tile-pickup =
    { $pieces ->
        [one] piece has been lying ready for over { $days } days.
       *[other] pieces have been lying ready for over { $days } days.
    }
homes-tile-pickup-link = See what is reserved
homes-tile-labels =
    { $labels ->
        [one] blank label is left. Please print new ones soon.
       *[other] blank labels are left. Please print new ones soon.
    }
homes-tile-labels-link = Print labels
homes-tile-labels-tell = To the items
homes-tile-reviewing =
    { $stocktakes ->
        [one] stocktake is counted and waits for your review.
       *[other] stocktakes are counted and wait for your review.
    }
homes-tile-running =
    { $stocktakes ->
        [one] stocktake is running. You can help to count.
       *[other] stocktakes are running. You can help to count.
    }
homes-tile-stocktakes-link = See stocktakes
homes-tile-silent =
    { $terminals ->
        [one] terminal has not been heard of for { $days } days.
       *[other] terminals have not been heard of for { $days } days.
    }
homes-tile-silent-link = Check terminals
homes-tile-asking =
    { $devices ->
        [one] device asks to become a terminal.
       *[other] devices ask to become terminals.
    }
homes-tile-asking-link = Admit the device
homes-tile-fits =
    { $lines ->
        [one] line of your households: something in stock fits.
       *[other] lines of your households: something in stock fits.
    }
homes-tile-fits-link = See households
homes-day = Day
