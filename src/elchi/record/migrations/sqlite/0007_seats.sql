ALTER TABLE standing ADD COLUMN subject TEXT;
ALTER TABLE standing ADD COLUMN object TEXT;
CREATE INDEX standing_by_subject ON standing (subject, type, object);
