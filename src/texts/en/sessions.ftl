### Days of handing out: times, queue, letters.
error-booking-blocked = No time can be booked for this household at the moment. Please ask the coordinator.
error-booking-too-late = This time is over. Please choose a later one.
error-booking-twice = There is an appointment on this day already. Please move or cancel it.
error-booking-babies = This time is for families with a baby. Please choose another one.
error-booking-first = This time is for households that come for the first time. Please choose another one.
error-booking-full = This time has just become full. Please choose another one.
error-booking-over = This visit has begun or is over. It cannot be changed any more.
error-session-minutes = Please give { $least } to { $most } minutes for a time slot.
error-session-weeks = Please give 1 to { $most } weeks.
error-session-hours = The end must be after the beginning. Please check the hours.
error-session-past = This day is over or too far away. Please choose another one.
error-session-slots = No time slot fits into the day like this, or there are more than { $most }. Please check length, hours and breaks.
error-session-title = Please give the day a name, for example “Handing out”.
error-session-capacity = Please give 1 to { $most } households for a time slot.
error-session-place = This place is gone. Please choose another one.
error-session-closed = This day is closed already. Its figures do not change any more.
error-session-not-begun = This day has not begun yet. It can be closed only after that.
error-session-ahead =
    { $count ->
         [one] { $count } household is still on the list. Please confirm that it did not come.
        *[other] { $count } households are still on the list. Please confirm that they did not come.
    }
error-session-slot-in-use = Somebody is here already in this time slot. It cannot be removed any more.
error-queue-card = This is no valid household card. Please scan the card again.
error-queue-served = This household has had its turn today.
error-queue-full = There is no place left today. Please book a time on another day.
error-queue-not-open = This day is not open yet. Please choose “Open the day” first.
error-letter-consent = This household does not want messages any more. Nothing is sent.
sessions-title = Days of handing out
sessions-fill = { $booked } of { $places } places taken
