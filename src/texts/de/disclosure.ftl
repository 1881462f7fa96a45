# What may leave the house, and why something does not.
reach-hidden = •
disclosure-why = „•“ heißt: Dahinter stehen zu wenige Haushalte, oder die Zahl würde eine andere verraten. Andere Zahlen sind auf 5 gerundet.
disclosure-why-exact = „•“ heißt: Dahinter stehen zu wenige Haushalte, oder die Zahl würde eine andere verraten.
error-fixed-period = Diese Tage sind kein ganzes Quartal und kein ganzes Jahr. Bitte wählen Sie ein Quartal oder ein Jahr.
error-period-runs = Dieser Zeitraum läuft noch. Bitte wählen Sie ein Quartal oder ein Jahr, das spätestens am { $to } endet.
error-would-tell = Die Zahlen vom { $from } bis zum { $to } würden zusammen mit früheren Berichten zu viel über einzelne Haushalte verraten. Sie werden deshalb nicht herausgegeben.
error-published-unreadable = Der Bericht vom { $from } bis zum { $to } wurde schon herausgegeben, aber diese Version kann ihn nicht lesen. Bitte fragen Sie, wer den Server betreut.
disclosure-not-told = wo sie sind, wird bei so wenigen Haushalten nicht gezeigt
share-received =
    { $pieces ->
         [one] { $pieces } Teil ist angekommen.
        *[other] { $pieces } Teile sind angekommen.
    }
report-house-view = Arbeitsansicht: Sie bleibt im Haus. Der Spender bekommt ganze Quartale und Jahre, die vorbei sind, mit gerundeten Zahlen.
report-give-out = Für den Spender festschreiben
report-give-out-lead = Was festgeschrieben ist, bleibt so, auch wenn später noch etwas ausgegeben wird. Danach gibt es den Bericht zum Drucken und als Tabelle.
report-given-out = Fassung für den Spender, Stand { $day }. Sie bleibt, wie sie ist. Zahlen sind auf 5 gerundet.
report-given-out-done = Der Bericht ist festgeschrieben.
report-see-given-out = Fassung für den Spender
report-see-house-view = Arbeitsansicht
report-periods = Zeiträume, die vorbei sind
period-quarter = { $quarter }. Quartal { $year }
period-year = Jahr { $year }
error-not-given-out = Dieser Zeitraum ist noch nicht festgeschrieben. Öffnen Sie den Bericht dieses Zeitraums und schreiben Sie ihn fest.
