### Mentors with their time, who else may collect, vouchers, and where a lead decided otherwise.
error-mentor-day = Please choose a day.
error-mentor-until-past = This day is over. Please choose today or later. End it at once? Then press “End”.
error-mentor-until-before = The end lies before the beginning. Please choose a later day.
error-proxy-name = Please say what the person is called, for example “Grandma” or “neighbour”.
error-too-many-proxies = No more than { $most } people can be entered. Please end somebody first.
error-voucher-until = A voucher is valid for { $days } days at most. Please choose a day from today on.
error-voucher-nothing-ready = Nothing lies ready for this household now. A voucher is only for pieces that lie ready.
mentors-now = now
mentors-coming = from { $day }
mentors-since-until = since { $day }, until { $until }
mentors-coming-until = from { $day }, until { $until }
mentors-past = from { $day } to { $until }
mentors-past-title =
    { $count ->
         [one] { $count } earlier link
        *[other] { $count } earlier links
    }
mentors-from = First day
mentors-from-hint = Empty: from now on.
mentors-until = Last day
mentors-until-hint = Empty: until somebody ends it.
mentors-may-collect = May collect for the household
mentors-collects = may collect
mentors-change = Change the time
mentors-link-changed = The link is changed.
mentors-ready = Lies ready
mentors-ready-none = Nothing lies ready now.
mentors-ready-until = until { $day }
mentors-fits = Something in stock fits
mentors-gone-title = No longer linked
mentors-gone = You are no longer linked to this household. Questions? Please ask the coordinator.
mentors-gone-home = To the home page
mentors-collect = Who else may collect
mentors-collect-none = So far only the household itself.
mentors-collect-card = comes with the card
mentors-collect-mentor = Mentor
mentors-collect-until = Voucher, valid until { $day }
mentors-collect-used = Voucher, used on { $day }
mentors-collect-expired = Voucher, was valid until { $day }
mentors-collect-ended = ended
mentors-collect-lapsed = no longer counts: whoever entered this does not look after the household any more
mentors-collect-old =
    { $count ->
         [one] { $count } entry that no longer counts
        *[other] { $count } entries that no longer count
    }
mentors-collect-end = End
mentors-collect-nameless = without a name
mentors-name = What is the person called?
mentors-name-hint = A nickname is enough, for example “Grandma”.
mentors-name-do = May always collect
mentors-voucher = Voucher for once
mentors-voucher-lead = Valid once, and only for the pieces that lie ready now. The card stays at home.
mentors-voucher-name = Who collects? (optional)
mentors-voucher-do = Make a voucher
mentors-voucher-show = Show
mentors-voucher-title = Voucher
mentors-voucher-help = Show this code at the handout desk.
mentors-voucher-print = Print
mentors-voucher-back = To the household
mentors-voucher-pieces = For these pieces
mentors-voucher-piece-given = collected
mentors-voucher-piece-gone = no longer lies ready
mentors-voucher-code = Code of the voucher
mentors-proxy-named = Entered.
mentors-proxy-ended = Ended. Nobody can collect with it any more.
mentors-voucher-made =
    { $pieces ->
         [one] The voucher for { $pieces } piece is ready.
        *[other] The voucher for { $pieces } pieces is ready.
    }
mentors-booking = Appointment
mentors-booking-none = No appointment booked.
mentors-booking-no-offer = No times are free just now.
mentors-booking-choose = Choose a free time
mentors-booking-do = Book
mentors-booking-cancel = Cancel the appointment
mentors-booked = The appointment is booked.
mentors-cancelled = The appointment is cancelled.
mentors-overrides = Allowed by a lead
mentors-overrides-lead = This often a lead said “yes” in the last 12 months although a rule spoke against it. If a rule often does not fit, change the rule.
mentors-overrides-none = There was no exception in the last 12 months.
mentors-overrides-none-text = When a lead says “yes” at the desk or gives a piece to somebody else, it stands here.
mentors-overrides-last =
    { $count ->
         [one] The last decision
        *[other] The last { $count } decisions
    }
mentors-overrides-day = Day
mentors-overrides-by = Who
mentors-overrides-reason = Why
mentors-overrides-kind = Rule
mentors-overrides-count = Exceptions
mentors-override-limit = pieces for each visit and person
mentors-override-visits = visits in 30 days
mentors-override-renewal = received already, not due again yet
mentors-override-points = more points than planned
mentors-override-already-out = was handed out already
mentors-override-reserved = reserved for another household
mentors-override-allocation = another household than proposed
mentors-override-other = another decision
mentors-home-add = Add a need
mentors-home-until = ready until { $day }
mentors-home-booked = Appointment: { $when }
help-voucher = Whoever shows the voucher gets exactly the pieces on the list, once. You can end it on the household’s page.
help-overrides = The rules stand in the settings of the server. Here you see how often a lead made an exception.
mentors-time-babies = families with babies
mentors-time-women = women only
mentors-time-quiet = quiet time
mentors-time-first = here for the first time
help-times = Each free time has a button. A household can have one time on each day of handing out.
