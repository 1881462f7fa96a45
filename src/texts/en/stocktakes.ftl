### Stocktake: what really lies there.
nav-stocktakes = Stocktake
desk-mode-stocktake = Stocktake
stocktakes-title = Stocktake
stocktakes-lead = Each place counts by itself: scan or photograph everything that lies there. Nothing is booked before the end.
stocktakes-count = Count
stocktakes-all = All places
stocktakes-expected = Expected
stocktakes-last = Last counted
stocktakes-never = never
stocktakes-accuracy = Correct
stocktakes-percent = { $percent } %
stocktakes-day = { $day }
stocktakes-begin = Begin
stocktakes-go-on = Go on counting
stocktake-running = running
stocktake-reviewing = being reviewed
stocktake-posted = booked
stocktake-dropped = dropped
stocktake-by = Begun on { $day } by { $name }
stocktake-empty = Nothing is expected here
stocktake-empty-text = And nothing was counted yet. Does anything lie here? Then scan or photograph it.
stocktake-found = In its place: { $count }
stocktake-found-what = Seen where it should be. Nothing changes.
stocktake-not-yet = Not seen yet: { $count }
stocktake-not-yet-what = What is not found until the end is booked as missing.
stocktake-missing = Missing: { $count }
stocktake-missing-what = Should lie here and was not seen. Booking marks it as missing.
stocktake-elsewhere = Belongs elsewhere: { $count }
stocktake-elsewhere-what = Lies here, but the books say another place. Booking moves it here.
stocktake-again = Found again: { $count }
stocktake-again-what = Was missing. Booking brings it back into stock, in this place.
stocktake-turned-up = Should not be here: { $count }
stocktake-turned-up-what = Is handed out or gone from stock, but lies here. Nothing is booked: please put it aside, scan it at the return desk or ask the coordinator.
stocktake-unknown = Label without a piece: { $count }
stocktake-unknown-what = The label is blank or void. Nothing is booked: please record the piece at the intake.
stocktake-held = In custody, not seen: { $count }
stocktake-held-what = Nothing is booked before the council has decided. Please ask the coordinator.
stocktake-moved-on = Moved on meanwhile: { $count }
stocktake-moved-on-what = Was seen, and then handed out or moved. Nothing is booked.
stocktake-just-came = Came meanwhile: { $count }
stocktake-just-came-what = Came to this place after the count began. It does not count as missing.
stocktake-fact-found = In its place
stocktake-fact-elsewhere = Moves
stocktake-fact-again = Found again
stocktake-fact-missing = Missing
stocktake-accuracy-means = Of everything that lay here or should have: so much agreed with the books.
stocktake-done-counting = Everything counted? Then review what was found.
stocktake-review = End the count and review
stocktake-will-book = Looked at everything? Booking moves things and marks them as missing as it says here. Single pieces can be taken back later on the item’s page.
stocktake-post = Book the stocktake
stocktake-ask = The coordinator can book it. Please let them know.
stocktake-drop = Drop, book nothing
stocktake-look = The count has ended. Please review what was found.
stocktake-is-posted = Booked.
stocktake-is-dropped = Dropped. Nothing booked.
stocktake-posted-text = This stocktake is booked. What happened to each piece stands on its page.
stocktake-dropped-text = This stocktake was dropped. Nothing was booked.
error-stocktake-closed = This stocktake is closed already. For a new one, please scan the place’s code.
desks-count-where = Scan the place
desks-count-where-help = Scan the shelf’s code or choose the place from the list. Then everything that lies there.
desks-count-pieces = Scan everything
desks-count-pieces-help = What lies in { $location }. Or take a photo. At the end: review.
desks-count-others =
    { $count ->
         [one] And { $count } other label.
        *[other] And { $count } other labels.
    }
desks-count-review = Review
desks-count-waiting = Not seen yet
desks-count-waiting-none = Everything expected was seen.
desks-count-more = and { $count } more
photo-needs-count-place = Which place is counted? Please choose it, or put its code into the photo.
photo-will-count = In its place.
photo-counted = Counted.
photo-summary-counted =
    { $done ->
         [one] { $done } label counted.
        *[other] { $done } labels counted.
    }
home-move = A piece goes to a shelf
home-stocktake = What really lies there?
home-photo = Many labels at once
