# What may leave the house, and why something does not.
reach-hidden = •
disclosure-why = „•“ heißt: Dahinter stehen zu wenige Haushalte, oder die Zahl würde eine andere verraten. Andere Zahlen sind auf 5 gerundet.
disclosure-why-exact = „•“ heißt: Dahinter stehen zu wenige Haushalte, oder die Zahl würde eine andere verraten.
error-fixed-period = Diese Tage sind kein ganzes Quartal und kein ganzes Jahr. Bitte wählen Sie ein Quartal oder ein Jahr.
error-period-runs = Dieser Zeitraum läuft noch. Bitte wählen Sie ein Quartal oder ein Jahr, das spätestens am { $to } endet.
error-would-tell = Die Zahlen vom { $from } bis zum { $to } würden zusammen mit früheren Berichten zu viel über einzelne Haushalte verraten. Sie werden deshalb nicht herausgegeben.
error-published-unreadable = Der Bericht vom { $from } bis zum { $to } wurde schon herausgegeben, aber diese Version kann ihn nicht lesen. Bitte fragen Sie, wer den Server betreut.
