-- Payments: card transactions of a few merchants, for rolling statistics and anomalies.
-- The clock of this lab stands at 2026-05-15 12:00:00 UTC: the last day is half over. How many transactions a merchant has on a
-- day follows from modular arithmetic; what is out of the ordinary is named below.

CREATE TABLE merchants (
	merchant_id INTEGER PRIMARY KEY,
	name VARCHAR NOT NULL,
	opened_on DATE NOT NULL
);
INSERT INTO merchants VALUES
	(1, 'Corner Bakery', '2025-11-01'),
	(2, 'Metro Kiosk', '2025-11-01'),
	(3, 'Fresh Start', '2026-05-06'),
	(4, 'Antique Dealer', '2025-11-01'),
	(5, 'Ticket Shop', '2025-11-01'),
	(6, 'Lunch Truck', '2025-11-01'),
	(7, 'Grand Opening', '2026-05-14');

CREATE TABLE transactions (
	txn_id INTEGER PRIMARY KEY,
	merchant_id INTEGER NOT NULL,
	txn_ts TIMESTAMP,
	amount DECIMAL(10, 2) NOT NULL
);
INSERT INTO transactions
WITH days AS (
	SELECT CAST(day AS DATE) AS day, date_diff('day', DATE '2025-11-01', CAST(day AS DATE)) AS d
	FROM generate_series(TIMESTAMP '2025-11-01', TIMESTAMP '2026-05-15', INTERVAL 1 DAY) AS calendar(day)
),
counts AS (
	SELECT merchant_id, day, d,
		CASE merchant_id
			-- 1: a weekly rhythm, a spike on 2 May, and ten days in April without a single transaction.
			WHEN 1 THEN CASE
				WHEN day = DATE '2026-05-02' THEN 45
				WHEN day BETWEEN DATE '2026-04-10' AND DATE '2026-04-19' THEN 0
				ELSE 8 + (d * 7) % 5 + CASE WHEN isodow(day) >= 6 THEN 4 ELSE 0 END END
			-- 2: the same every day, but for one.
			WHEN 2 THEN CASE WHEN day = DATE '2026-04-28' THEN 50 ELSE 5 END
			-- 3: opened nine days ago, a spike on the eighth day.
			WHEN 3 THEN CASE WHEN day < opened_on THEN 0 WHEN day = DATE '2026-05-13' THEN 40 ELSE 6 + d % 3 END
			-- 4: every fourth day only.
			WHEN 4 THEN CASE WHEN d % 4 = 0 THEN 1 + d // 4 % 3 ELSE 0 END
			-- 5: one huge day in March hides a large one in May.
			WHEN 5 THEN CASE WHEN day = DATE '2026-03-20' THEN 300 WHEN day = DATE '2026-05-08' THEN 30 ELSE 6 + (d * 3) % 4 END
			-- 6: closed at weekends.
			WHEN 6 THEN CASE WHEN isodow(day) >= 6 THEN 0 ELSE 10 + d % 4 END
			-- 7: not one yet.
			ELSE 0
		END AS full_day
	FROM merchants, days
),
listed AS (
	SELECT merchant_id, day, d, j
	FROM counts, LATERAL (SELECT unnest(range(CASE WHEN day = DATE '2026-05-15' THEN full_day // 2 ELSE full_day END)) AS j)
)
SELECT
	row_number() OVER (ORDER BY day, merchant_id, j),
	merchant_id,
	-- From 08:00 to midnight; on the last day to noon.
	day + INTERVAL 8 HOUR + to_minutes((j * 37 + d * 11 + merchant_id) % CASE WHEN day = DATE '2026-05-15' THEN 240 ELSE 960 END) + to_seconds(j % 60),
	CAST((500 + (j * 131 + d * 17 + merchant_id * 71) % 4000) / 100.0 AS DECIMAL(10, 2))
FROM listed
ORDER BY 1;
-- A transaction whose time was lost.
INSERT INTO transactions VALUES (99999, 1, NULL, 12.50);

COMMENT ON TABLE merchants IS 'Merchants, one row each; number 7 has not sold anything yet.';
COMMENT ON COLUMN merchants.merchant_id IS 'Key of the merchant.';
COMMENT ON COLUMN merchants.name IS 'Name of the merchant.';
COMMENT ON COLUMN merchants.opened_on IS 'First day of business.';
COMMENT ON TABLE transactions IS 'One row a card transaction; a day without any has no row.';
COMMENT ON COLUMN transactions.txn_id IS 'Key of the transaction.';
COMMENT ON COLUMN transactions.merchant_id IS 'Who was paid.';
COMMENT ON COLUMN transactions.txn_ts IS 'When, UTC; NULL where it was lost.';
COMMENT ON COLUMN transactions.amount IS 'In euros.';
