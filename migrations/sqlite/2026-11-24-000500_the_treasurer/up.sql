-- The treasurer: who issues receipts, what gifts are worth and why, receipts, papers that never change again, companies'
-- offers, the council's lists, closed periods and links that show a company what became of its gifts.

-- How a donor is written to (never on a receipt), and how often somebody gives who gives again and again.
ALTER TABLE donors ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE donors ADD COLUMN contact TEXT NOT NULL DEFAULT '';
ALTER TABLE donors ADD COLUMN lang TEXT NOT NULL DEFAULT 'de';
ALTER TABLE donors ADD COLUMN thanks TEXT NOT NULL DEFAULT 'none';
ALTER TABLE donors ADD COLUMN gives_every_months INTEGER;

-- Who issues receipts: an association under one of three notices, a city, or a body of another country. `form` names the
-- texts in config/law; `fields` are what that form wants to know (a JSON object), besides name and address.
CREATE TABLE issuers (
    id TEXT PRIMARY KEY NOT NULL,
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    fields TEXT NOT NULL,
    -- Years that a duplicate is kept, from the end of the year of issue.
    keep_years INTEGER NOT NULL,
    -- From this total on a second person has to agree before a receipt is issued; NULL: from the first cent.
    four_eyes_from_cents BIGINT,
    -- A city: from this value on the council decides and no longer the mayor; NULL: always.
    council_from_cents BIGINT,
    active BOOLEAN NOT NULL,
    created_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL,
    -- The lowest limit before it was raised, and when that was: gifts that were recorded until then keep it.
    four_eyes_before_cents BIGINT,
    four_eyes_raised_at TIMESTAMP
);

-- Lists of gifts on which a council decides, or the mayor alone for small ones (`decider`).
CREATE TABLE council_lists (
    id TEXT PRIMARY KEY NOT NULL,
    issuer_id TEXT NOT NULL REFERENCES issuers (id),
    title TEXT NOT NULL,
    decider TEXT NOT NULL,
    state TEXT NOT NULL,
    held_on DATE,
    reference TEXT NOT NULL,
    made_by TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL,
    -- From which value on the council decided when this was decided, not what its issuer says today; NULL: always.
    limit_cents BIGINT
);
CREATE INDEX council_lists_by_day ON council_lists (made_at, id);

-- `issuer_id`: who received the gift; chosen before goods arrive where there are several. `source`: a gift, or bought from
-- money that the donor gave (`paid_cents`). `came`: in bags, as a delivery, fetched.
ALTER TABLE donations ADD COLUMN issuer_id TEXT REFERENCES issuers (id);
ALTER TABLE donations ADD COLUMN source TEXT NOT NULL DEFAULT 'gift';
ALTER TABLE donations ADD COLUMN came TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE donations ADD COLUMN bags INTEGER;
ALTER TABLE donations ADD COLUMN weight_g BIGINT;
ALTER TABLE donations ADD COLUMN paid_cents BIGINT;
ALTER TABLE donations ADD COLUMN council_list_id TEXT REFERENCES council_lists (id);
-- A city's gifts: the day of the offer, which stays when `received_on` moves on to the day on which they are handed over, and
-- whether nothing of them was handed over yet.
ALTER TABLE donations ADD COLUMN offered_on DATE;
ALTER TABLE donations ADD COLUMN only_offered BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE donations SET offered_on = received_on, only_offered = NOT EXISTS (
    SELECT 1 FROM items WHERE items.donation_id = donations.id AND items.state <> 'void'
) WHERE state = 'offered';
CREATE INDEX donations_by_council_list ON donations (council_list_id);

-- What a list says of a gift, as it was put on it. `value_cents` NULL: no value was wanted.
CREATE TABLE council_lines (
    list_id TEXT NOT NULL REFERENCES council_lists (id),
    donation_id TEXT NOT NULL REFERENCES donations (id),
    purpose TEXT NOT NULL,
    value_cents BIGINT,
    decision TEXT NOT NULL,
    -- Nothing was handed over yet when it was decided on: the day of the gift comes later.
    only_offered BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (list_id, donation_id)
);
CREATE INDEX council_lines_by_donation ON council_lines (donation_id);

-- Bytes that never change once they are written: issued papers with the hash under which anybody can check them.
CREATE TABLE papers (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    -- The id of what it is about: a receipt, a donation, an offer, a donor, a closed period.
    subject TEXT NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    -- SHA-256 of the bytes, hexadecimal.
    sha256 TEXT NOT NULL,
    made_by TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL,
    -- The last day on which it has to be kept.
    keep_until DATE
);
CREATE INDEX papers_by_subject ON papers (subject, made_at);

-- The pieces of which a paper states that they found nobody: no other paper states them again.
CREATE TABLE stated_pieces (
    paper_id TEXT NOT NULL REFERENCES papers (id),
    item_id TEXT NOT NULL REFERENCES items (id),
    quantity INTEGER NOT NULL,
    PRIMARY KEY (paper_id, item_id)
);
CREATE INDEX stated_pieces_by_item ON stated_pieces (item_id);

-- Receipts. A number is given when one is issued, gap-free for issuer and year. `data` is what was printed, word by word.
CREATE TABLE receipts (
    id TEXT PRIMARY KEY NOT NULL,
    issuer_id TEXT NOT NULL REFERENCES issuers (id),
    donation_id TEXT NOT NULL REFERENCES donations (id),
    state TEXT NOT NULL,
    year INTEGER,
    counted INTEGER,
    number TEXT,
    form TEXT NOT NULL,
    lang TEXT NOT NULL,
    total_cents BIGINT NOT NULL,
    currency TEXT NOT NULL,
    data TEXT NOT NULL,
    made_by TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL,
    agreed_by TEXT REFERENCES users (id),
    agreed_at TIMESTAMP,
    issued_by TEXT REFERENCES users (id),
    issued_on DATE,
    issued_at TIMESTAMP,
    paper_id TEXT REFERENCES papers (id),
    void_reason TEXT NOT NULL DEFAULT '',
    void_asked_by TEXT REFERENCES users (id),
    void_asked_at TIMESTAMP,
    voided_by TEXT REFERENCES users (id),
    voided_at TIMESTAMP,
    -- The receipt that this one stands in for.
    replaces TEXT REFERENCES receipts (id),
    keep_until DATE,
    version INTEGER NOT NULL,
    -- Where it stands in the register: when it was issued, before that when it was drafted.
    listed_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX receipts_by_number ON receipts (issuer_id, year, counted);
CREATE INDEX receipts_by_donation ON receipts (donation_id);
CREATE INDEX receipts_by_moment ON receipts (listed_at, id);
CREATE INDEX receipts_by_state ON receipts (state, listed_at);
CREATE INDEX receipts_by_printed_number ON receipts (number);

-- The last number of an issuer's year.
CREATE TABLE receipt_numbers (
    issuer_id TEXT NOT NULL REFERENCES issuers (id),
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (issuer_id, year)
);

-- What a gift is worth, line by line. A line stands on one valid receipt at most.
CREATE TABLE value_lines (
    id TEXT PRIMARY KEY NOT NULL,
    donation_id TEXT NOT NULL REFERENCES donations (id),
    position INTEGER NOT NULL,
    description TEXT NOT NULL,
    product_code TEXT REFERENCES products (code),
    quantity INTEGER NOT NULL,
    -- More than one piece under one value: only for identical goods.
    identical BOOLEAN NOT NULL,
    age TEXT NOT NULL,
    condition TEXT,
    new_price_cents BIGINT,
    -- As it was said: a day, a month (2024-05) or a year.
    bought_on TEXT,
    basis TEXT NOT NULL,
    -- Of one piece. Business: net and VAT of the withdrawal; private: the value alone.
    net_cents BIGINT,
    vat_rate_bp INTEGER,
    vat_cents BIGINT,
    value_cents BIGINT,
    -- Where the value comes from, in words: the comparison, the statement's date.
    source TEXT NOT NULL,
    receipt_id TEXT REFERENCES receipts (id),
    version INTEGER NOT NULL
);
CREATE INDEX value_lines_by_donation ON value_lines (donation_id, position);
CREATE INDEX value_lines_by_receipt ON value_lines (receipt_id);

-- The scanned pieces that a line is about.
CREATE TABLE value_line_items (
    item_id TEXT PRIMARY KEY NOT NULL REFERENCES items (id),
    line_id TEXT NOT NULL REFERENCES value_lines (id)
);
CREATE INDEX value_line_items_by_line ON value_line_items (line_id);

-- Papers that a value rests on, as they came in, made harmless.
CREATE TABLE evidence (
    id TEXT PRIMARY KEY NOT NULL,
    donation_id TEXT NOT NULL REFERENCES donations (id),
    line_id TEXT REFERENCES value_lines (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    uploaded_by TEXT REFERENCES users (id),
    uploaded_at TIMESTAMP NOT NULL,
    removed_at TIMESTAMP
);
CREATE INDEX evidence_by_donation ON evidence (donation_id, uploaded_at);

-- Acceptance records (Übergabeprotokoll): who gave what to whom, counted or weighed, and in which class. The signatures are
-- pictures; once it is signed, the paper holds.
CREATE TABLE acceptances (
    id TEXT PRIMARY KEY NOT NULL,
    donation_id TEXT NOT NULL REFERENCES donations (id),
    state TEXT NOT NULL,
    made_on DATE NOT NULL,
    giver TEXT NOT NULL,
    taker TEXT NOT NULL,
    remarks TEXT NOT NULL,
    giver_signature BLOB,
    taker_signature BLOB,
    made_by TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL,
    signed_at TIMESTAMP,
    paper_id TEXT REFERENCES papers (id),
    version INTEGER NOT NULL
);
CREATE INDEX acceptances_by_donation ON acceptances (donation_id);

CREATE TABLE acceptance_lines (
    id TEXT PRIMARY KEY NOT NULL,
    acceptance_id TEXT NOT NULL REFERENCES acceptances (id),
    position INTEGER NOT NULL,
    description TEXT NOT NULL,
    group_code TEXT REFERENCES product_groups (code),
    pieces INTEGER NOT NULL,
    weight_g BIGINT,
    marketability TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX acceptance_lines_by_record ON acceptance_lines (acceptance_id, position);

-- What a company offered, and the answer that it needs (Regulation (EU) 2024/1781, Delegated Regulation (EU) 2026/296).
CREATE TABLE offers (
    id TEXT PRIMARY KEY NOT NULL,
    donor_id TEXT NOT NULL REFERENCES donors (id),
    offered_on DATE NOT NULL,
    reference TEXT NOT NULL,
    description TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_on DATE,
    answered_by TEXT REFERENCES users (id),
    donation_id TEXT REFERENCES donations (id),
    paper_id TEXT REFERENCES papers (id),
    made_at TIMESTAMP NOT NULL,
    version INTEGER NOT NULL
);
CREATE INDEX offers_by_donor ON offers (donor_id, offered_on);
CREATE INDEX offers_by_state ON offers (state, offered_on);
-- What waits for an answer stands first, then the latest.
CREATE INDEX offers_by_turn ON offers ((CASE WHEN state = 'open' THEN 0 ELSE 1 END), offered_on DESC, id DESC);

CREATE TABLE offer_lines (
    id TEXT PRIMARY KEY NOT NULL,
    offer_id TEXT NOT NULL REFERENCES offers (id),
    position INTEGER NOT NULL,
    group_code TEXT NOT NULL REFERENCES product_groups (code),
    product_code TEXT REFERENCES products (code),
    description TEXT NOT NULL,
    pieces INTEGER NOT NULL,
    weight_g BIGINT NOT NULL,
    pieces_accepted INTEGER,
    -- One of the usual reasons, and words of one's own.
    reason TEXT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX offer_lines_by_offer ON offer_lines (offer_id, position);

-- Tables that left the house, as they left it: nothing over a part of them may differ by less than k households.
-- `scope`: a donor's id, or empty for all. `closed`: a period that is over and reprints as it was.
CREATE TABLE published_tables (
    id TEXT PRIMARY KEY NOT NULL,
    report TEXT NOT NULL,
    scope TEXT NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE NOT NULL,
    closed BOOLEAN NOT NULL,
    -- What was shown, and what it was shown from, as JSON.
    shown TEXT NOT NULL,
    counted TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    made_by TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX published_tables_by_period ON published_tables (report, scope, from_day, to_day);

-- Links that show a donor what became of the gifts, until they end. Only the hash of a key is kept.
CREATE TABLE share_links (
    id TEXT PRIMARY KEY NOT NULL,
    key_hash TEXT NOT NULL UNIQUE,
    donor_id TEXT NOT NULL REFERENCES donors (id),
    from_day DATE NOT NULL,
    to_day DATE NOT NULL,
    made_by TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    revoked_at TIMESTAMP,
    opened INTEGER NOT NULL
);
CREATE INDEX share_links_by_donor ON share_links (donor_id, made_at);

-- Thanks: for which donation, how, and by which letter of the outbox or paper.
CREATE TABLE thanks (
    id TEXT PRIMARY KEY NOT NULL,
    donor_id TEXT NOT NULL REFERENCES donors (id),
    donation_id TEXT REFERENCES donations (id),
    sent_by TEXT NOT NULL,
    outbox_id TEXT REFERENCES outbox (id),
    paper_id TEXT REFERENCES papers (id),
    made_by TEXT REFERENCES users (id),
    made_at TIMESTAMP NOT NULL
);
CREATE INDEX thanks_by_donor ON thanks (donor_id, made_at);
CREATE INDEX thanks_by_donation ON thanks (donation_id);

-- Periods whose reports stay as they were (published_tables with the closing's id as scope). Opened again only with a reason.
CREATE TABLE closings (
    id TEXT PRIMARY KEY NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE NOT NULL,
    site TEXT NOT NULL,
    closed_by TEXT REFERENCES users (id),
    closed_at TIMESTAMP NOT NULL,
    reopened_by TEXT REFERENCES users (id),
    reopened_at TIMESTAMP,
    reason TEXT NOT NULL
);
CREATE INDEX closings_by_period ON closings (from_day, to_day);
CREATE INDEX closings_by_moment ON closings (closed_at, id);

-- Reports of a year walk along one index that holds all they add up.
DROP INDEX items_by_product;
CREATE INDEX items_by_product ON items (product_code, state, moved_at, quantity, created_at, split_from);
DROP INDEX items_by_household;
CREATE INDEX items_by_household ON items (household_id, state, product_code, need_id, moved_at, quantity);
DROP INDEX items_by_donation;
CREATE INDEX items_by_donation ON items (donation_id, state, product_code, quantity);
-- Few pieces are out of a lot: counted with those that are not, the planner would rather read all pieces.
DROP INDEX items_by_lot;
CREATE INDEX items_by_lot ON items (split_from) WHERE split_from IS NOT NULL;
CREATE INDEX scan_events_by_actor ON scan_events (actor_id, mode, outcome, received_at);
CREATE INDEX receipts_by_issue ON receipts (issued_on);
