-- What somebody did on a page: for taking it back, and for saying who changed something last.

-- `said` is the sentence, `subject` the id of what was changed. `undo` says how it is taken back, as JSON; it is emptied
-- when that is over, because it may hold what was there before.
CREATE TABLE deeds (
    id TEXT PRIMARY KEY NOT NULL,
    terminal_id TEXT NOT NULL REFERENCES terminals (id),
    actor_id TEXT REFERENCES users (id),
    done_at TIMESTAMP NOT NULL,
    said TEXT NOT NULL,
    subject TEXT,
    undo TEXT NOT NULL,
    undone_at TIMESTAMP
);
CREATE INDEX deeds_by_subject ON deeds (subject, done_at);
CREATE INDEX deeds_by_time ON deeds (done_at);
CREATE INDEX deeds_with_undo ON deeds (done_at) WHERE undo <> '';

-- The items of a deed that is done to many, each with the version it was seen in and what became of it.
CREATE TABLE deed_parts (
    deed_id TEXT NOT NULL REFERENCES deeds (id),
    part INTEGER NOT NULL,
    item_id TEXT NOT NULL REFERENCES items (id),
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    event_id TEXT,
    reason TEXT,
    PRIMARY KEY (deed_id, part)
);
CREATE INDEX deed_parts_by_item ON deed_parts (item_id);

-- Short notes on an item, a household, a donor or a donation. A deleted one leaves who deleted it and when, not its text.
CREATE TABLE notes (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    author_id TEXT REFERENCES users (id),
    written_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP,
    body TEXT NOT NULL,
    at_desk BOOLEAN NOT NULL,
    deleted_at TIMESTAMP,
    deleted_by TEXT REFERENCES users (id),
    version INTEGER NOT NULL
);
CREATE INDEX notes_by_subject ON notes (subject, written_at);

-- How often a part of the house has changed, for pages that stay open. The writer raises it in the transaction of the
-- change itself, so that other servers on the same database hear of it too.
CREATE TABLE marks (
    topic TEXT PRIMARY KEY NOT NULL,
    changes BIGINT NOT NULL
);
INSERT INTO marks (topic, changes)
VALUES ('items', 0), ('households', 0), ('donors', 0), ('donations', 0), ('stocktakes', 0), ('contradictions', 0),
       ('terminals', 0), ('settings', 0), ('notes', 0);
