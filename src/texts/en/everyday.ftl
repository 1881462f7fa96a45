### Every day: taking back, many at once, changed meanwhile, pages that keep up.
undo-button = Undo
undone = Undone. It is as it was before.
undone-partly = Undone. Lines that were changed meanwhile stay: { $count }.
error-undo-not-this = This cannot be undone here any more. Please change it by hand.
error-undo-too-late = It is too late for that: undo works for 15 minutes. Please change it by hand.
error-undo-changed = This was changed again meanwhile. Have a look and change it by hand.
changed-today-by = { $who } changed this at { $time }. See what holds now.
changed-by = { $who } changed this on { $day } at { $time }. See what holds now.
clash-title = Changed meanwhile
clash-kept = What you typed is still in the form. “Save” takes what you typed.
clash-same = It now says the same as you typed.
clash-field = Field
clash-now = Holds now
clash-yours = You typed
clash-empty = (empty)
item-done = { $name }: { $what }.
place-renamed = The place is now called { $name }.

item-next = What about it?
item-next-none = There is nothing to do here.
item-where = Where it lies
item-where-alt = { $path }: place { $number } of { $count }
item-where-nowhere = It has no fixed place.
item-quick-edit = Quick change
item-quick-hint = Place, size, quality, cut and kind.
item-household-link = See household
item-pieces-title = Out of this lot
item-pieces-left = In the lot
item-contradictions =
    { $count ->
        [one] There is an open question about this item.
       *[other] There are { $count } open questions about this item.
    }
item-contradictions-link = See the question
item-labels-title = Labels
item-label-now = valid
item-label-replaced = replaced
item-label-void = void
item-label-since = printed on { $day }
item-relabel = Replace label
item-relabel-hint = Stick on a new label, then scan or type its code. The old one is no longer valid then.
item-relabel-code = Code on the new label
item-relabelled = Label { $code } is valid now.
error-relabel-unread = This code cannot be read. Please scan or type it again.
error-relabel-kind = This is no label for items. Please take one from the roll for items.
error-relabel-unknown = This label was not printed here. Please take another one.
error-relabel-used = Label { $code } is on an item already. Please take another one.
error-relabel-piece = This piece has no label of its own.
item-edit-row = Change
item-edit-row-of = Quick change of { $name }

bulk-done =
    { $count ->
        [one] { $count } item: { $what }
       *[other] { $count } items: { $what }
    }
bulk-did-move = moved
bulk-did-condition = quality changed
bulk-did-care = sent to care
bulk-did-restock = back to stock
bulk-did-missing = missing
bulk-did-discard = discarded
bulk-did-void = entered by mistake
bulk-is-there = Lies there already.
bulk-is-so = Is so already.
bulk-is-in-stock = Is in stock already.
bulk-is-in-care = Is in care already.
bulk-is-missing = Is missing already.
bulk-is-discarded = Is discarded already.
bulk-is-void = Is booked as a mistake already.
bulk-not-so = Not possible in this state: { $state }.
bulk-stopped = Not done any more, because everything was taken back.
bulk-title = With the ticked items
bulk-tick = Tick { $name }
bulk-tick-page = All on this page
bulk-chosen = { $count } ticked
bulk-all-matching =
    { $count ->
        [one] Not only the ticked ones: the one item that fits the filter
       *[other] Not only the ticked ones: all { $count } items that fit the filter
    }
bulk-what = What is to be done?
bulk-to-place = to: { $place }
bulk-to-condition = Quality: { $condition }
bulk-print = Print labels anew
bulk-go = Do it
bulk-steps = In the clothing room
bulk-places = Move
bulk-conditions = Change quality
bulk-running = { $done } of { $count } items are done.
bulk-still-running = Still running. This page reloads by itself.
bulk-going-back = { $done } of { $count } are taken back.
bulk-go-on = Go on
bulk-result = { $count } done
bulk-result-refused = { $count } not done
bulk-result-undone = { $count } taken back
bulk-result-waiting = { $count } still wait
bulk-undo-all = Take all back
bulk-undo-hint = Works for 24 hours. What somebody has changed further meanwhile stays as it is.
bulk-taken-back = Taken back.
bulk-to-items = To the items
bulk-part-done = done
bulk-part-refused = not done
bulk-part-undone = taken back
bulk-part-waiting = waits
bulk-part-outcome = Result
bulk-part-why = Why
bulk-lately = Lately done to many
bulk-lately-lead = What was done to many items at once in the last 24 hours. It can be taken back for that long.
bulk-lately-none = Nothing was done to many items at once in the last 24 hours.
bulk-lately-who = Who
bulk-lately-when = When
error-bulk-none = Nothing is ticked. Please tick items first.
error-bulk-what = Please choose what is to be done.
error-bulk-too-many = At most { $most } items at once. Please narrow the list with the filter.
error-bulk-list-changed = The list has changed: { $count } items fit now. Please look at the list and choose again.

live-changed = Brought up to date.
live-new =
    { $count ->
        [0] There are changes.
        [one] One new entry.
       *[other] { $count } new entries.
    }
live-show = Show
live-editing = Somebody has just changed something here. What you typed stays.
