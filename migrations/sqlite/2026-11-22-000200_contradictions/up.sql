-- Devices that ask to become terminals, further scanners at one device, and what scans of cut-off terminals contradict.

-- A further scanner at an enrolled device is a terminal of its own, with its number on the screen.
ALTER TABLE terminals ADD COLUMN parent_id TEXT REFERENCES terminals (id);
ALTER TABLE terminals ADD COLUMN station INTEGER;
CREATE UNIQUE INDEX terminals_by_station ON terminals (parent_id, station);

-- A device that asks: what it shows on its screen, and, hashed, what it asks with. Rows are removed when they are old.
CREATE TABLE enrolments (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    secret_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    terminal_id TEXT REFERENCES terminals (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    decided_by TEXT REFERENCES users (id)
);
CREATE INDEX enrolments_by_state ON enrolments (state, expires_at);

-- What the terminal said at once because it was cut off.
ALTER TABLE scan_events ADD COLUMN told TEXT;

-- A scan that a terminal confirmed while it was cut off and that does not fit what the house knew: one question for a
-- person. `household_id` is who else the piece may belong to, `details` what the scan says the piece is, and
-- `known_movement` the entry of the ledger that the house knew then.
CREATE TABLE contradictions (
    event_id TEXT PRIMARY KEY NOT NULL REFERENCES scan_events (event_id),
    kind TEXT NOT NULL,
    item_id TEXT REFERENCES items (id),
    household_id TEXT REFERENCES households (id),
    details TEXT,
    known_movement TEXT REFERENCES movements (id),
    opened_at TIMESTAMP NOT NULL,
    settled_at TIMESTAMP,
    settled_by TEXT REFERENCES users (id),
    settled_how TEXT,
    version INTEGER NOT NULL
);
CREATE INDEX contradictions_open ON contradictions (settled_at, opened_at);

INSERT INTO contradictions (event_id, kind, item_id, opened_at, version)
SELECT scan_events.event_id, 'other', items.id, scan_events.received_at, 1
FROM scan_events LEFT JOIN items ON items.label = scan_events.code
WHERE scan_events.outcome = 'conflict';
