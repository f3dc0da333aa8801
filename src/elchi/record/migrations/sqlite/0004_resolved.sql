-- Version 4: blocks, the clock of what was known, what is resolved from claims, and words to search.
ALTER TABLE claim ADD COLUMN block TEXT DEFAULT '' NOT NULL;
ALTER TABLE claim ADD COLUMN known_from TEXT DEFAULT '' NOT NULL;
ALTER TABLE claim ADD COLUMN known_to TEXT DEFAULT '9999-12-31' NOT NULL;
ALTER TABLE claim ADD COLUMN known_inferred INTEGER DEFAULT 0 NOT NULL;
CREATE INDEX claim_by_block ON claim (block);
CREATE INDEX claim_by_superseding ON claim (superseded_by);
CREATE TABLE "conflict" (
  id TEXT NOT NULL,
  block TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX conflict_by_block ON "conflict" (block);
CREATE INDEX conflict_by_state ON "conflict" (state, kind);
CREATE TABLE dirty (
  block TEXT NOT NULL,
  stamp BIGINT NOT NULL,
  PRIMARY KEY (block)
);
CREATE TABLE occurrence (
  id TEXT NOT NULL,
  block TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  status TEXT NOT NULL,
  plover TEXT NOT NULL,
  day TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  precision TEXT,
  place TEXT,
  part_of TEXT,
  background INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX occurrence_by_block ON occurrence (block);
CREATE INDEX occurrence_by_day ON occurrence (day);
CREATE INDEX occurrence_by_part_of ON occurrence (part_of);
CREATE TABLE promise (
  id TEXT NOT NULL,
  block TEXT NOT NULL,
  kind TEXT NOT NULL,
  stage TEXT NOT NULL,
  closed INTEGER NOT NULL,
  day TEXT NOT NULL,
  due_earliest TEXT,
  due_latest TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX promise_by_block ON promise (block);
CREATE INDEX promise_by_due ON promise (closed, due_latest);
CREATE TABLE standing (
  id TEXT NOT NULL,
  block TEXT NOT NULL,
  type TEXT NOT NULL,
  status TEXT NOT NULL,
  slot TEXT NOT NULL,
  day TEXT NOT NULL,
  from_earliest TEXT,
  from_latest TEXT,
  to_earliest TEXT,
  to_latest TEXT,
  now INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE INDEX standing_by_block ON standing (block);
CREATE INDEX standing_by_slot ON standing (slot);
CREATE INDEX standing_by_type ON standing (type);
CREATE TABLE conflict_entity (
  entity TEXT NOT NULL,
  role TEXT NOT NULL,
  day TEXT NOT NULL,
  "conflict" TEXT NOT NULL,
  FOREIGN KEY("conflict") REFERENCES "conflict" (id)
);
CREATE INDEX conflict_entity_by_conflict ON conflict_entity ("conflict");
CREATE INDEX conflict_entity_by_day ON conflict_entity (entity, day DESC, "conflict");
CREATE TABLE conflict_pair (
  pair_key TEXT NOT NULL,
  day TEXT NOT NULL,
  "conflict" TEXT NOT NULL,
  FOREIGN KEY("conflict") REFERENCES "conflict" (id)
);
CREATE INDEX conflict_pair_by_conflict ON conflict_pair ("conflict");
CREATE INDEX conflict_pair_by_day ON conflict_pair (pair_key, day DESC, "conflict");
CREATE TABLE occurrence_entity (
  entity TEXT NOT NULL,
  role TEXT NOT NULL,
  day TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  FOREIGN KEY(occurrence) REFERENCES occurrence (id)
);
CREATE INDEX occurrence_entity_by_day ON occurrence_entity (entity, day DESC, occurrence);
CREATE INDEX occurrence_entity_by_occurrence ON occurrence_entity (occurrence);
CREATE TABLE occurrence_pair (
  pair_key TEXT NOT NULL,
  day TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  FOREIGN KEY(occurrence) REFERENCES occurrence (id)
);
CREATE INDEX occurrence_pair_by_day ON occurrence_pair (pair_key, day DESC, occurrence);
CREATE INDEX occurrence_pair_by_occurrence ON occurrence_pair (occurrence);
CREATE TABLE promise_entity (
  entity TEXT NOT NULL,
  role TEXT NOT NULL,
  day TEXT NOT NULL,
  promise TEXT NOT NULL,
  FOREIGN KEY(promise) REFERENCES promise (id)
);
CREATE INDEX promise_entity_by_day ON promise_entity (entity, day DESC, promise);
CREATE INDEX promise_entity_by_promise ON promise_entity (promise);
CREATE TABLE promise_pair (
  pair_key TEXT NOT NULL,
  day TEXT NOT NULL,
  promise TEXT NOT NULL,
  FOREIGN KEY(promise) REFERENCES promise (id)
);
CREATE INDEX promise_pair_by_day ON promise_pair (pair_key, day DESC, promise);
CREATE INDEX promise_pair_by_promise ON promise_pair (promise);
CREATE TABLE standing_entity (
  entity TEXT NOT NULL,
  role TEXT NOT NULL,
  day TEXT NOT NULL,
  standing TEXT NOT NULL,
  FOREIGN KEY(standing) REFERENCES standing (id)
);
CREATE INDEX standing_entity_by_day ON standing_entity (entity, day DESC, standing);
CREATE INDEX standing_entity_by_standing ON standing_entity (standing);
CREATE TABLE standing_pair (
  pair_key TEXT NOT NULL,
  day TEXT NOT NULL,
  standing TEXT NOT NULL,
  FOREIGN KEY(standing) REFERENCES standing (id)
);
CREATE INDEX standing_pair_by_day ON standing_pair (pair_key, day DESC, standing);
CREATE INDEX standing_pair_by_standing ON standing_pair (standing);
CREATE TABLE conflict_claim (
  "conflict" TEXT NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY ("conflict", claim),
  FOREIGN KEY("conflict") REFERENCES "conflict" (id),
  FOREIGN KEY(claim) REFERENCES claim ("key")
);
CREATE INDEX conflict_claim_by_claim ON conflict_claim (claim);
CREATE TABLE occurrence_claim (
  occurrence TEXT NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (occurrence, claim),
  FOREIGN KEY(occurrence) REFERENCES occurrence (id),
  FOREIGN KEY(claim) REFERENCES claim ("key")
);
CREATE INDEX occurrence_claim_by_claim ON occurrence_claim (claim);
CREATE TABLE promise_claim (
  promise TEXT NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (promise, claim),
  FOREIGN KEY(promise) REFERENCES promise (id),
  FOREIGN KEY(claim) REFERENCES claim ("key")
);
CREATE INDEX promise_claim_by_claim ON promise_claim (claim);
CREATE TABLE standing_claim (
  standing TEXT NOT NULL,
  claim INTEGER NOT NULL,
  PRIMARY KEY (standing, claim),
  FOREIGN KEY(standing) REFERENCES standing (id),
  FOREIGN KEY(claim) REFERENCES claim ("key")
);
CREATE INDEX standing_claim_by_claim ON standing_claim (claim);
CREATE VIRTUAL TABLE search_words USING fts5(
  words, tags, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);
