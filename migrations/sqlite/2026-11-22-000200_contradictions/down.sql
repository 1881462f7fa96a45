DROP TABLE contradictions;
ALTER TABLE scan_events DROP COLUMN told;
DROP TABLE enrolments;
DROP INDEX terminals_by_station;
ALTER TABLE terminals DROP COLUMN station;
ALTER TABLE terminals DROP COLUMN parent_id;
