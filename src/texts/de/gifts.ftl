### Spender, Spenden und Artikel.
error-text-odd = Hier stehen Zeichen, die nicht gehen. Bitte neu eintippen.
error-donor-name = Bitte einen Namen angeben. Ohne Namen geht es nur bei „anonym“.
error-email = Das ist keine E-Mail-Adresse. Beispiel: name@beispiel.de
error-donor-unknown = Diesen Spender gibt es nicht. Bitte einen aus der Liste wählen.
error-day-in-future = Der Tag liegt in der Zukunft. Bitte heute oder einen früheren Tag wählen.
error-day-too-old = Der Tag liegt mehr als { $years } Jahre zurück. Bitte prüfen.
error-day = Bitte einen Tag angeben, zum Beispiel 2026-03-12.
error-pieces-announced = Bitte eine Zahl von 1 bis { $most } angeben oder das Feld leer lassen.
error-donation-state = Dieser Schritt ist bei dieser Spende jetzt nicht möglich. Bitte die Seite neu laden.
donor-kind-private = Privat
donor-kind-company = Firma
donor-kind-institution = Einrichtung
donor-kind-anonymous = Anonym
donation-state-draft = Entwurf
donation-state-received = angenommen
donation-state-closed = abgeschlossen
donation-state-offered = angeboten
donation-state-in-custody = in Verwahrung
donation-state-accepted = vom Rat angenommen
donation-state-receipted = bescheinigt
donation-state-declined = vom Rat abgelehnt
error-item-step = Das geht bei diesem Artikel jetzt nicht. Bitte die Seite neu laden.
error-item-void = Dieser Artikel war eine Fehleingabe. Bitte am Eingang neu erfassen.
error-item-not-ours = Diese Spende ist noch nicht angenommen. Erst die Spende annehmen, dann kommt das Teil in den Bestand.
error-location-unknown = Diesen Ort gibt es nicht. Bitte einen aus der Liste wählen.
error-undone-already = Das Letzte ist schon zurückgenommen.
error-period = Der Zeitraum endet vor seinem Anfang. Bitte die beiden Tage tauschen.
error-no-such-donor = Keinen Spender „{ $donor }“ gefunden. Bitte den ganzen Namen oder den Code angeben.
error-donor-ambiguous = Mehrere Spender heißen „{ $donor }“. Bitte den Code angeben; er steht auf der Seite des Spenders.
reach-none = keine
reach-under = unter { $number }
reach-range = { $from }–{ $to }
reach-from = { $number } und mehr
purpose-basic = Grundausstattung
purpose-newborn = Neugeborene
purpose-school-start = Schulanfang
purpose-first-home = Erste Wohnung
purpose-hygiene = Hygiene
purpose-special = Besonderer Bedarf
purpose-not-listed = Am Tisch ausgesucht (stand auf keiner Bedarfsliste)
group-unknown = Nicht mehr im Katalog
donor-report-definition = Gezählt sind alle Teile, die { $donor } vom { $from } bis { $to } gegeben hat, und wo sie am { $day } sind. Ein Posten zählt mit jedem seiner Teile. Fehleingaben zählen nicht. Haushalte stehen hier nur als ungefähre Zahl.
csv-section = Abschnitt
csv-name = Name
csv-code = Code
csv-announced = angekündigt
csv-received = angenommen
csv-households = Haushalte
csv-total = Summe
csv-group = Warengruppe
csv-donation = Spende
csv-purpose = Wofür

origin-business = aus dem Betrieb
origin-private = aus Privatbesitz
origin-unknown = nicht bekannt
condition-new = neu
condition-good = gut
condition-worn = getragen
condition-needs-care = erst waschen oder flicken
item-cut-none = nicht angegeben
choice-all = Alle
nothing-found = Nichts gefunden
action-choose = Wählen

donors-lead = Wer der Kleiderkammer etwas gibt.
donors-search = Name oder Ort
donors-count =
    { $count ->
         [one] { $count } Spender
        *[other] { $count } Spender
    }
donors-none = Noch kein Spender
donors-none-lead = Legen Sie den ersten Spender an, dann können Sie eine Spende aufnehmen.
donors-none-found = Prüfen Sie die Schreibweise oder nehmen Sie den Filter weg.
donor-new = Spender anlegen
donor-edit = Spender ändern
donor-form-lead = Nur der Name ist nötig. Für eine Zuwendungsbestätigung braucht es auch die Anschrift.
donor-saved = Der Spender ist gespeichert.
donor-name = Name
donor-name-hint = Bei „anonym“ kann das Feld leer bleiben.
donor-kind = Art
donor-street = Straße und Hausnummer
donor-postcode = Postleitzahl
donor-city = Ort
donor-email = E-Mail
donor-note = Notiz
donor-note-hint = Nur für die Leitung und die Kasse, zum Beispiel wann jemand zu erreichen ist.
donor-data = Angaben
donor-code = Code
donor-address = Anschrift
donor-no-donations = Von diesem Spender ist noch nichts aufgenommen.
donor-report-title = Was aus den Gaben wurde
donor-report-open = Bericht öffnen
share-sentence =
    { $pieces ->
         [one] Von { $pieces } Teil
        *[other] Von { $pieces } Teilen
    } { $out ->
         [one] ist { $out } ausgegeben.
        *[other] sind { $out } ausgegeben.
    }
share-here = im Bestand
share-later = in Pflege oder Verwahrung
share-lost = nicht mehr brauchbar oder vermisst
share-of = { $part } von { $whole }
report-from = Von
report-to = Bis
report-show = Anzeigen
report-csv = Als Tabelle (CSV)
report-households = Haushalte
report-median = Die Hälfte war ausgegeben nach
report-days =
    { $days ->
         [one] { $days } Tag
        *[other] { $days } Tagen
    }
report-announced = Angekündigte Teile
report-by-group = Nach Warengruppe
report-by-need = Wofür die Teile gebraucht wurden
report-by-donation = Nach Spende
report-empty = In diesem Zeitraum gibt es keine Teile
report-empty-lead = Wählen Sie einen anderen Zeitraum, oder scannen Sie die Teile der Spende am Eingang.
report-back = Zum Spender

donations-lead = Was abgegeben wurde, der neueste Tag zuerst.
donations-search = Name oder Ort des Spenders
donations-none = Noch keine Spende
donations-none-lead = Nehmen Sie die erste Spende auf. Danach scannen Sie ihre Teile am Eingang.
donations-none-found = Prüfen Sie die Schreibweise oder nehmen Sie einen Filter weg.
donation-new = Spende aufnehmen
donation-saved = Die Spende ist gespeichert. Jetzt können die Teile gescannt werden.
donation-changed = Die Spende ist jetzt: { $state }.
donation-choose-lead = Wer gibt etwas? Suchen Sie den Namen oder scannen Sie die Karte.
donation-choose-search = Name, Ort oder Karte
donation-choose-none = Diesen Spender gibt es noch nicht. Legen Sie ihn an.
donation-form-lead = Was wann abgegeben wurde. Die einzelnen Teile werden danach gescannt.
donation-other-donor = anderen wählen
donation-day = Tag
donation-donor = Spender
donation-pieces-head = Teile
donation-pieces =
    { $received ->
         [one] { $received } Teil erfasst
        *[other] { $received } Teile erfasst
    }, { $out } ausgegeben
donation-pieces-of = { $received } von { $announced } Teilen erfasst, { $out } ausgegeben
donation-origin = Herkunft
donation-origin-hint = Steht später auf der Zuwendungsbestätigung.
donation-description = Beschreibung
donation-description-hint = Zum Beispiel: 3 Kartons Kinderkleidung.
donation-announced = Angekündigte Teile
donation-announced-hint = Wie viele der Spender nennt. Gezählt wird beim Scannen.
donation-receipt-wanted = Zuwendungsbestätigung gewünscht
donation-only-offered = Nur angeboten: der Rat muss erst annehmen
donation-of-day = Spende vom { $day }
donation-scan-in = Teile annehmen
donation-progress = So weit ist die Spende
donation-taken-in = Erfasst
donation-pieces-now = So verteilen sich die Teile
donation-no-pieces = Noch kein Teil erfasst. Scannen Sie am Eingang zuerst den Code der Spende, dann die Teile.
donation-data = Angaben
donation-code = Code der Spende
donation-code-hint = Diesen Code am Eingang scannen: die nächsten Teile gehören dann zu dieser Spende.
donation-receipt = Zuwendungsbestätigung
donation-receipt-yes = gewünscht
donation-receipt-no = nicht gewünscht
donation-next = Nächster Schritt
donation-step-receive = Annehmen
donation-step-close = Abschließen: alle Teile sind erfasst
donation-step-close-missing = Abschließen, obwohl noch Teile fehlen: { $missing }
donation-step-reopen = Wieder öffnen
donation-step-offer = Dem Rat anbieten
donation-step-custody = In Verwahrung nehmen

item = Artikel
items-lead = Jedes Teil mit einem Etikett, das neueste zuerst.
items-search = Etikett, Artikel oder Größe
items-take-in = Annehmen
items-in-state = { $state } ({ $count })
items-count =
    { $items ->
         [one] { $items } Artikel
        *[other] { $items } Artikel
    }, { $pieces ->
         [one] { $pieces } Teil
        *[other] { $pieces } Teile
    }
items-none = Noch kein Artikel
items-none-lead = Scannen Sie am Eingang das erste Etikett.
items-none-found = Prüfen Sie die Schreibweise oder nehmen Sie einen Filter weg.
item-group = Warengruppe
item-state = Zustand
item-quantity = Menge
item-label = Etikett
item-moved = Zuletzt bewegt
item-cut = Schnitt
item-size = Größe
item-size-hint = Zum Beispiel 104, M oder 39–42. Leer, wenn das Teil keine Größe hat.
item-condition = Qualität
item-product = Artikelart
item-location = Ort
item-donation = Aus der Spende
item-from-lot = Aus dem Posten
item-pieces =
    { $count ->
         [one] { $count } Teil
        *[other] { $count } Teile
    }
item-data = Angaben
item-story = Was bisher geschah
item-undo = Letztes zurücknehmen
item-undone = Zurückgenommen.
item-changed = Gespeichert.
item-relocated = Der neue Ort ist gespeichert.
item-actions = Was ist damit?
item-relocate = An diesen Ort legen
item-correct = Artikel berichtigen
item-correct-lead = Wo das Teil ist und wer es hat, bleibt, wie es ist.
item-step-care = In die Pflege geben
item-step-restock = Zurück in den Bestand
item-step-found = Wieder gefunden
item-step-missing = Wird vermisst
item-step-discard = Aussortieren
item-step-void = War eine Fehleingabe
story-intake = Angenommen
story-handout = Ausgegeben
story-rebook = Einem anderen Haushalt ausgegeben
story-return = Zurückgebracht
story-restock = Zurück im Bestand
story-care = In die Pflege gegeben
story-reserve = Zurückgelegt
story-release = Wieder frei
story-split-piece = Aus einem Posten ausgegeben
story-split-lot = Teil des Postens ausgegeben
story-relocate = Umgeräumt
story-correct = Berichtigt
story-missing = Vermisst
story-transfer = Weitergegeben
story-discard = Aussortiert
story-void = Als Fehleingabe markiert
story-reversal = Zurückgenommen
story-reversal-of = Zurückgenommen: { $what }
story-reversed = wurde zurückgenommen
story-met-need = Stand auf der Bedarfsliste.
story-at = Ort: { $place }
story-left =
    { $count ->
         [one] noch { $count } Teil im Posten
        *[other] noch { $count } Teile im Posten
    }
donation-pieces-came =
    { $received ->
         [one] { $received } Teil erfasst
        *[other] { $received } Teile erfasst
    }
donation-pieces-came-of = { $received } von { $announced } Teilen erfasst
