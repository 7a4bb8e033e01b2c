-- Events: what visitors of the service's web shop did: sessions, funnels and marketing attribution.
-- Small, written out by hand so that every boundary has its row. The clock of this lab stands at 2026-05-15 12:00:00 UTC.

CREATE TABLE users (
	user_id INTEGER PRIMARY KEY,
	country VARCHAR,
	signup_ts TIMESTAMP NOT NULL
);
INSERT INTO users VALUES
	(1, 'DE', '2026-03-01 09:00:00'), (2, 'DE', '2026-03-02 10:00:00'), (3, 'FR', '2026-03-03 11:00:00'),
	(4, 'US', '2026-03-04 12:00:00'), (5, 'US', '2026-03-05 13:00:00'), (6, 'IN', '2026-03-06 14:00:00'),
	(7, NULL, '2026-03-07 15:00:00'), (8, 'BR', '2026-03-08 16:00:00'), (9, 'US', '2026-03-09 17:00:00'),
	(10, 'GB', '2026-03-10 18:00:00'), (11, 'GB', '2026-03-11 19:00:00'), (12, 'IN', '2026-03-12 20:00:00');

CREATE TABLE events (
	event_id INTEGER PRIMARY KEY,
	user_id INTEGER,
	event_ts TIMESTAMP,
	event_name VARCHAR NOT NULL,
	received_ts TIMESTAMP NOT NULL
);
INSERT INTO events
SELECT event_id, user_id, event_ts, event_name, coalesce(received_ts, event_ts + INTERVAL 2 SECOND)
FROM (VALUES
	-- User 1: three sessions in a day.
	(1, 1, TIMESTAMP '2026-05-10 09:00:00', 'home', TIMESTAMP '2026-05-10 09:00:02'),
	(2, 1, '2026-05-10 09:04:10', 'search', NULL),
	(3, 1, '2026-05-10 09:20:45', 'title', NULL),
	(4, 1, '2026-05-10 13:00:00', 'home', NULL),
	(5, 1, '2026-05-10 13:12:30', 'play', NULL),
	(6, 1, '2026-05-10 21:15:00', 'play', NULL),
	-- User 2: a gap of exactly 30 minutes, which does not end a session, then one of 30 minutes and a second, which does.
	(7, 2, '2026-05-10 10:00:00', 'home', NULL),
	(8, 2, '2026-05-10 10:30:00', 'title', NULL),
	(9, 2, '2026-05-10 11:00:01', 'play', NULL),
	-- User 3: a gap of 29 min 59.9 s, then one of 30 min 0.9 s, which whole seconds take for 30 minutes; then a fraction of a second.
	(10, 3, '2026-05-10 08:00:00.000', 'home', NULL),
	(11, 3, '2026-05-10 08:29:59.900', 'title', NULL),
	(12, 3, '2026-05-10 08:50:00.000', 'play', NULL),
	(13, 3, '2026-05-10 09:20:00.900', 'pause', NULL),
	(14, 3, '2026-05-10 09:20:01.050', 'play', NULL),
	-- User 4: two events at one instant, once within a session and once at the start of one.
	(15, 4, '2026-05-10 12:00:00', 'home', NULL),
	(16, 4, '2026-05-10 12:10:00', 'title', NULL),
	(17, 4, '2026-05-10 12:10:00', 'play', NULL),
	(18, 4, '2026-05-10 14:00:00', 'home', NULL),
	(19, 4, '2026-05-10 14:00:00', 'search', NULL),
	(20, 4, '2026-05-10 14:05:00', 'play', NULL),
	-- User 5: a session of a single event.
	(21, 5, '2026-05-10 16:45:00', 'home', NULL),
	-- User 6: two sessions, until an event that arrives a day late joins them.
	(22, 6, '2026-05-10 10:00:00', 'home', NULL),
	(23, 6, '2026-05-10 10:05:00', 'title', NULL),
	(24, 6, '2026-05-10 10:55:00', 'play', NULL),
	(25, 6, '2026-05-10 10:30:00', 'download', '2026-05-11 07:12:00'),
	-- User 7: a session across midnight, and an event that arrives late and belongs before it.
	(26, 7, '2026-05-10 23:40:00', 'play', NULL),
	(27, 7, '2026-05-10 23:58:30', 'pause', NULL),
	(28, 7, '2026-05-11 00:10:00', 'play', NULL),
	(29, 7, '2026-05-10 23:25:00', 'home', '2026-05-11 08:00:00'),
	-- User 8: events without a time.
	(30, 8, '2026-05-10 18:00:00', 'home', NULL),
	(31, 8, NULL, 'play', '2026-05-10 18:01:00'),
	(32, 8, '2026-05-10 18:10:00', 'play', NULL),
	(33, 8, NULL, 'pause', '2026-05-10 18:30:00'),
	-- Users 10 and 11 take turns: whoever forgets to look at each user alone sees one long session.
	(34, 10, '2026-05-10 19:00:00', 'home', NULL),
	(35, 11, '2026-05-10 19:20:00', 'home', NULL),
	(36, 10, '2026-05-10 19:40:00', 'title', NULL),
	(37, 11, '2026-05-10 20:00:00', 'title', NULL),
	-- Visitors who did not sign in: no two of them need be the same.
	(38, NULL, '2026-05-10 07:00:00', 'home', NULL),
	(39, NULL, '2026-05-10 07:03:00', 'home', NULL)
) AS listed(event_id, user_id, event_ts, event_name, received_ts);
-- User 9 is a robot: an event every 20 seconds for four hours.
INSERT INTO events
SELECT 1000 + n, 9, TIMESTAMP '2026-05-10 03:00:00' + to_seconds(n * 20), 'search', TIMESTAMP '2026-05-10 03:00:02' + to_seconds(n * 20)
FROM generate_series(0, 720) AS numbers(n);

CREATE TABLE funnel_events (
	event_id INTEGER PRIMARY KEY,
	user_id INTEGER NOT NULL,
	event_name VARCHAR NOT NULL,
	event_ts TIMESTAMP NOT NULL,
	platform VARCHAR NOT NULL
);
INSERT INTO funnel_events VALUES
	-- 201: all four steps within the hour.
	(1, 201, 'visit', '2026-05-02 10:00:00', 'web'), (2, 201, 'view_plan', '2026-05-02 10:05:00', 'web'),
	(3, 201, 'start_checkout', '2026-05-02 10:20:00', 'web'), (4, 201, 'complete_checkout', '2026-05-02 10:31:00', 'web'),
	-- 202 and 203: the plan was viewed before the visit, the rest after it.
	(5, 202, 'view_plan', '2026-05-03 08:00:00', 'web'), (6, 202, 'visit', '2026-05-03 09:00:00', 'web'),
	(7, 202, 'start_checkout', '2026-05-03 09:10:00', 'web'), (8, 202, 'complete_checkout', '2026-05-03 09:15:00', 'web'),
	(9, 203, 'view_plan', '2026-05-03 11:00:00', 'ios'), (10, 203, 'visit', '2026-05-03 11:30:00', 'ios'),
	(11, 203, 'start_checkout', '2026-05-03 11:40:00', 'ios'), (12, 203, 'complete_checkout', '2026-05-03 11:50:00', 'ios'),
	-- 204: a step is skipped.
	(13, 204, 'visit', '2026-05-04 10:00:00', 'web'), (14, 204, 'start_checkout', '2026-05-04 10:10:00', 'web'),
	(15, 204, 'complete_checkout', '2026-05-04 10:20:00', 'web'),
	-- 205: the first attempt is given up, the second, a week later, goes through.
	(16, 205, 'visit', '2026-04-28 10:00:00', 'web'), (17, 205, 'view_plan', '2026-04-28 10:10:00', 'web'),
	(18, 205, 'visit', '2026-05-05 10:00:00', 'web'), (19, 205, 'view_plan', '2026-05-05 10:05:00', 'web'),
	(20, 205, 'start_checkout', '2026-05-05 10:15:00', 'web'), (21, 205, 'complete_checkout', '2026-05-05 10:20:00', 'web'),
	-- 206: right order, but the checkout starts 25 hours after the visit.
	(22, 206, 'visit', '2026-05-06 10:00:00', 'ios'), (23, 206, 'view_plan', '2026-05-06 11:00:00', 'ios'),
	(24, 206, 'start_checkout', '2026-05-07 11:00:00', 'ios'), (25, 206, 'complete_checkout', '2026-05-07 11:05:00', 'ios'),
	-- 207: visit and plan view carry the same second.
	(26, 207, 'visit', '2026-05-08 10:00:00', 'web'), (27, 207, 'view_plan', '2026-05-08 10:00:00', 'web'),
	(28, 207, 'start_checkout', '2026-05-08 10:07:00', 'web'), (29, 207, 'complete_checkout', '2026-05-08 10:09:00', 'web'),
	-- 208: the visit lies just before the 30-day cut (2026-04-15 12:00), the rest after it.
	(30, 208, 'visit', '2026-04-15 11:50:00', 'web'), (31, 208, 'view_plan', '2026-04-15 12:05:00', 'web'),
	(32, 208, 'start_checkout', '2026-04-15 12:10:00', 'web'), (33, 208, 'complete_checkout', '2026-04-15 12:15:00', 'web'),
	-- 209: a visit and no more.
	(34, 209, 'visit', '2026-05-09 15:00:00', 'ios'),
	-- 210: still within its 24 hours when the clock stops.
	(35, 210, 'visit', '2026-05-15 11:00:00', 'web'), (36, 210, 'view_plan', '2026-05-15 11:30:00', 'web'),
	-- 211: exactly 24 hours from the visit to the last step.
	(37, 211, 'visit', '2026-05-10 10:00:00', 'web'), (38, 211, 'view_plan', '2026-05-10 18:00:00', 'web'),
	(39, 211, 'start_checkout', '2026-05-11 09:00:00', 'web'), (40, 211, 'complete_checkout', '2026-05-11 10:00:00', 'web'),
	-- 212: visits again in the middle of a funnel that goes on.
	(41, 212, 'visit', '2026-05-11 10:00:00', 'ios'), (42, 212, 'view_plan', '2026-05-11 10:05:00', 'ios'),
	(43, 212, 'visit', '2026-05-11 10:30:00', 'ios'), (44, 212, 'start_checkout', '2026-05-11 10:40:00', 'ios'),
	(45, 212, 'complete_checkout', '2026-05-11 10:50:00', 'ios'),
	-- 213: the checkout belongs to a second visit that has no plan view of its own.
	(46, 213, 'visit', '2026-05-01 10:00:00', 'web'), (47, 213, 'view_plan', '2026-05-01 10:05:00', 'web'),
	(48, 213, 'visit', '2026-05-04 10:00:00', 'web'), (49, 213, 'start_checkout', '2026-05-04 10:10:00', 'web'),
	-- 214 and 215: on television nobody gets past the visit, a step with zero users.
	(50, 214, 'visit', '2026-05-12 20:00:00', 'tv'), (51, 215, 'visit', '2026-05-12 21:00:00', 'tv');

CREATE TABLE purchases (
	purchase_id INTEGER PRIMARY KEY,
	user_id INTEGER,
	purchase_ts TIMESTAMP NOT NULL,
	amount DECIMAL(10, 2) NOT NULL
);
INSERT INTO purchases VALUES
	(1, 301, '2026-05-08 12:00:00', 49.90),
	(2, 301, '2026-05-09 09:00:00', 19.90),
	(3, 302, '2026-05-08 13:00:00', 29.90),
	(4, 303, '2026-05-08 14:00:00', 9.90),
	(5, 304, '2026-05-08 14:00:00', 9.90),
	(6, 305, '2026-05-08 15:00:00', 99.00),
	(7, 306, '2026-05-08 16:00:00', 14.90),
	(8, 307, '2026-05-08 17:00:00', 59.00),
	(9, 308, '2026-05-08 18:00:00', 24.90),
	(10, 309, '2026-05-08 19:00:00', 24.90),
	(11, 310, '2026-05-09 00:01:00', 39.00),
	(12, 311, '2026-05-09 10:00:00', 89.00),
	(13, 312, '2026-05-09 11:00:00', 15.00),
	(14, NULL, '2026-05-09 12:00:00', 5.00);

CREATE TABLE touches (
	touch_id INTEGER PRIMARY KEY,
	user_id INTEGER,
	device_id VARCHAR,
	touch_ts TIMESTAMP NOT NULL,
	channel VARCHAR,
	campaign VARCHAR
);
INSERT INTO touches VALUES
	-- 301: several touches before the first purchase, one of them too old; the second purchase shares the last touch.
	(1, 301, 'd-1', '2026-04-20 10:00:00', 'display', 'always-on'),
	(2, 301, 'd-1', '2026-05-03 10:00:00', 'email', 'may-news'),
	(3, 301, 'd-1', '2026-05-06 08:30:00', 'search', 'brand'),
	(4, 301, 'd-1', '2026-05-07 21:00:00', 'social', 'spring'),
	-- 302: no touch at all, see its purchase.
	-- 303: exactly seven days before the purchase; 304: a second more than that.
	(5, 303, 'd-3', '2026-05-01 14:00:00', 'email', 'may-news'),
	(6, 304, 'd-4', '2026-05-01 13:59:59', 'email', 'may-news'),
	-- 305: at the very instant of the purchase, and one before.
	(7, 305, 'd-5', '2026-05-08 15:00:00', 'search', 'brand'),
	(8, 305, 'd-5', '2026-05-07 15:00:00', 'email', 'may-news'),
	-- 306: only after the purchase.
	(9, 306, 'd-6', '2026-05-08 16:00:01', 'email', 'receipt'),
	-- 307: a touch whose channel nobody filled in.
	(10, 307, 'd-7', '2026-05-06 17:00:00', NULL, 'spring'),
	-- 308: two channels at one instant; 309: one channel, two campaigns at one instant.
	(11, 308, 'd-8', '2026-05-07 12:00:00', 'social', 'spring'),
	(12, 308, 'd-8', '2026-05-07 12:00:00', 'email', 'may-news'),
	(13, 309, 'd-9', '2026-05-07 12:00:00', 'email', 'win-back'),
	(14, 309, 'd-9', '2026-05-07 12:00:00', 'email', 'may-news'),
	-- 310: two minutes before the purchase, on the other side of midnight.
	(15, 310, 'd-10', '2026-05-08 23:59:00', 'social', 'spring'),
	-- 311: known by the device alone, see identities.
	(16, NULL, 'd-11', '2026-05-08 20:00:00', 'search', 'generic'),
	-- 312: the last touch is eight days old: an as-of join finds it, the window does not hold it.
	(17, 312, 'd-12', '2026-05-01 11:00:00', 'display', 'always-on'),
	-- Somebody who bought nothing.
	(18, 313, 'd-13', '2026-05-08 11:00:00', 'display', 'always-on');

CREATE TABLE identities (
	device_id VARCHAR NOT NULL,
	user_id INTEGER NOT NULL
);
INSERT INTO identities VALUES ('d-1', 301), ('d-11', 311), ('d-12', 312), ('d-13', 313), ('d-13', 301);

COMMENT ON TABLE users IS 'Users of the shop.';
COMMENT ON COLUMN users.user_id IS 'Key of the user.';
COMMENT ON COLUMN users.country IS 'ISO 3166 code, NULL where unknown.';
COMMENT ON COLUMN users.signup_ts IS 'When the account was made, UTC.';
COMMENT ON TABLE events IS 'One row an action in the shop: for sessions.';
COMMENT ON COLUMN events.event_id IS 'Key of the event, unique: breaks ties of event_ts.';
COMMENT ON COLUMN events.user_id IS 'Who did it; NULL for visitors who did not sign in.';
COMMENT ON COLUMN events.event_ts IS 'When it happened, UTC; NULL where the clock failed.';
COMMENT ON COLUMN events.event_name IS 'What happened.';
COMMENT ON COLUMN events.received_ts IS 'When it reached the collector; hours later for late events.';
COMMENT ON TABLE funnel_events IS 'Steps towards a subscription: visit, view_plan, start_checkout, complete_checkout.';
COMMENT ON COLUMN funnel_events.event_id IS 'Key of the event, rising as events were recorded.';
COMMENT ON COLUMN funnel_events.user_id IS 'Who did it.';
COMMENT ON COLUMN funnel_events.event_name IS 'The step.';
COMMENT ON COLUMN funnel_events.event_ts IS 'When it happened, UTC, whole seconds.';
COMMENT ON COLUMN funnel_events.platform IS 'web, ios or tv.';
COMMENT ON TABLE purchases IS 'One row a purchase.';
COMMENT ON COLUMN purchases.purchase_id IS 'Key of the purchase.';
COMMENT ON COLUMN purchases.user_id IS 'Who bought; NULL for guests.';
COMMENT ON COLUMN purchases.purchase_ts IS 'When, UTC.';
COMMENT ON COLUMN purchases.amount IS 'Price paid, in euros.';
COMMENT ON TABLE touches IS 'One row a contact with marketing: an advertisement clicked, a mail opened.';
COMMENT ON COLUMN touches.touch_id IS 'Key of the touch.';
COMMENT ON COLUMN touches.user_id IS 'Who; NULL where only the device is known.';
COMMENT ON COLUMN touches.device_id IS 'On which device.';
COMMENT ON COLUMN touches.touch_ts IS 'When, UTC.';
COMMENT ON COLUMN touches.channel IS 'email, search, social or display; NULL where nobody filled it in.';
COMMENT ON COLUMN touches.campaign IS 'Name of the campaign.';
COMMENT ON TABLE identities IS 'Which user a device belongs to; a shared device belongs to several.';
COMMENT ON COLUMN identities.device_id IS 'The device.';
COMMENT ON COLUMN identities.user_id IS 'A user who signed in on it.';
