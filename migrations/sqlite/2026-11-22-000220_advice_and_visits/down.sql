DROP INDEX items_in_stock;
DROP INDEX items_by_visit;
