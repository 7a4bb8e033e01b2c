-- Playback: the warehouse of a streaming service, as a star schema.
-- One row of fact_playback_session is one viewing of one title by one user. dim_user keeps history (SCD type 2) in half-open
-- intervals [valid_from, valid_to). Member 0 of every dimension stands for "unknown". The facts are computed by modular
-- arithmetic: every load gives the same rows.

CREATE TABLE dim_date (
	date_key INTEGER PRIMARY KEY,
	calendar_date DATE,
	day_name VARCHAR NOT NULL,
	iso_week INTEGER,
	month_start DATE,
	is_weekend BOOLEAN
);
INSERT INTO dim_date VALUES (0, NULL, 'unknown', NULL, NULL, NULL);
INSERT INTO dim_date
SELECT
	CAST(strftime(day, '%Y%m%d') AS INTEGER),
	CAST(day AS DATE),
	dayname(day),
	week(day),
	CAST(date_trunc('month', day) AS DATE),
	isodow(day) >= 6
FROM generate_series(TIMESTAMP '2025-12-01', TIMESTAMP '2026-06-30', INTERVAL 1 DAY) AS days(day);

CREATE TABLE dim_user (
	user_key INTEGER PRIMARY KEY,
	user_id INTEGER,
	plan VARCHAR NOT NULL,
	country VARCHAR NOT NULL,
	valid_from TIMESTAMP NOT NULL,
	valid_to TIMESTAMP NOT NULL,
	is_current BOOLEAN NOT NULL
);
INSERT INTO dim_user VALUES
	(0, NULL, 'unknown', 'unknown', '1900-01-01', '9999-12-31', true),
	(1, 1001, 'free', 'DE', '2025-12-01', '2026-02-01', false),
	(2, 1001, 'premium', 'DE', '2026-02-01', '2026-04-10', false),
	(3, 1001, 'premium', 'AT', '2026-04-10', '9999-12-31', true),
	(4, 1002, 'basic', 'FR', '2025-12-03', '9999-12-31', true),
	(5, 1003, 'premium', 'US', '2025-12-04', '2026-03-15 08:30:00', false),
	(6, 1003, 'basic', 'US', '2026-03-15 08:30:00', '9999-12-31', true),
	(7, 1004, 'family', 'BR', '2025-12-05', '9999-12-31', true),
	(8, 1005, 'free', 'IN', '2025-12-06', '2026-01-20', false),
	(9, 1005, 'basic', 'IN', '2026-01-20', '2026-03-01', false),
	(10, 1005, 'premium', 'IN', '2026-03-01', '9999-12-31', true),
	(11, 1006, 'premium', 'US', '2025-12-08', '9999-12-31', true),
	(12, 1007, 'basic', 'DE', '2025-12-09', '2026-02-14', false),
	(13, 1007, 'family', 'DE', '2026-02-14', '9999-12-31', true),
	(14, 1008, 'free', 'FR', '2025-12-10', '9999-12-31', true),
	(15, 1009, 'premium', 'GB', '2025-12-12', '9999-12-31', true),
	(16, 1010, 'basic', 'IN', '2025-12-14', '2026-04-01', false),
	(17, 1010, 'free', 'IN', '2026-04-01', '9999-12-31', true),
	(18, 1011, 'family', 'US', '2025-12-15', '9999-12-31', true),
	(19, 1012, 'free', 'BR', '2025-12-17', '2026-02-20', false),
	(20, 1012, 'basic', 'BR', '2026-02-20', '9999-12-31', true),
	(21, 1013, 'premium', 'DE', '2025-12-18', '9999-12-31', true),
	(22, 1014, 'basic', 'FR', '2025-12-19', '9999-12-31', true),
	(23, 1015, 'free', 'US', '2025-12-20', '2026-01-31 18:00:00', false),
	(24, 1015, 'premium', 'US', '2026-01-31 18:00:00', '9999-12-31', true),
	(25, 1016, 'premium', 'IN', '2025-12-21', '9999-12-31', true),
	(26, 1017, 'family', 'GB', '2025-12-22', '2026-05-01', false),
	(27, 1017, 'basic', 'GB', '2026-05-01', '9999-12-31', true),
	(28, 1018, 'free', 'DE', '2025-12-27', '9999-12-31', true),
	(29, 1019, 'basic', 'BR', '2026-01-02', '9999-12-31', true),
	(30, 1020, 'premium', 'FR', '2026-01-03', '9999-12-31', true),
	(31, 1021, 'free', 'IN', '2026-01-04', '2026-03-20', false),
	(32, 1021, 'premium', 'IN', '2026-03-20', '9999-12-31', true),
	(33, 1022, 'basic', 'US', '2026-02-10', '9999-12-31', true),
	(34, 1023, 'free', 'GB', '2026-03-05', '9999-12-31', true),
	(35, 1025, 'premium', 'DE', '2026-01-15', '9999-12-31', true);

CREATE TABLE dim_title (
	title_key INTEGER PRIMARY KEY,
	title_id VARCHAR,
	title VARCHAR NOT NULL,
	kind VARCHAR NOT NULL,
	genre VARCHAR,
	runtime_minutes INTEGER,
	released_on DATE
);
INSERT INTO dim_title VALUES
	(0, NULL, 'unknown', 'unknown', NULL, NULL, NULL),
	(1, 'f-001', 'The Last Ferry', 'film', 'drama', 112, '2019-03-08'),
	(2, 'f-002', 'Salt and Signal', 'film', 'thriller', 98, '2021-10-15'),
	(3, 'f-003', 'Paper Lanterns', 'film', 'drama', 124, '2017-05-26'),
	(4, 's-001', 'Night Shift, episode 1', 'series', 'thriller', 47, '2026-01-09'),
	(5, 's-001', 'Night Shift, episode 2', 'series', 'thriller', 45, '2026-01-09'),
	(6, 's-001', 'Night Shift, episode 3', 'series', 'thriller', 52, '2026-01-09'),
	(7, 'f-004', 'A Field of Antennas', 'film', 'documentary', 81, '2020-09-04'),
	(8, 'f-005', 'Cold Harbour', 'film', 'thriller', 103, '2018-11-30'),
	(9, 's-002', 'Kitchen Rules, episode 1', 'series', 'comedy', 24, '2025-06-02'),
	(10, 's-002', 'Kitchen Rules, episode 2', 'series', 'comedy', 23, '2025-06-09'),
	(11, 'f-006', 'Owl and Badger', 'film', 'children', 74, '2022-12-16'),
	(12, 'f-007', 'The Long Platform', 'film', NULL, 131, '2016-02-19'),
	(13, 's-003', 'Deep Blue Atlas, part 1', 'series', 'documentary', 58, '2025-11-07'),
	(14, 's-003', 'Deep Blue Atlas, part 2', 'series', 'documentary', 61, '2025-11-14'),
	(15, 'f-008', 'Two Umbrellas', 'film', 'comedy', 95, '2024-04-12'),
	(16, 'f-009', 'Northern Letters', 'film', 'drama', 118, '2023-08-25'),
	(17, 'f-010', 'The Quiet Exchange', 'film', 'thriller', 109, '2025-09-12'),
	(18, 'f-011', 'Glass Orchard', 'film', 'drama', 127, '2026-06-05');

CREATE TABLE fact_playback_session (
	session_id INTEGER PRIMARY KEY,
	date_key INTEGER NOT NULL,
	user_key INTEGER NOT NULL,
	title_key INTEGER NOT NULL,
	user_id INTEGER NOT NULL,
	device VARCHAR,
	started_at TIMESTAMP NOT NULL,
	ended_at TIMESTAMP,
	seconds_watched INTEGER NOT NULL,
	rebuffers INTEGER NOT NULL,
	loaded_at TIMESTAMP NOT NULL
);
INSERT INTO fact_playback_session
WITH delivered AS (
	SELECT
		n AS session_id,
		CASE WHEN n % 97 = 0 THEN 1024 ELSE 1001 + (n * 7) % 23 END AS user_id,
		-- A third of all viewing goes to one title, as in life.
		CASE WHEN n % 3 = 0 THEN 4 WHEN n % 211 = 0 THEN 0 ELSE 1 + (n * 11) % 17 END AS title_key,
		CASE WHEN n % 13 = 0 THEN NULL ELSE ['tv', 'phone', 'web', 'tablet', 'phone'][1 + n % 5] END AS device,
		TIMESTAMP '2026-01-09 05:10:00' + to_minutes(n * 121 + (n * n) % 97) + to_seconds((n * 17) % 60) AS started_at,
		(n * 137) % 100 AS percent,
		n % 15 = 0 AND n <= 900 AS is_late
	FROM generate_series(1, 1500) AS numbers(n)
),
watched AS (
	SELECT
		d.*,
		CASE WHEN percent > 88 THEN 100 ELSE percent END * coalesce(t.runtime_minutes, 60) * 60 // 100 AS seconds_watched,
		started_at
			+ CASE
				WHEN is_late THEN to_hours(24 * (3 + session_id // 15 * 7 % 38))
				ELSE to_minutes(20 + session_id % 40) + to_seconds(coalesce(t.runtime_minutes, 60) * 60)
			END AS loaded_at
	FROM delivered AS d
	JOIN dim_title AS t USING (title_key)
)
SELECT
	session_id,
	CAST(strftime(started_at, '%Y%m%d') AS INTEGER),
	coalesce(u.user_key, 0),
	title_key,
	w.user_id,
	device,
	started_at,
	CASE WHEN session_id > 1497 THEN NULL ELSE started_at + to_seconds(seconds_watched + session_id % 7 * 15) END,
	seconds_watched,
	CASE WHEN device = 'phone' THEN session_id % 4 WHEN device IS NULL THEN 0 ELSE session_id // 9 % 2 END,
	loaded_at
FROM watched AS w
LEFT JOIN dim_user AS u
	ON u.user_id = w.user_id
	-- The load looks up the version of the load time, not that of the session: late rows can get the wrong one.
	AND CASE WHEN is_late THEN loaded_at ELSE started_at END >= u.valid_from
	AND CASE WHEN is_late THEN loaded_at ELSE started_at END < u.valid_to
ORDER BY session_id;

COMMENT ON TABLE dim_date IS 'Calendar, one row a day; row 0 is the unknown date.';
COMMENT ON COLUMN dim_date.date_key IS 'The day as yyyymmdd, 0 where unknown.';
COMMENT ON COLUMN dim_date.calendar_date IS 'The day; NULL in row 0.';
COMMENT ON COLUMN dim_date.day_name IS 'English name of the weekday.';
COMMENT ON COLUMN dim_date.iso_week IS 'ISO 8601 week number.';
COMMENT ON COLUMN dim_date.month_start IS 'First day of the month.';
COMMENT ON COLUMN dim_date.is_weekend IS 'Saturday or Sunday.';
COMMENT ON TABLE dim_user IS 'Users with history (SCD type 2), one row a version; row 0 is the unknown user.';
COMMENT ON COLUMN dim_user.user_key IS 'Surrogate key of the version.';
COMMENT ON COLUMN dim_user.user_id IS 'Key of the user in the source system.';
COMMENT ON COLUMN dim_user.plan IS 'Subscription: free, basic, premium or family.';
COMMENT ON COLUMN dim_user.country IS 'ISO 3166 code of the country of residence.';
COMMENT ON COLUMN dim_user.valid_from IS 'First instant of the version.';
COMMENT ON COLUMN dim_user.valid_to IS 'First instant after the version; 9999-12-31 while it is current.';
COMMENT ON COLUMN dim_user.is_current IS 'True for the latest version of a user.';
COMMENT ON TABLE dim_title IS 'Films and episodes, one row a title; row 0 is the unknown title.';
COMMENT ON COLUMN dim_title.title_key IS 'Surrogate key.';
COMMENT ON COLUMN dim_title.title_id IS 'Key in the catalogue; the episodes of a series share it.';
COMMENT ON COLUMN dim_title.title IS 'Title as shown.';
COMMENT ON COLUMN dim_title.kind IS 'film or series.';
COMMENT ON COLUMN dim_title.genre IS 'Genre; NULL where nobody set it.';
COMMENT ON COLUMN dim_title.runtime_minutes IS 'Length in minutes.';
COMMENT ON COLUMN dim_title.released_on IS 'Day of release; title 18 is not out yet and was never watched.';
COMMENT ON TABLE fact_playback_session IS 'One row a viewing of one title by one user.';
COMMENT ON COLUMN fact_playback_session.session_id IS 'Key from the player, unique.';
COMMENT ON COLUMN fact_playback_session.date_key IS 'Day on which the session started.';
COMMENT ON COLUMN fact_playback_session.user_key IS 'Version of the user, 0 where none was found at load. Late rows carry the version of the load time.';
COMMENT ON COLUMN fact_playback_session.title_key IS 'Title, 0 where the catalogue did not know it.';
COMMENT ON COLUMN fact_playback_session.user_id IS 'Source key as delivered, to look the version up again.';
COMMENT ON COLUMN fact_playback_session.device IS 'tv, phone, web or tablet; NULL where the player did not say.';
COMMENT ON COLUMN fact_playback_session.started_at IS 'Start of the session, UTC.';
COMMENT ON COLUMN fact_playback_session.ended_at IS 'End of the session, UTC; NULL while it is open.';
COMMENT ON COLUMN fact_playback_session.seconds_watched IS 'Seconds of the title that were played.';
COMMENT ON COLUMN fact_playback_session.rebuffers IS 'How often playback stalled.';
COMMENT ON COLUMN fact_playback_session.loaded_at IS 'When the row reached the warehouse; days after started_at for late rows.';
