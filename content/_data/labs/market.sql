-- Market: trades and the quotes before them, for as-of joins. Written out by hand.

CREATE TABLE quotes (
	quote_id INTEGER PRIMARY KEY,
	symbol VARCHAR NOT NULL,
	quote_ts TIMESTAMP NOT NULL,
	bid DECIMAL(10, 2),
	ask DECIMAL(10, 2)
);
INSERT INTO quotes VALUES
	(1, 'ALFA', '2026-05-14 09:00:00.000', 10.00, 10.02),
	(2, 'ALFA', '2026-05-14 09:00:01.250', 10.01, 10.03),
	(3, 'ALFA', '2026-05-14 09:00:01.250', 10.02, 10.04),
	(4, 'ALFA', '2026-05-14 09:00:05.000', 10.05, 10.07),
	(5, 'ALFA', '2026-05-14 09:30:00.000', 10.10, 10.12),
	(6, 'BETA', '2026-05-13 17:29:59.000', 55.00, 55.20),
	(7, 'BETA', '2026-05-14 09:10:00.000', NULL, NULL),
	(8, 'BETA', '2026-05-14 09:12:00.000', 55.40, 55.60),
	(9, 'GAMA', '2026-05-14 10:00:00.000', 99.50, 99.90);

CREATE TABLE trades (
	trade_id INTEGER PRIMARY KEY,
	symbol VARCHAR NOT NULL,
	trade_ts TIMESTAMP NOT NULL,
	quantity INTEGER NOT NULL,
	price DECIMAL(10, 2) NOT NULL
);
INSERT INTO trades VALUES
	-- Before the first quote.
	(1, 'ALFA', '2026-05-14 08:59:59.900', 100, 10.00),
	-- At the instant of a quote, then at the instant of two.
	(2, 'ALFA', '2026-05-14 09:00:00.000', 50, 10.02),
	(3, 'ALFA', '2026-05-14 09:00:01.250', 200, 10.03),
	(4, 'ALFA', '2026-05-14 09:00:04.999', 10, 10.04),
	-- The quote is almost half an hour old.
	(5, 'ALFA', '2026-05-14 09:29:59.000', 30, 10.06),
	-- The quote is from the day before.
	(6, 'BETA', '2026-05-14 09:05:00.000', 5, 55.10),
	-- The last quote was withdrawn: it is there and says nothing.
	(7, 'BETA', '2026-05-14 09:11:00.000', 5, 55.30),
	(8, 'BETA', '2026-05-14 09:12:00.001', 8, 55.50),
	-- All quotes come later.
	(9, 'GAMA', '2026-05-14 09:59:00.000', 1, 99.70),
	-- Nobody quotes it.
	(10, 'DELT', '2026-05-14 11:00:00.000', 2, 3.10);

COMMENT ON TABLE quotes IS 'What was offered and asked, one row a change.';
COMMENT ON COLUMN quotes.quote_id IS 'Key, rising as quotes arrived: breaks ties of quote_ts.';
COMMENT ON COLUMN quotes.symbol IS 'The security.';
COMMENT ON COLUMN quotes.quote_ts IS 'From when the quote holds, UTC, to the millisecond.';
COMMENT ON COLUMN quotes.bid IS 'Best price offered; NULL where the quote was withdrawn.';
COMMENT ON COLUMN quotes.ask IS 'Best price asked; NULL where the quote was withdrawn.';
COMMENT ON TABLE trades IS 'What was traded, one row a trade.';
COMMENT ON COLUMN trades.trade_id IS 'Key of the trade.';
COMMENT ON COLUMN trades.symbol IS 'The security.';
COMMENT ON COLUMN trades.trade_ts IS 'When, UTC, to the millisecond.';
COMMENT ON COLUMN trades.quantity IS 'How many.';
COMMENT ON COLUMN trades.price IS 'Price of one.';
