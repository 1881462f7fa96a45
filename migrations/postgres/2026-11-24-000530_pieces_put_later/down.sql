ALTER TABLE value_line_items DROP COLUMN put_later;
