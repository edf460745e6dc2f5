-- One study is one file. Journal, synchronisation and foreign keys are set on every connection, see store.py.
CREATE TABLE study (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    schema_version INTEGER NOT NULL,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    seed INTEGER NOT NULL,
    rubric TEXT NOT NULL,             -- JSON of rubric.Rubric
    options TEXT NOT NULL,            -- JSON of options.Options
    locked TEXT,                      -- ISO time; then no more scores are taken, and they may be read
    admin_token_hash TEXT NOT NULL    -- SHA-256
) STRICT;

-- What a rater may answer to "who wrote this?"; several systems may share a label, such as "a computer program".
CREATE TABLE label (id INTEGER PRIMARY KEY, en TEXT NOT NULL, zh TEXT NOT NULL) STRICT;

-- The raters' pages never read this table.
CREATE TABLE system (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    label_id INTEGER REFERENCES label (id)
) STRICT;

CREATE TABLE item (
    id TEXT PRIMARY KEY,              -- 128 random bits, says nothing
    row_id TEXT NOT NULL,             -- Prediction.id
    system_id INTEGER REFERENCES system (id),  -- NULL: a gold item that no system wrote
    language TEXT NOT NULL,
    task TEXT NOT NULL,
    stratum TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,             -- with self-names masked
    reference TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('item', 'repeat', 'gold')),
    repeat_of TEXT REFERENCES item (id),
    expected TEXT,                    -- gold: JSON {axis: [values that are right]}
    CHECK ((kind = 'repeat') = (repeat_of IS NOT NULL)),
    CHECK ((kind = 'gold') = (expected IS NOT NULL)),
    CHECK (kind = 'gold' OR system_id IS NOT NULL)
) STRICT;

CREATE TABLE rater (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,        -- as the administrator calls them
    language TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,  -- SHA-256
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE assignment (
    rater_id INTEGER NOT NULL REFERENCES rater (id),
    item_id TEXT NOT NULL REFERENCES item (id),
    position INTEGER NOT NULL,        -- 0, 1, …
    PRIMARY KEY (rater_id, item_id),
    UNIQUE (rater_id, position)
) STRICT, WITHOUT ROWID;

-- A changed score is a new row; the earlier one is marked superseded, in the same transaction.
CREATE TABLE score (
    id INTEGER PRIMARY KEY,
    rater_id INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    axis TEXT NOT NULL,
    value INTEGER,                    -- NULL: cannot judge
    saved TEXT NOT NULL,
    client TEXT NOT NULL,             -- random id of the browser's tab, or `import`
    superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1)),
    FOREIGN KEY (rater_id, item_id) REFERENCES assignment (rater_id, item_id)
) STRICT;
CREATE UNIQUE INDEX current_score ON score (rater_id, item_id, axis) WHERE superseded = 0;

CREATE TABLE guess (
    rater_id INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    label_id INTEGER REFERENCES label (id),    -- NULL: don't know
    saved TEXT NOT NULL,
    PRIMARY KEY (rater_id, item_id),
    FOREIGN KEY (rater_id, item_id) REFERENCES assignment (rater_id, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_comment (
    rater_id INTEGER NOT NULL,
    item_id TEXT NOT NULL,
    text TEXT NOT NULL,
    saved TEXT NOT NULL,
    PRIMARY KEY (rater_id, item_id),
    FOREIGN KEY (rater_id, item_id) REFERENCES assignment (rater_id, item_id)
) STRICT, WITHOUT ROWID;

-- What was agreed where raters differ; like scores, a change is a new row.
CREATE TABLE adjudication (
    id INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES item (id),
    axis TEXT NOT NULL,
    value INTEGER NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    saved TEXT NOT NULL,
    superseded INTEGER NOT NULL DEFAULT 0 CHECK (superseded IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX current_adjudication ON adjudication (item_id, axis) WHERE superseded = 0;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,              -- 'rater:3', 'admin', 'cli'
    action TEXT NOT NULL,
    detail TEXT NOT NULL              -- JSON; no identities, no answers, no scores
) STRICT;

-- The log only grows. INSERT OR REPLACE would delete without firing a DELETE trigger, hence the third.
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_keeps_text BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_keeps_ids BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

CREATE TRIGGER score_keeps_rows BEFORE DELETE ON score
BEGIN SELECT RAISE(ABORT, 'scores are not deleted'); END;
CREATE TRIGGER score_keeps_ids BEFORE INSERT ON score
WHEN EXISTS (SELECT 1 FROM score WHERE id = NEW.id) OR EXISTS (SELECT 1 FROM score WHERE superseded = 0
    AND NEW.superseded = 0 AND rater_id = NEW.rater_id AND item_id = NEW.item_id AND axis = NEW.axis)
BEGIN SELECT RAISE(ABORT, 'scores are not overwritten'); END;
CREATE TRIGGER score_keeps_values BEFORE UPDATE ON score
WHEN NOT (OLD.superseded = 0 AND NEW.superseded = 1 AND OLD.id = NEW.id AND OLD.rater_id = NEW.rater_id
    AND OLD.item_id = NEW.item_id AND OLD.axis = NEW.axis AND OLD.value IS NEW.value AND OLD.saved = NEW.saved
    AND OLD.client = NEW.client)
BEGIN SELECT RAISE(ABORT, 'a score is changed by a new one'); END;

CREATE TRIGGER item_stays BEFORE UPDATE ON item
BEGIN SELECT RAISE(ABORT, 'items do not change'); END;

-- The lock holds whoever writes, also a request that was under way.
CREATE TRIGGER lock_scores BEFORE INSERT ON score WHEN (SELECT locked FROM study) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the study is locked'); END;
CREATE TRIGGER lock_guesses BEFORE INSERT ON guess WHEN (SELECT locked FROM study) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the study is locked'); END;
CREATE TRIGGER lock_comments BEFORE INSERT ON item_comment WHEN (SELECT locked FROM study) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the study is locked'); END;
CREATE TRIGGER lock_lasts BEFORE UPDATE OF locked ON study WHEN OLD.locked IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the study is locked'); END;
