ALTER TABLE claim_pair ADD COLUMN quote INTEGER DEFAULT 0 NOT NULL;
UPDATE claim_pair SET quote = 1 WHERE claim IN (SELECT key FROM claim WHERE kind = 'quote');
CREATE INDEX claim_pair_of_quotes ON claim_pair (pair_key, date_from DESC) WHERE quote = 1;
ALTER TABLE occurrence ADD COLUMN known TEXT DEFAULT '' NOT NULL;
ALTER TABLE occurrence ADD COLUMN reports INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE occurrence ADD COLUMN articles INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN known TEXT DEFAULT '' NOT NULL;
ALTER TABLE standing ADD COLUMN reports INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN articles INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE promise ADD COLUMN reports INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE promise ADD COLUMN articles INTEGER DEFAULT 0 NOT NULL;
CREATE INDEX occurrence_by_status ON occurrence (status, background, day DESC, id);
DROP INDEX promise_by_due;
CREATE INDEX promise_by_due ON promise (closed, due_latest, id);
CREATE TABLE kind_count (
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  superseded INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (kind, type, superseded)
) WITHOUT ROWID;
CREATE TABLE entity_count (
  entity TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (entity)
) WITHOUT ROWID;
CREATE TABLE name_count (
  entity TEXT NOT NULL,
  mention TEXT NOT NULL,
  language TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  PRIMARY KEY (entity, mention, language)
) WITHOUT ROWID;
CREATE TABLE label_count (
  label TEXT NOT NULL,
  lower TEXT NOT NULL,
  parties INTEGER NOT NULL,
  PRIMARY KEY (label)
) WITHOUT ROWID;
CREATE INDEX label_count_by_lower ON label_count (lower);
CREATE TABLE entity_pair (
  entity TEXT NOT NULL,
  pair_key TEXT NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (entity, pair_key)
) WITHOUT ROWID;
CREATE TABLE dealing (
  pair_key TEXT NOT NULL,
  year TEXT NOT NULL,
  plover TEXT NOT NULL,
  spent INTEGER NOT NULL,
  occurrences INTEGER NOT NULL,
  PRIMARY KEY (pair_key, year, plover, spent)
) WITHOUT ROWID;
CREATE TABLE dyad (
  pair_key TEXT NOT NULL,
  occurrences INTEGER NOT NULL,
  PRIMARY KEY (pair_key)
) WITHOUT ROWID;
CREATE INDEX dyad_by_occurrences ON dyad (occurrences DESC, pair_key);
CREATE TABLE resolved_count (
  name TEXT NOT NULL,
  things INTEGER NOT NULL,
  PRIMARY KEY (name)
) WITHOUT ROWID;
