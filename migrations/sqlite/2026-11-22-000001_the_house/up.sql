-- The first floor of the house: catalogue, people, gifts, labels, items, the ledger, households and the desk.

CREATE TABLE product_groups (
    code TEXT PRIMARY KEY NOT NULL,
    de TEXT NOT NULL,
    en TEXT NOT NULL,
    sort INTEGER NOT NULL
);

CREATE TABLE products (
    code TEXT PRIMARY KEY NOT NULL,
    group_code TEXT NOT NULL REFERENCES product_groups (code),
    de TEXT NOT NULL,
    en TEXT NOT NULL,
    also TEXT NOT NULL,
    cuts TEXT NOT NULL,
    size_systems TEXT NOT NULL,
    season TEXT NOT NULL,
    unit TEXT NOT NULL,
    weight_g INTEGER NOT NULL,
    emoji TEXT NOT NULL,
    pictogram TEXT NOT NULL,
    new_only BOOLEAN NOT NULL,
    check_de TEXT NOT NULL,
    check_en TEXT NOT NULL,
    essential BOOLEAN NOT NULL,
    special BOOLEAN NOT NULL,
    roomy BOOLEAN NOT NULL,
    sort INTEGER NOT NULL,
    active BOOLEAN NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE locations (
    id TEXT PRIMARY KEY NOT NULL,
    parent_id TEXT REFERENCES locations (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL
);

CREATE TABLE users (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    lang TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    failed_sign_ins INTEGER NOT NULL,
    locked_until TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);

-- Signed-in browsers. The key is stored hashed, so that a copy of the database lets nobody in.
CREATE TABLE sign_ins (
    key_hash TEXT PRIMARY KEY NOT NULL,
    user_id TEXT REFERENCES users (id),
    state TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX sign_ins_by_user ON sign_ins (user_id);

CREATE TABLE terminals (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    user_id TEXT REFERENCES users (id),
    token_hash TEXT UNIQUE,
    next_seq BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    desk TEXT NOT NULL,
    suspect_since TIMESTAMP,
    created_at TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP
);
CREATE UNIQUE INDEX terminals_by_user ON terminals (user_id);

CREATE TABLE donors (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    email TEXT NOT NULL,
    note TEXT NOT NULL,
    search TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX donors_by_search ON donors (search);

CREATE TABLE donations (
    id TEXT PRIMARY KEY NOT NULL,
    donor_id TEXT NOT NULL REFERENCES donors (id),
    received_on DATE NOT NULL,
    origin TEXT NOT NULL,
    state TEXT NOT NULL,
    description TEXT NOT NULL,
    pieces_announced INTEGER,
    receipt_wanted BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX donations_by_donor ON donations (donor_id, received_on);
CREATE INDEX donations_by_day ON donations (received_on, id);

-- Every code ever made. `subject` is the id of what it is bound to: an item, a household, a user, a donation …
CREATE TABLE labels (
    code TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    subject TEXT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX labels_by_subject ON labels (subject);
CREATE INDEX labels_by_kind ON labels (kind, state);

CREATE TABLE households (
    id TEXT PRIMARY KEY NOT NULL,
    state TEXT NOT NULL,
    people INTEGER NOT NULL,
    area TEXT NOT NULL,
    lang TEXT NOT NULL,
    note TEXT NOT NULL,
    registered_on DATE NOT NULL,
    last_visit_on DATE,
    version INTEGER NOT NULL
);

CREATE TABLE members (
    id TEXT PRIMARY KEY NOT NULL,
    household_id TEXT NOT NULL REFERENCES households (id),
    nickname TEXT NOT NULL,
    age_band TEXT NOT NULL,
    birth_month TEXT,
    cut TEXT,
    sizes TEXT NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX members_by_household ON members (household_id);

CREATE TABLE needs (
    id TEXT PRIMARY KEY NOT NULL,
    household_id TEXT NOT NULL REFERENCES households (id),
    member_id TEXT REFERENCES members (id),
    product_code TEXT NOT NULL REFERENCES products (code),
    cut TEXT,
    size TEXT,
    wanted INTEGER NOT NULL,
    got INTEGER NOT NULL,
    state TEXT NOT NULL,
    urgency TEXT NOT NULL,
    occasion TEXT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX needs_by_household ON needs (household_id, state);
CREATE INDEX needs_by_product ON needs (product_code, state);

-- Which volunteer looks after which household, from a day to a day.
CREATE TABLE mentor_links (
    user_id TEXT NOT NULL REFERENCES users (id),
    household_id TEXT NOT NULL REFERENCES households (id),
    from_at TIMESTAMP NOT NULL,
    to_at TIMESTAMP,
    PRIMARY KEY (user_id, household_id, from_at)
);
CREATE INDEX mentor_links_by_household ON mentor_links (household_id);

CREATE TABLE visits (
    id TEXT PRIMARY KEY NOT NULL,
    household_id TEXT NOT NULL REFERENCES households (id),
    card TEXT NOT NULL,
    terminal_id TEXT NOT NULL REFERENCES terminals (id),
    opened_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP
);
CREATE INDEX visits_by_household ON visits (household_id, opened_at);

CREATE TABLE items (
    id TEXT PRIMARY KEY NOT NULL,
    label TEXT UNIQUE REFERENCES labels (code),
    product_code TEXT NOT NULL REFERENCES products (code),
    cut TEXT,
    size TEXT,
    item_condition TEXT NOT NULL,
    donation_id TEXT REFERENCES donations (id),
    split_from TEXT REFERENCES items (id),
    state TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    version INTEGER NOT NULL,
    household_id TEXT REFERENCES households (id),
    need_id TEXT REFERENCES needs (id),
    location_id TEXT REFERENCES locations (id),
    visit_id TEXT,
    created_at TIMESTAMP NOT NULL,
    moved_at TIMESTAMP NOT NULL
);
CREATE INDEX items_by_state ON items (state, id);
CREATE INDEX items_by_product ON items (product_code, state);
CREATE INDEX items_by_donation ON items (donation_id, state);
CREATE INDEX items_by_household ON items (household_id, state);
CREATE INDEX items_by_lot ON items (split_from);

-- The ledger. Rows are never updated or deleted; each carries the hash of the one before.
CREATE TABLE movements (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    event_id TEXT NOT NULL,
    part INTEGER NOT NULL,
    item_id TEXT NOT NULL REFERENCES items (id),
    kind TEXT NOT NULL,
    from_state TEXT,
    state TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    version INTEGER NOT NULL,
    household_id TEXT,
    need_id TEXT,
    location_id TEXT,
    visit_id TEXT,
    donation_id TEXT,
    terminal_id TEXT NOT NULL REFERENCES terminals (id),
    actor_id TEXT REFERENCES users (id),
    occurred_at TIMESTAMP NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    reverses TEXT UNIQUE,
    details TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (event_id, part),
    UNIQUE (item_id, version)
);
CREATE INDEX movements_by_terminal ON movements (terminal_id, position);
CREATE INDEX movements_by_visit ON movements (visit_id, position);
CREATE INDEX movements_by_recorded ON movements (recorded_at);

-- One row: how far the ledger reaches. Whoever appends locks it first.
CREATE TABLE ledger_head (
    id INTEGER PRIMARY KEY NOT NULL,
    position BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO ledger_head (id, position, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Every event that a terminal sent, with the verdict it got: sent twice, it gets the same answer and has no second effect.
CREATE TABLE scan_events (
    event_id TEXT PRIMARY KEY NOT NULL,
    terminal_id TEXT NOT NULL REFERENCES terminals (id),
    seq BIGINT NOT NULL,
    mode TEXT NOT NULL,
    code TEXT NOT NULL,
    actor_id TEXT REFERENCES users (id),
    visit_id TEXT,
    occurred_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    outcome TEXT NOT NULL,
    verdict TEXT NOT NULL,
    UNIQUE (terminal_id, seq)
);
CREATE INDEX scan_events_by_outcome ON scan_events (outcome, received_at);
CREATE INDEX scan_events_by_visit ON scan_events (visit_id, received_at);

-- Who looked at which household, when and on which page. Not what was seen.
CREATE TABLE access_log (
    id TEXT PRIMARY KEY NOT NULL,
    at TIMESTAMP NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id),
    household_id TEXT NOT NULL REFERENCES households (id),
    context TEXT NOT NULL
);
CREATE INDEX access_log_by_household ON access_log (household_id, at);

-- Small facts of the installation, such as the key that signs cookies.
CREATE TABLE house_facts (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
);
