-- Version 1: articles, readings, claims with participants, evidence and pairs, runs with failures, judgements.
CREATE TABLE article (
  "key" INTEGER NOT NULL,
  document TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  url TEXT,
  source TEXT,
  language TEXT,
  published TEXT,
  title TEXT,
  text TEXT NOT NULL,
  metadata TEXT NOT NULL,
  revises INTEGER,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY ("key"),
  UNIQUE (document, sha256),
  FOREIGN KEY(revises) REFERENCES article ("key")
);
CREATE INDEX article_by_revises ON article (revises);
CREATE INDEX article_by_sha256 ON article (sha256);
CREATE INDEX article_by_url ON article (url);
CREATE TABLE judgement (
  "key" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  reverses INTEGER,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY ("key"),
  FOREIGN KEY(reverses) REFERENCES judgement ("key")
);
CREATE TABLE meta (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name)
);
CREATE TABLE run (
  "key" INTEGER NOT NULL,
  method TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  PRIMARY KEY ("key")
);
CREATE TABLE failure (
  "key" INTEGER NOT NULL,
  run INTEGER NOT NULL,
  document TEXT NOT NULL,
  line INTEGER NOT NULL,
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY ("key"),
  FOREIGN KEY(run) REFERENCES run ("key")
);
CREATE INDEX failure_by_run ON failure (run);
CREATE TABLE reading (
  "key" INTEGER NOT NULL,
  article INTEGER NOT NULL,
  method TEXT NOT NULL,
  published TEXT NOT NULL,
  notes TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY ("key"),
  UNIQUE (article, method, published),
  FOREIGN KEY(article) REFERENCES article ("key")
);
CREATE TABLE claim (
  "key" INTEGER NOT NULL,
  claim TEXT NOT NULL,
  reading INTEGER NOT NULL,
  article INTEGER NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  status TEXT NOT NULL,
  earliest TEXT,
  latest TEXT,
  confidence FLOAT NOT NULL,
  method TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  superseded_by INTEGER,
  json TEXT NOT NULL,
  PRIMARY KEY ("key"),
  UNIQUE (claim, reading),
  FOREIGN KEY(reading) REFERENCES reading ("key"),
  FOREIGN KEY(article) REFERENCES article ("key"),
  FOREIGN KEY(superseded_by) REFERENCES reading ("key")
);
CREATE INDEX claim_by_article ON claim (article);
CREATE INDEX claim_by_type ON claim (kind, type, mode, status, earliest);
CREATE TABLE claim_pair (
  pair_key TEXT NOT NULL,
  date_from TEXT NOT NULL,
  claim INTEGER NOT NULL,
  FOREIGN KEY(claim) REFERENCES claim ("key")
);
CREATE INDEX claim_pair_by_claim ON claim_pair (claim);
CREATE INDEX claim_pair_by_date ON claim_pair (pair_key, date_from DESC);
CREATE TABLE evidence (
  claim INTEGER NOT NULL,
  n INTEGER NOT NULL,
  field TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (claim, n),
  FOREIGN KEY(claim) REFERENCES claim ("key")
);
CREATE TABLE participant (
  claim INTEGER NOT NULL,
  n INTEGER NOT NULL,
  role TEXT NOT NULL,
  entity TEXT NOT NULL,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  basis TEXT NOT NULL,
  mention TEXT,
  start INTEGER,
  "end" INTEGER,
  state TEXT,
  PRIMARY KEY (claim, n),
  FOREIGN KEY(claim) REFERENCES claim ("key")
);
CREATE INDEX participant_by_entity ON participant (entity, claim);
CREATE INDEX participant_by_label ON participant (label);
CREATE INDEX participant_by_mention ON participant (mention);
