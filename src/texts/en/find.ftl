# Searching and lists: the search box on top of every page, and what all long lists have in common.

find-title = Search
find-label = Search everything
find-here = Search or scan
find-close = Close
find-lead = A code, a name, an item, a place or a page. The beginning is enough, and a typing mistake does not matter.
find-nothing = Check the spelling, or scan the code once more.
find-damaged = This code was misread or mistyped. Please scan it again.
find-blank = This label is still blank. Take the piece in at the intake desk.
find-unknown-code = There is nothing here for you under this code.
find-command = This is a command. It only works at a scanning desk.
find-all = Show all in the list
find-pages = Pages
find-places = Places
find-hits =
    { $count ->
         [0] Nothing found
         [one] { $count } result
        *[other] { $count } results
    }
find-household =
    { $people ->
         [one] { $people } person
        *[other] { $people } people
    }
find-page-labels = Print labels
find-page-commands = Print the command sheet
find-page-stocktake = Count for a stocktake
find-words-voucher = voucher proxy collect authority
find-words-pin = PIN secret number card
find-words-sessions = days of handing out appointments opening hours calendar
find-words-queue = queue waiting line number call arrive
find-words-allocation = allocation allocate share proposals lay aside reserve
find-words-pick = fetch picking list bags
find-words-missing = missing needed wanted
find-words-overrides = exceptions overrides allowed lead

list-filters = Filters
list-clear-one = Remove filter: { $what }
list-order = Order
list-rows = Rows
list-first = To the beginning
list-export = As a table (CSV)
list-more-than = more than { $count }
list-entries =
    { $count ->
         [one] { $count } entry
        *[other] { $count } entries
    }
list-in-state-many = { $state } (over { $count })
list-search = Search: { $text }
list-understood = Searching for “{ $meant }” instead of “{ $typed }”.
list-back = To the list
list-next = Next in the list
list-end = That was the last one in the list.

order-newest = Newest first
order-oldest = Oldest first
order-moved = Moved last
order-waiting = Lying longest
order-kind = Kind of item
order-place = Place
order-name = Name
order-longest = Waiting longest
