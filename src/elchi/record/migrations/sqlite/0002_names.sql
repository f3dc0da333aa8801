-- Version 2: who a participant is by later joins and judgements, and the office in which a person takes part.
ALTER TABLE participant ADD COLUMN office TEXT;
ALTER TABLE participant ADD COLUMN means TEXT;
CREATE INDEX participant_by_means ON participant (means, claim);
UPDATE participant SET office = (
  SELECT json_extract(claim.json, '$.participants[' || participant.n || '].office')
  FROM claim WHERE claim."key" = participant.claim
) WHERE kind = 'person';
CREATE TABLE meaning (
  entity TEXT NOT NULL,
  mention TEXT NOT NULL,
  means TEXT NOT NULL,
  label TEXT NOT NULL,
  PRIMARY KEY (entity, mention)
);
CREATE TABLE name_join (
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  score FLOAT NOT NULL,
  joined INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (first, second)
);
