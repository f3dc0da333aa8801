-- Version 4, the first on PostgreSQL: all tables at once.
CREATE TABLE article (
  key INTEGER NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  sha256 TEXT COLLATE "C" NOT NULL,
  url TEXT COLLATE "C",
  source TEXT COLLATE "C",
  language TEXT COLLATE "C",
  published TEXT COLLATE "C",
  title TEXT COLLATE "C",
  text TEXT COLLATE "C" NOT NULL,
  metadata TEXT COLLATE "C" NOT NULL,
  revises INTEGER,
  recorded_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (key),
  UNIQUE (document, sha256),
  FOREIGN KEY(revises) REFERENCES article (key)
);
CREATE INDEX article_by_revises ON article (revises);
CREATE INDEX article_by_sha256 ON article (sha256);
CREATE INDEX article_by_url ON article (url);
CREATE TABLE conflict (
  id TEXT COLLATE "C" NOT NULL,
  block TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX conflict_by_block ON conflict (block);
CREATE INDEX conflict_by_state ON conflict (state, kind);
CREATE TABLE dirty (
  block TEXT COLLATE "C" NOT NULL,
  stamp BIGINT NOT NULL,
  PRIMARY KEY (block)
);
CREATE TABLE judgement (
  key INTEGER NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  about TEXT COLLATE "C" NOT NULL,
  author TEXT COLLATE "C" NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  reverses INTEGER,
  recorded_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (key),
  FOREIGN KEY(reverses) REFERENCES judgement (key)
);
CREATE TABLE meaning (
  entity TEXT COLLATE "C" NOT NULL,
  mention TEXT COLLATE "C" NOT NULL,
  means TEXT COLLATE "C" NOT NULL,
  label TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (entity, mention)
);
CREATE TABLE meta (
  name TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (name)
);
CREATE TABLE name_join (
  first TEXT COLLATE "C" NOT NULL,
  second TEXT COLLATE "C" NOT NULL,
  score FLOAT NOT NULL,
  joined INTEGER NOT NULL,
  evidence TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (first, second)
);
CREATE TABLE occurrence (
  id TEXT COLLATE "C" NOT NULL,
  block TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  mode TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  plover TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  earliest TEXT COLLATE "C",
  latest TEXT COLLATE "C",
  precision TEXT COLLATE "C",
  place TEXT COLLATE "C",
  part_of TEXT COLLATE "C",
  background INTEGER NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX occurrence_by_block ON occurrence (block);
CREATE INDEX occurrence_by_day ON occurrence (day);
CREATE INDEX occurrence_by_part_of ON occurrence (part_of);
CREATE TABLE promise (
  id TEXT COLLATE "C" NOT NULL,
  block TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  stage TEXT COLLATE "C" NOT NULL,
  closed INTEGER NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  due_earliest TEXT COLLATE "C",
  due_latest TEXT COLLATE "C",
  body TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX promise_by_block ON promise (block);
CREATE INDEX promise_by_due ON promise (closed, due_latest);
CREATE TABLE run (
  key INTEGER NOT NULL,
  method TEXT COLLATE "C" NOT NULL,
  started_at TEXT COLLATE "C" NOT NULL,
  ended_at TEXT COLLATE "C",
  PRIMARY KEY (key)
);
CREATE TABLE standing (
  id TEXT COLLATE "C" NOT NULL,
  block TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  slot TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  from_earliest TEXT COLLATE "C",
  from_latest TEXT COLLATE "C",
  to_earliest TEXT COLLATE "C",
  to_latest TEXT COLLATE "C",
  now INTEGER NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX standing_by_block ON standing (block);
CREATE INDEX standing_by_slot ON standing (slot);
CREATE INDEX standing_by_type ON standing (type);
CREATE TABLE conflict_entity (
  entity TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  conflict TEXT COLLATE "C" NOT NULL,
  FOREIGN KEY(conflict) REFERENCES conflict (id)
);
CREATE INDEX conflict_entity_by_conflict ON conflict_entity (conflict);
CREATE INDEX conflict_entity_by_day ON conflict_entity (entity, day DESC, conflict);
CREATE TABLE conflict_pair (
  pair_key TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  conflict TEXT COLLATE "C" NOT NULL,
  FOREIGN KEY(conflict) REFERENCES conflict (id)
);
CREATE INDEX conflict_pair_by_conflict ON conflict_pair (conflict);
CREATE INDEX conflict_pair_by_day ON conflict_pair (pair_key, day DESC, conflict);
CREATE TABLE failure (
  key INTEGER NOT NULL,
  run INTEGER NOT NULL,
  document TEXT COLLATE "C" NOT NULL,
  line INTEGER NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,
  recorded_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (key),
  FOREIGN KEY(run) REFERENCES run (key)
);
CREATE INDEX failure_by_run ON failure (run);
CREATE TABLE fingerprint (
  article INTEGER NOT NULL,
  method TEXT COLLATE "C" NOT NULL,
  body TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (article),
  FOREIGN KEY(article) REFERENCES article (key)
);
CREATE TABLE occurrence_entity (
  entity TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  occurrence TEXT COLLATE "C" NOT NULL,
  FOREIGN KEY(occurrence) REFERENCES occurrence (id)
);
CREATE INDEX occurrence_entity_by_day ON occurrence_entity (entity, day DESC, occurrence);
CREATE INDEX occurrence_entity_by_occurrence ON occurrence_entity (occurrence);
CREATE TABLE occurrence_pair (
  pair_key TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  occurrence TEXT COLLATE "C" NOT NULL,
  FOREIGN KEY(occurrence) REFERENCES occurrence (id)
);
CREATE INDEX occurrence_pair_by_day ON occurrence_pair (pair_key, day DESC, occurrence);
CREATE INDEX occurrence_pair_by_occurrence ON occurrence_pair (occurrence);
CREATE TABLE promise_entity (
  entity TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  promise TEXT COLLATE "C" NOT NULL,
  FOREIGN KEY(promise) REFERENCES promise (id)
);
CREATE INDEX promise_entity_by_day ON promise_entity (entity, day DESC, promise);
CREATE INDEX promise_entity_by_promise ON promise_entity (promise);
CREATE TABLE promise_pair (
  pair_key TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  promise TEXT COLLATE "C" NOT NULL,
  FOREIGN KEY(promise) REFERENCES promise (id)
);
CREATE INDEX promise_pair_by_day ON promise_pair (pair_key, day DESC, promise);
CREATE INDEX promise_pair_by_promise ON promise_pair (promise);
CREATE TABLE reading (
  key INTEGER NOT NULL,
  article INTEGER NOT NULL,
  method TEXT COLLATE "C" NOT NULL,
  published TEXT COLLATE "C" NOT NULL,
  notes TEXT COLLATE "C" NOT NULL,
  recorded_at TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (key),
  UNIQUE (article, method, published),
  FOREIGN KEY(article) REFERENCES article (key)
);
CREATE TABLE report (
  article INTEGER NOT NULL,
  story TEXT COLLATE "C" NOT NULL,
  report TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (article),
  FOREIGN KEY(article) REFERENCES article (key)
);
CREATE TABLE standing_entity (
  entity TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  standing TEXT COLLATE "C" NOT NULL,
  FOREIGN KEY(standing) REFERENCES standing (id)
);
CREATE INDEX standing_entity_by_day ON standing_entity (entity, day DESC, standing);
CREATE INDEX standing_entity_by_standing ON standing_entity (standing);
CREATE TABLE standing_pair (
  pair_key TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  standing TEXT COLLATE "C" NOT NULL,
  FOREIGN KEY(standing) REFERENCES standing (id)
);
CREATE INDEX standing_pair_by_day ON standing_pair (pair_key, day DESC, standing);
CREATE INDEX standing_pair_by_standing ON standing_pair (standing);
CREATE TABLE claim (
  key INTEGER NOT NULL,
  claim TEXT COLLATE "C" NOT NULL,
  reading INTEGER NOT NULL,
  article INTEGER NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL,
  mode TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  earliest TEXT COLLATE "C",
  latest TEXT COLLATE "C",
  confidence FLOAT NOT NULL,
  method TEXT COLLATE "C" NOT NULL,
  recorded_at TEXT COLLATE "C" NOT NULL,
  superseded_by INTEGER,
  json TEXT COLLATE "C" NOT NULL,
  block TEXT COLLATE "C" DEFAULT '' NOT NULL,
  known_from TEXT COLLATE "C" DEFAULT '' NOT NULL,
  known_to TEXT COLLATE "C" DEFAULT '9999-12-31' NOT NULL,
  known_inferred INTEGER DEFAULT 0 NOT NULL,
  PRIMARY KEY (key),
  UNIQUE (claim, reading),
  FOREIGN KEY(reading) REFERENCES reading (key),
  FOREIGN KEY(article) REFERENCES article (key),
  FOREIGN KEY(superseded_by) REFERENCES reading (key)
);
CREATE INDEX claim_by_article ON claim (article);
CREATE INDEX claim_by_block ON claim (block);
CREATE INDEX claim_by_superseding ON claim (superseded_by);
CREATE INDEX claim_by_type ON claim (kind, type, mode, status, earliest);
CREATE TABLE claim_pair (
  pair_key TEXT COLLATE "C" NOT NULL,
  date_from TEXT COLLATE "C" NOT NULL,
  claim INTEGER NOT NULL,
  FOREIGN KEY(claim) REFERENCES claim (key)
);
CREATE INDEX claim_pair_by_claim ON claim_pair (claim);
CREATE INDEX claim_pair_by_date ON claim_pair (pair_key, date_from DESC);
CREATE TABLE conflict_claim (
  conflict TEXT COLLATE "C" NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (conflict, claim),
  FOREIGN KEY(conflict) REFERENCES conflict (id),
  FOREIGN KEY(claim) REFERENCES claim (key)
);
CREATE INDEX conflict_claim_by_claim ON conflict_claim (claim);
CREATE TABLE evidence (
  claim INTEGER NOT NULL,
  n INTEGER NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (claim, n),
  FOREIGN KEY(claim) REFERENCES claim (key)
);
CREATE TABLE occurrence_claim (
  occurrence TEXT COLLATE "C" NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (occurrence, claim),
  FOREIGN KEY(occurrence) REFERENCES occurrence (id),
  FOREIGN KEY(claim) REFERENCES claim (key)
);
CREATE INDEX occurrence_claim_by_claim ON occurrence_claim (claim);
CREATE TABLE participant (
  claim INTEGER NOT NULL,
  n INTEGER NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  entity TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  label TEXT COLLATE "C" NOT NULL,
  basis TEXT COLLATE "C" NOT NULL,
  mention TEXT COLLATE "C",
  start INTEGER,
  "end" INTEGER,
  state TEXT COLLATE "C",
  office TEXT COLLATE "C",
  means TEXT COLLATE "C",
  PRIMARY KEY (claim, n),
  FOREIGN KEY(claim) REFERENCES claim (key)
);
CREATE INDEX participant_by_entity ON participant (entity, claim);
CREATE INDEX participant_by_label ON participant (label);
CREATE INDEX participant_by_means ON participant (means, claim);
CREATE INDEX participant_by_mention ON participant (mention);
CREATE TABLE promise_claim (
  promise TEXT COLLATE "C" NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (promise, claim),
  FOREIGN KEY(promise) REFERENCES promise (id),
  FOREIGN KEY(claim) REFERENCES claim (key)
);
CREATE INDEX promise_claim_by_claim ON promise_claim (claim);
CREATE TABLE standing_claim (
  standing TEXT COLLATE "C" NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (standing, claim),
  FOREIGN KEY(standing) REFERENCES standing (id),
  FOREIGN KEY(claim) REFERENCES claim (key)
);
CREATE INDEX standing_claim_by_claim ON standing_claim (claim);
CREATE TABLE search_words (
  key BIGINT NOT NULL,
  words TSVECTOR NOT NULL,
  tags TEXT[] NOT NULL,
  PRIMARY KEY (key)
);
CREATE INDEX search_words_by_word ON search_words USING gin (words, tags);
INSERT INTO meta (name, value) VALUES ('application', 'elchi');
