### Donors, donations and items.
error-text-odd = There are characters here that cannot be used. Please type it again.
error-donor-name = Please give a name. Only “anonymous” works without one.
error-email = This is not an e-mail address. Example: name@example.org
error-donor-unknown = There is no such donor. Please choose one from the list.
error-day-in-future = The day is in the future. Please choose today or an earlier day.
error-day-too-old = The day is more than { $years } years ago. Please check it.
error-day = Please give a day, for example 2026-03-12.
error-pieces-announced = Please give a number from 1 to { $most } or leave the field empty.
error-donation-state = This step is not possible for this donation now. Please reload the page.
donor-kind-private = Private
donor-kind-company = Company
donor-kind-institution = Institution
donor-kind-anonymous = Anonymous
donation-state-draft = draft
donation-state-received = received
donation-state-closed = closed
donation-state-offered = offered
donation-state-in-custody = in custody
donation-state-accepted = accepted by the council
donation-state-receipted = receipted
donation-state-declined = declined by the council
error-item-step = This is not possible with this item now. Please reload the page.
error-item-void = This item was entered by mistake. Please take it in again at the intake desk.
error-item-not-ours = This donation has not been accepted yet. Accept the donation first, then the piece goes into stock.
error-location-unknown = There is no such place. Please choose one from the list.
error-undone-already = The last step has been taken back already.
error-period = The period ends before it begins. Please swap the two days.
error-no-such-donor = No donor “{ $donor }” found. Please give the whole name or the code.
error-donor-ambiguous = Several donors are called “{ $donor }”. Please give the code; it stands on the donor’s page.
reach-none = none
reach-under = under { $number }
reach-range = { $from }–{ $to }
reach-from = { $number } and more
purpose-basic = Basic set
purpose-newborn = Newborns
purpose-school-start = Starting school
purpose-first-home = First home
purpose-hygiene = Hygiene
purpose-special = Special needs
purpose-not-listed = Chosen at the desk (on no needs list)
group-unknown = No longer in the catalogue
donor-report-definition = Counted are all pieces that { $donor } gave from { $from } to { $to }, and where they are on { $day }. A lot counts with each of its pieces. Pieces entered by mistake do not count. Households appear only as a rough number.
csv-section = Section
csv-name = Name
csv-code = Code
csv-announced = announced
csv-received = received
csv-households = Households
csv-total = Total
csv-group = Product group
csv-donation = Donation
csv-purpose = What for

origin-business = from a business
origin-private = from private property
origin-unknown = not known
condition-new = new
condition-good = good
condition-worn = worn
condition-needs-care = wash or mend first
item-cut-none = not given
choice-all = All
nothing-found = Nothing found
action-choose = Choose

donors-lead = Who gives something to the clothing room.
donors-search = Name or place
donors-count =
    { $count ->
         [one] { $count } donor
        *[other] { $count } donors
    }
donors-none = No donor yet
donors-none-lead = Add the first donor, then you can record a donation.
donors-none-found = Check the spelling or take the filter away.
donor-new = Add donor
donor-edit = Edit donor
donor-form-lead = Only the name is needed. A donation receipt needs the address too.
donor-saved = The donor has been saved.
donor-name = Name
donor-name-hint = For “anonymous” the field may stay empty.
donor-kind = Kind
donor-street = Street and number
donor-postcode = Postcode
donor-city = Place
donor-email = E-mail
donor-note = Note
donor-note-hint = Only for the coordinator and the treasurer, for example when somebody can be reached.
donor-data = Details
donor-code = Code
donor-address = Address
donor-no-donations = Nothing from this donor has been recorded yet.
donor-report-title = What became of the gifts
donor-report-open = Open report
share-sentence =
    { $pieces ->
         [one] Of { $pieces } piece
        *[other] Of { $pieces } pieces
    }, { $out ->
         [one] { $out } has been handed out.
        *[other] { $out } have been handed out.
    }
share-here = in stock
share-later = in care or custody
share-lost = no longer usable or missing
share-of = { $part } of { $whole }
report-from = From
report-to = To
report-show = Show
report-csv = As a table (CSV)
report-households = Households
report-median = Half was handed out after
report-days =
    { $days ->
         [one] { $days } day
        *[other] { $days } days
    }
report-announced = Pieces announced
report-by-group = By product group
report-by-need = What the pieces were needed for
report-by-donation = By donation
report-empty = There are no pieces in this period
report-empty-lead = Choose another period, or scan the donation’s pieces at the intake desk.
report-back = To the donor

donations-lead = What was handed in, the latest day first.
donations-search = Donor’s name or place
donations-none = No donation yet
donations-none-lead = Record the first donation. Then scan its pieces at the intake desk.
donations-none-found = Check the spelling or take a filter away.
donation-new = Record donation
donation-saved = The donation has been saved. Now its pieces can be scanned.
donation-changed = The donation is now: { $state }.
donation-choose-lead = Who gives something? Search the name or scan the card.
donation-choose-search = Name, place or card
donation-choose-none = This donor is not known yet. Please add it.
donation-form-lead = What was handed in and when. The single pieces are scanned afterwards.
donation-other-donor = choose another
donation-day = Day
donation-donor = Donor
donation-pieces-head = Pieces
donation-pieces =
    { $received ->
         [one] { $received } piece taken in
        *[other] { $received } pieces taken in
    }, { $out } handed out
donation-pieces-of = { $received } of { $announced } pieces taken in, { $out } handed out
donation-origin = Origin
donation-origin-hint = Will stand on the donation receipt.
donation-description = Description
donation-description-hint = For example: 3 boxes of children’s clothes.
donation-announced = Pieces announced
donation-announced-hint = As many as the donor says. Scanning counts.
donation-receipt-wanted = Donation receipt wanted
donation-only-offered = Only offered: the council has to accept it first
donation-of-day = Donation of { $day }
donation-scan-in = Take pieces in
donation-progress = How far the donation is
donation-taken-in = Taken in
donation-pieces-now = Where the pieces are
donation-no-pieces = No piece taken in yet. At the intake desk scan the donation’s code first, then the pieces.
donation-data = Details
donation-code = Donation code
donation-code-hint = Scan this code at the intake desk: the next pieces then belong to this donation.
donation-receipt = Donation receipt
donation-receipt-yes = wanted
donation-receipt-no = not wanted
donation-next = Next step
donation-step-receive = Receive
donation-step-close = Close: all pieces are taken in
donation-step-close-missing = Close it although pieces are missing: { $missing }
donation-step-reopen = Open again
donation-step-offer = Offer to the council
donation-step-custody = Take into custody

item = Item
items-lead = Every piece with a label, the newest first.
items-search = Label, product or size
items-take-in = Take in
items-in-state = { $state } ({ $count })
items-count =
    { $items ->
         [one] { $items } item
        *[other] { $items } items
    }, { $pieces ->
         [one] { $pieces } piece
        *[other] { $pieces } pieces
    }
items-none = No item yet
items-none-lead = Scan the first label at the intake desk.
items-none-found = Check the spelling or take a filter away.
item-group = Product group
item-state = State
item-quantity = Quantity
item-label = Label
item-moved = Last moved
item-cut = Cut
item-size = Size
item-size-hint = For example 104, M or 39–42. Empty when the piece has no size.
item-condition = Quality
item-product = Product
item-location = Place
item-donation = From the donation
item-from-lot = From the lot
item-pieces =
    { $count ->
         [one] { $count } piece
        *[other] { $count } pieces
    }
item-data = Details
item-story = What happened so far
item-undo = Take the last step back
item-undone = Taken back.
item-changed = Saved.
item-relocated = The new place has been saved.
item-actions = What about it?
item-relocate = Put it there
item-correct = Correct item
item-correct-lead = Where the piece is and who has it stays as it is.
item-step-care = Send to care
item-step-restock = Back to stock
item-step-found = Found again
item-step-missing = Is missing
item-step-discard = Discard
item-step-void = Was entered by mistake
story-intake = Taken in
story-handout = Handed out
story-rebook = Handed out to another household
story-return = Returned
story-restock = Back in stock
story-care = Sent to care
story-reserve = Laid aside
story-release = Free again
story-split-piece = Handed out of a lot
story-split-lot = Part of the lot handed out
story-relocate = Moved
story-correct = Corrected
story-missing = Missing
story-transfer = Passed on
story-discard = Discarded
story-void = Marked as entered by mistake
story-reversal = Taken back
story-reversal-of = Taken back: { $what }
story-reversed = was taken back
story-met-need = Stood on the needs list.
story-at = Place: { $place }
story-left =
    { $count ->
         [one] { $count } piece left in the lot
        *[other] { $count } pieces left in the lot
    }
donation-pieces-came =
    { $received ->
         [one] { $received } piece recorded
        *[other] { $received } pieces recorded
    }
donation-pieces-came-of = { $received } of { $announced } pieces recorded
