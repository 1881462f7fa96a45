### The scan desks in a browser: handout, return, intake.
desks-scan-card = Scan the card
desks-scan-card-help = Or the pieces first: they wait for the card.
desks-scan-pieces = Scan the pieces
desks-scan-pieces-help = Done? Scan the card again.
desks-answer = Answer first
desks-answer-help = There is an open question: yes or no.
desks-scan-return = Scan the piece
desks-scan-return-help = It comes back and goes to care.
desks-what-comes = What comes in?
desks-what-comes-help = Search the product, for example “wi ja 104”, then scan the labels.
desks-scan-label = Scan the label
desks-stale = Window was out of date
desks-stale-help = Now it is up to date. Please scan again. Please do not work twice under the same name.
desks-visit = Visit
desks-visit-none = No open visit. The card opens it, or the first piece waits for the card.
desks-needs = Needs list
desks-needs-none = The needs list is empty. You can hand things out all the same.
desks-pieces = Handed out
desks-pieces-none = No piece yet.
desks-earlier =
    { $count ->
         [one] { $count } piece before
        *[other] { $count } pieces before
    }
desks-tray = Waits for the card
desks-refused = Not handed out
desks-product = Product
desks-product-search = Search a product
desks-product-other = Another
desks-not-meant = Not what you meant?
desks-nothing-found = Nothing found. Please search with other words.
desks-size = Size
desks-size-none = none
desks-cut = Cut
desks-cut-first = For the sizes, choose the cut first.
desks-condition = Condition
desks-condition-new = new
desks-condition-good = good
desks-condition-worn = worn
desks-condition-needs-care = care first
desks-donation = Donation
desks-donation-none = no donation
desks-donation-line = { $donor }, { $day }
desks-quantity = Quantity
desks-quantity-help = For a lot under one label.
desks-please-check = Please check: { $what }
desks-new-only = Only new and sealed.
desks-last = Taken in last
desks-last-none = Nothing yet. Each piece is one scan; what is chosen stays for the next.
