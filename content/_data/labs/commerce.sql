-- Commerce: sales of a shop's products, orders of its customers and the tiers these customers had.
-- The clock of this lab stands at 2026-05-15 12:00:00 UTC: the current quarter began on 2026-04-01, May is not over.
-- Sales before April 2026 are computed by modular arithmetic, the rest is written out.

CREATE TABLE products (
	product_id INTEGER PRIMARY KEY,
	product_name VARCHAR NOT NULL,
	launched_on DATE NOT NULL,
	retired_on DATE
);
INSERT INTO products VALUES
	(1, 'Cinema Bundle', '2023-01-01', NULL),
	(2, 'Kids Corner', '2023-01-01', NULL),
	(3, 'Sports Pass', '2023-01-01', NULL),
	(4, 'Music Add-on', '2023-01-01', NULL),
	(5, 'Offline Pack', '2023-01-01', NULL),
	(6, 'Premium Audio', '2025-06-01', NULL),
	(7, 'Gift Card', '2023-01-01', NULL),
	(8, 'Gift Card', '2026-04-01', NULL),
	(9, 'Trial Pack', '2023-01-01', '2025-03-31'),
	(10, 'Stadium Pass', '2024-09-01', NULL);

CREATE TABLE sales (
	sale_id INTEGER PRIMARY KEY,
	product_id INTEGER NOT NULL,
	product_name VARCHAR NOT NULL,
	region VARCHAR NOT NULL,
	sale_ts TIMESTAMP NOT NULL,
	amount DECIMAL(10, 2)
);
-- April 2024 to March 2026.
INSERT INTO sales
SELECT
	row_number() OVER (ORDER BY m, product_id),
	product_id,
	CASE product_id WHEN 3 THEN 'Sport Pass' ELSE product_name END,
	['EMEA', 'AMER', 'APAC', 'LATAM'][1 + (m + product_id) % 4],
	TIMESTAMP '2024-04-01' + to_months(m) + to_hours(24 * ((m * 7 + product_id * 3) % 28) + (m * 5) % 24),
	CAST(60 + product_id * 5 + (m * 13 + product_id * 7) % 41 AS DECIMAL(10, 2))
FROM products, generate_series(0, 23) AS months(m)
WHERE
	CASE product_id
		WHEN 1 THEN true
		WHEN 2 THEN true
		-- 3 sells in two months out of five: months with nothing before and after.
		WHEN 3 THEN m % 5 < 2
		WHEN 4 THEN true
		-- 6 is launched in June 2025, in the middle of the period.
		WHEN 6 THEN m >= 14
		WHEN 7 THEN m % 3 = 0
		-- 9 is retired after March 2025.
		WHEN 9 THEN m <= 11
		ELSE false
	END
ORDER BY 1;
INSERT INTO sales VALUES
	-- 5: a sale, nothing, a refund alone, a sale after it, a month whose sales and refunds come to zero.
	(501, 5, 'Offline Pack', 'EMEA', '2024-10-12 10:00:00', 50.00),
	(502, 5, 'Offline Pack', 'EMEA', '2024-12-03 10:00:00', -50.00),
	(503, 5, 'Offline Pack', 'EMEA', '2025-01-15 10:00:00', 50.00),
	(504, 5, 'Offline Pack', 'EMEA', '2025-02-15 10:00:00', 30.00),
	(505, 5, 'Offline Pack', 'EMEA', '2025-02-20 10:00:00', -30.00),
	-- A product that the dimension does not know.
	(506, 99, 'Mystery Box', 'AMER', '2025-12-24 18:00:00', 15.00),
	-- The last millisecond before the current quarter, and its first instant.
	(507, 6, 'Premium Audio', 'LATAM', '2026-03-31 23:59:59.999', 500.00),
	(508, 2, 'Kids Corner', 'LATAM', '2026-04-01 00:00:00', 55.00),
	-- EMEA: three products share the first place with 100, then 90 and 80. Product 3 changes its name in between.
	(511, 1, 'Cinema Bundle', 'EMEA', '2026-04-05 09:00:00', 60.00),
	(512, 1, 'Cinema Bundle', 'EMEA', '2026-05-04 09:00:00', 40.00),
	(513, 2, 'Kids Corner', 'EMEA', '2026-04-18 09:00:00', 100.00),
	(514, 3, 'Sport Pass', 'EMEA', '2026-04-10 09:00:00', 60.00),
	(515, 3, 'Sports Pass', 'EMEA', '2026-04-25 09:00:00', 40.00),
	(516, 4, 'Music Add-on', 'EMEA', '2026-05-02 09:00:00', 90.00),
	(517, 5, 'Offline Pack', 'EMEA', '2026-05-09 09:00:00', 80.00),
	-- AMER: two products share the second place: 100, 90, 90, 80.
	(521, 1, 'Cinema Bundle', 'AMER', '2026-04-07 15:00:00', 100.00),
	(522, 4, 'Music Add-on', 'AMER', '2026-04-11 15:00:00', 90.00),
	(523, 5, 'Offline Pack', 'AMER', '2026-04-12 15:00:00', 50.00),
	(524, 5, 'Offline Pack', 'AMER', '2026-05-12 15:00:00', 40.00),
	(525, 6, 'Premium Audio', 'AMER', '2026-05-13 15:00:00', 80.00),
	-- APAC: two products only.
	(531, 2, 'Kids Corner', 'APAC', '2026-04-20 03:00:00', 70.00),
	(532, 6, 'Premium Audio', 'APAC', '2026-05-01 03:00:00', 20.00),
	-- LATAM: products 7 and 8 share name and revenue at the third place; 4 has a refund; the amount of 3 is missing.
	(541, 1, 'Cinema Bundle', 'LATAM', '2026-04-15 20:00:00', 60.00),
	(542, 7, 'Gift Card', 'LATAM', '2026-04-22 20:00:00', 40.00),
	(543, 8, 'Gift Card', 'LATAM', '2026-04-23 20:00:00', 40.00),
	(544, 4, 'Music Add-on', 'LATAM', '2026-04-24 20:00:00', 70.00),
	(545, 4, 'Music Add-on', 'LATAM', '2026-05-06 20:00:00', -40.00),
	(546, 3, 'Sports Pass', 'LATAM', '2026-05-07 20:00:00', NULL);

CREATE TABLE orders (
	order_id INTEGER PRIMARY KEY,
	customer_id INTEGER,
	country VARCHAR NOT NULL,
	order_ts TIMESTAMP NOT NULL,
	amount DECIMAL(10, 2)
);
INSERT INTO orders VALUES
	-- DE: five within the past year, an odd number, and two before it.
	(1, 1, 'DE', '2025-07-10 12:00:00', 12.00),
	(2, 1, 'DE', '2025-12-01 00:00:00', 40.00),
	(3, 1, 'DE', '2026-02-14 18:30:00', 25.00),
	(4, 8, 'DE', '2025-09-09 09:09:09', 25.00),
	(5, 8, 'DE', '2026-04-01 10:00:00', 90.00),
	(6, 1, 'DE', '2025-03-03 10:00:00', 500.00),
	(7, 1, 'DE', '2025-05-14 10:00:00', 600.00),
	-- FR: four, an even number.
	(8, 2, 'FR', '2025-08-31 23:59:59', 10.00),
	(9, 2, 'FR', '2025-10-05 12:00:00', 30.00),
	(10, 2, 'FR', '2025-11-01 00:00:00', 20.00),
	(11, 3, 'FR', '2025-11-11 11:11:11', 50.00),
	-- NL: a single one.
	(12, 5, 'NL', '2026-01-20 16:00:00', 42.50),
	-- PL: two of four have no amount.
	(13, 6, 'PL', '2025-08-01 00:00:00', 10.00),
	(14, 6, 'PL', '2025-12-12 12:00:00', NULL),
	(15, 7, 'PL', '2026-02-01 00:00:00', 20.00),
	(16, 7, 'PL', '2026-01-31 23:59:59', NULL),
	-- ES: amounts that repeat.
	(17, 4, 'ES', '2025-12-30 10:00:00', 5.00),
	(18, 4, 'ES', '2026-01-02 10:00:00', 5.00),
	(19, 5, 'ES', '2026-02-02 10:00:00', 5.00),
	(20, 5, 'ES', '2026-03-03 10:00:00', 7.00),
	(21, 3, 'ES', '2026-02-01 12:00:00', 7.00),
	(22, 4, 'ES', '2026-04-04 10:00:00', 9.00),
	-- IT: two, whose median is no whole number.
	(23, 9, 'IT', '2025-10-10 10:00:00', 3.00),
	(24, 9, 'IT', '2025-12-10 10:00:00', 4.00),
	-- PT: no amounts at all, no customer.
	(25, NULL, 'PT', '2026-03-10 10:00:00', NULL),
	(26, NULL, 'PT', '2026-03-11 10:00:00', NULL);

CREATE TABLE customer_tier_history (
	customer_id INTEGER NOT NULL,
	tier VARCHAR NOT NULL,
	valid_from TIMESTAMP NOT NULL,
	valid_to TIMESTAMP,
	loaded_at TIMESTAMP NOT NULL
);
INSERT INTO customer_tier_history VALUES
	-- 1: as it should be; the end of one row is the start of the next, and order 2 falls on it.
	(1, 'silver', '2025-02-01', '2025-12-01', '2025-02-01 01:00:00'),
	(1, 'gold', '2025-12-01', NULL, '2025-12-01 01:00:00'),
	-- 2: a gap in September and October, with order 9 in it.
	(2, 'silver', '2025-06-01', '2025-09-01', '2025-06-01 01:00:00'),
	(2, 'gold', '2025-11-01', NULL, '2025-11-01 01:00:00'),
	-- 3: a backfill put a row over another that was never closed.
	(3, 'bronze', '2025-06-01', NULL, '2025-06-01 01:00:00'),
	(3, 'silver', '2025-10-01', '2026-01-01', '2026-01-10 04:00:00'),
	-- 4: order 17 comes before the first row.
	(4, 'gold', '2026-01-01', NULL, '2026-01-01 01:00:00'),
	-- 5: no history.
	-- 6: two rows from the same instant; the later load corrects the earlier.
	(6, 'bronze', '2025-08-01', NULL, '2025-08-01 01:00:00'),
	(6, 'gold', '2025-08-01', NULL, '2025-08-03 01:00:00'),
	-- 7: a row of no length.
	(7, 'bronze', '2026-02-01', '2026-02-01', '2026-02-01 01:00:00'),
	(7, 'silver', '2026-02-01', NULL, '2026-02-01 02:00:00'),
	-- 8: history ends, order 5 comes after.
	(8, 'gold', '2025-06-01', '2026-03-01', '2025-06-01 01:00:00'),
	-- 9: the first row ends before it begins.
	(9, 'silver', '2025-10-01', '2025-09-01', '2025-10-01 01:00:00'),
	(9, 'gold', '2025-11-01', NULL, '2025-11-01 01:00:00');

COMMENT ON TABLE products IS 'Products with their present names; number 10 was never sold.';
COMMENT ON COLUMN products.product_id IS 'Key of the product.';
COMMENT ON COLUMN products.product_name IS 'Present name; 7 and 8 share theirs.';
COMMENT ON COLUMN products.launched_on IS 'First day on sale.';
COMMENT ON COLUMN products.retired_on IS 'Last day on sale; NULL while it is sold.';
COMMENT ON TABLE sales IS 'One row a sale or refund; months without sales have no row.';
COMMENT ON COLUMN sales.sale_id IS 'Key of the sale.';
COMMENT ON COLUMN sales.product_id IS 'The product; 99 is not in products.';
COMMENT ON COLUMN sales.product_name IS 'Name of the product at the time of the sale.';
COMMENT ON COLUMN sales.region IS 'EMEA, AMER, APAC or LATAM.';
COMMENT ON COLUMN sales.sale_ts IS 'When, UTC.';
COMMENT ON COLUMN sales.amount IS 'In euros; negative for a refund, NULL where it is missing.';
COMMENT ON TABLE orders IS 'One row an order.';
COMMENT ON COLUMN orders.order_id IS 'Key of the order.';
COMMENT ON COLUMN orders.customer_id IS 'Who ordered; NULL for guests.';
COMMENT ON COLUMN orders.country IS 'ISO 3166 code of the country of delivery.';
COMMENT ON COLUMN orders.order_ts IS 'When, UTC.';
COMMENT ON COLUMN orders.amount IS 'In euros; NULL where it is missing.';
COMMENT ON TABLE customer_tier_history IS 'Which tier a customer had from when to when; gaps, overlaps and worse are in it.';
COMMENT ON COLUMN customer_tier_history.customer_id IS 'The customer.';
COMMENT ON COLUMN customer_tier_history.tier IS 'bronze, silver or gold.';
COMMENT ON COLUMN customer_tier_history.valid_from IS 'First instant of the tier.';
COMMENT ON COLUMN customer_tier_history.valid_to IS 'First instant after it; NULL while it holds.';
COMMENT ON COLUMN customer_tier_history.loaded_at IS 'When the row was written.';
