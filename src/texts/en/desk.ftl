### What the scan desk says.
item-with-size = { $item } size { $size }
item-without-size = { $item }
photo-label = Label
mode-intake = INTAKE
mode-handout = HANDOUT
mode-return = RETURN
mode-move = MOVE
mode-stocktake = STOCKTAKE
mode-lookup = LOOKUP
state-in-stock = in stock
state-reserved = reserved
state-handed-out = handed out
state-in-care = in care
state-missing = missing
state-transferred = passed on
state-discarded = discarded
state-void = entered by mistake
state-in-custody = in custody
verdict-handed-out = { $item }
verdict-need-met = { $got } of { $wanted } on the list · { $pieces } in this visit
verdict-not-on-list = Not on the needs list · { $pieces } in this visit
verdict-others-wait =
    { $households ->
         [one] Not on the list. { $households } household with higher need waits for this size · { $pieces } in this visit
        *[other] Not on the list. { $households } households with higher need wait for this size · { $pieces } in this visit
    }
verdict-visit-count =
    { $pieces ->
         [one] { $pieces } piece in this visit
        *[other] { $pieces } pieces in this visit
    }
verdict-visit-opened =
    Card { $card } · { $people ->
         [one] { $people } person
        *[other] { $people } people
    }
verdict-visit-needs =
    { $lines ->
         [0] Nothing open on the needs list
         [one] { $lines } line of the needs list open
        *[other] { $lines } lines of the needs list open
    }
verdict-visit-needs-last =
    { $lines ->
         [0] Nothing open on the needs list
         [one] { $lines } line of the needs list open
        *[other] { $lines } lines of the needs list open
    } · last visit { $day }
verdict-visit-ready =
    { $ready ->
         [one] 1 piece lies ready
        *[other] { $ready } pieces lie ready
    }, bag { $bag } · { $detail }
verdict-visit-finished =
    { $pieces ->
         [one] Done: { $pieces } piece handed out
        *[other] Done: { $pieces } pieces handed out
    }
verdict-visit-unknown = There is no such visit. Scan the card first.
verdict-visit-of-other-card = This visit belongs to another card. Please start again.
verdict-already-listed = Already on the list: { $item }. Not booked twice.
verdict-already-out = Already handed out on { $day }: { $item }. Hand out again?
verdict-conflict-handed-out = { $item } was also handed out to another household on { $day }. A person has to settle it.
verdict-answer-first = Answer the question first: yes or no.
verdict-answered-no = No: nothing booked.
verdict-no-question = There is no question to answer.
verdict-question-gone = The question no longer applies. Please scan the piece again.
verdict-on-tray =
    { $count ->
         [one] { $count } piece is waiting – now scan the card
        *[other] { $count } pieces are waiting – now scan the card
    }
verdict-already-on-tray = Already waiting: { $item }. Now scan the card.
verdict-tray-full = No more than { $most } pieces without a card. Scan the card first.
verdict-tray-emptied =
    { $count ->
         [one] Nothing booked: { $count } piece without a card
        *[other] Nothing booked: { $count } pieces without a card
    }
verdict-card-blocked = Card blocked. Please ask the coordinator.
verdict-card-dead = This card is no longer valid. Please ask the coordinator.
verdict-reserved-for-other = Do not hand out: reserved for another household.
verdict-in-care = Do not hand out: { $item } is in care. Scan it back in at intake first.
verdict-in-custody = Do not hand out: in custody, the council has not accepted it yet.
verdict-not-in-stock = Not in stock: { $item }.
verdict-put-aside = Put the piece aside and ask the coordinator.
verdict-not-so-many = Not that many left: { $item }, { $left } left. Enter a smaller number.
verdict-label-blank = This label is still blank.
verdict-label-blank-help = Take the piece in at the intake desk first.
verdict-label-void = Label { $code } is void.
verdict-handout-expects = At handout, please scan a household card or a piece.
verdict-intake-expects = At intake, please scan a piece, a donation, a product or a shelf. For cards: handout mode.
verdict-return-expects = To return a piece, please scan its label.
verdict-taken-in = Taken in: { $item }
verdict-lot-in = Taken in: { $count } × { $item }
verdict-goes-to-group = Put it with: { $group }
verdict-goes-to-care = Put it with the pieces for care.
verdict-goes-to-custody = Put it into custody: not accepted yet.
verdict-what-is-it = What is this?
verdict-what-is-it-help = Choose the product, then scan the label again.
verdict-product-unknown = There is no product “{ $product }”. Please choose one from the catalogue.
verdict-cut-impossible = { $product } does not come in cut { $cut }. Please choose another.
verdict-field-unknown = “{ $value }” does not fit the field { $field }. Please correct it.
verdict-donation-unknown = There is no such donation: { $code }. Please choose the donation again.
verdict-donation-is-closed = This donation is closed. Please choose another.
verdict-donation-closed = The donation of { $donor } is closed. Please choose another.
verdict-donation-chosen = Donation of { $donor }: the next pieces belong to it.
verdict-product-chosen = { $product }: now scan the labels.
verdict-location-chosen = Shelf { $location }: the next pieces go here.
verdict-restocked = Back in stock: { $item }
verdict-already-in-stock = Already in stock: { $item }. Not booked twice.
verdict-is-handed-out = { $item } is handed out.
verdict-use-return-mode = Is it coming back? Then use return mode.
verdict-returned = Returned: { $item }
verdict-was-not-out = { $item } was not handed out. Nothing booked.
verdict-was-not-out-help = Should it go into stock? Then use intake mode.
verdict-undone = Taken back: { $item }
verdict-nothing-to-undo = There is nothing to take back (only the last 15 minutes).
verdict-changed-meanwhile = { $item } has been moved since. Nothing was taken back.
verdict-ask-coordinator = Please ask the coordinator.
verdict-intake-finished = Done. For the next piece, please choose donation and product again.
verdict-nothing-open = There is no open visit.
verdict-nothing-to-cancel = There is nothing to cancel.
verdict-hello = Hello { $name }. Mode: { $mode }
verdict-badge-refused = This badge is not valid here. Please ask the coordinator.
verdict-locked = Locked. Scan your badge to go on.
verdict-mode = Mode: { $mode }
verdict-test = Scanner works.
verdict-help = Scan the card, then the pieces, then the card again. A mistake? Scan “undo”.
verdict-not-read = Not read. Please scan again.
verdict-foreign = Not one of our codes: { $text }
verdict-unknown = Unknown code { $code }.
verdict-bad-quantity = The quantity { $quantity } is not possible. Please enter 1 to { $most }.
verdict-bad-event = The scan is incomplete ({ $field }). Nothing booked.
verdict-sequence-gap = Earlier scans of this terminal are missing: first send from number { $expected } on.
verdict-sequence-taken = This terminal has already used number { $seq } for another scan. Nothing booked; the coordinator must check the terminal.
lookup-in-stock-at = in stock, { $location }
lookup-blank = Blank label { $code }
lookup-donation = Donation of { $donor }
lookup-donor = Donor { $name }
lookup-location = Location { $location }
verdict-nothing-to-undo-here = There is nothing more to take back here. Take back an intake at the intake desk.
verdict-visit-switched =
    Visit { $card } ended: { $pieces ->
         [one] { $pieces } piece
        *[other] { $pieces } pieces
    }
verdict-event-reused = This id belongs to another scan already. Nothing booked. Please scan again.
verdict-already-out-alone = Already handed out on { $day }: { $item }. Nothing booked.
verdict-already-out-alone-help = Hand it out again after all? Scan the piece by itself.
verdict-move-to = To { $location }: now scan the pieces.
verdict-move-expects = To move things, please scan a place or a piece.
verdict-move-where = Where to?
verdict-move-where-help = Scan the shelf’s code first, then the pieces.
verdict-moved = Now in { $location }
verdict-moved-from = From { $from } to { $location }
verdict-lies-here = { $item } is in { $location } already. Nothing booked.
verdict-found-again = Found again: { $item }
verdict-lot-moves-whole = A lot moves as a whole: { $item }, { $pieces } pieces. Please scan without a quantity.
verdict-place-finished = Done in { $location }
verdict-count-expects = For the stocktake, please scan the place or a piece.
verdict-count-where = Which place?
verdict-count-where-help = Scan the shelf’s code first, then everything that lies there.
verdict-count-begins = Stocktake { $location }
verdict-count-all =
    { $expected ->
         [0] Nothing expected. Now scan everything that lies here.
         [one] { $expected } piece expected. Now scan everything that lies here.
        *[other] { $expected } pieces expected. Now scan everything that lies here.
    }
verdict-count-goes-on = Stocktake { $location } goes on
verdict-count-progress = { $seen } of { $expected } seen
verdict-count-again = Counted already: { $item }
verdict-count-belongs = Belongs in { $location }: { $item }
verdict-count-had-no-place = Had no place: { $item }
verdict-count-will-move = Moves here when the stocktake is booked.
verdict-count-will-be-found = Goes back into stock when the stocktake is booked.
verdict-count-is-out = Handed out, but lies here: { $item }
verdict-count-blank-help = Record the piece at the intake.
verdict-count-closed = The stocktake { $location } is closed.
verdict-count-closed-help = Nothing counted. Begin anew? Scan the place’s code.
verdict-count-undone = No longer counted: { $code }
verdict-count-undone-stays = Taken back. { $code } stays counted, by another scan.
verdict-count-holds-places = There are several places in { $location }.
verdict-count-holds-places-help = Nothing counted. Please scan the shelf's code and count each shelf by itself.
verdict-told-otherwise = Refused at the terminal while it was cut off: nothing booked.
verdict-undone-for-nothing = Taken back. Nothing had been booked.
item-with-cut = { $item } { $cut }
item-with-cut-and-size = { $item } { $cut } size { $size }
verdict-cut-w = women
verdict-cut-m = men
verdict-cut-k = children
verdict-cut-b = baby
verdict-goes-to-place = Put it in: { $place }
verdict-somebody-waits = A household waits for this ({ $card }…): YES lays it aside · { $place }
verdict-enough = { $place } · Enough of these: { $here } here, { $needed } needed
verdict-laid-aside = Laid aside: { $item }
verdict-to-pickup-at = Put it in: { $shelf }, for { $card }…
verdict-to-pickup = Put it on the pick-up shelf, for { $card }…
verdict-offer-gone = Nobody waits for this any more.
verdict-offer-gone-help = Nothing laid aside. Put the piece on the shelf.
verdict-quantity = Now { $count } pieces: { $item }
verdict-quantity-same = The quantity is { $count } already: { $item }
verdict-quantity-alone = A quantity is only for lots, right after their scan.
verdict-quantity-alone-help = Nothing booked. Scan the label, then the quantity within a minute.
verdict-lead-yes-or-no = Yes: a lead scans her or his badge. No: scan “cancel” or press F8.
verdict-lead-needed = Please call a lead to scan the badge.
verdict-answered-yes = The lead has said yes already.
verdict-reserved-ask = Reserved for another household: { $item }. Hand out all the same?
verdict-limit-ask = Limit reached, { $pieces } of { $most } pieces: { $item }. Hand out all the same?
verdict-limit = Limit reached: { $pieces } of { $most } pieces. Not booked.
verdict-limit-help = Hand out all the same? Scan each further piece by itself; a lead decides.
verdict-limit-blank-help = Take the piece in at the intake first; then a lead decides.
verdict-describe = The label is blank. What is it?
verdict-describe-help = Scan the product on the sheet or type a few letters. Or put the piece away and go on.
verdict-described-meanwhile = Label { $code } is taken meanwhile. Please scan it again.
verdict-print-on-page = The household's page prints the visit slip. Nothing is printed here.
verdict-nothing-to-undo-in-visit = There is nothing to take back in this visit.
verdict-voucher-opened =
    { $pieces ->
         [0] Voucher: nothing lies ready any more
         [one] Voucher: { $pieces } piece lies ready
        *[other] Voucher: { $pieces } pieces lie ready
    }
verdict-voucher-only = Give out only these pieces.
verdict-voucher-used = This voucher was used already, on { $day }.
verdict-voucher-ended = This voucher no longer counts: it was ended.
verdict-voucher-lapsed = This voucher no longer counts: whoever made it does not look after the household any more.
verdict-voucher-expired = This voucher was valid only until { $day }.
verdict-voucher-offline = Without a network nobody can check a voucher. Please wait, or scan the household’s card.
verdict-voucher-gone = No longer lies ready: { $item }.
verdict-voucher-other-piece =
    { $pieces ->
         [one] This voucher is for { $pieces } piece that lies ready. This is not the one.
        *[other] This voucher is for { $pieces } pieces that lie ready. This is not one of them.
    }
verdict-visits-ask =
    { $visits ->
         [one] { $visits } visit in 30 days already, allowed: { $most }. Open all the same?
        *[other] { $visits } visits in 30 days already, allowed: { $most }. Open all the same?
    }
verdict-renewal-ask = Received on { $day }, again from { $again }: { $item }. Give out all the same?
verdict-points-ask = Too many points, { $spent } of { $budget }: { $item }. Give out all the same?
verdict-guarded = Not booked: { $item }. A lead decides this.
verdict-with-points = { $detail } · { $spent } of { $budget } points
