-- Graph: relations of things of one kind: who follows whom, who reports to whom. Written out by hand.

CREATE TABLE follows (
	follower_id INTEGER,
	followee_id INTEGER,
	followed_at DATE NOT NULL
);
INSERT INTO follows VALUES
	-- Mutual pairs: 1 and 2, 1 and 3, 2 and 3, 4 and 5.
	(1, 2, '2026-01-01'), (2, 1, '2026-01-02'),
	(1, 3, '2026-01-03'), (3, 1, '2026-01-03'),
	(3, 2, '2026-01-04'), (2, 3, '2026-01-05'),
	(5, 4, '2026-01-06'), (4, 5, '2026-01-09'),
	-- 1 follows 2 a second time: the edge stands twice.
	(1, 2, '2026-02-01'),
	-- Both edges of 6 and 7 stand twice.
	(6, 7, '2026-01-10'), (6, 7, '2026-01-11'), (7, 6, '2026-01-12'), (7, 6, '2026-01-13'),
	-- One way only; the edge of 9 stands twice, which makes no pair of it.
	(3, 4, '2026-01-07'), (8, 1, '2026-01-08'), (9, 8, '2026-01-14'), (9, 8, '2026-01-15'),
	-- Oneself.
	(5, 5, '2026-01-16'),
	-- Accounts that were deleted.
	(NULL, 2, '2026-01-17'), (2, NULL, '2026-01-18'), (NULL, NULL, '2026-01-19');
-- 100 is a celebrity: sixty followers, of whom three are followed back.
INSERT INTO follows SELECT 200 + n, 100, DATE '2026-03-01' + CAST(n AS INTEGER) FROM generate_series(1, 60) AS numbers(n);
INSERT INTO follows VALUES (100, 201, '2026-05-01'), (100, 202, '2026-05-01'), (100, 203, '2026-05-01');

CREATE TABLE employees (
	employee_id INTEGER PRIMARY KEY,
	name VARCHAR NOT NULL,
	manager_id INTEGER,
	salary INTEGER
);
INSERT INTO employees VALUES
	(1, 'Ada', NULL, 210000),
	(2, 'Boris', 1, 160000), (3, 'Chen', 1, 165000),
	(4, 'Dilnoza', 2, 120000), (5, 'Emeka', 2, 125000), (6, 'Farah', 3, 130000),
	(7, 'Goran', 4, 95000), (8, 'Hana', 4, NULL), (9, 'Ivo', 7, 80000),
	-- A second tree, of the company that was bought.
	(20, 'Jana', NULL, 140000), (21, 'Kofi', 20, 100000),
	-- 31 to 33 report to each other in a circle, 34 reports into it.
	(31, 'Lena', 33, 90000), (32, 'Mateo', 31, 90000), (33, 'Noor', 32, 90000), (34, 'Oskar', 32, 70000),
	-- A manager who has left.
	(40, 'Priya', 99, 85000),
	-- Her own manager.
	(41, 'Quinn', 41, 75000);

COMMENT ON TABLE follows IS 'One row an edge, from follower to followee; no key: edges repeat.';
COMMENT ON COLUMN follows.follower_id IS 'Who follows; NULL where the account was deleted.';
COMMENT ON COLUMN follows.followee_id IS 'Who is followed; NULL where the account was deleted.';
COMMENT ON COLUMN follows.followed_at IS 'Since when.';
COMMENT ON TABLE employees IS 'Employees and whom they report to: two trees, a circle, a missing manager.';
COMMENT ON COLUMN employees.employee_id IS 'Key of the employee.';
COMMENT ON COLUMN employees.name IS 'First name.';
COMMENT ON COLUMN employees.manager_id IS 'The manager''s employee_id; NULL at the top.';
COMMENT ON COLUMN employees.salary IS 'Yearly salary in euros; NULL where not disclosed.';
