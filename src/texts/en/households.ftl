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
