ALTER TABLE claim_pair ADD COLUMN quote INTEGER DEFAULT 0 NOT NULL;
UPDATE claim_pair SET quote = 1 WHERE claim IN (SELECT key FROM claim WHERE kind = 'quote');
CREATE INDEX claim_pair_of_quotes ON claim_pair (pair_key, date_from DESC) WHERE quote = 1;
ALTER TABLE occurrence ADD COLUMN known TEXT COLLATE "C" DEFAULT '' NOT NULL;
ALTER TABLE occurrence ADD COLUMN reports INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE occurrence ADD COLUMN articles INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN known TEXT COLLATE "C" DEFAULT '' NOT NULL;
ALTER TABLE standing ADD COLUMN reports INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE standing ADD COLUMN articles INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE promise ADD COLUMN reports INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE promise ADD COLUMN articles INTEGER DEFAULT 0 NOT NULL;
CREATE INDEX occurrence_by_status ON occurrence (status, background, day DESC, id);
DROP INDEX promise_by_due;
CREATE INDEX promise_by_due ON promise (closed, due_latest, id);
CREATE TABLE kind_count (
  kind TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  superseded INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (kind, type, superseded)
);
CREATE TABLE entity_count (
  entity TEXT COLLATE "C" NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (entity)
);
CREATE TABLE name_count (
  entity TEXT COLLATE "C" NOT NULL,
  mention TEXT COLLATE "C" NOT NULL,
  language TEXT COLLATE "C" NOT NULL,
  mentions INTEGER NOT NULL,
  first TEXT COLLATE "C",
  last TEXT COLLATE "C",
  PRIMARY KEY (entity, mention, language)
);
CREATE TABLE label_count (
  label TEXT COLLATE "C" NOT NULL,
  lower TEXT COLLATE "C" NOT NULL,
  parties INTEGER NOT NULL,
  PRIMARY KEY (label)
);
CREATE INDEX label_count_by_lower ON label_count (lower);
CREATE TABLE entity_pair (
  entity TEXT COLLATE "C" NOT NULL,
  pair_key TEXT COLLATE "C" NOT NULL,
  claims INTEGER NOT NULL,
  PRIMARY KEY (entity, pair_key)
);
CREATE TABLE dealing (
  pair_key TEXT COLLATE "C" NOT NULL,
  year TEXT COLLATE "C" NOT NULL,
  plover TEXT COLLATE "C" NOT NULL,
  spent INTEGER NOT NULL,
  occurrences INTEGER NOT NULL,
  PRIMARY KEY (pair_key, year, plover, spent)
);
CREATE TABLE dyad (
  pair_key TEXT COLLATE "C" NOT NULL,
  occurrences INTEGER NOT NULL,
  PRIMARY KEY (pair_key)
);
CREATE INDEX dyad_by_occurrences ON dyad (occurrences DESC, pair_key);
CREATE TABLE resolved_count (
  name TEXT COLLATE "C" NOT NULL,
  things INTEGER NOT NULL,
  PRIMARY KEY (name)
);
