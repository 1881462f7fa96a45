### Fotos am Scanplatz: ein Tisch voller Etiketten wird eine Liste.
photo-title = Foto
photo-lead = Viele Etiketten auf einmal: Teile auf den Tisch legen, Etiketten nach oben, ein Foto machen.
photo-back = Zum Scanplatz
photo-what-for = Wofür?
photo-take = Foto machen oder auswählen
photo-hint = Von oben, alles flach und hell, bis etwa 30 Etiketten. Das Bild wird nicht gespeichert: Es bleibt höchstens 30 Minuten im Arbeitsspeicher.
photo-read = Foto lesen
photo-sending = Das Foto wird übertragen …
photo-reading = Das Foto wird gelesen …
photo-offline = Keine Verbindung. Bitte noch einmal versuchen.
photo-busy = Gerade werden schon andere Fotos gelesen. Bitte in einer Minute noch einmal versuchen.
photo-no-file = Es war kein Foto dabei. Bitte eines machen oder auswählen.
photo-too-large = Das Foto ist zu groß. Bitte eines mit höchstens { $megabytes } MB schicken.
photo-broken = Das Foto kam nicht ganz an. Bitte noch einmal schicken.
photo-not-a-picture = Das ist kein Bild, das wir lesen können. Bitte ein JPEG, PNG oder WebP schicken.
photo-too-many-pixels = Das Bild hat zu viele Bildpunkte. Bitte ein JPEG mit weniger als { $side } Punkten je Seite schicken; 24 Megapixel gehen immer.
photo-damaged = Das Bild ist beschädigt und nicht zu lesen. Bitte neu fotografieren.
photo-undecodable = Dieses Bild konnte nicht gelesen werden. Bitte neu fotografieren oder in einem anderen Format speichern (JPEG, PNG, WebP).
photo-gone = Dieses Foto ist nicht mehr da. Was gebucht wurde, bleibt gebucht. Bitte neu fotografieren.
photo-another = Neues Foto
photo-count =
    { $count ->
         [0] Kein Code gefunden
         [one] { $count } Code gefunden
        *[other] { $count } Codes gefunden
    }
photo-nothing = Kein Etikett gefunden
photo-nothing-help = Gehen Sie näher heran, machen Sie mehr Licht und legen Sie die Etiketten flach. Dann noch ein Foto.
photo-not-all = Die Zeit hat nicht für das ganze Bild gereicht. Fehlt etwas? Bitte einen kleineren Ausschnitt fotografieren.
photo-picture = Foto mit nummerierten Codes
photo-unmarked = Ein Etikett ohne Nummer im Bild wurde nicht gelesen: einzeln scannen oder noch ein Foto machen.
photo-refresh = Liste neu prüfen
photo-take-over = Übernehmen
photo-scan-card = Karte scannen oder eintippen
photo-choose-place = Ort wählen
photo-needs-card = Für welchen Haushalt? Bitte die Karte scannen, oder mit fotografieren.
photo-several-cards = Mehrere Karten auf dem Bild. Bitte die richtige scannen.
photo-needs-place = Wohin? Bitte den Ort wählen, oder seinen Code mit fotografieren.
photo-several-places = Mehrere Orte auf dem Bild. Bitte den richtigen wählen.
photo-for-visit = Für den offenen Besuch der Karte { $card }.
photo-waits-for-card = Wartet auf die Karte.
photo-waits-for-place = Wartet auf den Ort.
photo-card-open = Der Besuch dieser Karte ist offen.
photo-card-opens = Öffnet den Besuch.
photo-place-is-it = Das ist der Ort.
photo-only-one = Nur eine Karte oder ein Ort zählt. Nichts gebucht.
photo-not-ours = Keines unserer Etiketten.
photo-code-damaged = Nicht sicher gelesen. Bitte einzeln scannen.
photo-command = Befehle werden aus einem Foto nicht ausgeführt.
photo-not-here = Zählt hier nicht. Nichts gebucht.
photo-place = Ort
photo-card = Haushaltskarte
photo-command-sheet = Befehl
photo-other-code = Anderer Code
photo-times = { $times } × auf dem Bild, zählt einmal
photo-will-hand-out = Wird ausgegeben.
photo-will-come-back = Kommt zurück und geht in die Pflege.
photo-will-take-in = Wird aufgenommen.
photo-will-restock = Kommt wieder in den Bestand.
photo-will-be-found = War vermisst, kommt wieder in den Bestand.
photo-will-move = Wird umgeräumt.
photo-handed-out = Ausgegeben.
photo-moved = Umgeräumt.
photo-do-hand-out = Angekreuzte ausgeben
photo-do-take-back-in = Angekreuzte zurücknehmen
photo-do-take-in = Angekreuzte aufnehmen
photo-do-move = Angekreuzte umräumen
photo-do-count = Angekreuzte zählen
photo-summary-taken-back =
    { $back ->
         [one] { $back } Teil zurückgenommen
        *[other] { $back } Teile zurückgenommen
    }{ $rest ->
         [0] .
        *[other] , { $rest } nicht: siehe Liste.
    }
photo-summary =
    { $done ->
         [one] { $done } Teil gebucht
        *[other] { $done } Teile gebucht
    }{ $not ->
         [0] .
        *[other] , { $not } nicht: siehe Liste.
    }
photo-take-all-back = Alles von diesem Foto zurücknehmen
photo-taken-back = Zurückgenommen.
photo-stale = Inzwischen hat sich am Scanplatz etwas geändert. Nichts gebucht: Bitte die Liste noch einmal ansehen.
photo-what-are-they = Alle leeren Etiketten sind
photo-not-said = noch nicht gewählt
photo-for-card = Für den Haushalt der Karte { $card }.
photo-one-of = 1 von { $pieces }: { $name }
photo-one-at-a-time = Bitte nur ein Foto auf einmal schicken.
photo-not-looked-up = Wird aus einem Foto nicht nachgeschlagen. Bitte einzeln scannen.
photo-left-off = Die Liste zeigt nur { $shown } Codes. Nicht auf der Liste: { $left }. Bitte einen kleineren Teil fotografieren.
