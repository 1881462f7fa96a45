### Photos at the scan desk: a table full of labels becomes a list.
photo-title = Photo
photo-lead = Many labels at once: lay the pieces on the table, labels up, and take one photo.
photo-back = To the scan desk
photo-what-for = What for?
photo-take = Take or choose a photo
photo-hint = From above, everything flat and bright, up to about 30 labels. The picture is not stored: it stays in memory for 30 minutes at most.
photo-read = Read the photo
photo-sending = Sending the photo …
photo-reading = Reading the photo …
photo-offline = No connection. Please try again.
photo-busy = Other photos are being read just now. Please try again in a minute.
photo-no-file = There was no photo. Please take or choose one.
photo-too-large = The photo is too large. Please send one of at most { $megabytes } MB.
photo-broken = The photo did not arrive completely. Please send it again.
photo-not-a-picture = This is no picture that we can read. Please send a JPEG, PNG or WebP.
photo-too-many-pixels = The picture has too many pixels. Please send a JPEG of fewer than { $side } pixels a side; 24 megapixels always work.
photo-damaged = The picture is damaged and cannot be read. Please take a new one.
photo-undecodable = This picture could not be read. Please take a new one, or save it in another format (JPEG, PNG, WebP).
photo-gone = This photo is gone. What was booked stays booked. Please take a new photo.
photo-another = New photo
photo-count =
    { $count ->
         [0] No code found
         [one] { $count } code found
        *[other] { $count } codes found
    }
photo-nothing = No label found
photo-nothing-help = Go closer, make more light and lay the labels flat. Then take another photo.
photo-not-all = There was not enough time for the whole picture. Is something missing? Please photograph a smaller part.
photo-picture = Photo with numbered codes
photo-unmarked = A label without a number in the picture was not read: scan it by itself or take another photo.
photo-refresh = Check the list again
photo-take-over = Take over
photo-scan-card = Scan or type the card
photo-choose-place = Choose a place
photo-needs-card = For which household? Please scan the card, or put it into the photo.
photo-several-cards = Several cards in the picture. Please scan the right one.
photo-needs-place = Where to? Please choose the place, or put its code into the photo.
photo-several-places = Several places in the picture. Please choose the right one.
photo-for-visit = For the open visit of card { $card }.
photo-waits-for-card = Waits for the card.
photo-waits-for-place = Waits for the place.
photo-card-open = This card's visit is open.
photo-card-opens = Opens the visit.
photo-place-is-it = This is the place.
photo-only-one = Only one card or place counts. Nothing booked.
photo-not-ours = Not one of our labels.
photo-code-damaged = Not read for certain. Please scan it by itself.
photo-command = Commands are not carried out from a photo.
photo-not-here = Does not count here. Nothing booked.
photo-place = Place
photo-card = Household card
photo-command-sheet = Command
photo-other-code = Other code
photo-times = { $times } × in the picture, counts once
photo-will-hand-out = Will be handed out.
photo-will-come-back = Comes back and goes to care.
photo-will-take-in = Will be taken in.
photo-will-restock = Goes back into stock.
photo-will-be-found = Was missing, goes back into stock.
photo-will-move = Will be moved.
photo-handed-out = Handed out.
photo-moved = Moved.
photo-do-hand-out = Hand out what is ticked
photo-do-take-back-in = Take back what is ticked
photo-do-take-in = Take in what is ticked
photo-do-move = Move what is ticked
photo-do-count = Count what is ticked
photo-summary-taken-back =
    { $back ->
         [one] { $back } piece taken back
        *[other] { $back } pieces taken back
    }{ $rest ->
         [0] .
        *[other] , { $rest } not: see the list.
    }
photo-summary =
    { $done ->
         [one] { $done } piece booked
        *[other] { $done } pieces booked
    }{ $not ->
         [0] .
        *[other] , { $not } not: see the list.
    }
photo-take-all-back = Take back everything of this photo
photo-taken-back = Taken back.
photo-stale = Something changed at the scan desk meanwhile. Nothing booked: please look at the list again.
photo-what-are-they = All blank labels are
photo-not-said = not chosen yet
photo-for-card = For the household of card { $card }.
photo-one-of = 1 of { $pieces }: { $name }
photo-one-at-a-time = Please send one photo at a time.
photo-not-looked-up = Not looked up from a photo. Please scan it by itself.
photo-left-off = The list shows only { $shown } codes. Not on the list: { $left }. Please photograph a smaller part.
