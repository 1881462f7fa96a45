-- Whether a scanned piece was put on a line that was written before it. A line that was made of its pieces has none of these, and
-- stands for no more than they are; so does whatever was there before anybody kept this.
ALTER TABLE value_line_items ADD COLUMN put_later BOOLEAN NOT NULL DEFAULT FALSE;
