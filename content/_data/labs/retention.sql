-- Retention: sign-ups and activity over sixteen months, for cohort matrices.
-- The service opened on 2025-02-01; the clock of this lab stands at 2026-05-15 12:00:00 UTC, so May 2026 is not over.
-- Ordinary users are computed by modular arithmetic, the awkward ones (from user 9001 on) written out.

CREATE TABLE users (
	user_id BIGINT PRIMARY KEY,
	signup_ts TIMESTAMP,
	source VARCHAR NOT NULL
);
CREATE TABLE events (
	event_id BIGINT PRIMARY KEY,
	user_id BIGINT NOT NULL,
	event_ts TIMESTAMP,
	event_name VARCHAR NOT NULL
);

-- Fifteen cohorts, February 2025 to April 2026; in November 2025 (month 9) nobody signs up.
INSERT INTO users
SELECT
	100 * (m + 1) + i,
	TIMESTAMP '2025-02-01' + to_months(m) + to_hours(i * 43) + to_minutes((i * 17 + m * 7) % 60),
	CASE WHEN (i + m) % 3 = 0 THEN 'ios' ELSE 'web' END
FROM generate_series(0, 14) AS cohorts(m), generate_series(0, 13) AS members(i)
WHERE m <> 9 AND i < 8 + (m * 5) % 7
ORDER BY ALL;

INSERT INTO events
WITH activity AS (
	SELECT u.user_id, u.signup_ts, m, i, k, TIMESTAMP '2025-02-01' + to_months(m + k) AS month_start
	FROM users AS u, generate_series(0, 15) AS offsets(k), LATERAL (SELECT u.user_id // 100 - 1 AS m, u.user_id % 100 AS i)
	WHERE m + k <= 15
		-- The cohort of July 2025 never comes back, not even once; that of March 2025 pauses in its fourth month.
		AND m <> 5
		AND NOT (m = 1 AND k = 4)
		-- Every fifth user does nothing in the month of sign-up.
		AND CASE WHEN k = 0 THEN i % 5 <> 4 ELSE (i * 3 + k * 7 + m) % 11 < greatest(2, 8 - k) END
),
repeated AS (
	SELECT
		user_id,
		CASE
			WHEN k = 0 THEN signup_ts + to_hours(repeat * 5) + INTERVAL 1 MINUTE
			-- 13 days at most, so that the open month holds nothing of the future.
			ELSE month_start + to_hours(24 * ((i * 5 + k * 3) % 13)) + to_minutes((i * 97 + k * 31 + repeat * 211) % 1440)
		END AS event_ts,
		repeat
	FROM activity, generate_series(0, 2) AS repeats(repeat)
	WHERE repeat <= (i + k) % 3
)
SELECT row_number() OVER (ORDER BY event_ts, user_id, repeat), user_id, event_ts, CASE repeat WHEN 0 THEN 'open' WHEN 1 THEN 'play' ELSE 'rate' END
FROM repeated
ORDER BY 1;

INSERT INTO users VALUES
	-- Active before signing up: a trial under the same id.
	(9001, '2025-06-10 12:00:00', 'web'),
	-- No sign-up time.
	(9101, NULL, 'web'), (9102, NULL, 'ios'),
	-- Imported from the service that was bought: times that cannot be.
	(9201, '1970-01-01 00:00:00', 'import'), (9202, '1970-01-01 00:00:00', 'import'),
	(9203, '2019-06-01 00:00:00', 'import'), (9204, '2019-06-15 00:00:00', 'import'), (9205, '2030-01-01 00:00:00', 'import'),
	-- Half a second before the month ends.
	(9301, '2025-08-31 23:59:59.500', 'web'),
	-- Signs up in December and comes back in January: the offset is 1, not -11.
	(9302, '2025-12-15 10:00:00', 'web'),
	-- Comes back after 29 days and 2 hours, across 30 midnights.
	(9303, '2025-03-31 23:00:00', 'ios');
INSERT INTO events VALUES
	(90001, 9001, '2025-05-28 20:00:00', 'open'), (90002, 9001, '2025-06-11 08:00:00', 'open'), (90003, 9001, '2025-07-02 08:00:00', 'play'),
	(90101, 9101, '2025-09-03 10:00:00', 'open'), (90102, 9102, '2025-10-04 11:00:00', 'open'),
	(90201, 9201, '2025-09-10 10:00:00', 'open'), (90202, 9202, '2025-09-11 10:00:00', 'open'), (90203, 9203, '2025-09-12 10:00:00', 'open'),
	(90204, 9204, '2025-10-12 10:00:00', 'open'), (90205, 9205, '2025-09-13 10:00:00', 'open'),
	(90301, 9301, '2025-09-01 00:00:01', 'open'),
	(90302, 9302, '2025-12-15 10:05:00', 'open'), (90303, 9302, '2026-01-10 09:00:00', 'play'),
	(90304, 9303, '2025-04-30 01:00:00', 'open'),
	-- An event without a time, and two of a user whom nobody knows.
	(90401, 101, NULL, 'open'),
	(90501, 9999, '2025-09-20 10:00:00', 'open'), (90502, 9999, '2025-10-20 10:00:00', 'open');

COMMENT ON TABLE users IS 'Users of the service, one row each.';
COMMENT ON COLUMN users.user_id IS 'Key of the user.';
COMMENT ON COLUMN users.signup_ts IS 'When the account was made, UTC; NULL where unknown, before 2025-02-01 or in the future where the import got it wrong.';
COMMENT ON COLUMN users.source IS 'web, ios or import.';
COMMENT ON TABLE events IS 'One row an action; a user is active in a month that holds any.';
COMMENT ON COLUMN events.event_id IS 'Key of the event.';
COMMENT ON COLUMN events.user_id IS 'Who did it; not every one is in users.';
COMMENT ON COLUMN events.event_ts IS 'When, UTC; NULL where the clock failed.';
COMMENT ON COLUMN events.event_name IS 'open, play or rate.';
