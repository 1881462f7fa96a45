### Kümmerer mit ihrer Zeit, wer noch abholen darf, Gutscheine, und wo die Leitung anders entschieden hat.
error-mentor-day = Bitte einen Tag wählen.
error-mentor-until-past = Dieser Tag ist schon vorbei. Bitte heute oder später wählen. Sofort beenden? Dann auf „Beenden“.
error-mentor-until-before = Das Ende liegt vor dem Anfang. Bitte einen späteren Tag wählen.
error-proxy-name = Bitte angeben, wie die Person genannt wird, zum Beispiel „Oma“ oder „Nachbar“.
error-too-many-proxies = Mehr als { $most } Personen können nicht eingetragen sein. Bitte erst jemanden beenden.
error-voucher-until = Ein Gutschein gilt höchstens { $days } Tage. Bitte einen Tag von heute an wählen.
error-voucher-nothing-ready = Für diesen Haushalt liegt gerade nichts bereit. Ein Gutschein gilt nur für Teile, die bereitliegen.
mentors-now = jetzt
mentors-coming = ab { $day }
mentors-since-until = seit { $day }, bis { $until }
mentors-coming-until = ab { $day }, bis { $until }
mentors-past = von { $day } bis { $until }
mentors-past-title =
    { $count ->
         [one] { $count } frühere Zuordnung
        *[other] { $count } frühere Zuordnungen
    }
mentors-from = Erster Tag
mentors-from-hint = Leer: ab sofort.
mentors-until = Letzter Tag
mentors-until-hint = Leer: bis jemand es beendet.
mentors-may-collect = Darf für den Haushalt abholen
mentors-collects = darf abholen
mentors-change = Zeit ändern
mentors-link-changed = Die Zuordnung ist geändert.
mentors-ready = Liegt bereit
mentors-ready-none = Gerade liegt nichts bereit.
mentors-ready-until = bis { $day }
mentors-fits = Passendes ist auf Lager
mentors-gone-title = Nicht mehr verknüpft
mentors-gone = Sie sind mit diesem Haushalt nicht mehr verknüpft. Fragen? Bitte an die Koordination.
mentors-gone-home = Zur Startseite
mentors-collect = Wer noch abholen darf
mentors-collect-none = Bisher nur der Haushalt selbst.
mentors-collect-card = kommt mit der Karte
mentors-collect-mentor = Kümmerer
mentors-collect-until = Gutschein, gilt bis { $day }
mentors-collect-used = Gutschein, eingelöst am { $day }
mentors-collect-expired = Gutschein, galt bis { $day }
mentors-collect-ended = beendet
mentors-collect-lapsed = gilt nicht mehr: Wer das eingetragen hat, kümmert sich nicht mehr um den Haushalt
mentors-collect-old =
    { $count ->
         [one] { $count } Eintrag, der nicht mehr gilt
        *[other] { $count } Einträge, die nicht mehr gelten
    }
mentors-collect-end = Beenden
mentors-collect-nameless = ohne Namen
mentors-name = Wie heißt die Person?
mentors-name-hint = Ein Rufname reicht, zum Beispiel „Oma“.
mentors-name-do = Darf immer abholen
mentors-voucher = Gutschein für einmal
mentors-voucher-lead = Gilt einmal und nur für die Teile, die jetzt bereitliegen. Die Karte bleibt zu Hause.
mentors-voucher-name = Wer holt ab? (muss nicht sein)
mentors-voucher-do = Gutschein machen
mentors-voucher-show = Zeigen
mentors-voucher-title = Gutschein
mentors-voucher-help = Diesen Code am Ausgabetisch zeigen.
mentors-voucher-print = Drucken
mentors-voucher-back = Zum Haushalt
mentors-voucher-pieces = Für diese Teile
mentors-voucher-piece-given = abgeholt
mentors-voucher-piece-gone = liegt nicht mehr bereit
mentors-voucher-code = Code des Gutscheins
mentors-proxy-named = Eingetragen.
mentors-proxy-ended = Beendet. Damit kann niemand mehr abholen.
mentors-voucher-made =
    { $pieces ->
         [one] Der Gutschein für { $pieces } Teil ist fertig.
        *[other] Der Gutschein für { $pieces } Teile ist fertig.
    }
mentors-booking = Termin
mentors-booking-none = Kein Termin gebucht.
mentors-booking-no-offer = Gerade sind keine Zeiten frei.
mentors-booking-choose = Freie Zeit wählen
mentors-booking-do = Termin buchen
mentors-booking-cancel = Termin absagen
mentors-booked = Der Termin ist gebucht.
mentors-cancelled = Der Termin ist abgesagt.
mentors-overrides = Von der Leitung erlaubt
mentors-overrides-lead = So oft hat die Leitung in den letzten 12 Monaten „Ja“ gesagt, obwohl eine Regel dagegen sprach. Passt eine Regel oft nicht, dann ändern Sie die Regel.
mentors-overrides-none = In den letzten 12 Monaten gab es keine Ausnahme.
mentors-overrides-none-text = Sagt die Leitung am Tisch „Ja“ oder vergibt sie ein Teil anders, steht es hier.
mentors-overrides-last =
    { $count ->
         [one] Die letzte Entscheidung
        *[other] Die letzten { $count } Entscheidungen
    }
mentors-overrides-day = Tag
mentors-overrides-by = Wer
mentors-overrides-reason = Warum
mentors-overrides-kind = Regel
mentors-overrides-count = Ausnahmen
mentors-override-limit = Teile je Besuch und Person
mentors-override-visits = Besuche in 30 Tagen
mentors-override-renewal = schon bekommen, noch nicht wieder dran
mentors-override-points = mehr Punkte als vorgesehen
mentors-override-already-out = war schon ausgegeben
mentors-override-reserved = für einen anderen Haushalt reserviert
mentors-override-allocation = anderer Haushalt als vorgeschlagen
mentors-override-other = andere Entscheidung
mentors-home-add = Bedarf eintragen
mentors-home-until = bereit bis { $day }
mentors-home-booked = Termin: { $when }
help-voucher = Wer den Gutschein zeigt, bekommt genau die Teile auf der Liste, einmal. Beenden können Sie ihn auf der Seite des Haushalts.
help-overrides = Die Regeln stehen in den Einstellungen des Servers. Hier sehen Sie, wie oft die Leitung eine Ausnahme gemacht hat.
mentors-time-babies = Familien mit Babys
mentors-time-women = nur Frauen
mentors-time-quiet = ruhige Zeit
mentors-time-first = zum ersten Mal hier
help-times = Jede freie Zeit hat einen Knopf. Eine Familie kann je Ausgabetag nur eine Zeit haben.
