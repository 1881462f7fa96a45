-- An accepted gift that is worth more than was decided comes before the council again. `adds_to`: the list whose decision this
-- one renews; NULL: the first decision on the gift. It holds until the new one is made.
ALTER TABLE council_lines ADD COLUMN adds_to TEXT REFERENCES council_lists (id);
