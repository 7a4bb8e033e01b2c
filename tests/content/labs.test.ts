import { describe, expect, test } from 'vitest';
import { checkLabs } from '../../src/lib/check-labs.ts';
import { describeLab, runLab } from '../../src/lib/lab-run.ts';
import { readLabs } from '../../src/lib/labs.ts';
import { formatProblems, type Problem } from '../../src/lib/problem.ts';

const problems: Problem[] = [];
const labs = readLabs('content', problems);

/** First cell of the only row. */
async function ask(id: string, sql: string): Promise<string | null | undefined> {
	const lab = labs.find((other) => other.id === id);
	if (!lab) throw new Error(`no lab ${id}`);
	const { result, error } = await runLab(lab, sql);
	if (error) throw new Error(error.message);
	expect(result.rowCount).toBe(1);
	return result.rows[0]?.[0];
}

test('every lab fence of the content does what its page says', async () => {
	const checked = await checkLabs('content');
	expect(checked.problems.length ? formatProblems(checked.problems) : '').toBe('');
});

describe.each(labs)('$id', (lab) => {
	test('loads, and is small', async () => {
		const tables = await describeLab(lab);
		expect(tables.length).toBeGreaterThan(0);
		expect(tables.filter(({ rowCount }) => !rowCount).map(({ name }) => name)).toEqual([]);
		expect(tables.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBeLessThan(20_000);
		expect(Buffer.byteLength(lab.sql)).toBeLessThan(200_000);
	});

	test('is the same whenever it is loaded', () => {
		expect(lab.sql).not.toMatch(/\b(random|uuid|gen_random_uuid|now|today|current_date|current_timestamp|get_current_timestamp|setseed)\b\s*\(|\bcurrent_(date|time|timestamp)\b|\bhash\s*\(|\b(?:md5|sha256)\s*\(/i);
	});

	test('says first what it is', () => {
		expect(lab.sql).toMatch(/^-- [A-Z]\w+: /);
	});

	test('needs no extension and no time zone', () => {
		expect(lab.sql).not.toMatch(/\bjson|timestamptz|with time zone|read_(csv|parquet|json)|\bcopy\b|\battach\b/i);
	});

	test('holds nothing that is not yet', async () => {
		if (!lab.now) return;
		const { result } = await runLab(lab, "SELECT table_name, column_name FROM duckdb_columns() WHERE data_type = 'TIMESTAMP' AND NOT internal AND column_name NOT LIKE 'valid_%' AND (table_name, column_name) <> ('users', 'signup_ts') ORDER BY ALL");
		for (const [table, column] of result?.rows ?? [])
			expect(await ask(lab.id, `SELECT count(*) FROM "${table}" WHERE "${column}" > TIMESTAMP '${lab.now}'`), `${table}.${column}`).toBe('0');
	});
});

test('list and files agree', () => {
	expect(problems).toEqual([]);
});

/** Each trap that a lab promises is a number of rows, counted by a query that knows nothing of how they were made. */
const TRAPS: [lab: string, trap: string, sql: string, count: number | 'some'][] = [
	['playback', 'versions of a user meet without gap or overlap', 'SELECT count(*) FROM (SELECT valid_to, lead(valid_from) OVER (PARTITION BY user_id ORDER BY valid_from) AS next FROM dim_user) WHERE next <> valid_to', 0],
	['playback', 'each user has one current version, the latest', "SELECT count(*) FROM (SELECT user_id FROM dim_user GROUP BY user_id HAVING count(*) FILTER (is_current) <> 1 OR max(valid_to) <> '9999-12-31' OR max(valid_to) FILTER (is_current) <> max(valid_to))", 0],
	['playback', 'users with several versions', 'SELECT count(*) FROM (SELECT user_id FROM dim_user GROUP BY user_id HAVING count(*) > 1)', 'some'],
	['playback', 'an unknown member in every dimension', 'SELECT (SELECT count(*) FROM dim_user WHERE user_key = 0) + (SELECT count(*) FROM dim_title WHERE title_key = 0) + (SELECT count(*) FROM dim_date WHERE date_key = 0)', 3],
	['playback', 'every key of a fact is in its dimension', 'SELECT count(*) FROM fact_playback_session AS f WHERE NOT EXISTS (FROM dim_user AS u WHERE u.user_key = f.user_key) OR NOT EXISTS (FROM dim_title AS t WHERE t.title_key = f.title_key) OR NOT EXISTS (FROM dim_date AS d WHERE d.date_key = f.date_key)', 0],
	['playback', 'facts of unknown users and of unknown titles', 'SELECT least(count(*) FILTER (user_key = 0), count(*) FILTER (title_key = 0)) FROM fact_playback_session', 'some'],
	['playback', 'facts that came before their dimension row', 'SELECT count(*) FROM fact_playback_session AS f JOIN dim_user AS u USING (user_id) WHERE f.user_key = 0 AND f.started_at < u.valid_from', 'some'],
	['playback', 'late rows', 'SELECT count(*) FROM fact_playback_session WHERE loaded_at > started_at + INTERVAL 1 DAY', 60],
	['playback', 'late rows with the version of the load time', 'SELECT count(*) FROM fact_playback_session AS f JOIN dim_user AS u ON u.user_id = f.user_id AND f.started_at >= u.valid_from AND f.started_at < u.valid_to WHERE f.user_key <> u.user_key', 6],
	['playback', 'sessions without a device', 'SELECT count(*) FROM fact_playback_session WHERE device IS NULL', 'some'],
	['playback', 'open sessions', 'SELECT count(*) FROM fact_playback_session WHERE ended_at IS NULL', 3],
	['playback', 'sessions across midnight', 'SELECT count(*) FROM fact_playback_session WHERE CAST(started_at AS DATE) < CAST(ended_at AS DATE)', 'some'],
	['playback', 'a title nobody watched', 'SELECT count(*) FROM dim_title WHERE title_key NOT IN (SELECT title_key FROM fact_playback_session)', 1],
	['playback', 'one title has a third of all viewing', 'SELECT count(*) FROM (SELECT title_key FROM fact_playback_session GROUP BY 1 HAVING count(*) > 500)', 1],
	['playback', 'nothing is watched before its release', 'SELECT count(*) FROM fact_playback_session JOIN dim_title USING (title_key) WHERE started_at < released_on', 0],

	['events', 'gaps of exactly 30 minutes', 'SELECT count(*) FROM (SELECT event_ts - lag(event_ts) OVER (PARTITION BY user_id ORDER BY event_ts) AS gap FROM events) WHERE gap = INTERVAL 30 MINUTE', 1],
	['events', 'gaps that whole seconds take for 30 minutes', "SELECT count(*) FROM (SELECT event_ts, lag(event_ts) OVER (PARTITION BY user_id ORDER BY event_ts, event_id) AS before FROM events) WHERE event_ts > before + INTERVAL 30 MINUTE AND date_diff('second', before, event_ts) <= 1800", 1],
	['events', 'gaps of less than a second', 'SELECT count(*) FROM (SELECT event_ts - lag(event_ts) OVER (PARTITION BY user_id ORDER BY event_ts) AS gap FROM events) WHERE gap > INTERVAL 0 SECOND AND gap < INTERVAL 1 SECOND', 1],
	['events', 'instants with two events of one user', 'SELECT count(*) FROM (SELECT 1 FROM events WHERE event_ts IS NOT NULL AND user_id IS NOT NULL GROUP BY user_id, event_ts HAVING count(*) > 1)', 2],
	['events', 'events without a time', 'SELECT count(*) FROM events WHERE event_ts IS NULL', 2],
	['events', 'events without a user', 'SELECT count(*) FROM events WHERE user_id IS NULL', 2],
	['events', 'users with a single event', 'SELECT count(*) FROM (SELECT 1 FROM events GROUP BY user_id HAVING count(*) = 1)', 1],
	['events', 'events a day late', 'SELECT count(*) FROM events WHERE received_ts > event_ts + INTERVAL 6 HOUR', 2],
	['events', 'a late event joins two sessions', "SELECT count(*) FROM (SELECT event_ts - lag(event_ts) OVER (ORDER BY event_ts) AS gap FROM events WHERE user_id = 6 AND received_ts < '2026-05-11') WHERE gap > INTERVAL 30 MINUTE", 1],
	['events', '… which then are one', 'SELECT count(*) FROM (SELECT event_ts - lag(event_ts) OVER (ORDER BY event_ts) AS gap FROM events WHERE user_id = 6) WHERE gap > INTERVAL 30 MINUTE', 0],
	['events', 'sessions across midnight', "SELECT count(*) FROM events AS a JOIN events AS b USING (user_id) WHERE a.event_ts < '2026-05-11' AND b.event_ts >= '2026-05-11' AND b.event_ts - a.event_ts < INTERVAL 30 MINUTE AND a.event_id = 27", 1],
	['events', 'a robot', 'SELECT count(*) FROM events WHERE user_id = 9', 721],
	['events', 'plans viewed before the visit', "SELECT count(*) FROM (SELECT min(event_ts) FILTER (event_name = 'visit') AS visit, min(event_ts) FILTER (event_name = 'view_plan') AS view FROM funnel_events GROUP BY user_id) WHERE view < visit", 2],
	['events', 'first occurrences within a day of the first visit: seven ends of six starts', "SELECT count(*) FILTER (done > start AND done <= visit + INTERVAL 24 HOUR) * 10 + count(*) FILTER (start > view AND start <= visit + INTERVAL 24 HOUR) FROM (SELECT min(event_ts) FILTER (event_name = 'visit') AS visit, min(event_ts) FILTER (event_name = 'view_plan') AS view, min(event_ts) FILTER (event_name = 'start_checkout') AS start, min(event_ts) FILTER (event_name = 'complete_checkout') AS done FROM funnel_events WHERE event_ts >= TIMESTAMP '2026-05-15 12:00:00' - INTERVAL 30 DAY GROUP BY user_id)", 76],
	['events', 'funnels without a plan view that were completed', "SELECT count(*) FROM (SELECT user_id FROM funnel_events GROUP BY 1 HAVING bool_or(event_name = 'complete_checkout') AND NOT bool_or(event_name = 'view_plan'))", 1],
	['events', 'visit and plan view in one second', "SELECT count(*) FROM funnel_events AS a JOIN funnel_events AS b USING (user_id, event_ts) WHERE a.event_name = 'visit' AND b.event_name = 'view_plan'", 1],
	['events', 'exactly 24 hours from the visit to the end', "SELECT count(*) FROM funnel_events AS a JOIN funnel_events AS b USING (user_id) WHERE a.event_name = 'visit' AND b.event_name = 'complete_checkout' AND b.event_ts = a.event_ts + INTERVAL 24 HOUR", 1],
	['events', 'a visit before the 30-day cut with its funnel after it', "SELECT count(*) FROM funnel_events AS a JOIN funnel_events AS b USING (user_id) WHERE a.event_name = 'visit' AND a.event_ts < TIMESTAMP '2026-05-15 12:00:00' - INTERVAL 30 DAY AND b.event_name = 'complete_checkout' AND b.event_ts > TIMESTAMP '2026-05-15 12:00:00' - INTERVAL 30 DAY", 1],
	['events', 'a platform where nobody gets to step two', "SELECT count(*) FROM (SELECT platform FROM funnel_events GROUP BY 1 HAVING NOT bool_or(event_name <> 'visit'))", 1],
	['events', 'funnels still open when the clock stops', "SELECT count(*) FROM (SELECT user_id FROM funnel_events GROUP BY 1 HAVING max(event_ts) > TIMESTAMP '2026-05-14 12:00:00')", 1],
	['events', 'touches exactly seven days before a purchase', 'SELECT count(*) FROM purchases JOIN touches USING (user_id) WHERE touch_ts = purchase_ts - INTERVAL 7 DAY', 1],
	['events', 'touches at the instant of a purchase', 'SELECT count(*) FROM purchases JOIN touches USING (user_id) WHERE touch_ts = purchase_ts', 1],
	['events', 'touches only after the purchase', 'SELECT count(*) FROM (SELECT purchase_id FROM purchases JOIN touches USING (user_id) GROUP BY purchase_id, purchase_ts HAVING min(touch_ts) > purchase_ts)', 1],
	['events', 'touches without a channel', 'SELECT count(*) FROM touches WHERE channel IS NULL AND user_id IS NOT NULL', 1],
	['events', 'touches of one instant, and of one channel at one instant', 'SELECT count(DISTINCT (user_id, touch_ts)) + count(DISTINCT (user_id, touch_ts, channel)) FILTER (same) FROM (SELECT *, count(*) OVER (PARTITION BY user_id, touch_ts) > 1 AS tied, count(*) OVER (PARTITION BY user_id, touch_ts, channel) > 1 AS same FROM touches) WHERE tied', 3],
	['events', 'two purchases with one last touch', 'SELECT count(*) FROM (SELECT last_touch FROM (SELECT purchase_id, arg_max(touch_id, touch_ts) AS last_touch FROM purchases JOIN touches USING (user_id) WHERE touch_ts <= purchase_ts GROUP BY 1) GROUP BY 1 HAVING count(*) > 1)', 1],
	['events', 'touches minutes before a purchase, on the day before', 'SELECT count(*) FROM purchases JOIN touches USING (user_id) WHERE purchase_ts - touch_ts BETWEEN INTERVAL 0 SECOND AND INTERVAL 10 MINUTE AND CAST(touch_ts AS DATE) < CAST(purchase_ts AS DATE)', 1],
	['events', 'purchases whose last touch is older than seven days', 'SELECT count(*) FROM (SELECT max(touch_ts) AS last, purchase_ts FROM purchases JOIN touches USING (user_id) WHERE touch_ts <= purchase_ts GROUP BY purchase_id, purchase_ts) WHERE last < purchase_ts - INTERVAL 7 DAY', 2],
	['events', 'purchases that the device alone attributes', 'SELECT count(*) FROM purchases JOIN identities AS i USING (user_id) JOIN touches AS t ON t.device_id = i.device_id AND t.user_id IS NULL', 1],

	['retention', 'a cohort without any activity', "SELECT count(*) FROM (SELECT date_trunc('month', signup_ts) AS month FROM users LEFT JOIN events USING (user_id) WHERE source <> 'import' GROUP BY 1 HAVING count(event_id) = 0)", 1],
	['retention', 'a month in which nobody signed up', "SELECT count(*) FROM generate_series(TIMESTAMP '2025-02-01', TIMESTAMP '2026-04-01', INTERVAL 1 MONTH) AS m(month) WHERE NOT EXISTS (FROM users WHERE date_trunc('month', signup_ts) = month)", 1],
	['retention', 'a month in which a cohort pauses', "SELECT count(*) FROM users JOIN events USING (user_id) WHERE signup_ts >= '2025-03-01' AND signup_ts < '2025-03-31' AND event_ts >= '2025-07-01' AND event_ts < '2025-08-01'", 0],
	['retention', '… and comes back from', "SELECT count(*) FROM users JOIN events USING (user_id) WHERE signup_ts >= '2025-03-01' AND signup_ts < '2025-03-31' AND event_ts >= '2025-08-01'", 'some'],
	['retention', 'users who do nothing in the month of sign-up and something later', "SELECT count(*) FROM (SELECT user_id FROM users JOIN events USING (user_id) WHERE signup_ts >= '2025-02-01' GROUP BY user_id, signup_ts HAVING date_trunc('month', min(event_ts)) > date_trunc('month', signup_ts))", 'some'],
	['retention', 'users with several events in a month', "SELECT count(*) FROM (SELECT 1 FROM events GROUP BY user_id, date_trunc('month', event_ts) HAVING count(*) > 1)", 'some'],
	['retention', 'events before the sign-up', "SELECT count(*) FROM users JOIN events USING (user_id) WHERE event_ts < signup_ts AND source <> 'import'", 1],
	['retention', 'sign-ups without a time, backdated, in the future', "SELECT count(*) FILTER (signup_ts IS NULL) * 100 + count(*) FILTER (signup_ts < '2025-02-01') * 10 + count(*) FILTER (signup_ts > '2026-05-15 12:00:00') FROM users", 241],
	['retention', 'activity of the next year', 'SELECT count(*) FROM users JOIN events USING (user_id) WHERE year(event_ts) = year(signup_ts) + 1', 'some'],
	['retention', 'days and elapsed time disagree on a 30-day period', "SELECT count(*) FROM users JOIN events USING (user_id) WHERE date_diff('day', signup_ts, event_ts) = 30 AND event_ts < signup_ts + INTERVAL 30 DAY AND user_id = 9303", 1],
	['retention', 'events of users whom nobody knows', 'SELECT count(*) FROM events ANTI JOIN users USING (user_id)', 2],
	['retention', 'events without a time', 'SELECT count(*) FROM events WHERE event_ts IS NULL', 1],
	['retention', 'events of the month that is not over', "SELECT count(*) FROM events WHERE event_ts >= '2026-05-01'", 'some'],

	['commerce', 'months without a sale between months with', "SELECT count(*) FROM (SELECT product_id FROM sales WHERE product_id = 3 GROUP BY 1 HAVING count(DISTINCT date_trunc('month', sale_ts)) < date_diff('month', min(sale_ts), max(sale_ts)))", 1],
	['commerce', 'months with refunds only', "SELECT count(*) FROM (SELECT 1 FROM sales GROUP BY product_id, date_trunc('month', sale_ts) HAVING sum(amount) < 0)", 1],
	['commerce', 'months whose sales come to zero', "SELECT count(*) FROM (SELECT 1 FROM sales GROUP BY product_id, date_trunc('month', sale_ts) HAVING sum(amount) = 0)", 1],
	['commerce', 'a product that was never sold', 'SELECT count(*) FROM products ANTI JOIN sales USING (product_id)', 1],
	['commerce', 'sales of a product that nobody knows', 'SELECT count(*) FROM sales ANTI JOIN products USING (product_id)', 1],
	['commerce', 'products launched, and retired, within the period', "SELECT count(*) FROM (SELECT product_id FROM sales GROUP BY 1 HAVING min(sale_ts) BETWEEN '2025-01-01' AND '2026-03-01' AND count(*) > 5 OR max(sale_ts) < '2025-06-01')", 2],
	['commerce', 'sales before the 24 months', "SELECT count(*) FROM sales WHERE sale_ts < '2024-05-01'", 'some'],
	['commerce', 'sales of the month that is not over', "SELECT count(*) FROM sales WHERE sale_ts >= '2026-05-01'", 'some'],
	['commerce', 'EMEA: three first places, then two more', "SELECT count(*) FROM (SELECT rank() OVER (ORDER BY sum(amount) DESC) AS r FROM sales WHERE region = 'EMEA' AND sale_ts >= '2026-04-01' GROUP BY product_id) WHERE r <= 3", 3],
	['commerce', '… of which DENSE_RANK takes all', "SELECT count(*) FROM (SELECT dense_rank() OVER (ORDER BY sum(amount) DESC) AS r FROM sales WHERE region = 'EMEA' AND sale_ts >= '2026-04-01' GROUP BY product_id) WHERE r <= 3", 5],
	['commerce', 'AMER: DENSE_RANK takes four', "SELECT count(*) FROM (SELECT dense_rank() OVER (ORDER BY sum(amount) DESC) AS r FROM sales WHERE region = 'AMER' AND sale_ts >= '2026-04-01' GROUP BY product_id) WHERE r <= 3", 4],
	['commerce', 'a region with fewer than three products', "SELECT count(*) FROM (SELECT region FROM sales WHERE sale_ts >= '2026-04-01' GROUP BY 1 HAVING count(DISTINCT product_id) < 3)", 1],
	['commerce', 'one name under two ids at the cut', "SELECT count(*) FROM (SELECT 1 FROM (SELECT product_id, any_value(product_name) AS name, sum(amount) AS revenue FROM sales WHERE region = 'LATAM' AND sale_ts >= '2026-04-01' GROUP BY 1) GROUP BY name, revenue HAVING count(*) = 2)", 1],
	['commerce', 'a product under two names within the quarter', "SELECT count(*) FROM (SELECT product_id FROM sales WHERE sale_ts >= '2026-04-01' AND region = 'EMEA' GROUP BY 1 HAVING count(DISTINCT product_name) > 1)", 1],
	['commerce', 'the first instant of the quarter, and the last before it', "SELECT count(*) FROM sales WHERE sale_ts IN ('2026-04-01 00:00:00', '2026-03-31 23:59:59.999')", 2],
	['commerce', 'a product with nothing but a missing amount in a region', "SELECT count(*) FROM (SELECT 1 FROM sales WHERE sale_ts >= '2026-04-01' GROUP BY region, product_id HAVING sum(amount) IS NULL)", 1],
	['commerce', 'orders with one tier, with none, with two', "SELECT count(*) FILTER (n = 1) * 100 + count(*) FILTER (n = 0) * 10 + count(*) FILTER (n = 2) FROM (SELECT o.order_id, count(h.tier) AS n FROM orders AS o LEFT JOIN customer_tier_history AS h ON h.customer_id = o.customer_id AND o.order_ts >= h.valid_from AND (o.order_ts < h.valid_to OR h.valid_to IS NULL) GROUP BY 1)", 13 * 100 + 10 * 10 + 3],
	['commerce', 'orders that a closed interval matches twice', 'SELECT count(*) FROM orders AS o JOIN customer_tier_history AS h USING (customer_id) WHERE o.order_ts = h.valid_to AND EXISTS (FROM customer_tier_history AS n WHERE n.customer_id = h.customer_id AND n.valid_from = h.valid_to)', 2],
	['commerce', 'tiers from one instant', 'SELECT count(*) FROM (SELECT 1 FROM customer_tier_history GROUP BY customer_id, valid_from HAVING count(*) > 1 AND count(DISTINCT loaded_at) = count(*))', 2],
	['commerce', 'rows of no length, and of less', 'SELECT count(*) FROM customer_tier_history WHERE valid_to <= valid_from', 2],
	['commerce', 'customers without history', 'SELECT count(DISTINCT customer_id) FROM orders ANTI JOIN customer_tier_history USING (customer_id)', 1],
	['commerce', 'countries with an odd number of orders, an even one, a single one, no amount', "SELECT count(*) FILTER (n % 2 = 1 AND n > 1) * 1000 + count(*) FILTER (n % 2 = 0 AND n > 0) * 100 + count(*) FILTER (n = 1) * 10 + count(*) FILTER (n = 0) FROM (SELECT count(amount) AS n FROM orders WHERE order_ts > TIMESTAMP '2026-05-15 12:00:00' - INTERVAL 1 YEAR GROUP BY country)", 1411],
	['commerce', 'NULL amounts that shift the middle', "SELECT CAST(list_extract(list_sort(list(amount)), 2) AS INTEGER) FROM orders WHERE country = 'PL'", 20],

	['payments', 'days without a transaction of merchant 1', "SELECT count(*) FROM generate_series(TIMESTAMP '2025-11-01', TIMESTAMP '2026-05-15', INTERVAL 1 DAY) AS d(day) WHERE NOT EXISTS (FROM transactions WHERE merchant_id = 1 AND CAST(txn_ts AS DATE) = day)", 10],
	['payments', 'a merchant whose counts never vary, but once', 'SELECT count(*) FROM (SELECT count(*) AS n FROM transactions WHERE merchant_id = 2 AND txn_ts < DATE \'2026-05-15\' GROUP BY CAST(txn_ts AS DATE)) WHERE n <> 5', 1],
	['payments', 'a merchant with fewer than 14 days', 'SELECT count(*) FROM (SELECT merchant_id FROM transactions GROUP BY 1 HAVING count(DISTINCT CAST(txn_ts AS DATE)) < 14)', 1],
	['payments', 'a merchant without transactions', 'SELECT count(*) FROM merchants ANTI JOIN transactions USING (merchant_id)', 1],
	['payments', 'an old outlier hides a new one', "WITH daily AS (SELECT CAST(txn_ts AS DATE) AS day, count(*) AS n FROM transactions WHERE merchant_id = 5 GROUP BY 1), base AS (SELECT avg(n) AS mean, stddev(n) AS deviation FROM daily WHERE day BETWEEN DATE '2026-02-07' AND DATE '2026-05-07') SELECT count(*) FROM daily, base WHERE day = DATE '2026-05-08' AND n > 2.5 * 10 AND (n - mean) / deviation < 3", 1],
	['payments', 'the last day ends at noon', "SELECT count(*) FROM transactions WHERE txn_ts >= TIMESTAMP '2026-05-15 12:00:00'", 0],
	['payments', 'transactions without a time', 'SELECT count(*) FROM transactions WHERE txn_ts IS NULL', 1],

	['market', 'trades at the instant of a quote, and of two', 'SELECT count(DISTINCT trade_id) * 10 + count(*) FROM trades JOIN quotes ON trades.symbol = quotes.symbol AND trade_ts = quote_ts', 23],
	['market', 'trades before any quote, and without one', 'SELECT count(*) FROM trades AS t WHERE NOT EXISTS (FROM quotes AS q WHERE q.symbol = t.symbol AND q.quote_ts <= t.trade_ts)', 3],
	['market', 'quotes that were withdrawn', 'SELECT count(*) FROM quotes WHERE bid IS NULL', 1],
	['market', 'trades on a quote of the day before', 'SELECT count(*) FROM trades ASOF JOIN quotes ON trades.symbol = quotes.symbol AND trade_ts >= quote_ts WHERE CAST(quote_ts AS DATE) < CAST(trade_ts AS DATE)', 1],

	['graph', 'mutual pairs', 'SELECT count(DISTINCT (a.follower_id, a.followee_id)) FROM follows AS a JOIN follows AS b ON a.follower_id = b.followee_id AND a.followee_id = b.follower_id WHERE a.follower_id < a.followee_id', 8],
	['graph', '… and as many rows as a join without DISTINCT gives', 'SELECT count(*) FROM follows AS a JOIN follows AS b ON a.follower_id = b.followee_id AND a.followee_id = b.follower_id WHERE a.follower_id < a.followee_id', 12],
	['graph', 'edges that stand twice', 'SELECT count(*) FROM (SELECT 1 FROM follows WHERE follower_id IS NOT NULL GROUP BY follower_id, followee_id HAVING count(*) > 1)', 4],
	['graph', 'somebody who follows himself', 'SELECT count(*) FROM follows WHERE follower_id = followee_id', 1],
	['graph', 'edges with NULL', 'SELECT count(*) FROM follows WHERE follower_id IS NULL OR followee_id IS NULL', 3],
	['graph', 'a celebrity', 'SELECT max(n) FROM (SELECT count(*) AS n FROM follows GROUP BY followee_id)', 60],
	['graph', 'a circle of managers', 'SELECT count(*) FROM employees AS a JOIN employees AS b ON b.employee_id = a.manager_id JOIN employees AS c ON c.employee_id = b.manager_id WHERE c.manager_id = a.employee_id AND a.employee_id <> b.employee_id', 3],
	['graph', 'roots, their own managers, managers who are gone', 'SELECT count(*) FILTER (manager_id IS NULL) * 100 + count(*) FILTER (manager_id = employee_id) * 10 + count(*) FILTER (manager_id NOT IN (SELECT employee_id FROM employees)) FROM employees', 211],

	['cdc', 'changes delivered twice', 'SELECT count(*) FROM (SELECT lsn FROM customer_changes GROUP BY lsn HAVING count(*) > 1 AND count(DISTINCT (ts_ms, op, before_customer_id, after_customer_id, after_email, after_plan)) = 1)', 3],
	['cdc', 'an lsn never stands for two changes', 'SELECT count(*) FROM (SELECT lsn FROM customer_changes GROUP BY lsn HAVING count(DISTINCT (ts_ms, op, before_customer_id, after_customer_id, after_email, after_plan)) > 1)', 0],
	['cdc', 'changes that come after a later one of their row', 'SELECT count(*) FROM (SELECT lsn < max(lsn) OVER (PARTITION BY coalesce(after_customer_id, before_customer_id) ORDER BY feed_position) AS late FROM customer_changes) WHERE late', 'some'],
	['cdc', 'rows deleted and inserted again', "SELECT count(DISTINCT d.before_customer_id) FROM customer_changes AS d JOIN customer_changes AS c ON c.after_customer_id = d.before_customer_id AND c.op = 'c' AND d.op = 'd' AND c.lsn > d.lsn", 1],
	['cdc', 'updates that arrive after the delete of their row', "SELECT count(*) FROM customer_changes AS u JOIN customer_changes AS d ON d.before_customer_id = u.after_customer_id AND d.op = 'd' AND u.op = 'u' AND u.lsn < d.lsn AND u.feed_position > d.feed_position AND u.after_customer_id = 4 AND d.feed_position = 8", 1],
	['cdc', 'two changes of a row in one millisecond', 'SELECT count(*) FROM (SELECT 1 FROM customer_changes GROUP BY after_customer_id, ts_ms HAVING count(DISTINCT lsn) > 1 AND after_customer_id IS NOT NULL)', 1],
	['cdc', 'changes that were applied before', 'SELECT count(*) FROM customer_changes AS c JOIN customers AS t ON t.customer_id = c.after_customer_id WHERE c.lsn <= t.applied_lsn', 2],
	['cdc', 'a value that becomes NULL', "SELECT count(*) FROM customer_changes WHERE op = 'u' AND before_email IS NOT NULL AND after_email IS NULL", 1],
	['cdc', 'deletes of rows that nobody has', "SELECT count(*) FROM customer_changes AS d WHERE op = 'd' AND before_customer_id NOT IN (SELECT customer_id FROM customers) AND before_customer_id NOT IN (SELECT after_customer_id FROM customer_changes WHERE after_customer_id IS NOT NULL)", 1],
	['cdc', 'what a later before-image says is what the change before it left', 'SELECT count(*) FROM (SELECT DISTINCT lsn, coalesce(before_customer_id, after_customer_id) AS id, before_plan, after_plan FROM customer_changes WHERE coalesce(before_customer_id, after_customer_id) <> 6) AS c ASOF JOIN (SELECT DISTINCT lsn, after_customer_id AS id, after_plan FROM customer_changes WHERE op <> \'d\') AS p ON c.id = p.id AND c.lsn > p.lsn WHERE c.before_plan <> p.after_plan', 0],

	['dirty', 'lines that stand twice', 'SELECT count(*) FROM (SELECT 1 FROM raw_customers GROUP BY customer_id, full_name, email, country, signup_date HAVING count(*) > 1)', 1],
	['dirty', 'customers of whom two lines say two things', 'SELECT count(*) FROM (SELECT customer_id FROM raw_customers WHERE customer_id IS NOT NULL GROUP BY 1 HAVING count(DISTINCT (full_name, email)) > 1)', 1],
	['dirty', 'days that do not parse', 'SELECT count(*) FROM raw_customers WHERE signup_date IS NOT NULL AND try_cast(signup_date AS DATE) IS NULL', 'some'],
	['dirty', 'words for nothing', "SELECT count(*) FROM raw_customers, LATERAL (SELECT unnest([full_name, email, country, signup_date]) AS value) WHERE lower(value) IN ('null', 'n/a', '-', '')", 8],
	['dirty', 'white space around values', 'SELECT count(*) FROM raw_customers WHERE full_name <> trim(full_name) OR email <> trim(email) OR country <> trim(country)', 3],
	['dirty', 'characters that do not show', 'SELECT count(*) FROM raw_customers WHERE regexp_matches(customer_id || full_name, \'[\\x{FEFF}\\x{00A0}\\x{200B}]\')', 3],
	['dirty', 'one name in two normal forms', 'SELECT count(*) FROM raw_customers AS a JOIN raw_customers AS b ON a.full_name <> b.full_name AND nfc_normalize(a.full_name) = nfc_normalize(b.full_name) AND a.line_no < b.line_no', 1],
	['dirty', 'UTF-8 read as Latin-1', "SELECT count(*) FROM raw_customers WHERE full_name LIKE '%Ã¼%'", 1],
	['dirty', 'countries in wrong case or unknown', 'SELECT count(*) FROM raw_customers WHERE country NOT IN (SELECT country_code FROM countries)', 'some'],
	['dirty', 'negative amounts, refunded and not', "SELECT count(*) FROM raw_orders WHERE try_cast(amount AS DECIMAL(10, 2)) < 0", 2],
	['dirty', 'amounts that do not parse, and one that should not', "SELECT count(*) FILTER (try_cast(amount AS DOUBLE) IS NULL) * 10 + count(*) FILTER (isnan(try_cast(amount AS DOUBLE))) FROM raw_orders", 41],
	['dirty', 'orders of customers who are not there', "SELECT count(*) FROM raw_orders AS o WHERE NOT EXISTS (FROM raw_customers AS c WHERE ltrim(c.customer_id, chr(65279)) = o.customer_id)", 3],
	['dirty', 'times that do not parse', 'SELECT count(*) FROM raw_orders WHERE try_cast(ordered_at AS TIMESTAMP) IS NULL', 4],
	['dirty', 'order numbers that differ in case alone', 'SELECT count(*) FROM (SELECT upper(order_id) FROM raw_orders GROUP BY 1 HAVING count(DISTINCT order_id) > 1)', 1],
];

describe('the rows that make the traps are there', () => {
	test.each(TRAPS)('%s: %s', async (lab, _, sql, count) => {
		const found = Number(await ask(lab, sql));
		if (count === 'some') expect(found).toBeGreaterThan(0);
		else expect(found).toBe(count);
	});
});
