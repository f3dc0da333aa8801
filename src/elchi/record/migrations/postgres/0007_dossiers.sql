ALTER TABLE standing ADD COLUMN subject TEXT COLLATE "C";
ALTER TABLE standing ADD COLUMN object TEXT COLLATE "C";
ALTER TABLE standing ADD COLUMN shown TEXT COLLATE "C";
ALTER TABLE occurrence ADD COLUMN shown TEXT COLLATE "C";
CREATE INDEX standing_by_subject ON standing (subject, type, object);
