### What is missing, what donors can bring, and what is announced.
wanted-nav = Missing
wanted-missing-title = What is missing
wanted-missing-lead = What households need, and what is neither here nor on its way.
wanted-search = Search for a product
wanted-season = Season
wanted-when-now = This season
wanted-when-next = Next season
wanted-when-all = Whole year
wanted-season-all = whole year
wanted-season-winter = winter
wanted-season-summer = summer
wanted-sort-missing = Most missing first
wanted-sort-wanted = Most needed first
wanted-sort-households = Most households first
wanted-sort-name = By name
wanted-chart = By product group
wanted-missing = missing
wanted-coming = coming
wanted-in-stock = in stock
wanted-pieces-wanted = needed
wanted-first = of these, first ones
wanted-households = households
wanted-product = Product
wanted-cut = Cut
wanted-cut-any = any
wanted-size = Size
wanted-size-hint = Empty: any
wanted-pieces = Pieces
wanted-cut-w = women
wanted-cut-m = men
wanted-cut-k = children
wanted-cut-b = baby
wanted-cut-u = everybody
wanted-by-size = By size
wanted-cell = { $missing } of { $wanted } missing
wanted-heat-key = The number says how many pieces are missing. The stronger the field, the more.
wanted-all-products = All products
wanted-to-items = See free items
wanted-items-of = { $name }: { $pieces } in stock, to the list
wanted-comes = On its way
wanted-expected-on = expected on { $day }
wanted-products =
    { $count ->
        [one] One product
       *[other] { $count } products
    }
wanted-none-found = Nothing is missing there. Search for something else, or show everything.
wanted-nothing-open = No household waits for anything. New needs are added on a household’s page.
wanted-sentence =
    { $missing ->
        [one] One piece is missing
       *[other] { $missing } pieces are missing
    } of { $wanted } that households still need.
wanted-sentence-most = Most is missing in the group { $group }.
wanted-definition-now = As of { $day }. Counted are open pieces on the needs lists of active households in this season: wanted, less received, less laid aside. What is free in stock is taken off, and what is on its way: in care, in custody or announced. Each piece counts once, even if it fits several. A piece without a size may fit and counts last.
wanted-definition-next = As of { $day }. Counted are open pieces on the needs lists of active households for the next season: wanted, less received, less laid aside. What is free in stock is taken off, and what is on its way: in care, in custody or announced. Each piece counts once, even if it fits several. A piece without a size may fit and counts last.
wanted-definition-all = As of { $day }. Counted are all open pieces on the needs lists of active households: wanted, less received, less laid aside. What is free in stock is taken off, and what is on its way: in care, in custody or announced. Each piece counts once, even if it fits several. A piece without a size may fit and counts last.
wanted-tile = Most missing: { $product }
wanted-tile-link = What is missing
wanted-help-missing = Here you see what households need and what is neither here nor on its way. Choose a product group to see the sizes. A click on a product shows who announced it. “Public page” leads to what donors see.
wanted-help-public = Here you keep what donors see. The page shows levels only, never numbers. It changes once a day. What is always welcome and what you cannot take now counts at once.

wanted-still-to-come = The gift has not come yet (only announced)
wanted-announced = What is coming
wanted-announced-lead = Write down what was announced. It counts in “What is missing” until the gift is here.
wanted-announced-came = This is how it was announced. Now the scanned pieces count.
wanted-announced-add = Add line
wanted-announced-added = The line is noted.
wanted-announced-remove = Remove
wanted-announced-removed = The line is removed.
wanted-expected = Expected on
wanted-product-hint = For example “winter jacket”
wanted-error-size = This product does not come in this size. Leave the field empty if the size does not matter.
wanted-error-pieces = Please enter a number from 1 to { $most }.
wanted-error-expected = That day is over. Choose today or a later day.
wanted-error-came = The gift is here already. Scan its pieces in.
wanted-error-lines = A gift has at most { $most } lines. Put lines together.

wanted-public-title = Public page
wanted-public-lead = What donors see without signing in. Levels only, never numbers and never a household.
wanted-public-open = See the page
wanted-marks = Always welcome, not now
wanted-marks-lead = These count at once and come first. Maternity, care and incontinence are on the page only if you name them here.
wanted-mark-sizes = Sizes
wanted-mark-sizes-hint = Separated by commas. Empty: all
wanted-mark-welcome = Always welcome
wanted-mark-stop = Not now
wanted-unmark = Take back
wanted-marked = Saved. The public page shows it now.
wanted-welcome = Always welcome
wanted-welcome-none = Nothing yet. Name what you take at any time.
wanted-stop = Please not now
wanted-stop-none = Nothing yet. Name what you have enough of.
wanted-words = Words of the page
wanted-words-lead = Where a language is missing, the German text stands. Hand-out times are no times for bringing things.
wanted-words-saved = The words are saved.
wanted-preview = What donors see
wanted-preview-lead = Exactly this list is public. Something from the needs lists is here only when enough households are behind it.
wanted-embed = Show it on other sites
wanted-embed-lead = Copy this text into the page of the town or the association.
wanted-embed-open = See the embedded list
wanted-snippet = Text to copy
wanted-feed = News as RSS
wanted-poster = Poster (PDF)

wanted-title = What is needed
wanted-lead = These things help most right now. Clean and whole, please, and such that you would still wear them yourself.
wanted-level-urgent = Urgently needed
wanted-level-needed = Needed
wanted-level-enough = Enough, please not now
wanted-list-empty = Nothing is listed right now. Ask us what we need.
wanted-bring = Where and when?
wanted-bring-ask = Please ask us when you can bring something.
wanted-refuse = What we cannot take
wanted-refuse-usual = Broken or dirty things, and electric devices unless agreed.
wanted-as-of = As of { $day }
wanted-privacy = This page remembers nothing about you.
wanted-more = Find out more
wanted-new-window = (new window)
wanted-scan = Always up to date:
wanted-news-title = What is needed: changes on { $day }
wanted-news-line = { $level }: { $products }.
wanted-no-longer = No longer on the list
