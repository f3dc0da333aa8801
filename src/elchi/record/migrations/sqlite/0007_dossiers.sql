ALTER TABLE standing ADD COLUMN subject TEXT;
ALTER TABLE standing ADD COLUMN object TEXT;
ALTER TABLE standing ADD COLUMN shown TEXT;
ALTER TABLE occurrence ADD COLUMN shown TEXT;
CREATE INDEX standing_by_subject ON standing (subject, type, object);
