-- CDC: the change feed of a customer table as a consumer receives it, and the tables it is to be applied to.
-- The feed is at least once and not in order: rows repeat, early changes come late. lsn alone orders them. All by hand.

CREATE TABLE customers (
	customer_id INTEGER PRIMARY KEY,
	email VARCHAR,
	plan VARCHAR,
	updated_at TIMESTAMP,
	applied_lsn BIGINT NOT NULL
);
INSERT INTO customers VALUES
	(1, 'ada@example.com', 'free', '2026-05-01 08:00:00', 100),
	(2, 'boris@example.com', 'basic', '2026-05-01 08:00:00', 101),
	(3, 'chen@example.com', 'premium', '2026-05-01 08:00:00', 102),
	(4, 'dilnoza@example.com', 'free', '2026-05-01 08:00:00', 103),
	(5, 'emeka@example.com', 'basic', '2026-05-01 08:00:00', 104),
	-- 6 stands as the change with lsn 215 left it: part of the feed was applied before.
	(6, 'farah@new.example.com', 'family', '2026-05-14 10:00:15', 215);

CREATE TABLE customer_changes (
	feed_position INTEGER PRIMARY KEY,
	lsn BIGINT NOT NULL,
	ts_ms BIGINT NOT NULL,
	op VARCHAR NOT NULL,
	before_customer_id INTEGER,
	before_email VARCHAR,
	before_plan VARCHAR,
	after_customer_id INTEGER,
	after_email VARCHAR,
	after_plan VARCHAR
);
-- 1778752800000 is 2026-05-14 10:00:00 UTC.
INSERT INTO customer_changes VALUES
	-- A plain update and a plain insert.
	(1, 201, 1778752801000, 'u', 1, 'ada@example.com', 'free', 1, 'ada@example.com', 'basic'),
	(2, 202, 1778752802000, 'c', NULL, NULL, NULL, 7, 'goran@example.com', 'free'),
	-- The first update of 1 again: delivered twice.
	(3, 201, 1778752801000, 'u', 1, 'ada@example.com', 'free', 1, 'ada@example.com', 'basic'),
	-- 2: deleted, then inserted again under the same key.
	(4, 203, 1778752803000, 'd', 2, 'boris@example.com', 'basic', NULL, NULL, NULL),
	(5, 204, 1778752804000, 'c', NULL, NULL, NULL, 2, 'boris@new.example.com', 'premium'),
	-- 3: two updates, received the wrong way round.
	(6, 206, 1778752806000, 'u', 3, 'chen@example.com', 'family', 3, 'chen@new.example.com', 'family'),
	(7, 205, 1778752805000, 'u', 3, 'chen@example.com', 'premium', 3, 'chen@example.com', 'family'),
	-- 4: deleted; an update from before the delete arrives after it and must not bring the row back.
	(8, 208, 1778752808000, 'd', 4, 'dilnoza@example.com', 'basic', NULL, NULL, NULL),
	(9, 207, 1778752807000, 'u', 4, 'dilnoza@example.com', 'free', 4, 'dilnoza@example.com', 'basic'),
	-- 5: two changes in one millisecond: ts_ms does not order them, lsn does.
	(10, 210, 1778752810000, 'u', 5, 'emeka@example.com', 'premium', 5, 'emeka@example.com', 'family'),
	(11, 209, 1778752810000, 'u', 5, 'emeka@example.com', 'basic', 5, 'emeka@example.com', 'premium'),
	-- 8: comes and goes within the batch.
	(12, 211, 1778752811000, 'c', NULL, NULL, NULL, 8, 'hana@example.com', 'free'),
	(13, 212, 1778752812000, 'd', 8, 'hana@example.com', 'free', NULL, NULL, NULL),
	-- 7: the key itself changes to 17: the source writes a delete and an insert.
	(14, 213, 1778752813000, 'd', 7, 'goran@example.com', 'free', NULL, NULL, NULL),
	(15, 214, 1778752813000, 'c', NULL, NULL, NULL, 17, 'goran@example.com', 'free'),
	-- 6: a change that was applied before, sent once more, and one older than it.
	(16, 215, 1778752815000, 'u', 6, 'farah@example.com', 'family', 6, 'farah@new.example.com', 'family'),
	(17, 200, 1778752800000, 'u', 6, 'farah@example.com', 'basic', 6, 'farah@example.com', 'family'),
	-- 1: the address is taken away: NULL is a value here, not "unchanged".
	(18, 216, 1778752816000, 'u', 1, 'ada@example.com', 'basic', 1, NULL, 'basic'),
	-- 3: an update that changes nothing.
	(19, 217, 1778752817000, 'u', 3, 'chen@new.example.com', 'family', 3, 'chen@new.example.com', 'family'),
	-- A delete of a row that nobody has.
	(20, 218, 1778752818000, 'd', 99, 'nobody@example.com', 'free', NULL, NULL, NULL),
	-- The re-insert of 2 again, and the delete of 4 again, at the end.
	(21, 204, 1778752804000, 'c', NULL, NULL, NULL, 2, 'boris@new.example.com', 'premium'),
	(22, 208, 1778752808000, 'd', 4, 'dilnoza@example.com', 'basic', NULL, NULL, NULL);

CREATE TABLE dim_customer (
	customer_key INTEGER PRIMARY KEY,
	customer_id INTEGER NOT NULL,
	email VARCHAR,
	plan VARCHAR,
	valid_from TIMESTAMP NOT NULL,
	valid_to TIMESTAMP,
	is_current BOOLEAN NOT NULL
);
INSERT INTO dim_customer VALUES
	(1, 1, 'ada@old.example.com', 'free', '2026-01-10 09:00:00', '2026-05-01 08:00:00', false),
	(2, 1, 'ada@example.com', 'free', '2026-05-01 08:00:00', NULL, true),
	(3, 2, 'boris@example.com', 'basic', '2026-05-01 08:00:00', NULL, true),
	(4, 3, 'chen@example.com', 'premium', '2026-05-01 08:00:00', NULL, true),
	(5, 4, 'dilnoza@example.com', 'free', '2026-05-01 08:00:00', NULL, true),
	(6, 5, 'emeka@example.com', 'basic', '2026-05-01 08:00:00', NULL, true),
	(7, 6, 'farah@new.example.com', 'family', '2026-05-14 10:00:15', NULL, true);

COMMENT ON TABLE customers IS 'The target: one row a customer, as it stands before the feed is applied.';
COMMENT ON COLUMN customers.customer_id IS 'Key of the customer.';
COMMENT ON COLUMN customers.email IS 'Address; NULL where it was taken away.';
COMMENT ON COLUMN customers.plan IS 'free, basic, premium or family.';
COMMENT ON COLUMN customers.updated_at IS 'Source time of the last change applied, UTC.';
COMMENT ON COLUMN customers.applied_lsn IS 'Log position of the last change applied.';
COMMENT ON TABLE customer_changes IS 'The feed in the order of arrival: at least once, not in the order of the log.';
COMMENT ON COLUMN customer_changes.feed_position IS 'Order of arrival.';
COMMENT ON COLUMN customer_changes.lsn IS 'Position in the source''s log: orders changes, equal where one is delivered twice.';
COMMENT ON COLUMN customer_changes.ts_ms IS 'Source time in milliseconds since 1970, UTC; not unique.';
COMMENT ON COLUMN customer_changes.op IS 'c insert, u update, d delete.';
COMMENT ON COLUMN customer_changes.before_customer_id IS 'Key before the change; NULL for inserts.';
COMMENT ON COLUMN customer_changes.before_email IS 'Address before the change.';
COMMENT ON COLUMN customer_changes.before_plan IS 'Plan before the change.';
COMMENT ON COLUMN customer_changes.after_customer_id IS 'Key after the change; NULL for deletes.';
COMMENT ON COLUMN customer_changes.after_email IS 'Address after the change.';
COMMENT ON COLUMN customer_changes.after_plan IS 'Plan after the change.';
COMMENT ON TABLE dim_customer IS 'The same customers with history (SCD type 2), as it stands before the feed is applied.';
COMMENT ON COLUMN dim_customer.customer_key IS 'Surrogate key of the version.';
COMMENT ON COLUMN dim_customer.customer_id IS 'Key of the customer.';
COMMENT ON COLUMN dim_customer.email IS 'Address.';
COMMENT ON COLUMN dim_customer.plan IS 'free, basic, premium or family.';
COMMENT ON COLUMN dim_customer.valid_from IS 'First instant of the version.';
COMMENT ON COLUMN dim_customer.valid_to IS 'First instant after it; NULL while it is current.';
COMMENT ON COLUMN dim_customer.is_current IS 'True for the latest version.';
