-- What was only added stands on no list any more; the gift is as it was accepted first.
UPDATE donations SET council_list_id = (
    SELECT first.list_id FROM council_lines AS first WHERE first.donation_id = donations.id AND first.adds_to IS NULL
) WHERE id IN (SELECT donation_id FROM council_lines WHERE adds_to IS NOT NULL);
DELETE FROM council_lines WHERE adds_to IS NOT NULL;
ALTER TABLE council_lines DROP COLUMN adds_to;
