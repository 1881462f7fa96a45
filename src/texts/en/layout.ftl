# Texts of the frame: header, navigation, footer, components, desk. The same keys as the German file.

app-name = Gabentisch
skip-to-content = Skip to content
menu = Menu
nav-label = Main menu
sign-in = Sign in
sign-out = Sign out
language-label = Language

nav-home = Home
nav-handout = Handout
nav-intake = Intake
nav-items = Items
nav-boxes = Boxes
nav-donors = Donors
nav-donations = Donations
nav-households = Households
nav-reports = Reports
nav-users = People
nav-settings = Settings

role-volunteer = Volunteer
role-coordinator = Coordinator
role-mentor = Mentor
role-treasurer = Treasurer
role-admin = Administrator


field-optional = (optional)
pager-label = Pages
pager-previous = Back
pager-next = Next

action-save = Save
action-cancel = Cancel
action-edit = Edit
action-print = Print
action-search = Search
action-filter = Filter
action-reset = Show all

desk-mode-handout = Handout
desk-mode-intake = Intake
desk-mode-return = Return
desk-mode-move = Moving
desk-mode-lookup = Look up
desk-leave = Leave
desk-scan = Book
desk-scan-label = Scan or type a code
desk-scan-here = Scan here
desk-pending = waiting
desk-word-ready = Ready
desk-word-ok = OK
desk-word-again = Attention
desk-word-stop = Stop
desk-undo = Undo
desk-finish = Finish
desk-yes = Yes
desk-no = No
desk-understood = Understood
desk-retry = Send again
desk-offline = No connection
desk-offline-detail = Not booked yet. The scans stay here and are sent as soon as possible. Do not close this page.
desk-failed = Not booked
desk-failed-detail = The server did not answer as expected. Send again or call the coordinator.
desk-signed-out = You are signed out
desk-signed-out-detail = Sign in in a second window, then send again here.
desk-full = Please wait a moment
desk-full-detail = 32 scans are waiting already. This one is not booked yet.

error-title = That did not work
error-home = To the home page
error-back = Back to it
sign-in-lead = Please sign in.
sign-in-name = Name
sign-in-password = Password
