-- Lists in every order that people ask for, each from an index, and finding donors by the beginning of any word.

-- Last moved first or last; with the quantity, so that a state is counted from the index alone.
CREATE INDEX items_by_moved ON items (moved_at, id);
CREATE INDEX items_by_state_moved ON items (state, moved_at, id, quantity);
-- By kind and by place, the newest first within one.
CREATE INDEX items_by_kind ON items (product_code, id);
CREATE INDEX items_by_place ON items (location_id, id);
-- The same of one state: without it SQLite goes through the state and not through the kind or place.
CREATE INDEX items_by_kind_state ON items (product_code, state, id);
DROP INDEX items_by_location;
CREATE INDEX items_by_place_state ON items (location_id, state, id);
CREATE INDEX items_by_size ON items (size, state);

CREATE INDEX donations_by_state ON donations (state, received_on, id);
CREATE INDEX households_by_state ON households (state, id);
CREATE INDEX households_by_area ON households (area, id);
-- Who waits longest: since the last visit, or since the registration.
CREATE INDEX households_by_wait ON households ((COALESCE(last_visit_on, registered_on)), id);
CREATE INDEX households_by_state_wait ON households (state, (COALESCE(last_visit_on, registered_on)), id);
-- A household's card, found by the household and not among all cards.
CREATE INDEX labels_by_card_of ON labels (subject, kind, state);
CREATE INDEX items_by_kind_size ON items (product_code, size, id);

DROP INDEX donors_by_search;
CREATE INDEX donors_by_search ON donors (search, id);
CREATE INDEX donors_by_kind ON donors (kind, search, id);

-- The folded words of donors' names and cities. The program fills them, also for donors of before.
CREATE TABLE donor_words (
    word TEXT COLLATE "C" NOT NULL,
    donor_id TEXT NOT NULL REFERENCES donors (id),
    PRIMARY KEY (word, donor_id)
);
CREATE INDEX donor_words_by_donor ON donor_words (donor_id);

-- Each of these words with up to one letter left out: two words that meet here are one slip apart.
CREATE TABLE word_keys (
    slip TEXT COLLATE "C" NOT NULL,
    word TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (slip, word)
);
CREATE INDEX word_keys_by_word ON word_keys (word);
