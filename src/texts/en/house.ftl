### What administration sets up: what cannot be done.
error-product-name = Please give a name.
error-product-weight = Please give the weight of one piece in grams: 1 to { $most }.
error-location-name = Please give a name, for example “Shelf 3”.
error-location-name-taken = There is one of this name here already. Please choose another name.
error-location-in-shelf = Nothing further can be inside a shelf. Please choose the room.
error-current-password = The current password is wrong.
error-passwords-differ = The two new passwords differ. Please type them again.
error-label-dead = The code { $code } is no longer valid. Please print the new one.
error-stock-unknown = We do not know this label paper. Please choose one from the list.
error-start-outside = The sheet has { $labels } labels. Please start with 1 to { $labels }.

### Settings: the overview.
nav-labels = Labels
settings-lead = What the clothing room needs for its work.
settings-users =
    { $people ->
        [one] person
       *[other] people
    }
settings-users-link = People and badges
settings-terminals =
    { $terminals ->
        [one] terminal
       *[other] terminals
    }
settings-terminals-link = Manage terminals
settings-catalogue = products in the catalogue
settings-catalogue-link = Edit the catalogue
settings-locations =
    { $places ->
        [one] place
       *[other] places
    }
settings-locations-link = Places and shelves
settings-stocks = kinds of label paper
settings-stocks-link = Print labels
crumb-settings = Settings
form-saved = Saved.

### People.
users-title = People
users-lead = Who can sign in, and in which role.
users-new = Add a person
users-name = Name
users-sign-in-name = Name for signing in
users-sign-in-name-hint = Small letters, digits, full stop or hyphen. For example: anna.a
users-display-name = Name shown
users-display-name-hint = This is what everybody sees. A first name is enough.
users-role = Role
users-state = State
users-active = active
users-off = switched off
users-paused = paused
users-badge = Badge
users-badge-print = Print the badge
users-badge-none = No valid badge.
users-badge-hint = With the badge the person signs on at a terminal. Only the name is printed on it.
users-language = Language
users-password = Password
users-password-hint = At least { $least } characters. A whole sentence is easy to remember. Write it down for this person only.
users-password-new = New password
users-password-lead = The person is signed out everywhere and needs the new password from then on.
users-password-set = Set the password
users-password-saved = New password set. Please tell the person.
users-may-sign-in = May sign in
users-added = Added. Now print the badge and pass on the password.
users-saved = Saved. The person has to sign in again.
users-since = Here since
users-failed = Failed sign-ins
role-volunteer-hint = Scans at intake and handout, finds items. Sees households only at the desk.
role-coordinator-hint = Sees and changes nearly everything, but not people.
role-mentor-hint = Sees only the linked households and their needs lists.
role-treasurer-hint = Donors, donations and reports. Never sees a household.
role-admin-hint = People, terminals, catalogue, labels. Sees no households.

### One's own account.
account-title = My account
account-language-lead = For the pages and at the terminal.
account-password = Change the password
account-password-current = Current password
account-password-hint = At least { $least } characters. A whole sentence is easy to remember.
account-password-repeat = New password once more
account-password-saved = Your password is changed. You are signed out on other devices.
account-everywhere = Sign out everywhere
account-everywhere-lead = Lost a device, or forgot one somewhere? This ends every sign-in, this one too.
account-who = Signed in as

### Terminals.
terminals-title = Terminals
terminals-lead = Devices that scan. Each has a token of its own.
terminals-name = Name
terminals-next-seq = Next number
terminals-last-seen = Last heard
terminals-never = never
terminals-state = State
terminals-active = switched on
terminals-off = switched off
terminals-suspect = since { $day }
terminals-set-aside = set aside
terminals-switch-off = Switch off
terminals-switch-on = Switch on
terminals-enrol = Set up a terminal
terminals-enrol-hint = A name that everybody understands, for example “Handout left”.
terminals-enrolled = “{ $name }” is set up
terminals-token-lead = This token is shown here only this once. Please enter it on the device now:
terminals-none = No terminal yet
terminals-none-text = A terminal is a device with a scanner at intake or handout. You can do without: in the browser.
terminals-switched-off = Switched off: this terminal can no longer scan.
terminals-switched-on = Switched on: this terminal can scan again.
terminal-station-name = { $device } · Scanner { $number }
terminals-waiting = Devices that want to enrol
terminals-waiting-none = None at present. Start “gabentisch terminal” on the new device: it shows a code, which you type here.
terminals-waiting-since = asking since { $when }
terminals-waiting-nameless = Device without a name
terminals-code = Code on the device’s screen
terminals-code-hint = Six characters. Let in only what you see in front of you.
terminals-device-hint = Empty means: what the device calls itself.
terminals-approve = Let the device in
terminals-approved = “{ $name }” is let in and will report by itself in a moment.
terminals-refuse = Refuse
terminals-refused = Refused: this device gets no access.
terminals-release = Release
terminals-released = Released: the terminal now sends what is still open.
terminals-suspect-text = A terminal sent numbers that were used before. That happens when it was restored from an old backup or two devices share one enrolment. It books nothing until you release it; nothing is lost. If two devices share one enrolment, please enrol one of them anew.
terminals-device-off = switched off with its device
terminals-enrol-lead = It also works by hand, without a code on a screen: make a password here and type it in on the device.

### Catalogue.
catalogue-title = Catalogue
catalogue-lead = All products. Those switched off are no longer offered at intake.
catalogue-search = Find a product
catalogue-group = Group
catalogue-all-groups = all
catalogue-product = Product
catalogue-weight = Weight
catalogue-grams = { $grams } g
catalogue-essential = Basic set
catalogue-essential-yes = yes
catalogue-off = switched off
catalogue-none = Nothing found
catalogue-none-text = No product has this name. Type fewer letters, or show all.
catalogue-count =
    { $products ->
        [one] { $products } product
       *[other] { $products } products
    }
catalogue-name-de = Name in German
catalogue-name-en = Name in English
catalogue-weight-g = Weight of one piece in grams
catalogue-weight-hint = A rule of thumb, for reports.
catalogue-essential-label = Belongs to the basic set
catalogue-active-label = Is offered
catalogue-active-hint = Switched off, the product stays in the catalogue: there are pieces of it.
catalogue-facts = What is fixed
catalogue-code = Short name
catalogue-cuts = Cuts
catalogue-sizes = Sizes
catalogue-season = Season
catalogue-also = Also found as
season-all = all year
season-winter = winter
season-summer = summer

### Places.
locations-title = Places
locations-lead = A site has rooms, a room has shelves. Each place has a code that can be scanned.
locations-add-site = Add a site
locations-add-room = Add a room
locations-add-shelf = Add a shelf
locations-add = Add
locations-name = Name
locations-site-hint = For example: Clothing room High Street
locations-room-hint = For example: Store upstairs
locations-shelf-hint = For example: Shelf 3
locations-none = No place yet
locations-none-text = Add the site first, then rooms and shelves.
locations-no-rooms = No room yet.
locations-no-shelves = No shelf yet.
locations-rename = Rename
locations-print = Print the code
locations-added = Added: { $name }
locations-in = in { $place }
locations-pickup = Pick-up shelf
locations-pickup-is = Here lies what is laid aside for a household. The intake names this place.
locations-pickup-help = What the intake lays aside for a household goes to the pick-up shelf. There is only one.
locations-pickup-mark = Make it the pick-up shelf
locations-pickup-unmark = No longer the pick-up shelf

### Labels.
labels-title = Labels
labels-lead = Blank labels to stick on. The first scan says what each one means.
labels-print = Make labels
labels-stock = Label paper
labels-stock-choice =
    { $name }: { $size } mm, { $count ->
        [1] roll
       *[other] { $count } on a sheet
    }
labels-kind = What for
labels-kind-item = Pieces
labels-kind-box = Boxes
labels-kind-card = Household cards
labels-kind-location = Places
labels-kind-badge = Badges
labels-kind-donation = Donations
labels-kind-donor = Donor cards
labels-kind-product = Products
labels-count = How many
labels-start-at = Start with label number
labels-start-hint = On a sheet that was begun: the first free one, counted row by row from the top left.
labels-download = Get the PDF
labels-download-hint = Print at 100 %, not “fit to page”. Each code is made only once.
labels-stocks = Paper that we know
labels-stock-facts =
    { $size } mm, { $count ->
        [1] roll
       *[other] { $count } on a sheet
    }
labels-stock-also = also: { $names }
labels-sheets = Sheets beside the scanner
labels-command-sheet = Download the command sheet
labels-command-sheet-hint = Every command on one page, in four languages. Best laminate it.
labels-product-sheet = Download the product sheet
labels-product-sheet-hint = One field for each product: scan it once, then the labels. Each product keeps its code.
labels-product-group = Group
labels-test-page = Test page
labels-test-lead = Does the printer hit the labels? The test page shows how far it is off.
labels-one-title = Print a code
labels-one-lead = One label with this code.

### Contradictions.
contradictions-title = Contradictions
contradictions-lead = What a terminal confirmed without a connection and what does not fit what had been booked meanwhile. Please decide one by one.
contradictions-none = No contradiction
contradictions-none-text = All scans fit together. There is nothing to do.
contradictions-none-settled = Nothing settled yet
contradictions-none-settled-text = What you decide is listed here afterwards.
contradictions-show-open = Show open ones ({ $count })
contradictions-show-settled = Show settled ones ({ $count })
contradictions-settled =
    { $count ->
        [one] 1 scan settled
       *[other] { $count } scans settled
    }
contradictions-this-scan = This scan
contradictions-house-knew = What had been booked
contradictions-knew-nothing = Nothing had been booked for it.
contradictions-card = Card
contradiction-no-item = A piece
contradiction-given-twice = { $item } was handed out twice.
contradiction-not-free = { $item } was handed out, but it was not free or there were not so many.
contradiction-card = A card was accepted that had been blocked or replaced meanwhile.
contradiction-quota = { $item } was handed out beyond the limit for one visit.
contradiction-label = The label of { $item } was taken in once more as something else.
contradiction-not-out = { $item } was taken back, but it was not out.
contradiction-undo = The terminal took something back that is not booked here like that (any more): { $item }.
contradiction-unknown-code = A code was confirmed that does not exist here.
contradiction-told-no = { $item } is booked, but the terminal said no.
contradiction-other = { $item }: the terminal confirmed the scan, but it could not be booked.
contradiction-now = Booked now: { $state }.
contradiction-now-at = Booked now: { $state }, card { $card }.
contradiction-leave = Leave it
contradiction-leave-effect = It stays as it is booked now.
contradiction-rebook = Rebook
contradiction-rebook-effect = { $item } then counts for the card { $card }.
contradiction-rebook-label-effect = { $item } becomes what this scan says.
contradiction-misscan = Misscan
contradiction-misscan-effect = What this scan booked is taken back.
contradiction-misscan-visit = All pieces of this visit are taken back.
contradiction-misscan-nothing = The scan does not count. It booked nothing.
contradiction-left = Left as it was.
contradiction-rebooked = Rebooked.
contradiction-misscanned = Settled as a misscan.
contradictions-unsigned = not signed on
contradictions-received = arrived { $moment }
contradictions-odd = Odd terminals
contradictions-odd-text = These devices have sent something that a real terminal does not send. Please look who is using them.
contradictions-odd-since = since { $moment }
contradictions-count =
    { $scans ->
        [one] { $scans } scan to settle
       *[other] { $scans } scans to settle
    }
