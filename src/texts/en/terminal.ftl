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
terminal-mode-fell-back = Mode is again: { $mode }
terminal-mode-fell-back-help = There was no scan for ten minutes.
terminal-full = Too many scans are waiting.
terminal-full-help = Not booked: { $code }. Please wait, then scan this piece again.
terminal-same-pull = Read twice, counted once.
terminal-pick-with = Enter alone chooses nothing: F1 to F8, or right arrow.
terminal-answer-keys = F2 Yes     F8 No
terminal-stop-keys = F12 Understood
terminal-quit-again = Press Ctrl+Q once more to quit.
terminal-quit-loses =
    { $count ->
         [one] { $count } scan still waits and would be lost! To quit anyway press Ctrl+Q again.
        *[other] { $count } scans still wait and would be lost! To quit anyway press Ctrl+Q again.
    }

# Connection
terminal-offline = No connection
terminal-offline-waiting =
    { $count ->
         [0] No connection
         [one] No connection: { $count } scan waits
        *[other] No connection: { $count } scans wait
    }
terminal-offline-help = Not booked yet. Please do not switch the terminal off: the scans are only in its memory.
terminal-offline-idle-help = The server does not answer. Trying again; you may scan, booking follows later.
terminal-token-refused = Terminal not enrolled
terminal-status-online = connected
terminal-status-connecting = connecting …
terminal-status-offline = no connection since { $time }
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
terminal-search-failed = The search does not work right now. Please scan the product sheet.
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
terminal-keys-help = Help
terminal-keys-understood = Understood
terminal-keys-lock = Lock
terminal-keys-quit = Quit
terminal-help-title = HELP
terminal-help-handout = Handout: scan the card, then the pieces, and the card once more at the end.
terminal-help-intake = Intake: choose the product, then scan one label for each piece. What is chosen stays.
terminal-help-mistake = A mistake? F9, or “Undo” on the command sheet, takes the last scan back.
terminal-help-tones = One tone: booked. Two tones: look. Three tones: not booked.
terminal-help-enter = Enter, Tab and Space never confirm anything.
terminal-help-close = F1 or the next scan closes this help.

# On starting and ending, on the command line
terminal-no-token = No token for this terminal. Please set GABENTISCH_TOKEN or write the line token = "…" into { $path } (mode 0600); the coordinator issues it.
terminal-token-file-open = Others may read the file { $path }, but it holds a secret. Please run: chmod 600 { $path }
terminal-token-file-bad = The file { $path } cannot be read: { $cause }
terminal-server-bad = “{ $server }” is no address of a server that the terminal can reach. It begins with http://, for example http://192.168.1.10:8080
terminal-no-screen = The terminal needs a screen: start it in a console, not in a pipe. ({ $cause })
terminal-scanner-bad = The scanner { $path } cannot be opened: { $cause }. Check cable and permissions.
terminal-scanner-evdev = { $path } is an input device; this version does not read those itself yet. Start without --scanner, then the scanner types like a keyboard.
terminal-unsent =
    { $count ->
         [one] Warning: { $count } scan was not sent and is not booked:
        *[other] Warning: { $count } scans were not sent and are not booked:
    }

# Cut off from the server
terminal-kept = Noted, will be checked later.
terminal-kept-since = Noted, will be checked later – as of { $time }
terminal-kept-card = Card { $card } noted
terminal-kept-undo = Undo noted
terminal-signed-on = Signed on. Mode: { $mode }
terminal-in-use = This terminal is already running on this computer. Please go on there, or quit it first.
terminal-state-bad = The folder { $path } cannot be written: { $cause }. The terminal keeps every scan there. Check space and permissions.
