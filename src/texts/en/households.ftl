### Households, members, needs lists, mentors.
error-too-many-members = A household can have at most { $most } people. Please split it.
error-text-too-long = Please write less: at most { $most } characters in one line.
error-note-too-long = Please write less: at most { $most } characters. No health, religion or life story.
error-language-tag = Please choose the language from the list.
error-age-band = “{ $word }” is not an age group. Please choose one from the list.
error-birth-month = Please give year and month, for example 2021-04.
error-birth-month-adult = The month of birth is needed for children only. Please leave it empty and choose the age group.
error-size-for = Size for “{ $what }”: there is no such thing. Please use a field of the form.
error-not-a-mentor = This person is not registered as a mentor. Please choose one from the list.
error-household-left = This household has been signed off. Please register it again first.
error-too-many-needs = The needs list already has { $most } open lines. Please withdraw some first.
error-need-twice = This is on the needs list already. More of it? Then withdraw the old line and add a new one.
error-no-such-product = There is no such product. Please choose one from the search.
error-wanted = Please give a number from 1 to { $most }.
error-need-cut = { $product } does not come in cut { $cut }. Please choose another.
household-state-active = active
household-state-blocked = blocked
household-state-left = signed off
age-baby = Baby, up to 1 year
age-child-small = Child, 2 to 5 years
age-child = Child, 6 to 12 years
age-teen = Teenager, 13 to 17 years
age-adult = Adult
cut-w = women’s
cut-m = men’s
cut-k = children’s
cut-b = baby
cut-u = for everybody
size-for-clothes = Clothes
size-for-trousers = Trousers
size-for-shoes = Shoes
size-for-bra = Bra
size-for-head = Head in cm
urgency-none-yet = Has none yet
urgency-some = Needs more
urgency-wish = Wish
occasion-basic = Basic set
occasion-newborn = Newborn
occasion-maternity = Pregnancy
occasion-school-start = Starting school
occasion-first-home = First home
occasion-hygiene = Hygiene
need-state-open = open
need-state-reserved = laid aside
need-state-partly = partly met
need-state-fulfilled = met
need-state-withdrawn = withdrawn
need-state-expired = expired
need-progress = { $got } of { $wanted }
need-for-all = for everybody

households-title = Households
households-lead = Whom we serve: a card, sizes and a needs list. No names needed.
households-lead-mentor = The households that you look after.
households-search = Card or area
households-state = State
households-any-state = all
households-card = Card
households-people = People
households-area = Area
households-needs = Needs met
households-last-visit = Last visit
households-registered = Registered
households-none-title = No household yet
households-none = Register the first household. It gets a card; nothing else is needed.
households-none-mentor = You look after no household yet. The coordinator can change that.
households-nothing-found = Nothing found
households-nothing-found-help = Take the filter away, or scan the card.
households-shown =
    { $count ->
         [one] { $count } household
        *[other] { $count } households
    }
households-new = Register a household
household-no-card = no card

household-title = Household { $card }
household-people-count =
    { $people ->
         [one] { $people } person
        *[other] { $people } people
    }
household-facts = At a glance
household-language = Language
household-language-unknown = not given
household-note = Note
household-members = People
household-member-number = Person { $number }
household-members-none = Nobody entered yet. It works without: sizes help to find things.
household-add-member = Add a person
household-needs = Needs list
household-needs-none = Nothing on the list yet. Enter what is missing, or use “Prepare the list”.
household-add-need = Add a need
household-needs-done =
    { $lines ->
         [one] { $lines } line done
        *[other] { $lines } lines done
    }
household-needs-gone =
    { $lines ->
         [one] { $lines } line withdrawn or expired
        *[other] { $lines } lines withdrawn or expired
    }
household-withdraw = Withdraw
household-withdraw-line = Withdraw { $product }
household-fill = Prepare the list
household-fill-lead = Enters what is missing by the rule of thumb. Not an entitlement; each line can be withdrawn.
household-fill-clothing = Clothing: { $who }
household-fill-home = Home and kitchen
household-fill-hygiene = Hygiene
household-fill-maternity = Pregnancy: { $who }
household-fill-school = Starting school: { $who }
household-fill-what = What is missing?
household-fill-do = Enter
household-filled =
    { $lines ->
         [0] Nothing was missing: it was all on the list already.
         [one] { $lines } line entered.
        *[other] { $lines } lines entered.
    }
household-pieces = Received
household-pieces-none = Nothing handed out yet.
household-visits = Visits
household-visits-none = No visit yet. Scan the card at the handout desk.
household-visit-pieces =
    { $pieces ->
         [one] { $pieces } piece
        *[other] { $pieces } pieces
    }
household-mentors = Mentors
household-mentors-none = No mentor yet.
household-mentor-since = since { $day }
household-mentor-choose = Choose a mentor
household-mentor-add = Link
household-mentor-end = End
household-mentor-nobody = Nobody is registered as a mentor yet.
household-mentor-linked = Linked. The mentor sees the household from now on.
household-mentor-ended = Ended. Access is gone at once.
household-card-and-pin = Card and PIN
household-card-manage = Card
household-replace-card = Issue a new card
household-replace-card-help = Card lost? The old one is dead at once.
household-block = Block the card
household-unblock = Unblock
household-left = Sign off
household-left-ask =
    { $lines ->
         [0] Nothing is open. Mentors no longer see the household then.
         [one] { $lines } open line of the needs list is withdrawn. Mentors no longer see the household then.
        *[other] { $lines } open lines of the needs list are withdrawn. Mentors no longer see the household then.
    }
household-left-do = Yes, sign off
household-signed-off = Household signed off.
household-back = Register again
household-blocked-note = The card is blocked. Nothing is handed out until it is unblocked.
household-left-note = The household has been signed off.
household-looks = Who has looked?
household-look-line = { $name } · { $when }
household-saved = Saved.
household-registered = Registered. Card { $card } can be printed or copied by hand.
household-card-replaced = New card: { $card }. The old one is no longer valid.
household-card-replaced-blocked = New card: { $card }. The old one is no longer valid. The new one is blocked too, until you unblock it.
household-need-added = Added.
household-need-withdrawn = Withdrawn.
household-member-saved = Saved.
household-member-removed = Removed, with this person’s open needs.

household-form-new-lead = Everything may be left empty. A card is made in any case.
household-form-edit = Edit household
household-area-hint = Postcode or accommodation. No street.
household-note-hint = At most 200 characters. No health, religion or life story.
household-language-hint = For messages and slips.
household-first-member = First person
household-first-member-lead = More people follow, one after the other.
member-title-new = Add a person
member-title-edit = Edit person
member-nickname = First name or nickname
member-nickname-hint = Only to tell people apart. No surname.
member-age = Age
member-age-unknown = not given
member-birth-month = Month of birth
member-birth-month-hint = Children only, for example 2021-04.
member-cut = Cut
member-cut-hint = Which clothes fit.
member-cut-unknown = any
member-sizes = Sizes
member-save-and-next = Save and add the next person
member-remove = Remove person
member-remove-help = This person’s open needs are withdrawn. What was handed out stays counted.

need-title = Add a need
need-for-household = Card { $card }
need-search = What is needed?
need-search-hint = Beginnings are enough: “wi ja 104” finds the winter jacket in 104.
need-search-none = Nothing found. Please search with other words.
need-search-start = Search for what is missing.
need-choose = Choose
need-other = Search for something else
need-who = For whom?
need-cut = Cut
need-size = Size
need-size-hint = Leave it empty: then the person’s size counts.
need-size-choose = not fixed
need-wanted = How many?
need-urgency = How urgent?
need-occasion = What for?
need-add = Put on the list
household-print-card = Print the card
