-- The shelf where things lie ready for a household, and finding what went out lately of one product.

ALTER TABLE locations ADD COLUMN pickup BOOLEAN NOT NULL DEFAULT FALSE;

DROP INDEX items_by_product;
CREATE INDEX items_by_product ON items (product_code, state, moved_at);
