### Home: what needs me now, for each role.
home-hello = Hello { $name }
home-day = Today is { $day }.
home-intake = A piece comes in
home-handout = A household collects
home-today = Today
home-today-in =
    { $pieces ->
        [one] piece taken in
       *[other] pieces taken in
    }
home-today-out =
    { $pieces ->
        [one] piece handed out
       *[other] pieces handed out
    }
home-find-item = Find an item
home-now = This needs you now
home-calm = All done for now.
home-calm-text = No piece is waiting, no card is blocked, no scan has to be settled.
home-tile-needs =
    { $lines ->
        [one] line on needs lists is open,
       *[other] lines on needs lists are open,
    } { $households ->
        [one] for { $households } household.
       *[other] for { $households } households.
    }
home-tile-needs-link = See households
home-tile-care =
    { $pieces ->
        [one] piece is in care. Washed? Then scan it at intake.
       *[other] pieces are in care. Washed? Then scan them at intake.
    }
home-tile-care-link = Pieces in care
home-tile-donations =
    { $donations ->
        [one] donation was announced with pieces that are not scanned in yet.
       *[other] donations were announced with pieces that are not scanned in yet.
    }
home-tile-donations-link = See donations
home-tile-blocked =
    { $households ->
        [one] household card is blocked.
       *[other] household cards are blocked.
    }
home-tile-blocked-link = See blocked ones
home-tile-conflicts =
    { $scans ->
        [one] scan contradicts what others have booked.
       *[other] scans contradict what others have booked.
    }
home-tile-conflicts-link = See contradictions
home-tile-odd =
    { $terminals ->
        [one] terminal has sent something odd.
       *[other] terminals have sent something odd.
    }
home-tile-odd-link = Check terminals
home-tile-missing =
    { $pieces ->
        [one] piece is missing.
       *[other] pieces are missing.
    }
home-tile-missing-link = See missing ones
home-quick = Often needed
home-new-donation = Record a donation
home-new-household = Register a household
home-print-labels = Print labels
home-donor-report = Report for donors
home-weeks = The last { $weeks } weeks
home-weeks-alt = From { $from } until today: { $taken } pieces taken in, { $out } handed out.
home-weeks-in = taken in
home-weeks-out = handed out
home-weeks-first = from { $day }
home-weeks-last = this week
home-weeks-most = Highest bar: { $pieces } pieces
home-weeks-none = Nothing came in or went out in these weeks yet.
home-week = Week from
home-as-table = As a table
home-stock = Stock by group
home-stock-alt = { $pieces } pieces in the house, most of them in the group { $group }.
home-stock-others = Other groups
home-stock-none = There is nothing in stock yet. Take in the first piece at intake.
home-pieces = Pieces
home-sum = Total
home-steps = First steps
home-steps-lead = Five steps, and the clothing room is running. What is done is ticked.
home-step-done = done
home-step-open = to do
home-step-people = Add the people who work here
home-step-people-hint = Everybody gets a name, a password and a badge. The administration does this.
home-step-labels = Print labels
home-step-labels-hint = One sheet of blank labels is enough to begin with.
home-step-donation = Record the first donation
home-step-donation-hint = Who gives, and on which day. Pieces without a donation are fine too.
home-step-piece = Take in the first pieces
home-step-piece-hint = Stick on a label, scan it, say what it is.
home-step-household = Register the first household
home-step-household-hint = With card and needs list. Print the card at once.
home-own = Your households
home-own-none = No household yet
home-own-none-text = No household is linked to you yet. Please talk to the coordinator.
home-own-no-card = no card
home-own-lines =
    { $lines ->
        [0] Nothing is open on the needs list.
        [one] { $lines } line of the needs list is open.
       *[other] { $lines } lines of the needs list are open.
    }
home-own-ready =
    { $pieces ->
        [0] Nothing lies ready.
        [one] { $pieces } piece lies ready:
       *[other] { $pieces } pieces lie ready:
    }
home-own-open = Open
home-tile-ready =
    { $households ->
        [one] household can collect something.
       *[other] households can collect something.
    }
home-tile-ready-link = To be collected
home-tile-own-lines =
    { $lines ->
        [one] line is open on the needs lists.
       *[other] lines are open on the needs lists.
    }
home-tile-own-lines-link = See households
home-year-donations = Donations { $year }
home-year-none = No donation has been recorded this year.
home-year-kind = From whom
home-year-count = Donations
home-year-receipts = receipt wanted
home-tile-year =
    { $donations ->
        [one] donation this year, announced ones included.
       *[other] donations this year, announced ones included.
    }
home-tile-year-link = All donations
home-tile-receipts =
    { $donations ->
        [one] donation for which a receipt is wanted.
       *[other] donations for which a receipt is wanted.
    }
home-tile-receipts-link = See donations
home-tile-addresses =
    { $donors ->
        [one] donor wants a receipt, but the address is missing.
       *[other] donors want a receipt, but the address is missing.
    }
home-tile-addresses-link = Complete addresses
home-companies = Latest from companies
home-companies-none = No donation of a company yet.
home-announced =
    { $pieces ->
        [one] { $pieces } piece announced
       *[other] { $pieces } pieces announced
    }
home-tile-people =
    { $people ->
        [one] person can sign in.
       *[other] people can sign in.
    }
home-tile-people-link = Manage people
home-tile-terminals =
    { $terminals ->
        [one] terminal is set up.
       *[other] terminals are set up.
    }
home-tile-terminals-link = Manage terminals
home-sign-ins = Who could not get in
home-sign-ins-none = Nobody has trouble signing in at the moment.
home-sign-in-failed =
    { $tries ->
        [one] { $tries } failed try
       *[other] { $tries } failed tries
    }
home-sign-in-paused = paused until { $time }
