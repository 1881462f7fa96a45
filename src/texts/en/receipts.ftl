### Donation receipts and frozen papers.
receipts-paper-changed = The paper “{ $name }” is no longer as it was issued. It is not handed out. Please tell the person who looks after the server: a backup holds the right paper.
