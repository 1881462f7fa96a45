### Was die Verwaltung einrichtet: was dabei nicht geht.
error-product-name = Bitte einen Namen angeben.
error-product-weight = Bitte das Gewicht eines Stücks in Gramm angeben: 1 bis { $most }.
error-location-name = Bitte einen Namen angeben, zum Beispiel „Regal 3“.
error-location-name-taken = Diesen Namen gibt es hier schon. Bitte einen anderen wählen.
error-location-in-shelf = In einem Regal kann kein weiterer Ort liegen. Bitte den Raum wählen.
error-current-password = Das jetzige Passwort stimmt nicht.
error-passwords-differ = Die beiden neuen Passwörter sind verschieden. Bitte noch einmal eintippen.
error-label-dead = Der Code { $code } gilt nicht mehr. Bitte den neuen drucken.
error-stock-unknown = Dieses Etikettenpapier kennen wir nicht. Bitte eines aus der Liste wählen.
error-start-outside = Der Bogen hat { $labels } Etiketten. Bitte mit 1 bis { $labels } beginnen.
