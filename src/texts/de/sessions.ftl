### Ausgabetage: Termine, Warteschlange, Nachrichten.
error-booking-blocked = Für diesen Haushalt kann gerade kein Termin gebucht werden. Bitte die Leitung fragen.
error-booking-too-late = Diese Zeit ist schon vorbei. Bitte eine spätere wählen.
error-booking-twice = An diesem Tag gibt es schon einen Termin. Bitte den alten verlegen oder absagen.
error-booking-babies = Diese Zeit ist für Familien mit Baby. Bitte eine andere wählen.
error-booking-first = Diese Zeit ist für Haushalte, die zum ersten Mal kommen. Bitte eine andere wählen.
error-booking-full = Diese Zeit ist gerade voll geworden. Bitte eine andere wählen.
error-booking-over = Dieser Besuch hat schon begonnen oder ist vorbei. Daran lässt sich nichts mehr ändern.
error-session-minutes = Bitte für ein Zeitfenster { $least } bis { $most } Minuten angeben.
error-session-weeks = Bitte 1 bis { $most } Wochen angeben.
error-session-hours = Das Ende muss nach dem Anfang liegen. Bitte die Uhrzeiten prüfen.
error-session-past = Dieser Tag ist vorbei oder zu weit weg. Bitte einen anderen Tag wählen.
error-session-slots = So passt kein Zeitfenster in den Tag, oder es sind mehr als { $most }. Bitte Länge, Uhrzeiten und Pausen prüfen.
error-session-title = Bitte einen Namen für den Tag angeben, zum Beispiel „Ausgabe“.
error-session-capacity = Bitte 1 bis { $most } Haushalte für ein Zeitfenster angeben.
error-session-place = Diesen Ort gibt es nicht mehr. Bitte einen anderen wählen.
error-session-closed = Dieser Ausgabetag ist schon abgeschlossen. Seine Zahlen ändern sich nicht mehr.
error-session-not-begun = Dieser Ausgabetag hat noch nicht begonnen. Er lässt sich erst danach abschließen.
error-session-ahead =
    { $count ->
         [one] { $count } Haushalt steht noch auf der Liste. Bitte bestätigen, dass er nicht gekommen ist.
        *[other] { $count } Haushalte stehen noch auf der Liste. Bitte bestätigen, dass sie nicht gekommen sind.
    }
error-session-slot-in-use = In diesem Zeitfenster ist schon jemand da. Es lässt sich nicht mehr entfernen.
error-queue-card = Das ist keine gültige Haushaltskarte. Bitte die Karte noch einmal scannen.
error-queue-served = Dieser Haushalt war heute schon dran.
error-queue-full = Heute ist kein Platz mehr frei. Bitte einen Termin für einen anderen Tag vereinbaren.
error-queue-not-open = Dieser Ausgabetag ist noch nicht geöffnet. Bitte zuerst „Tag öffnen“.
error-letter-consent = Dieser Haushalt möchte keine Nachrichten mehr. Es wird nichts gesendet.
sessions-title = Ausgabetage
sessions-fill = { $booked } von { $places } Plätzen belegt
