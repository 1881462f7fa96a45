DROP INDEX movements_by_kind;
CREATE INDEX movements_by_recorded ON movements (recorded_at);
DROP INDEX needs_by_state;
DROP INDEX needs_by_recorded;
DROP INDEX needs_by_met;
ALTER TABLE needs DROP COLUMN met_at;
