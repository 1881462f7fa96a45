-- What a treasurer says of the accounts, and of the lines that are written by hand.

-- The group of a line that names no product.
ALTER TABLE value_lines ADD COLUMN group_code TEXT REFERENCES product_groups (code);

-- What DATEV needs to know, for each issuer that keeps books of its own; without a row, what the settings' file says.
CREATE TABLE issuer_accounts (
    issuer_id TEXT PRIMARY KEY NOT NULL REFERENCES issuers (id),
    consultant INTEGER NOT NULL,
    client INTEGER NOT NULL,
    -- Month and day: "01-01".
    year_begins TEXT NOT NULL,
    account_length INTEGER NOT NULL,
    gifts_account INTEGER NOT NULL,
    gifts_against INTEGER NOT NULL,
    purchases_account INTEGER NOT NULL,
    purchases_against INTEGER NOT NULL,
    version INTEGER NOT NULL
);
