DROP INDEX items_by_location;
DROP TABLE stocktake_sightings;
DROP TABLE stocktakes;
