DROP TABLE issuer_accounts;
ALTER TABLE value_lines DROP COLUMN group_code;
