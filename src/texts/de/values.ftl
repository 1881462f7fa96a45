### Was Spenden wert sind, worauf das beruht, und was über Spender und Spenden berichtigt wird.
values-error-cents = Bitte geben Sie einen Betrag ein, zum Beispiel 12,50. Der höchste Betrag ist { $most }.
