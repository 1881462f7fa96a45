### Inventur: was wirklich da liegt.
nav-stocktakes = Inventur
desk-mode-stocktake = Inventur
stocktakes-title = Inventur
stocktakes-lead = Jeder Ort zählt für sich: alles scannen oder fotografieren, was dort liegt. Gebucht wird erst am Ende.
stocktakes-count = Zählen
stocktakes-all = Alle Orte
stocktakes-expected = Erwartet
stocktakes-last = Zuletzt gezählt
stocktakes-never = noch nie
stocktakes-accuracy = Stimmt
stocktakes-percent = { $percent } %
stocktakes-day = { $day }
stocktakes-begin = Beginnen
stocktakes-go-on = Weiter zählen
stocktake-running = läuft
stocktake-reviewing = wird geprüft
stocktake-posted = gebucht
stocktake-dropped = verworfen
stocktake-by = Begonnen am { $day } von { $name }
stocktake-empty = Hier wird nichts erwartet
stocktake-empty-text = Und es wurde noch nichts gezählt. Liegt hier etwas? Dann scannen oder fotografieren.
stocktake-found = Liegt richtig: { $count }
stocktake-found-what = Gesehen, wo es sein soll. Daran ändert sich nichts.
stocktake-not-yet = Noch nicht gesehen: { $count }
stocktake-not-yet-what = Wer das bis zum Ende nicht findet, bucht es als vermisst.
stocktake-missing = Fehlt: { $count }
stocktake-missing-what = Sollte hier liegen und wurde nicht gesehen. Beim Buchen gilt es als vermisst.
stocktake-elsewhere = Gehört woanders hin: { $count }
stocktake-elsewhere-what = Liegt hier, steht aber an einem anderen Ort in den Büchern. Beim Buchen zieht es hierher um.
stocktake-again = Wiedergefunden: { $count }
stocktake-again-what = War vermisst. Beim Buchen kommt es wieder in den Bestand, an diesen Ort.
stocktake-turned-up = Dürfte nicht hier sein: { $count }
stocktake-turned-up-what = Ist ausgegeben oder nicht mehr im Bestand, liegt aber hier. Gebucht wird nichts: bitte zur Seite legen, an der Rückgabe scannen oder die Leitung fragen.
stocktake-unknown = Etikett ohne Teil: { $count }
stocktake-unknown-what = Das Etikett ist leer oder ungültig. Gebucht wird nichts: bitte das Teil an der Annahme erfassen.
stocktake-held = In Verwahrung, nicht gesehen: { $count }
stocktake-held-what = Gebucht wird nichts, solange der Rat nicht entschieden hat. Bitte die Leitung fragen.
stocktake-moved-on = Inzwischen weiterbewegt: { $count }
stocktake-moved-on-what = Wurde gesehen und danach ausgegeben oder umgeräumt. Gebucht wird nichts.
stocktake-just-came = Inzwischen gekommen: { $count }
stocktake-just-came-what = Kam erst nach dem Beginn der Zählung an diesen Ort. Es gilt nicht als vermisst.
stocktake-fact-found = Liegt richtig
stocktake-fact-elsewhere = Zieht um
stocktake-fact-again = Wiedergefunden
stocktake-fact-missing = Fehlt
stocktake-accuracy-means = Von allem, was hier lag oder liegen sollte: so viel stimmte mit den Büchern überein.
stocktake-done-counting = Alles gezählt? Dann prüfen, was gefunden wurde.
stocktake-review = Zählung beenden und prüfen
stocktake-will-book = Alles angesehen? Buchen räumt um und meldet vermisst, wie es hier steht. Einzelnes lässt sich später auf der Seite des Artikels zurücknehmen.
stocktake-post = Inventur buchen
stocktake-ask = Buchen kann die Leitung. Bitte Bescheid sagen.
stocktake-drop = Verwerfen, nichts buchen
stocktake-look = Zählung beendet. Bitte prüfen, was gefunden wurde.
stocktake-is-posted = Gebucht.
stocktake-is-dropped = Verworfen. Nichts gebucht.
stocktake-posted-text = Diese Inventur ist gebucht. Was mit jedem Teil geschah, steht auf seiner Seite.
stocktake-dropped-text = Diese Inventur wurde verworfen. Es wurde nichts gebucht.
error-stocktake-closed = Diese Inventur ist schon abgeschlossen. Für eine neue bitte den Code des Ortes scannen.
desks-count-where = Ort scannen
desks-count-where-help = Den Code des Regals scannen oder den Ort in der Liste wählen. Dann alles, was dort liegt.
desks-count-pieces = Alles scannen
desks-count-pieces-help = Was in { $location } liegt. Oder ein Foto machen. Am Ende: Prüfen.
desks-count-others =
    { $count ->
         [one] Dazu { $count } anderes Etikett.
        *[other] Dazu { $count } andere Etiketten.
    }
desks-count-review = Prüfen
desks-count-waiting = Noch nicht gesehen
desks-count-waiting-none = Alles Erwartete ist gesehen.
desks-count-more = und { $count } weitere
photo-needs-count-place = Welcher Ort wird gezählt? Bitte wählen, oder seinen Code mit fotografieren.
photo-will-count = Liegt richtig.
photo-counted = Gezählt.
photo-summary-counted =
    { $done ->
         [one] { $done } Etikett gezählt.
        *[other] { $done } Etiketten gezählt.
    }
home-move = Ein Teil kommt ins Regal
home-stocktake = Was liegt wirklich da?
home-photo = Viele Etiketten auf einmal
