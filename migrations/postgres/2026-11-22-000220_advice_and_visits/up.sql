-- Finding the pieces of a visit, and counting what is in stock of one product from the index alone.

CREATE INDEX items_by_visit ON items (visit_id);
CREATE INDEX items_in_stock ON items (product_code, state, cut, size, location_id, quantity);
