### Haushalte: Einwilligung, PIN, Vorschläge, Doppelte, Nachweis.
error-maternity-consent = Das verrät etwas über die Gesundheit. Bitte zuerst die Einwilligung der Person festhalten.
error-consent-twice = Diese Einwilligung steht hier schon.
error-contact-empty = Bitte angeben, wie der Haushalt zu erreichen ist. Zum Löschen die Einwilligung zurücknehmen.
error-contact-no-way = Bitte eine E-Mail-Adresse oder eine Telefonnummer angeben.
error-contact-email = Das ist keine E-Mail-Adresse. Bitte prüfen, zum Beispiel name@beispiel.de.
error-contact-phone = Bitte nur Ziffern, Leerzeichen und + verwenden, zum Beispiel 0151 234567.
error-not-offered = Das bietet die Grundausstattung dieses Haushalts jetzt nicht an.
error-own-quantity =
    { $most ->
         [0] Davon ist nach der Faustregel (Richtwert) gerade nichts mehr offen.
        *[other] Bitte eine Anzahl von 1 bis { $most } wählen.
    }
error-own-ready = Dafür liegt schon ein Teil bereit. Bitte an der Ausgabe Bescheid sagen.
records-pin-made = Neue PIN für die eigene Seite.
records-consent-given = Einwilligung festgehalten.
records-consent-revoked = Einwilligung zurückgenommen. Die Zeilen sind von der Liste.
records-contact-saved = Kontakt gespeichert.
records-contact-erased = Einwilligung zurückgenommen. Der Kontakt ist gelöscht.
