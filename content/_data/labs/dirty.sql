-- Dirty: customers and orders as they landed from files, every column text, with all that goes wrong on the way.
-- Characters that do not show are written as chr(code): 160 no-break space, 8203 zero-width space, 65279 byte order mark,
-- 769 combining acute accent.

CREATE TABLE countries (
	country_code VARCHAR PRIMARY KEY,
	country_name VARCHAR NOT NULL
);
INSERT INTO countries VALUES
	('BR', 'Brazil'), ('DE', 'Germany'), ('FR', 'France'), ('GB', 'United Kingdom'), ('IN', 'India'), ('US', 'United States');

CREATE TABLE raw_customers (
	file_name VARCHAR NOT NULL,
	line_no INTEGER NOT NULL,
	customer_id VARCHAR,
	full_name VARCHAR,
	email VARCHAR,
	country VARCHAR,
	signup_date VARCHAR
);
INSERT INTO raw_customers VALUES
	-- The byte order mark of the file sits in the first field.
	('customers_0510.csv', 1, chr(65279) || '001', 'Anna Weber', 'anna.weber@example.com', 'DE', '2026-01-15'),
	('customers_0510.csv', 2, '002', 'Jürgen Müller', 'j.mueller@example.com', 'DE', '2026-01-16'),
	-- UTF-8 that was read as Latin-1.
	('customers_0510.csv', 3, '003', 'JÃ¼rgen MÃ¼ller', 'j.mueller@example.com', 'DE', '2026-01-16'),
	('customers_0510.csv', 4, '004', 'Zoé Laurent', 'zoe@example.com', 'FR', '2026-01-17'),
	-- The same name with the accent as a character of its own.
	('customers_0510.csv', 5, '005', 'Zoe' || chr(769) || ' Laurent', 'zoe@example.com', 'FR', '2026-01-17'),
	-- Case and white space.
	('customers_0510.csv', 6, '006', '  Marc Petit ', ' Marc.Petit@Example.COM ', 'fr', '2026-01-18'),
	('customers_0510.csv', 7, '007', 'John' || chr(160) || 'Smith', 'john.smith@example.com', 'us', '01/19/2026'),
	('customers_0510.csv', 8, '7', 'John Smith', 'JOHN.SMITH@EXAMPLE.COM', 'USA', '2026-01-19'),
	('customers_0510.csv', 9, '008', 'Priya' || chr(8203) || ' Nair', 'priya@example.com', 'India', '20260120'),
	-- A line that stands twice.
	('customers_0510.csv', 10, '009', 'Tom Baker', 'tom@example.com', 'GB', '2026-01-21'),
	('customers_0510.csv', 11, '009', 'Tom Baker', 'tom@example.com', 'GB', '2026-01-21'),
	-- The next file says something else of the same customer.
	('customers_0511.csv', 1, '009', 'Thomas Baker', 'tom.baker@example.com', 'UK', '2026-01-21'),
	-- Words that mean "nothing".
	('customers_0511.csv', 2, '010', 'NULL', 'n/a', 'N/A', 'null'),
	('customers_0511.csv', 3, '011', '', '', '-', ''),
	('customers_0511.csv', 4, '012', 'Luiza Costa', NULL, 'BR', NULL),
	('customers_0511.csv', 5, NULL, 'No Number', 'lost@example.com', 'DE', '2026-01-25'),
	-- Days that are none, and days that could be two.
	('customers_0511.csv', 6, '013', 'Ravi Patel', 'ravi@example.com', 'IN', '2026-02-30'),
	('customers_0511.csv', 7, '014', 'Grace Lee', 'grace@example', 'US', '03/04/2026'),
	('customers_0511.csv', 8, '015', 'Otto Klein', 'otto@@example.com', 'DE', '13.04.2026'),
	('customers_0511.csv', 9, '016', 'Ines Roth', 'ines@example.com', ' de', '2062-01-01'),
	('customers_0511.csv', 10, '017', 'Mia Wolf', 'mia@example.com', 'XX', '0000-00-00'),
	('customers_0511.csv', 11, '018', 'O''Brien, Sean', 'sean@example.com', 'GB', '46113'),
	-- A delimiter inside the name moved everything by a column.
	('customers_0511.csv', 12, '019', 'Garcia', ' Maria', 'maria@example.com', 'US');

CREATE TABLE raw_orders (
	file_name VARCHAR NOT NULL,
	line_no INTEGER NOT NULL,
	order_id VARCHAR,
	customer_id VARCHAR,
	ordered_at VARCHAR,
	amount VARCHAR,
	currency VARCHAR,
	status VARCHAR
);
INSERT INTO raw_orders VALUES
	('orders_0510.csv', 1, 'A-1', '001', '2026-05-01T10:00:00Z', '19.90', 'EUR', 'paid'),
	('orders_0510.csv', 2, 'A-2', '002', '2026-05-01 11:30:00', '5.00', 'EUR', 'PAID'),
	-- A line that stands twice, and the same order with a new status.
	('orders_0510.csv', 3, 'A-2', '002', '2026-05-01 11:30:00', '5.00', 'EUR', 'PAID'),
	('orders_0511.csv', 1, 'A-2', '002', '2026-05-01 11:30:00', '5.00', 'EUR', 'refunded'),
	-- The same order number in another case.
	('orders_0510.csv', 4, 'a-1', '001', '2026-05-01T10:00:00Z', '19.90', 'eur', 'Paid '),
	-- Comma or point.
	('orders_0510.csv', 5, 'A-3', '004', '2026-05-02T09:00:00+02:00', '1.234,56', 'EUR', 'paid'),
	('orders_0510.csv', 6, 'A-4', '007', '05/02/2026 09:15 PM', '1,234.56', 'USD', 'paid'),
	('orders_0510.csv', 7, 'A-5', '7', '2026-05-02T21:15:00-05:00', '$12.00', 'USD', 'paid'),
	('orders_0510.csv', 8, 'A-6', '008', '2026-05-03', ' 7.5 ', 'INR', 'paid'),
	-- Amounts that cannot be, or can only be one thing.
	('orders_0510.csv', 9, 'A-7', '009', '2026-05-03 08:00:00', '-15.00', 'GBP', 'paid'),
	('orders_0510.csv', 10, 'A-8', '009', '2026-05-03 08:05:00', '-15.00', 'GBP', 'refunded'),
	('orders_0510.csv', 11, 'A-9', '009', '2026-05-03 08:10:00', '0', 'GBP', 'paid'),
	('orders_0510.csv', 12, 'A-10', '012', '2026-05-03 08:15:00', 'NaN', 'BRL', 'paid'),
	('orders_0510.csv', 13, 'A-11', '012', '2026-05-03 08:20:00', '', 'BRL', 'paid'),
	('orders_0510.csv', 14, 'A-12', '012', '2026-05-03 08:25:00', '9999999.99', 'BRL', 'paid'),
	('orders_0510.csv', 15, 'A-13', '012', '2026-05-03 08:30:00', '1e3', 'BRL', 'paid'),
	-- Customers who are not there.
	('orders_0510.csv', 16, 'A-14', '404', '2026-05-04 08:00:00', '10.00', 'EUR', 'paid'),
	('orders_0510.csv', 17, 'A-15', '', '2026-05-04 08:05:00', '10.00', 'EUR', 'paid'),
	('orders_0510.csv', 18, 'A-16', NULL, '2026-05-04 08:10:00', '10.00', 'EUR', 'paid'),
	-- Times that are none: no such hour in Berlin that night, no such minute, seconds since 1970.
	('orders_0511.csv', 2, 'A-17', '001', '2026-03-29 02:30:00', '10.00', 'EUR', 'paid'),
	('orders_0511.csv', 3, 'A-18', '001', '2026-05-04 08:61:00', '10.00', 'EUR', 'paid'),
	('orders_0511.csv', 4, 'A-19', '001', '1777881600', '10.00', 'EUR', 'paid'),
	('orders_0511.csv', 5, 'A-20', '001', 'yesterday', '10.00', NULL, NULL);

COMMENT ON TABLE countries IS 'The countries that count as valid.';
COMMENT ON COLUMN countries.country_code IS 'ISO 3166 code.';
COMMENT ON COLUMN countries.country_name IS 'English name.';
COMMENT ON TABLE raw_customers IS 'Customers as they landed, one row a line, all text.';
COMMENT ON COLUMN raw_customers.file_name IS 'The file; a later one corrects an earlier.';
COMMENT ON COLUMN raw_customers.line_no IS 'Line in the file.';
COMMENT ON COLUMN raw_customers.customer_id IS 'Number of the customer, meant to have three digits.';
COMMENT ON COLUMN raw_customers.full_name IS 'First and last name.';
COMMENT ON COLUMN raw_customers.email IS 'Address.';
COMMENT ON COLUMN raw_customers.country IS 'Meant to be an ISO 3166 code.';
COMMENT ON COLUMN raw_customers.signup_date IS 'Meant to be yyyy-mm-dd.';
COMMENT ON TABLE raw_orders IS 'Orders as they landed, one row a line, all text.';
COMMENT ON COLUMN raw_orders.file_name IS 'The file; a later one corrects an earlier.';
COMMENT ON COLUMN raw_orders.line_no IS 'Line in the file.';
COMMENT ON COLUMN raw_orders.order_id IS 'Number of the order.';
COMMENT ON COLUMN raw_orders.customer_id IS 'Who ordered; not every one is in raw_customers.';
COMMENT ON COLUMN raw_orders.ordered_at IS 'Meant to be a timestamp.';
COMMENT ON COLUMN raw_orders.amount IS 'Meant to be a decimal number.';
COMMENT ON COLUMN raw_orders.currency IS 'ISO 4217 code.';
COMMENT ON COLUMN raw_orders.status IS 'paid or refunded.';
