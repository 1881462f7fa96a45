-- Figures by week and by group: when a line of a needs list was met, and the flow of pieces from an index alone.

ALTER TABLE needs ADD COLUMN met_at TIMESTAMP;

CREATE INDEX movements_for_backfill ON movements (need_id, recorded_at);
UPDATE needs SET met_at = (
    SELECT MAX(m.recorded_at) FROM movements m
    WHERE m.need_id = needs.id AND m.state = 'handed_out' AND m.kind <> 'reversal'
      AND NOT EXISTS (SELECT 1 FROM movements undone WHERE undone.reverses = m.id)
) WHERE state = 'fulfilled';
DROP INDEX movements_for_backfill;

CREATE INDEX needs_by_met ON needs (met_at, product_code, recorded_at);
CREATE INDEX needs_by_recorded ON needs (recorded_at, product_code);
CREATE INDEX needs_by_state ON needs (state, recorded_at, product_code, household_id);

DROP INDEX movements_by_recorded;
CREATE INDEX movements_by_kind ON movements (kind, recorded_at, state, from_state, quantity);
