### Zuwendungsbestätigungen und eingefrorene Papiere.
receipts-paper-changed = Das Papier „{ $name }“ ist nicht mehr so, wie es ausgestellt wurde. Es wird nicht herausgegeben. Bitte melden Sie das der Person, die den Server betreut: In einer Sicherung liegt das richtige Papier.
