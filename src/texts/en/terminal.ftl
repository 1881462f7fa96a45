### The text terminal: few words, big.
terminal-locked = LOCKED
terminal-word-ok = OK
terminal-word-again = LOOK
terminal-word-question = QUESTION
terminal-word-stop = STOP

# What to do next
terminal-do-badge = Scan your badge
terminal-do-badge-help = Hold your volunteer badge in front of the scanner. Then you can begin.
terminal-do-card = Scan the card
terminal-do-card-help = Or the pieces first, then the card.
terminal-do-pieces = Scan the pieces
terminal-do-pieces-help = At the end, scan the card once more.
terminal-do-product = What is it?
terminal-do-product-help = Scan the product or type it, for example: wi ja 104
terminal-do-label = Scan the label
terminal-do-return = Scan the piece
terminal-do-return-help = The label of the piece that comes back.
terminal-do-lookup = Scan anything
terminal-do-lookup-help = The terminal says what it is. Nothing is booked.
terminal-do-place = Scan the place
terminal-do-place-help = The shelf’s code first, then the pieces.
terminal-do-shelf-pieces = Scan the pieces
terminal-do-shelf-pieces-help = Place: { $place }. Another place? Scan its code.
terminal-do-wait = One moment
terminal-do-wait-help = Connecting to the server.

# What the terminal itself says
terminal-badge-first = Please scan your badge first.
terminal-answer-first = Answer the question first.
terminal-stop-first = First confirm this message: F12 Understood.
terminal-not-booked = Not booked: { $code }
terminal-no-answer = No answer means no.
terminal-no-answer-help = Nothing was booked. Scan the piece again if you need to.
terminal-visit-paused = Visit ended.
terminal-visit-paused-help = There was no scan for two minutes. Everything scanned is booked.
terminal-tray-paused =
    { $count ->
         [one] Not booked: { $count } piece without a card.
        *[other] Not booked: { $count } pieces without a card.
    }
terminal-tray-paused-help = No card came for a minute. Scan the card and the pieces again.
terminal-mode-fell-back = Mode is again: { $mode }
terminal-mode-fell-back-help = There was no scan for ten minutes.
terminal-full = Too many scans are waiting.
terminal-full-help = Not booked: { $code }. Please wait, then scan this piece again.
terminal-same-pull = Read twice, counted once.
terminal-pick-with = Enter alone chooses nothing: F1 to F8, or right arrow.
terminal-answer-keys = F2 Yes     F8 No
terminal-stop-keys = F12 Understood or scan “yes”
terminal-quit-again = Press Ctrl+Q once more to quit.
terminal-quit-loses =
    { $count ->
         [one] { $count } scan still waits and would not be booked! To quit anyway press Ctrl+Q again.
        *[other] { $count } scans still wait and would not be booked! To quit anyway press Ctrl+Q again.
    }

# Connection
terminal-token-refused = Terminal not enrolled
terminal-status-online = connected
terminal-status-connecting = connecting …
terminal-status-offline =
    { $open ->
         [0] Offline since { $time }
        *[other] Offline since { $time }, { $open } open
    }
terminal-status-stand = as of { $time }
terminal-status-no-stand = nothing known
terminal-status-questions =
    { $count ->
         [one] { $count } question for the lead
        *[other] { $count } questions for the lead
    }
terminal-waiting-line = waits: { $code }
terminal-waiting-more =
    { $count ->
         [one] and { $count } more
        *[other] and { $count } more
    }

# Right column
terminal-side-visit = VISIT
terminal-side-card = Card { $card }
terminal-side-people =
    { $people ->
         [one] { $people } person
        *[other] { $people } people
    }
terminal-side-pieces =
    { $pieces ->
         [one] piece
        *[other] pieces
    }
terminal-side-needs = NEEDS
terminal-side-nothing-needed = Nothing open
terminal-side-tray = Without a card
terminal-side-intake = NOW
terminal-side-more =
    { $count ->
         [one] + { $count } line
        *[other] + { $count } lines
    }

# Search at intake
terminal-search = Search
terminal-search-none = Nothing found. Try other first letters, for example: wi ja 104
terminal-search-how = F1–F8, or ↑ ↓ and → chooses · Esc drops it
terminal-choose-cut = Which cut?
terminal-choose-size = Which size?
terminal-choose-size-help = Type the size, then → or scan the label at once. No size: just scan.
terminal-chosen-size = size { $size }
terminal-cut-w = women
terminal-cut-m = men
terminal-cut-k = children
terminal-cut-b = baby
terminal-cut-u = everyone

# Keys
terminal-key-lock = Ctrl+L
terminal-key-quit = Ctrl+Q
terminal-keys-choose = Choose
terminal-keys-drop = Drop
terminal-keys-yes = Yes
terminal-keys-no = No
terminal-keys-undo = Undo
terminal-keys-finish = Finish
terminal-keys-handout = Handout
terminal-keys-intake = Intake
terminal-keys-return = Return
terminal-keys-lookup = Look up
terminal-keys-move = Move
terminal-keys-stocktake = Stocktake
terminal-keys-help = Help
terminal-keys-understood = Understood
terminal-keys-lock = Lock
terminal-keys-quit = Quit
terminal-help-title = HELP
terminal-help-handout = Handout: scan the card, then the pieces, and the card once more at the end.
terminal-help-intake = Intake: choose the product, then scan one label for each piece. What is chosen stays.
terminal-help-mistake = A mistake? F9, or “Undo” on the command sheet, takes the last scan back.
terminal-help-tones = One tone: booked. Two tones: look. Three tones: not booked.
terminal-help-codes = No keyboard? Scan the codes of the command sheet.
terminal-help-enter = Enter, Tab and Space never confirm anything.
terminal-help-close = F1 or the next scan closes this help.

# Scanners
terminal-scanner-gone = Scanner { $number } is not connected.
terminal-scanner-silent = Scanner { $number } cannot be read: { $cause }.
terminal-scanner-gone-help = Check its cable. It is found again by itself.
terminal-scanner-back = Scanner { $number } is back.
terminal-scanner-garbage = The scanner sends garbage.
terminal-scanner-garbage-help = Nothing of it is booked. Unplug it and plug it in again, else take another scanner.
terminal-caps-lock = Caps Lock is on – the code was recognised all the same.

# Scanner test (command “Test the scanner”, or F12 in the help)
trial-begin = Scanner test
trial-begin-help = Scan a label with each scanner, best the test label of the command sheet: { $code }. Nothing is booked here.
trial-not-booked = Scanner test: nothing is booked
trial-keys = Esc, “Finish” or “Cancel”: back to work
trial-fine = All is well
trial-source = Comes from
trial-speed = Speed
trial-keyboard = Keyboard
trial-caps = Caps Lock
trial-suffix = At the end
trial-aim = AIM identifier
trial-raw = Read
trial-by-fingers = fingers
trial-by-wedge = a scanner that types like a keyboard
trial-by-device = a scanner, read directly
trial-by-line = a serial scanner
trial-ms = { $ms } ms a character
trial-at-once = all at once
trial-no-layout = does not matter
trial-layout-fine = fine
trial-layout-undone = set otherwise ({ $layout }), is converted
trial-on = on
trial-off = off
trial-suffix-none = nothing
trial-suffix-return = Enter (CR)
trial-suffix-line-feed = line feed (LF)
trial-suffix-tab = Tab
trial-aim-none = none
trial-text = { $text }
trial-damaged = Not read rightly. Go nearer or change the light, then try again.
trial-foreign = Not a code of ours. Please scan the test label.
trial-caps-lock = Switch Caps Lock off.
trial-layout = Scanner and computer have different keyboards. Set the scanner to the computer’s keyboard.
trial-slow = As slow as fingers. Set the scanner’s pause between characters to 8 ms.
trial-no-suffix = Set the scanner to send Enter (CR) at the end.

# A new device enrols
enrol-title = ENROL TERMINAL
enrol-asking = Connecting to the server { $server } …
enrol-type-it = Type this code at the coordinator’s computer under Settings → Terminals. Server: { $server }
enrol-left = { $code } is valid for another { $time } minutes, then a new code comes.
enrol-refused = The coordinator refused this device. Try again: F2.
enrol-away = The server { $server } does not answer. Trying again. Check network cable and address.
enrol-foreign = At { $server } no Gabentisch server answers that takes terminals in. Check address and version.
enrol-keys = Esc: quit

# Several scanners at one device
pane-keyboard = Keyboard here
pane-choose = Alt+{ $number }
pane-waits = Enrolling scanner { $number }
pane-waits-help = The server has not taken it in yet. Nothing is booked with it so far.

# When a coordinator has to decide, and what else can be done
terminal-lead-needed = Coordinator: scan your badge
terminal-lead-keys = Coordinator: badge     F8 No
terminal-offer-keys = F2 Yes     or just scan on
terminal-describe = Label { $code }: what is it?
terminal-describe-how = Type first letters, F1–F8 chooses. Later? Just scan on.
terminal-side-place = PLACE
terminal-no-arabic = This console cannot show Arabic, so it speaks English.

# Command sheet and product sheet
command-sheet-title = Command sheet
command-sheet-lead = Scan instead of typing.
command-group-answer = Answer
command-group-count = How many
command-group-mode = Mode
command-group-more = More
command-yes = Yes
command-cancel = No
command-undo = Undo
command-finish = Finish
command-quantity = { $count } pieces
command-print = Print
command-help = Help
command-lock = Lock
command-test = Scanner test
product-sheet-title = Product sheet
product-sheet-lead = First scan the field, then the labels of the pieces.

# On starting and ending, on the command line
terminal-no-token = No token for this terminal. Please set GABENTISCH_TOKEN or write the line token = "…" into { $path } (mode 0600); the coordinator issues it.
terminal-token-file-open = Others may read the file { $path }, but it holds a secret. Please run: chmod 600 { $path }
terminal-token-file-bad = The file { $path } cannot be read: { $cause }
terminal-token-file-unwritable = Nothing can be saved in { $path }: { $cause }. Please check permissions and free space.
terminal-server-bad = “{ $server }” is no address of a server that the terminal can reach. It begins with http:// or https://, for example http://192.168.1.10:8080
terminal-no-screen = The terminal needs a screen: start it in a console, not in a pipe. ({ $cause })
terminal-scanner-bad = The scanner { $path } cannot be opened: { $cause }. Check cable and permissions.
terminal-no-player = There is no program here that plays tones (pw-play, paplay or aplay). Install one, or take --sound auto.
terminal-scanner-forbidden = This program may not read { $path }. Give it just this scanner, by a udev rule as in docs/terminal.md.
terminal-scanner-many = More than { $most } scanners at one device do not work.
terminal-unsent =
    { $count ->
         [one] { $count } scan still waits for the server. It is kept and will be sent at the next start.
        *[other] { $count } scans still wait for the server. They are kept and will be sent at the next start.
    }
terminal-lost =
    { $count ->
         [one] Attention: { $count } scan was still waiting and is not booked:
        *[other] Attention: { $count } scans were still waiting and are not booked:
    }

# Cut off from the server
terminal-kept = Noted, will be checked later.
terminal-kept-since = Noted, will be checked later – as of { $time }
terminal-kept-card = Card { $card } noted
terminal-kept-undo = Undo noted
terminal-signed-on = Signed on. Mode: { $mode }
terminal-in-use = This terminal is already running on this computer. Please go on there, or quit it first.
terminal-state-bad = The folder { $path } cannot be written: { $cause }. The terminal keeps every scan there. Check space and permissions.
terminal-held = Terminal set aside
terminal-held-help = Numbers came twice: an old image, or a second device. Nothing is lost. Ask the lead: “Release” on the page “Terminals”.
terminal-foreign = Server and terminal do not match
terminal-other-version = Terminal { $own }, server { $version }. Scanning goes on, everything is kept. Ask the lead to update the terminal.
terminal-disk-full = Disk full or not writable – not booked
terminal-disk-full-help = Not booked: { $code }. Put the piece back and fetch the lead. ({ $cause })
terminal-journal-torn = The last scan before the power cut may be missing. Please scan it again.
terminal-left-behind =
    { $count ->
         [one] { $count } scan of before is still here and was not sent. Please tell the lead.
        *[other] { $count } scans of before are still here and were not sent. Please tell the lead.
    }
terminal-journal-damaged =
    { $count ->
         [one] The journal was damaged: { $count } line cannot be read. Please tell the lead.
        *[other] The journal was damaged: { $count } lines cannot be read. Please tell the lead.
    }
terminal-snapshot-unreadable = What was known of the house cannot be read. Without the server, scans are only noted.
