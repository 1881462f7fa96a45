### Households: consent, PIN, proposals, duplicates, proof.
error-maternity-consent = This says something about health. Please note the person's consent first.
error-consent-twice = This consent is already noted here.
error-contact-empty = Please say how to reach the household. To erase it, take back the consent.
error-contact-no-way = Please give an e-mail address or a phone number.
error-contact-email = This is not an e-mail address. Please check it, for example name@example.org.
error-contact-phone = Please use only digits, spaces and +, for example 0151 234567.
error-not-offered = The basic set of this household does not offer this now.
error-own-quantity =
    { $most ->
         [0] By the rule of thumb, nothing more of this is open at the moment.
        *[other] Please choose a number from 1 to { $most }.
    }
error-own-ready = A piece lies ready for this already. Please tell the desk.
records-pin-made = New PIN for the household's own page.
records-consent-given = Consent noted.
records-consent-revoked = Consent taken back. The lines are off the list.
records-contact-saved = Contact saved.
records-contact-erased = Consent taken back. The contact is erased.
