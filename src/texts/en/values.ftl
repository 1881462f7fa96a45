### What gifts are worth, what that rests on, and what is corrected about donors and donations.
values-error-cents = Please enter an amount, for example 12.50. The highest amount is { $most }.
values-error-rate = Please enter a rate between 0 and 100, for example 19.
values-error-weight = Please enter the weight in kilograms, for example 12.5.
values-error-nothing = A value of 0 euros does not belong on a receipt. Leave the field empty as long as the value is not known.
values-error-description = Please write what it is.
values-error-quantity = Please enter a number from 1 to { $most }.
values-error-identical = Several pieces share a line only if each is like the others. Tick that, or make single lines.
values-error-basis = Please choose what the value rests on. The choices depend on where the gift comes from.
values-error-bought-later = It was bought before the day of the gift. Please check the date.
values-error-asked-early = The donor was asked at most a year before the day of the gift. Please check the date.
values-error-line-locked = This line stands on an issued receipt. Void the receipt first.
values-error-lines = A donation has at most { $most } lines.
values-error-in-line = In the line “{ $line }”: { $problem }
values-error-taken = These pieces are on a line already. Please reload the page.
values-error-receipt-issued = A receipt is issued for this donation. Void the receipt first.
values-error-bags = Please enter a number from 1 to { $most }.
values-error-paid = Please enter how much was paid.
values-error-bought-receipt = There is no receipt for gifts in kind for things that were bought. Please take the tick away, or choose “given”.
values-error-thanks-mail = To thank by e-mail we need the e-mail address.
values-error-months = Please enter a number from 1 to { $most }.
values-error-no-file = Please choose at least one file.
values-error-files = Please upload at most { $most } files at once.
values-error-papers = A donation has at most { $most } papers.
values-error-file-kind = “{ $name }” is neither a picture nor a PDF. JPEG, PNG, WebP and PDF are allowed.
values-error-file-large = “{ $name }” is too large. { $megabytes } MB are allowed; make the picture smaller or split the PDF.
values-error-file-locked = “{ $name }” is protected by a password. Save the PDF without a password and upload it again.
values-error-file-damaged = “{ $name }” cannot be opened. Make the picture or the PDF again.
values-error-upload = The upload was interrupted. Please try again.
values-error-evidence-locked = This paper belongs to an issued receipt and stays here.
values-request-on = Asked for details on { $day }
values-request-on-by = Asked for details on { $day }: { $how }
values-line-saved = The line is saved.
values-line-removed = The line is removed.
values-lines-saved = { $count ->
    [one] 1 line is saved.
   *[other] { $count } lines are saved.
  }
values-lines-taken = { $count ->
    [one] 1 line is made. Its value is missing now.
   *[other] { $count } lines are made. Their values are missing now.
  }
values-nothing-changed = Nothing has changed.
values-evidence-added = { $count ->
    [one] 1 paper is filed.
   *[other] { $count } papers are filed.
  }
values-evidence-removed = The paper is removed.
values-story-waste = Into the waste
values-story-recycled = To textile recycling
values-story-sold = Sold
values-dispose = Discard
values-dispose-hint = Where does the piece go? What is sold or recycled never stands on a donation receipt.
values-dispose-waste = Discard: waste
values-dispose-recycled = Discard: textile recycling
values-dispose-sold = Discard: sold
values-bulk-did-recycle = given to textile recycling
values-bulk-did-sell = sold
values-help = Here you say what a gift is worth. You or the company state the value; the clothing room never proposes a price. Take the scanned pieces as lines, enter the amounts and add papers. Warnings forbid nothing: they ask for a second look. Lines on an issued receipt are locked.
values-title = Values
values-open = Open values and papers
values-none-yet = No value is noted for this donation yet. Without a value there is no donation receipt.
values-sum-of-lines =
    { $count ->
        [one] 1 line, { $total } in all
       *[other] { $count } lines, { $total } in all
      }
values-to-donation = To the donation
values-is-purchase = These things were bought with money. They never stand on a receipt for gifts in kind.
values-free = Scanned, without a line yet
values-free-lead = New goods that are alike share one line. Used pieces get single lines, because each has its own value.
values-take-all = Take all
values-take =
    { $count ->
        [one] Take as 1 line
       *[other] Take as { $count } lines
      }
values-take-alike = All are alike: 1 line
values-lines = Lines
values-lines-business = Enter what the company’s statement says: value without tax, and VAT, for 1 piece.
values-lines-private = Enter the value of 1 piece: what it costs second hand today. Compare, for example with classified ads.
values-save-all = Save values
values-saved =
    { $count ->
        [one] The values are saved.
       *[other] The values are saved.
      }
values-locked = Stands on an issued receipt and is locked.
values-all-locked = All lines stand on an issued receipt and are locked.
values-net = Value without tax, of 1 piece
values-vat-rate = VAT rate in %
values-vat = VAT, of 1 piece
values-vat-propose = Work out the VAT
values-value = Value, of 1 piece
values-new-price = New price, of 1 piece
values-line-change = Change details
values-total = In all
values-open-lines =
    { $count ->
        [one] 1 line has no value.
       *[other] { $count } lines have no value.
      }
values-no-value = no value yet
values-none = No line yet
values-none-lead = Nothing is scanned for this donation. Write the lines by hand.
values-line-new = Write a line by hand
values-line-edit = Change the line
values-line-remove = Remove the line
values-description = What is it?
values-description-hint = It stands on the receipt like this, for example: winter jacket size 140, brand.
values-quantity = Pieces
values-condition-none = not stated
values-identical = Identical mass goods: each piece is like the others
values-age = Age
values-age-hint = For example: 2 years.
values-bought-on = Bought
values-bought-on-hint = Day, month or year: 2024-05-12, 2024-05 or 2024.
values-basis = What does the value rest on?
values-basis-going-concern = Going-concern value
values-basis-book = Book value
values-basis-market = Market value
values-basis-invoice = Price on the invoice
values-from = Where does the value come from?
values-from-hint = For example: 3 classified ads of 2 May, or the company’s statement of 2 May.
values-alike =
    { $count ->
        [one] 1 piece
       *[other] { $count } identical pieces
      }
values-bought = bought: { $when }
values-error-bought = Please give a day, a month or a year, for example 2024-05-12, 2024-05 or 2024.
values-papers =
    { $count ->
        [one] 1 paper
       *[other] { $count } papers
      }
values-line-number = line { $number }
values-line-named = Line { $number }: { $name }
values-warn-round = All values are round amounts (multiples of 5 euros). That looks like an estimate. Check that each value was found on its own.
values-warn-one-value = { $lines } different lines have the same value: { $value }. Tax offices do not accept price classes. Only identical mass goods may share a value.
values-warn-near-new = The value is { $percent } % of the new price. That is a lot for used clothes. Check the comparison.
values-warn-vat = Rate and value without tax give { $vat } VAT. Check what the company stated.
values-warn-basis = What the value rests on does not fit where the gift comes from. Please change the line.
values-warn-no-statement = The company’s written statement of value is still missing among the papers.
values-warn-no-evidence = There is no paper for the values yet. The tax office wants to see what a value rests on.
values-warn-not-asked = The origin is unknown. Ask the donor for details and enter the date below.
values-error-propose = To work it out, the value without tax and the rate are needed.
values-papers-title = Papers
values-papers-none = No paper yet. Photos, invoices and statements belong here.
values-paper-remove = Remove
values-paper-kind = Kind of paper
values-paper-about = Belongs to
values-paper-all = the whole donation
values-files = Files
values-files-hint = Pictures or PDF: choose, drag here or take a photo. At most 10 files of 20 MB each. Place and time of the photo are removed.
values-upload = Upload
values-evidence-statement = Company’s statement of value
values-evidence-invoice = Invoice
values-evidence-opinion = Expert opinion
values-evidence-comparison = Price comparison
values-evidence-photo = Photo
values-evidence-request = Request for details
values-evidence-other = Other paper
values-asked = Request for details
values-asked-lead = You do not know where the things come from? Ask the donor and note here when. Only then may the receipt say that no details were given.
values-asked-other = Did you ask the donor about origin or value? Note here when.
values-asked-on = Asked on
values-asked-how = How? (letter, phone)
values-asked-save = Note the date
values-letter-make = Make a letter to the donor (PDF)
values-letter-lead = Or write to the donor: the letter asks for origin, age, price and papers. It then lies with the papers, dated today.
values-letter-file = Request for details { $day }
values-letter-subject = Your gift of { $day }: please tell us more
values-letter-why = thank you very much for your gift. For the donation receipt we have to know where the things come from and what they are worth. Please fill in this letter and give it back to us.
values-letter-without = If you tell us nothing, the receipt has to say that you gave no details although we asked for them.
values-letter-origin = Where do the things come from?
values-letter-private = Private property: they belonged to me or my family.
values-letter-business = A business: company, practice, farm.
values-letter-goods = What is it, and what did it cost?
values-letter-thing = Thing
values-letter-price = Price when new
values-letter-bought = Bought (month, year)
values-letter-condition = Condition
values-letter-company = Do the things come from a business? Then please add at which value they were taken out of it, and how much VAT was due.
values-letter-papers = Please enclose what you have: invoices, receipts, photos, prices to compare with.
values-letter-sign = Date, signature
values-error-letter-address = For a letter, name, street or town are missing. Please enter them on the donor’s card.
values-contact = Contact person
values-contact-hint = For companies and institutions. Never on the receipt.
values-country = Country
values-country-hint = Only outside Germany.
values-thanks = Thanks
values-thanks-hint = How does the donor want to be thanked?
values-thanks-none = No thanks
values-thanks-mail = E-mail
values-thanks-letter = Letter
values-letters-lang = Language of letters
values-gives-every = Gives regularly: every … months
values-gives-every-hint = Leave empty when there is no fixed interval.
values-gives-months =
    { $count ->
        [one] Gives every month
       *[other] Gives every { $count } months
      }
values-awaited = next gift awaited from { $day }
values-due = due
values-card-print = Print the card
values-copies = How many?
values-copies-hint = For a gift in several bags: one label for each bag.
values-only = Selection
values-only-recurring = gives regularly
values-only-due = next gift awaited
values-only-no-address = address missing
values-only-receipt = receipt outstanding
values-only-receipt-no-address = receipt wanted, address missing
values-only-waiting = not all scanned yet
values-only-company = from companies
values-only-no-value = Receipt wished for, no value yet
values-year = Year
values-receipt-wanted = wanted
values-receipt-missing = wanted and not issued yet
values-receipt-issued = issued
values-source = Source
values-source-hint = Bought means: with money that was donated. There is no receipt in kind for that.
values-source-gift = given
values-source-purchase = bought
values-paid = Paid
values-paid-hint = Only for things that were bought: the amount on the invoice.
values-came = How did it come?
values-came-unknown = not stated
values-came-bags = in bags
values-came-delivery = delivered
values-came-fetched = fetched
values-bags = Bags or boxes
values-weight = Weight in kg
values-weight-head = Weight
values-kg = { $weight } kg
values-issuer = Who received it?
values-issuer-hint = Association or city: who issues the receipt.
values-issuer-none = still open
values-more = More details
values-donation-edit = Change the donation
values-donation-edit-lead = If a receipt is issued, it has to be voided first.
values-donation-saved = The donation is saved.
values-yes = yes
values-no = no
values-error-evidence-full = The papers of one gift may be { $most } MB together at most. Removed ones count too, because they are kept. Please make the files smaller, or take only the pages that are needed.
values-warn-vague = Sacks, boxes or bags cannot be valued. Describe and value each piece by itself.
values-warn-guess = “Estimated” is not enough for the tax office. Write what it was compared with.
values-sum-of-form = All pieces together: { $sum }
values-scanned = { $pieces } of { $all } scanned
values-put-on = { $count ->
    [one] 1 piece belongs to line { $number }
   *[other] { $count } pieces belong to line { $number }
  }
values-put = { $count ->
    [one] 1 piece is on line { $number } now. Its value does not change.
   *[other] { $count } pieces are on line { $number } now. Its value does not change.
  }
values-no-room = Line { $number } is about such pieces. It lacks { $room }, and there are more under the label here.
values-would-double = A line is about such pieces already, and it lacks some. A new line would value them twice.
values-error-room = Line { $number } lacks { $room } pieces. There are more under the label: please split it first, or check the quantity of the line.
values-error-no-place = This line is not about such pieces, or it lacks none any more. Please reload the page.
values-group-none = not said
values-group-hint = For the report on the value of goods.
values-product-hint = From the catalogue. Only if every piece is one of these.
values-no-receiver = without a receiver
values-only-valued = with a value or paid
values-put-which = Which label?
values-put-choose = Please choose
values-put-line = To which line?
values-put-do = Assign
values-put-lead = Each used piece has a value of its own. So please say which piece belongs to which line.
values-no-label = without a label
values-error-which = Each used piece has a value of its own. Please choose the label that belongs to this line.
values-from-day = from { $day }
values-to-day = until { $day }
