-- Households with their own page, proxies, days of handing out, reservations, and what donors are asked for.

-- The household's own page: a PIN (hashed) beside the card. Contact only with consent. A merged household says into which.
ALTER TABLE households ADD COLUMN pin_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE households ADD COLUMN pin_failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE households ADD COLUMN pin_locked_until TIMESTAMP;
ALTER TABLE households ADD COLUMN contact_name TEXT NOT NULL DEFAULT '';
ALTER TABLE households ADD COLUMN contact_email TEXT NOT NULL DEFAULT '';
ALTER TABLE households ADD COLUMN contact_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE households ADD COLUMN merged_into TEXT REFERENCES households (id);

-- Nobody was asked for consent before. What tells of somebody's health (a pregnancy, special products) is withdrawn until
-- somebody asks and writes down that it was said: consent that nobody gave is not made up here. What lies ready for such a
-- line goes back when its time is over.
UPDATE needs SET state = 'withdrawn', version = version + 1 WHERE state IN ('open', 'reserved', 'partly')
    AND (occasion = 'maternity' OR product_code IN (SELECT code FROM products WHERE special));

-- Since when the oldest open line of its list waits; the far end of time when nothing is open. Kept in step by whatever
-- changes a line, so that "waits longest" is read from an index. The order by the last visit is not asked for any more.
ALTER TABLE households ADD COLUMN waits_since TIMESTAMP NOT NULL DEFAULT '9999-01-01 00:00:00.000000';
UPDATE households SET waits_since = COALESCE((SELECT MIN(needs.recorded_at) FROM needs
    WHERE needs.household_id = households.id AND needs.state IN ('open', 'reserved', 'partly')), '9999-01-01 00:00:00.000000');
DROP INDEX households_by_wait;
DROP INDEX households_by_state_wait;
CREATE INDEX households_by_waits_since ON households (waits_since, id);
CREATE INDEX households_by_state_waits_since ON households (state, waits_since, id);

-- `clothes_guessed`: the size of the clothes was taken over from a guess since; no further guess is built on it.
ALTER TABLE members ADD COLUMN measured_on DATE;
ALTER TABLE members ADD COLUMN clothes_guessed BOOLEAN NOT NULL DEFAULT FALSE;

-- `renew_months`: after so many months the same quantity counts as needed again; NULL: never, or with the next size.
-- `urgent_reason` (birth, moving_in, loss) was given by a coordinator and counts until `urgent_until`.
-- `asked_by`: staff, mentor or the household itself.
ALTER TABLE needs ADD COLUMN renew_months INTEGER;
-- `renew_at`: when a line that was met may be needed again, for the filter of the list.
ALTER TABLE needs ADD COLUMN renew_at TIMESTAMP;
ALTER TABLE needs ADD COLUMN urgent_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE needs ADD COLUMN urgent_until DATE;
ALTER TABLE needs ADD COLUMN asked_by TEXT NOT NULL DEFAULT 'staff';

CREATE INDEX needs_by_renewal ON needs (state, renew_at, household_id);

-- A household's open page. `mark` is the hash of its card and its PIN as they were: another card or PIN ends it.
CREATE TABLE household_sign_ins (
    key_hash TEXT PRIMARY KEY NOT NULL,
    household_id TEXT NOT NULL REFERENCES households (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    mark TEXT NOT NULL
);
CREATE INDEX household_sign_ins_by_household ON household_sign_ins (household_id);

-- What somebody agreed to: which text, when, how it was said, and when it was taken back.
CREATE TABLE consents (
    id TEXT PRIMARY KEY NOT NULL,
    household_id TEXT NOT NULL REFERENCES households (id),
    member_id TEXT REFERENCES members (id),
    kind TEXT NOT NULL,
    text_version TEXT NOT NULL,
    channel TEXT NOT NULL,
    given_at TIMESTAMP NOT NULL,
    recorded_by TEXT REFERENCES users (id),
    revoked_at TIMESTAMP
);
CREATE INDEX consents_by_household ON consents (household_id, kind);

-- That somebody saw a proof of need: its kind, who, when, and how long it counts. Never the paper itself.
CREATE TABLE proofs (
    id TEXT PRIMARY KEY NOT NULL,
    household_id TEXT NOT NULL REFERENCES households (id),
    kind TEXT NOT NULL,
    seen_by TEXT REFERENCES users (id),
    seen_on DATE NOT NULL,
    valid_until DATE
);
CREATE INDEX proofs_by_household ON proofs (household_id, seen_on);
CREATE INDEX proofs_by_end ON proofs (valid_until, household_id);

-- Two records that are one household: one person proposes, another decides. `image` is what it takes to part them again.
CREATE TABLE merges (
    id TEXT PRIMARY KEY NOT NULL,
    kept_id TEXT NOT NULL REFERENCES households (id),
    merged_id TEXT NOT NULL REFERENCES households (id),
    state TEXT NOT NULL,
    proposed_by TEXT REFERENCES users (id),
    proposed_at TIMESTAMP NOT NULL,
    decided_by TEXT REFERENCES users (id),
    decided_at TIMESTAMP,
    image TEXT NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX merges_by_state ON merges (state, proposed_at);

-- Whether this mentor may collect for the household.
ALTER TABLE mentor_links ADD COLUMN may_collect BOOLEAN NOT NULL DEFAULT FALSE;

-- Who else may collect: always, or once with a voucher whose code is a card of its own, for exactly the pieces listed.
CREATE TABLE proxies (
    id TEXT PRIMARY KEY NOT NULL,
    household_id TEXT NOT NULL REFERENCES households (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    code TEXT UNIQUE REFERENCES labels (code),
    made_by TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL,
    valid_until TIMESTAMP,
    used_at TIMESTAMP,
    ended_at TIMESTAMP,
    version INTEGER NOT NULL
);
CREATE INDEX proxies_by_household ON proxies (household_id, made_at);

CREATE TABLE proxy_items (
    proxy_id TEXT NOT NULL REFERENCES proxies (id),
    item_id TEXT NOT NULL REFERENCES items (id),
    PRIMARY KEY (proxy_id, item_id)
);
CREATE INDEX proxy_items_by_item ON proxy_items (item_id);

-- Days of handing out. `figures` is JSON, written when the day is closed and never again.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    location_id TEXT REFERENCES locations (id),
    opens_at TIMESTAMP NOT NULL,
    closes_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL,
    figures TEXT NOT NULL,
    closed_by TEXT REFERENCES users (id),
    closed_at TIMESTAMP,
    version INTEGER NOT NULL
);
CREATE INDEX sessions_by_time ON sessions (opens_at, id);
CREATE INDEX sessions_by_state ON sessions (state, opens_at);

CREATE TABLE slots (
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT NOT NULL REFERENCES sessions (id),
    starts_at TIMESTAMP NOT NULL,
    ends_at TIMESTAMP NOT NULL,
    capacity INTEGER NOT NULL,
    audience TEXT NOT NULL
);
CREATE INDEX slots_by_session ON slots (session_id, starts_at);

-- One household at one time. `number` is called on the screen; `booked_by` is desk, mentor, household or
-- walk_in; `desk` is where the number was last called to.
CREATE TABLE bookings (
    id TEXT PRIMARY KEY NOT NULL,
    slot_id TEXT NOT NULL REFERENCES slots (id),
    session_id TEXT NOT NULL REFERENCES sessions (id),
    household_id TEXT NOT NULL REFERENCES households (id),
    state TEXT NOT NULL,
    number INTEGER,
    booked_by TEXT NOT NULL,
    user_id TEXT REFERENCES users (id),
    booked_at TIMESTAMP NOT NULL,
    arrived_at TIMESTAMP,
    called_at TIMESTAMP,
    served_at TIMESTAMP,
    version INTEGER NOT NULL,
    desk TEXT NOT NULL
);
CREATE UNIQUE INDEX bookings_once ON bookings (session_id, household_id) WHERE state <> 'cancelled';
CREATE UNIQUE INDEX bookings_numbers ON bookings (session_id, number);
CREATE INDEX bookings_by_slot ON bookings (slot_id, state);
CREATE INDEX bookings_by_household ON bookings (household_id, booked_at);

-- Secrets that open one thing without signing in: somebody's calendar feed, the screen with the numbers. Only hashes.
CREATE TABLE feed_keys (
    key_hash TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    user_id TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX feed_keys_by_kind ON feed_keys (kind, user_id);

-- Messages that wait to be sent (mail) or to be copied into a messenger by a person. `visit_at`: the time that it tells of;
-- a booking that was moved since is told of by another letter.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    household_id TEXT REFERENCES households (id),
    booking_id TEXT REFERENCES bookings (id),
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    lang TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    due_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    error TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP,
    visit_at TIMESTAMP NOT NULL
);
CREATE INDEX outbox_by_state ON outbox (state, due_at);
CREATE INDEX outbox_by_household ON outbox (household_id);
CREATE INDEX outbox_by_booking ON outbox (booking_id);

-- A piece that is laid aside: until when, the numbers of the proposal it came from, and whether it was fetched from its
-- shelf. The ledger says that it is reserved; this says how long.
CREATE TABLE reservations (
    item_id TEXT PRIMARY KEY NOT NULL REFERENCES items (id),
    household_id TEXT NOT NULL REFERENCES households (id),
    need_id TEXT REFERENCES needs (id),
    until TIMESTAMP NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by TEXT REFERENCES users (id),
    u INTEGER,
    b INTEGER,
    w INTEGER,
    picked_at TIMESTAMP
);
CREATE INDEX reservations_by_until ON reservations (until);
CREATE INDEX reservations_by_household ON reservations (household_id);

-- Where a person decided otherwise than the rule proposed or the guard rails allow, and why.
CREATE TABLE overrides (
    id TEXT PRIMARY KEY NOT NULL,
    at TIMESTAMP NOT NULL,
    user_id TEXT REFERENCES users (id),
    kind TEXT NOT NULL,
    need_id TEXT REFERENCES needs (id),
    instead_of TEXT REFERENCES needs (id),
    item_id TEXT REFERENCES items (id),
    reason TEXT NOT NULL
);
CREATE INDEX overrides_by_time ON overrides (at);

-- A place where a piece was not found: somebody should count it.
CREATE TABLE shelf_checks (
    id TEXT PRIMARY KEY NOT NULL,
    location_id TEXT NOT NULL REFERENCES locations (id),
    item_id TEXT REFERENCES items (id),
    asked_at TIMESTAMP NOT NULL,
    asked_by TEXT REFERENCES users (id),
    done_at TIMESTAMP,
    -- The line that the piece was meant for.
    need_id TEXT REFERENCES needs (id)
);
CREATE INDEX shelf_checks_open ON shelf_checks (done_at, asked_at);

-- What a donation that has not come yet will bring.
CREATE TABLE announced (
    id TEXT PRIMARY KEY NOT NULL,
    donation_id TEXT NOT NULL REFERENCES donations (id),
    product_code TEXT NOT NULL REFERENCES products (code),
    cut TEXT,
    size TEXT,
    pieces INTEGER NOT NULL,
    expected_on DATE
);
CREATE INDEX announced_by_donation ON announced (donation_id);
CREATE INDEX announced_by_product ON announced (product_code);

-- What is welcome at any time, whatever the needs lists say, in sizes that a person wrote; and what is not, for now.
CREATE TABLE always_welcome (
    product_code TEXT PRIMARY KEY NOT NULL REFERENCES products (code),
    sizes TEXT NOT NULL
);

CREATE TABLE not_now (
    product_code TEXT PRIMARY KEY NOT NULL REFERENCES products (code)
);

-- What was made public, once a day: `lines` as the needs lists say (JSON), `told` with the marks of that moment, `changes`
-- since the one before. `numbers` are behind it and never leave the house.
CREATE TABLE publications (
    published_on DATE PRIMARY KEY NOT NULL,
    at TIMESTAMP NOT NULL,
    lines TEXT NOT NULL,
    told TEXT NOT NULL,
    changes TEXT NOT NULL,
    numbers TEXT NOT NULL
);

INSERT INTO marks (topic, changes) VALUES ('sessions', 0), ('reservations', 0), ('outbox', 0);
