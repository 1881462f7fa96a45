DROP INDEX items_by_product;
CREATE INDEX items_by_product ON items (product_code, state);

ALTER TABLE locations DROP COLUMN pickup;
