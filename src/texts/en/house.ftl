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
