### Sharing out: who gets what. Laying aside, fetching, not found.
nav-allocation = Share out
nav-pick = Fetch
help-allocation = The rule proposes who gets which piece. Each proposal says its three numbers. You look and confirm; then the pieces are laid aside. “Give to another” needs a reason.
help-pick = Please fetch these pieces from the shelves. Tick each one off. If it does not lie there, press “Not here”.
allocation-title = Share out
allocation-rule = Everyone gets a first one before anyone gets a second; then comes the household that lacks most, and whoever waits moves up a little every week.
allocation-lot = Between equal points the lot of week { $week } decides: { $seed }
allocation-otherwise = In the last 30 days: laid aside { $total } times, decided otherwise { $count } times.
allocation-expired = Expired since yesterday: { $pieces }. Offered to the next: { $offered }.
allocation-was-expired = Lay ready for another household. Its time is over.
allocation-count =
    { $count ->
         [one] { $count } proposal
        *[other] { $count } proposals
    }
allocation-range = { $first } to { $last } of { $count }
allocation-group = Order
allocation-by-rank = By points
allocation-by-product = By product
allocation-by-household = By household
allocation-by-place = By shelf
allocation-card = Card (its beginning is enough)
allocation-first-only = Only the first (80)
allocation-piece = Piece
allocation-for = For
allocation-why = Points
allocation-lies = Lies
allocation-nowhere = no place
allocation-tick = Tick { $piece } for { $card }
allocation-tick-none = Tick none
allocation-tick-all = Tick all
allocation-confirm = Lay aside what is ticked
allocation-confirm-all =
    { $count ->
         [one] Without ticking: lay aside the first one
        *[other] Without ticking: lay aside the first { $count }
    }
allocation-done =
    { $count ->
         [one] { $count } piece laid aside.
        *[other] { $count } pieces laid aside.
    }
allocation-done-partly = { $count } laid aside. { $gone } not: changed meanwhile.
allocation-instead = Give to another
allocation-instead-of = Give { $piece } to another
allocation-none = No proposal
allocation-none-text = What is needed is not in stock, or lies ready already.
allocation-none-filter = No proposal with this filter.
allocation-free = Free choice, no points
allocation-free-text = There is at least twice as much of it as is needed. Everybody may choose.
allocation-free-line = { $stock } here, { $open } needed
allocation-free-more = and { $count } more
allocation-sentence = { $u } ({ $why }) + { $b } ({ $percent } % of the basic set) + { $w } ({ $weeks }) = { $total } points
allocation-sentence-place = { $sentence }, place { $place } of { $of } (pieces asked for)
allocation-weeks =
    { $weeks ->
         [one] { $weeks } week
        *[other] { $weeks } weeks
    }
allocation-u-first = without { $product } so far
allocation-u-marked = marked as urgent
allocation-u-more = has { $have } of { $wanted }
allocation-u-aside =
    { $why }, { $count ->
         [one] 1 lies ready
        *[other] { $count } lie ready
    }
allocation-u-proposed =
    { $why }, { $count ->
         [one] 1 more is proposed already
        *[other] { $count } more are proposed already
    }
allocation-waits-for =
    { $count ->
         [one] { $count } piece is missing
        *[other] { $count } pieces are missing
    }
allocation-u-later = without { $product } so far, no hurry
allocation-u-wish = a wish
allocation-queue = Who waits for it?
allocation-queue-text = In the order of the rule. Giving it to another than the first needs a reason.
allocation-queue-more = and { $count } more, further back
allocation-proposed = proposed
allocation-gets-other = gets another piece
allocation-reason = Why?
allocation-reason-hint = One sentence. No names, no illnesses.
allocation-give = Lay aside
allocation-nobody = Nobody waits for this piece now.
allocation-alone = Nobody else waits for this piece.
allocation-cannot = Also waits, but does not get this piece
allocation-cannot-passed = It lay ready for this household before. The time is over.
allocation-cannot-free = May choose a fitting piece freely. There are enough of them.
allocation-gone = This piece is no longer proposed.
error-allocation-none = Nothing is ticked. Please tick at least one proposal.
error-allocation-too-many = At most { $most } at a time. Please tick fewer.
error-allocation-changed = The proposals have changed. Please look at them once more.
error-allocation-reason = Please write why it goes to another.
error-allocation-choose = Please choose who gets it.
error-allocation-gone = No longer possible: the piece or the need has changed.
pick-title = Fetch
pick-lead = Laid aside, but still on its shelf. Please fetch in this order and bring it to the pick-up shelf.
pick-count =
    { $count ->
         [one] { $count } piece to fetch
        *[other] { $count } pieces to fetch
    }
pick-more = These are the first { $count } of { $all }. More come when these are fetched.
pick-none = Nothing to fetch
pick-none-text = Everything that is laid aside lies on the pick-up shelf.
pick-no-place = Without a place
pick-bag = Bag { $bag }
pick-until = until { $day }
pick-picked = Fetched
pick-picked-what = Fetched: { $piece }
pick-missing = Not here
pick-missing-what = Not here: { $piece }
pick-done = Fetched.
pick-not-found = Not found: { $piece }, { $bag }.
pick-counted = The shelf will be counted:
pick-not-found-done = Noted as missing. The shelf will be counted.
pick-next-done = Another piece laid aside.
pick-next-title = This fits as well:
pick-next-take = Take this one
pick-next-none = There is no other piece that fits now. The household goes on waiting and loses no place.
error-pick-gone = This piece is no longer to be fetched.
error-pick-next-gone = This piece is no longer possible. Please look at the list again.
checks-title = Please count
checks-lead = Something was not found here. The entry goes when the stocktake is booked.
checks-line = { $piece } not found on { $day }
checks-line-by = { $piece } not found on { $day } by { $name }
checks-count = Count now
ready-title = Lies ready
ready-until = until { $day }
ready-none = Nothing lies ready now.
