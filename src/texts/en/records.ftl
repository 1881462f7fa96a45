### Households: consent, PIN, proposals, duplicates, proof.
error-maternity-consent = This says something about health. Please note the person's consent first.
error-consent-twice = This consent is already noted here.
error-contact-empty = Please say how to reach the household. To erase it, take back the consent.
error-contact-no-way = Please give an e-mail address or a phone number.
error-contact-email = This is not an e-mail address. Please check it, for example name@example.org.
error-contact-phone = Please use only digits, spaces and +, for example 0151 234567.
error-not-offered = The basic set of this household does not offer this now.
error-own-quantity =
    { $most ->
         [0] By the rule of thumb, nothing more of this is open at the moment.
        *[other] Please choose a number from 1 to { $most }.
    }
error-own-ready = A piece lies ready for this already. Please tell the desk.
records-pin-made = New PIN for the household's own page.
records-consent-given = Consent noted.
records-consent-revoked = Consent taken back. The lines are off the list.
records-contact-saved = Contact saved.
records-contact-erased = Consent taken back. The contact is erased.
error-cut-word = There is no such cut. Please choose one from the list.
error-merge-itself = This is the same record. Please choose another household.
error-merge-gone = This record has already gone into another one. Please go on there.
error-merge-twice = Somebody has proposed this already. It waits for a decision.
error-merge-four-eyes = You proposed this yourself. Please let another coordinator decide.
error-merge-alone = Merging takes two coordinators. At the moment you are the only one. Please have a second one added under “Settings, People”.
error-part-too-late = Parting is possible for 30 days only. Please register a new household.
error-part-changed = Since the merge something has changed that would be lost. Please register a new household.
error-proof-day = Please give a day from today on, at most { $years } years ahead.
records-merge-proposed = Proposed. A second person decides.
records-merge-refused = They stay two households.
records-merge-done = Merged. The old card is no longer valid.
records-merge-undone = Parted again. Please issue a new card and a new PIN: the old ones are no longer valid.
records-urgent-marked = Marked as urgent.
records-urgent-unmarked = Mark removed.
records-proof-saved = Proof noted.
records-grown =
    { $lines ->
         [one] New size taken over, { $lines } line adjusted.
        *[other] New size taken over, { $lines } lines adjusted.
    }
records-size-moved =
    { $lines ->
         [one] Saved. { $lines } open line now has the new size.
        *[other] Saved. { $lines } open lines now have the new size.
    }
records-not-again = Not needed again.
records-measured = measured on { $day }, { $ago }
records-months-ago =
    { $months ->
         [0] this month
         [one] { $months } month ago
        *[other] { $months } months ago
    }
records-measure-again = Measure again?
records-grow-title = Grown?
records-grow-lead = A guess from age and time. Measuring is better.
records-grow-line = { $who }: { $old } → probably { $new }
records-grow-first = { $who }: probably size { $new }
records-grow-take = Take over { $size }
records-again-title = Needed again?
records-again-lead = This is so long ago that by the rule of thumb it may be needed again.
records-again-yes = Back on the list
records-again-yes-line = { $product }: back on the list
records-again-no = Not needed
records-again-no-line = { $product }: not needed
records-size-unknown = This size is not in the catalogue
records-measured-today = Measured today
records-urgent-only = urgent until { $day }
records-urgent-birth = urgent: birth, until { $day }
records-urgent-moving = urgent: moving in, until { $day }
records-urgent-loss = urgent: loss, until { $day }
records-urgent-mark = Urgent …
records-urgent-mark-line = Mark { $product } as urgent
records-urgent-why-birth = Birth (8 weeks)
records-urgent-why-moving = Moving in (2 weeks)
records-urgent-why-loss = Loss by fire, water, flight (8 weeks)
records-urgent-off = No longer urgent
records-asked-own = asked for by the household
records-fill-school-year = School year: { $who }
records-fill-look = Look
records-fill-title = Prepare the list
records-fill-lead =
    { $lines ->
         [0] Nothing is missing.
         [one] { $lines } line is missing. Untick it if it is not needed.
        *[other] { $lines } lines are missing. Untick what is not needed.
    }
records-fill-met =
    { $lines ->
         [0] The template has nothing else.
         [one] { $lines } more line of the template is there or on the list.
        *[other] { $lines } more lines of the template are there or on the list.
    }
records-fill-on-list = is on the list already
records-fill-consent = For a pregnancy, please note the consent first.
records-fill-or = or { $products }
records-renew-months =
    { $months ->
         [one] again after { $months } month
        *[other] again after { $months } months
    }
records-renew-size = again with the next size
records-renew-once = once
records-consents = Consents
records-consents-none = None. Everything works without.
records-consent-maternity = Pregnancy and health on the list
records-consent-contact = Being reached
records-consent-line = { $channel } · text { $version } · { $day } · { $who }
records-consent-ended = taken back on { $day }
records-consent-revoke = Take back
records-consent-add = Note a consent
records-consent-text = Read out: “Things for a pregnancy or for care say something about your health. May they stand on the list? Only your mentor, the coordinators and the desk see it. You can take it back at any time. You get everything else without it.”
records-consent-who = Who told it?
records-consent-how = How?
records-channel-said = told us itself
records-channel-paper = on paper
records-channel-own = on the own page
records-contact = Contact
records-contact-none = Not given. Appointments work without.
records-contact-title = How can the household be reached?
records-contact-lead = Only if the person wants it. When the consent is taken back, all of it is erased.
records-contact-name = First name
records-contact-mail = E-mail
records-contact-phone = Phone
records-proof = Proof of need
records-proof-none = None noted. None is asked for here.
records-proof-missing = None noted.
records-proof-line = seen on { $day } by { $who }
records-proof-until = valid until { $day }
records-proof-over = ran out on { $day }
records-proof-open = without end
records-proof-add = Note a proof
records-proof-hint = Only look and note. Copy nothing, photograph nothing.
records-proof-kind = What was shown?
records-proof-valid = Valid until (empty: without end)
records-proof-basic = Basic income support
records-proof-asylum = Benefits for asylum seekers
records-proof-housing = Housing benefit or child supplement
records-proof-small = Small income or pension
records-proof-letter = Letter of a counselling service or school
records-proof-told = told and believed
records-pin-title = PIN for the own page
records-pin-none = No PIN yet. With card and PIN the household sees its own page.
records-pin-there = There is a PIN. Forgotten? A new one ends the old one.
records-pin-rests = The PIN has been resting since { $day }, { $time }: it was wrong too often. A new PIN counts at once.
records-pin-make = New PIN
records-pin-too = A new PIN, too
records-slip-title = Slip with card and PIN
records-slip-lead = The PIN is shown this once only. Print it or write it down, then give it to the household.
records-slip-print = Print
records-slip-done = Done
records-all-households = All households
records-member-lead = Everything may be left empty.
records-line-ready =
    { $count ->
         [one] { $count } lies ready
        *[other] { $count } lie ready
    }
records-print-list = Print the list
records-print-title = Needs list
records-print-all = For all
records-merged-into = This record has gone into another one.
records-merged-look = To the household
records-merged-from = Taken in: { $cards }
records-waits-since = waiting since { $day }
records-waits = Waiting since
records-filter = Selection
records-filter-any = all
records-filter-waiting = waiting more than 8 weeks
records-filter-again = something may be needed again
records-filter-proof = proof runs out within 30 days
records-duplicates = Duplicate households
records-duplicates-lead = Two records, one household? One person proposes, another merges. For 30 days they can be parted.
records-duplicates-waiting = Waiting for a decision
records-duplicates-found = Look alike
records-duplicates-none = Nothing found
records-duplicates-none-text = No pair with the same area and the same people. You can name two cards yourself below.
records-duplicates-merged = Merged
records-duplicates-by-hand = Name two cards
records-duplicates-keep-card = Card that stays
records-duplicates-drop-card = Card that goes
records-duplicates-look = Compare
records-duplicates-no-card = This card belongs to no household. Please check it.
records-duplicates-same = The same card twice. Please name two different ones.
records-merge-waits = Proposed: merge with another household. It is waiting for a decision.
records-compare-title = One household or two?
records-compare-stays = stays
records-compare-goes = goes
records-compare-propose = Propose to merge
records-compare-swap = Swap
records-compare-confirm = Merge
records-compare-refuse = They are two
records-compare-part = Part again
records-compare-what = People, open lines, pieces that lie ready, mentors and bookings move. What was handed out stays where it stands and is shown too. The card { $card } is then no longer valid. If one of them is blocked, the household is blocked afterwards.
records-compare-part-what = After parting, the household that had gone needs a new card and a new PIN.
records-compare-own = You proposed this. Another coordinator decides.
records-compare-by = proposed by { $who }, { $day }
records-compare-open = open lines: { $lines }
records-compare-got = got: { $pieces }
help-fill-preview = Here you see what the template adds before anything happens. Untick lines and press “Enter”.
help-contact = Contact only with consent. A first name and one way are enough.
help-duplicates = Compare both sides. Whoever proposes does not decide.
