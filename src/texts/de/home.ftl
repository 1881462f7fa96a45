### Start: was jetzt zu tun ist, für jede Rolle.
home-hello = Guten Tag, { $name }
home-day = Heute ist der { $day }.
home-intake = Ein Teil kommt herein
home-handout = Ein Haushalt holt ab
home-today = Heute
home-today-in =
    { $pieces ->
        [one] Teil angenommen
       *[other] Teile angenommen
    }
home-today-out =
    { $pieces ->
        [one] Teil ausgegeben
       *[other] Teile ausgegeben
    }
home-find-item = Artikel suchen
home-now = Das braucht Sie jetzt
home-calm = Gerade ist alles erledigt.
home-calm-text = Kein Teil wartet, keine Karte ist gesperrt, kein Scan ist zu klären.
home-tile-needs =
    { $lines ->
        [one] Zeile auf Bedarfslisten ist offen,
       *[other] Zeilen auf Bedarfslisten sind offen,
    } { $households ->
        [one] bei { $households } Haushalt.
       *[other] bei { $households } Haushalten.
    }
home-tile-needs-link = Haushalte ansehen
home-tile-care =
    { $pieces ->
        [one] Teil ist in Pflege. Gewaschen? Dann an der Annahme scannen.
       *[other] Teile sind in Pflege. Gewaschen? Dann an der Annahme scannen.
    }
home-tile-care-link = Teile in Pflege
home-tile-donations =
    { $donations ->
        [one] Spende hat angekündigte Teile, die noch nicht gescannt sind.
       *[other] Spenden haben angekündigte Teile, die noch nicht gescannt sind.
    }
home-tile-donations-link = Spenden ansehen
home-tile-blocked =
    { $households ->
        [one] Haushaltskarte ist gesperrt.
       *[other] Haushaltskarten sind gesperrt.
    }
home-tile-blocked-link = Gesperrte ansehen
home-tile-conflicts =
    { $scans ->
        [one] Scan widerspricht dem, was andere gebucht haben.
       *[other] Scans widersprechen dem, was andere gebucht haben.
    }
home-tile-conflicts-link = Widersprüche ansehen
home-tile-odd =
    { $terminals ->
        [one] Terminal hat etwas Auffälliges gesendet.
       *[other] Terminals haben etwas Auffälliges gesendet.
    }
home-tile-odd-link = Terminals prüfen
home-tile-missing =
    { $pieces ->
        [one] Teil wird vermisst.
       *[other] Teile werden vermisst.
    }
home-tile-missing-link = Vermisste ansehen
home-quick = Oft gebraucht
home-new-donation = Spende erfassen
home-new-household = Haushalt aufnehmen
home-print-labels = Etiketten drucken
home-donor-report = Bericht für Spender
home-weeks = Die letzten { $weeks } Wochen
home-weeks-alt = Von { $from } bis heute: { $taken } Teile angenommen, { $out } ausgegeben.
home-weeks-in = angenommen
home-weeks-out = ausgegeben
home-weeks-first = ab { $day }
home-weeks-last = diese Woche
home-weeks-most = Höchster Balken: { $pieces } Teile
home-weeks-none = In diesen Wochen kam noch nichts herein und ging nichts hinaus.
home-week = Woche ab
home-as-table = Als Tabelle
home-stock = Bestand nach Warengruppe
home-stock-alt = { $pieces } Teile im Haus, die meisten in der Gruppe { $group }.
home-stock-others = Übrige Gruppen
home-stock-none = Noch ist nichts im Bestand. Nehmen Sie an der Annahme das erste Teil auf.
home-pieces = Teile
home-sum = Summe
home-steps = Die ersten Schritte
home-steps-lead = Fünf Schritte, dann läuft die Kleiderkammer. Erledigtes ist abgehakt.
home-step-done = erledigt
home-step-open = offen
home-step-people = Personen anlegen, die mitarbeiten
home-step-people-hint = Jede Person bekommt einen Namen, ein Passwort und einen Ausweis. Das macht die Verwaltung.
home-step-labels = Etiketten drucken
home-step-labels-hint = Ein Bogen leerer Etiketten reicht für den Anfang.
home-step-donation = Die erste Spende erfassen
home-step-donation-hint = Wer gibt, und an welchem Tag. Teile ohne Spende gehen auch.
home-step-piece = Die ersten Teile annehmen
home-step-piece-hint = Etikett aufkleben, scannen, sagen was es ist.
home-step-household = Den ersten Haushalt aufnehmen
home-step-household-hint = Mit Karte und Bedarfsliste. Die Karte gleich ausdrucken.
home-own = Ihre Haushalte
home-own-none = Noch kein Haushalt
home-own-none-text = Ihnen ist noch kein Haushalt zugeordnet. Bitte sprechen Sie die Leitung an.
home-own-no-card = ohne Karte
home-own-lines =
    { $lines ->
        [0] Auf der Bedarfsliste ist nichts offen.
        [one] { $lines } Zeile der Bedarfsliste ist offen.
       *[other] { $lines } Zeilen der Bedarfsliste sind offen.
    }
home-own-ready =
    { $pieces ->
        [0] Es liegt nichts bereit.
        [one] { $pieces } Teil liegt bereit:
       *[other] { $pieces } Teile liegen bereit:
    }
home-own-open = Ansehen
home-tile-ready =
    { $households ->
        [one] Haushalt kann etwas abholen.
       *[other] Haushalte können etwas abholen.
    }
home-tile-ready-link = Zum Abholen
home-tile-own-lines =
    { $lines ->
        [one] Zeile ist auf den Bedarfslisten offen.
       *[other] Zeilen sind auf den Bedarfslisten offen.
    }
home-tile-own-lines-link = Haushalte ansehen
home-year-donations = Spenden { $year }
home-year-none = In diesem Jahr ist noch keine Spende erfasst.
home-year-kind = Von wem
home-year-count = Spenden
home-year-receipts = mit gewünschter Bestätigung
home-tile-year =
    { $donations ->
        [one] Spende in diesem Jahr.
       *[other] Spenden in diesem Jahr.
    }
home-tile-year-link = Alle Spenden
home-tile-receipts =
    { $donations ->
        [one] Spende, für die eine Bestätigung gewünscht ist.
       *[other] Spenden, für die eine Bestätigung gewünscht ist.
    }
home-tile-receipts-link = Spenden ansehen
home-tile-addresses =
    { $donors ->
        [one] Spender möchte eine Bestätigung, aber die Adresse fehlt.
       *[other] Spender möchten eine Bestätigung, aber die Adresse fehlt.
    }
home-tile-addresses-link = Adressen ergänzen
home-companies = Zuletzt von Firmen
home-companies-none = Noch keine Spende einer Firma.
home-announced =
    { $pieces ->
        [one] { $pieces } Teil angekündigt
       *[other] { $pieces } Teile angekündigt
    }
home-tile-people =
    { $people ->
        [one] Person kann sich anmelden.
       *[other] Personen können sich anmelden.
    }
home-tile-people-link = Personen verwalten
home-tile-terminals =
    { $terminals ->
        [one] Terminal ist eingerichtet.
       *[other] Terminals sind eingerichtet.
    }
home-tile-terminals-link = Terminals verwalten
home-sign-ins = Wer nicht hineinkam
home-sign-ins-none = Zurzeit hat niemand Schwierigkeiten beim Anmelden.
home-sign-in-failed =
    { $tries ->
        [one] { $tries } Fehlversuch
       *[other] { $tries } Fehlversuche
    }
home-sign-in-paused = Pause bis { $time } Uhr
