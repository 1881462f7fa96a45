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
