# The household's own page, /h.

own-title = My page
own-language = Language
own-back = Back
own-next = Next
own-leave = Sign out
own-aloud = Read aloud
own-to-content = To the content
own-menu = Menu
own-undo = Undo
own-save = Save
own-print = Print
own-error = That did not work. Please try again.
own-not-found = There is no such page.

# The door: card and PIN
own-door-title = Sign in
own-door-help = You need your card and your PIN. You get the PIN at the clothing room.
own-card = Your card
own-card-hint = The letters and numbers are on the card.
own-camera = Read the card with the camera
own-camera-hint = Hold the card in front of the camera.
own-camera-close = Camera off
own-camera-failed = The camera does not work. Type what is on the card.
own-photo = Photo of the card
own-photo-send = Read the photo
own-photo-nothing = There is no card in the photo. Take a new photo. Or type what is on the card.
own-pin = PIN
own-pin-hint = 6 digits
own-pin-delete = Delete the last digit
own-enter = Sign in
own-door-wrong = That did not work. Check the card and the PIN. After 5 wrong tries you have to wait 15 minutes.
own-door-often = Too many tries. Wait a few minutes.
own-door-ended = You are signed out. Sign in again.
own-door-left = You are signed out.

# The five pages
own-tab-list = My list
own-tab-ask = I need
own-tab-ready = Ready
own-tab-time = Time
own-tab-me = My data

# The list
own-list-help = This is on your list. A full dot means: you have it already.
own-list-empty = Your list is empty. Choose what you need.
own-person = Person { $number }
own-everybody = For everybody together
own-of = { $got } of { $wanted }
own-size = Size { $size }
own-state-waiting = Waiting
own-state-ready = Ready for you
own-state-got = Received

# Choosing what is needed
own-ask-help = Plus means: I need this. Minus means: I do not need this.
own-ask-who = For whom?
own-ask-none = You cannot choose anything here at the moment. Ask at the clothing room.
own-plus = { $thing }: one more
own-minus = { $thing }: one less
own-ask-full = No more is possible here. Ask at the clothing room.
own-ask-saved = Saved: { $thing }, { $count }
own-on-list = On the list
own-not-on-list = Not on the list

# What lies ready
own-ready-help = You can collect these things. Bring your card.
own-ready-empty = Nothing is ready yet. We are looking for things that fit you.
own-until = Until { $day }
own-place = Place
own-choose-time = Choose a time

# A time
own-time-help = Choose a day and a time.
own-time-empty = No time is free at the moment. Look again soon.
own-time-yours = Your appointment
own-time-booked = Your appointment is booked.
own-time-take = { $time }: take this time
own-time-full = This time is no longer free. Choose another one.
own-time-already = You already have an appointment.
own-time-cancel = Cancel the appointment
own-time-keep = Keep the appointment
own-time-cancelled = Your appointment is cancelled.
own-time-change = Would you like another time? Cancel this one first.
own-time-bring = Bring your card.
own-time-calendar = Add to calendar
own-time-number = Your number
own-time-wait = You are here. Please wait for your number.
own-time-called = It is your turn. Please come.
own-free = Free: { $count }
own-audience-everybody = For everybody
own-audience-babies = Families with babies
own-audience-women = Women only
own-audience-quiet = Quiet time
own-audience-first = First visit
own-today = Today
own-tomorrow = Tomorrow

# What is stored
own-me-help = This is what we have stored about you. Is something wrong? Tell us at the clothing room.
own-me-area = Area
own-me-since = With us since
own-me-visit = Last visit
own-me-note = Note
own-me-mentors = Who helps you
own-me-collectors = Who may collect for you
own-me-collectors-end = No longer allow: { $name }
own-me-collectors-ended = Saved. This is no longer allowed.
own-voucher = Collection slip
own-me-people = People
own-age-baby = Baby
own-age-child-small = Small child
own-age-child = Child
own-age-teen = Teenager
own-age-adult = Adult
own-born = Born
own-for-clothes = Clothes
own-for-trousers = Trousers
own-for-shoes = Shoes
own-for-bra = Bra
own-for-head = Head
own-nothing-stored = Nothing stored
own-looks = Who has seen your data
own-looks-none = Nobody yet
own-role-volunteer = Helper
own-role-coordinator = Coordinator
own-role-mentor = Mentor
own-role-other = Team
own-contact = May we write to you?
own-contact-help = Then we remind you of your appointment. You do not have to give anything.
own-contact-name = First name
own-contact-email = E-mail
own-contact-phone = Phone
own-contact-agree = Yes, you may write to me. I can change this at any time.
own-contact-agree-missing = Tick the box first. Otherwise we may not store anything.
own-contact-missing = Give an e-mail address or a phone number.
own-contact-email-wrong = This e-mail address is not right.
own-contact-phone-wrong = This phone number is not right.
own-contact-name-long = The name is too long.
own-contact-saved = Saved. We may write to you.
own-contact-remove = Stop writing
own-contact-removed = Deleted. We no longer write to you.
own-language-saved = Saved.
own-pin-change = Change the PIN
own-pin-now = Old PIN
own-pin-new = New PIN
own-pin-again = New PIN once more
own-pin-saved = Your new PIN counts from now on.
own-pin-wrong = The old PIN is not right.
own-pin-six = The PIN has 6 digits.
own-pin-differ = The two new PINs are not the same.
own-pin-easy = This PIN is too easy. Take another one.

# Days of the week.
own-weekday-mon = Monday
own-weekday-tue = Tuesday
own-weekday-wed = Wednesday
own-weekday-thu = Thursday
own-weekday-fri = Friday
own-weekday-sat = Saturday
own-weekday-sun = Sunday

# How a piece is cut.
own-cut-w = Women
own-cut-m = Men
own-cut-k = Children
own-cut-b = Baby
own-cut-u = Everybody

# How many
own-pieces = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}

# Letters about a time: booked, moved, cancelled, the day before.
own-letter-hello = Hello,
own-letter-booked-subject = Your appointment
own-letter-booked = You have an appointment at the clothing room:
own-letter-moved-subject = Your appointment has moved
own-letter-moved = Your appointment at the clothing room is now at this time:
own-letter-cancelled-subject = Your appointment is cancelled
own-letter-cancelled = This appointment at the clothing room is cancelled:
own-letter-reminder-subject = Your appointment is tomorrow
own-letter-reminder = Tomorrow you have an appointment at the clothing room:
own-letter-place = Place: { $place }
own-letter-bring = Please bring your card.
own-letter-cannot = You cannot come? Please cancel. Then somebody else gets the time.
own-letter-new-time = You can choose a new appointment.
own-letter-calendar = Appointment at the clothing room
