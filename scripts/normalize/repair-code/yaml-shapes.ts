/** Keys of well-known YAML files by the key that holds them: they tell where a line without indentation belongs. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const DBT_NODE =
	'name description columns tests data_tests config meta docs constraints freshness loaded_at_field identifier tags access group latest_version versions';
const DBT_TESTS =
	'unique not_null accepted_values relationships dbt_utils.accepted_range dbt_utils.recency '
	+ 'dbt_utils.unique_combination_of_columns dbt_utils.expression_is_true';
const CONTAINER = 'name image command args env envFrom ports resources volumeMounts livenessProbe readinessProbe imagePullPolicy workingDir securityContext';

/** `''` is the document itself; `x.*` what stands below a name of the author's own in `x`. */
const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
	// Docker Compose
	'services.*': words(
		'image build ports environment env_file depends_on volumes command entrypoint networks healthcheck restart deploy container_name '
		+ 'user labels hostname profiles logging secrets configs working_dir expose',
	),
	healthcheck: words('test interval timeout retries start_period'),
	build: words('context dockerfile args target'),
	'depends_on.*': words('condition restart'),
	// GitHub workflows
	'jobs.*': words('name runs-on needs if steps env strategy services permissions timeout-minutes container outputs concurrency defaults environment'),
	steps: words('name id uses run with env if shell working-directory continue-on-error timeout-minutes'),
	strategy: words('matrix fail-fast max-parallel'),
	push: words('branches tags paths paths-ignore branches-ignore'),
	pull_request: words('branches types paths paths-ignore'),
	schedule: words('cron'),
	// dbt
	models: words(DBT_NODE),
	seeds: words(DBT_NODE),
	snapshots: words(DBT_NODE),
	sources: words(`${DBT_NODE} database schema tables loader quoting`),
	tables: words(DBT_NODE),
	columns: words('name description tests data_tests data_type meta tags quote constraints'),
	tests: words(DBT_TESTS),
	data_tests: words(DBT_TESTS),
	exposures: words('name type owner depends_on url description maturity label'),
	freshness: words('warn_after error_after filter'),
	warn_after: words('count period'),
	error_after: words('count period'),
	accepted_values: words('values quote config severity'),
	relationships: words('to field config severity'),
	// Kubernetes
	metadata: words('name namespace labels annotations generateName'),
	template: words('metadata spec'),
	containers: words(CONTAINER),
	initContainers: words(CONTAINER),
	resources: words('requests limits'),
	requests: words('cpu memory storage'),
	limits: words('cpu memory storage'),
	selector: words('matchLabels matchExpressions app'),
	// Prometheus
	groups: words('name rules interval'),
	rules: words('alert record expr for labels annotations'),
	annotations: words('summary description runbook runbook_url dashboard'),
	global: words('scrape_interval evaluation_interval scrape_timeout'),
	scrape_configs: words('job_name static_configs metrics_path scrape_interval scheme'),
	static_configs: words('targets labels'),
};

/** Keys of which a file begins to be one of these, with what else stands at its margin. */
const ROOTS: readonly (readonly [needs: string, keys: ReadonlySet<string>])[] = [
	['services', words('version services volumes networks secrets configs name')],
	['jobs', words('name on jobs env permissions concurrency defaults run-name')],
	['models', words('version models sources seeds snapshots exposures macros')],
	['sources', words('version models sources seeds snapshots exposures macros')],
	['apiVersion', words('apiVersion kind metadata spec data stringData type')],
	['groups', words('groups')],
	['scrape_configs', words('global scrape_configs rule_files alerting')],
];

/** Keys that hold names of the author's own. */
const NAMED = words('services jobs volumes networks labels matchLabels environment env with depends_on matrix');

/** What may stand at the margin of a document with these keys; undefined where it is no known one. */
export const rootKeys = (keys: ReadonlySet<string>): ReadonlySet<string> | undefined => ROOTS.find(([needs]) => keys.has(needs))?.[1];

/** The kind of place below `key`, given the kind of the place it stands in. */
export const kindBelow = (key: string, kind: string): string => (NAMED.has(kind) ? `${kind}.*` : key);

/** Whether a key belongs into a place of a kind: undefined where the place is not known. */
export function belongs(key: string, kind: string): boolean | undefined {
	if (NAMED.has(kind)) return undefined;
	return CHILDREN[kind]?.has(key);
}
