/** A question with its answer, as it leaves the site. */
export interface ExportCard {
	number: number;
	title: string;
	difficulty: string;
	kind: string;
	tech: string[];
	topics: string[];
	minutes: number;
	/** HTML of the question. */
	question: string;
	/** HTML of the section "Answer". */
	answer: string;
	/** Address of the page, from the root of the host. */
	path: string;
}
