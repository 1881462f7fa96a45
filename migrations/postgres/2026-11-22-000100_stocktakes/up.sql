-- Counting what really lies in a place: one stocktake at a time for each place, and every label that was seen there.

CREATE TABLE stocktakes (
    id TEXT PRIMARY KEY NOT NULL,
    location_id TEXT NOT NULL REFERENCES locations (id),
    state TEXT NOT NULL,
    opened_by TEXT REFERENCES users (id),
    opened_at TIMESTAMP NOT NULL,
    closed_by TEXT REFERENCES users (id),
    closed_at TIMESTAMP,
    found INTEGER,
    elsewhere INTEGER,
    found_again INTEGER,
    missing INTEGER,
    version INTEGER NOT NULL
);
CREATE UNIQUE INDEX stocktakes_open ON stocktakes (location_id) WHERE state IN ('running', 'reviewing');
CREATE INDEX stocktakes_by_location ON stocktakes (location_id, opened_at);

-- A label that was seen: one row for each scan, so that taking one back leaves the others. No state changes by it.
-- `seen_at` is the time where it was scanned, `received_at` the server's; `seq` is the terminal's own order.
CREATE TABLE stocktake_sightings (
    stocktake_id TEXT NOT NULL REFERENCES stocktakes (id),
    event_id TEXT NOT NULL,
    code TEXT NOT NULL,
    item_id TEXT REFERENCES items (id),
    terminal_id TEXT NOT NULL REFERENCES terminals (id),
    seq BIGINT NOT NULL,
    actor_id TEXT REFERENCES users (id),
    seen_at TIMESTAMP NOT NULL,
    received_at TIMESTAMP NOT NULL,
    PRIMARY KEY (stocktake_id, event_id)
);
CREATE INDEX stocktake_sightings_by_event ON stocktake_sightings (event_id);
CREATE INDEX stocktake_sightings_by_code ON stocktake_sightings (stocktake_id, code);

CREATE INDEX items_by_location ON items (location_id, state);
