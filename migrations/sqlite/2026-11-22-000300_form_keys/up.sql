-- What came of a form that was sent, so that sending it twice makes one thing.

CREATE TABLE form_keys (
    user_id TEXT NOT NULL REFERENCES users (id),
    form_key TEXT NOT NULL,
    result TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (user_id, form_key)
);
CREATE INDEX form_keys_by_time ON form_keys (created_at);
