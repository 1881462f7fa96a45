DROP TABLE marks;
DROP TABLE notes;
DROP TABLE deed_parts;
DROP TABLE deeds;
