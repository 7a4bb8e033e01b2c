/** The parts of the site, by folder. */
export const PARTS: Record<string, { label: string; singular: string }> = {
	streaming: { label: 'Streaming', singular: 'Chapter: streaming' },
	spark: { label: 'Spark internals', singular: 'Chapter: Spark internals' },
	lakehouse: { label: 'Lakehouse', singular: 'Chapter: lakehouse' },
	scenarios: { label: 'Scenarios', singular: 'Scenario' },
	lab: { label: 'SQL lab', singular: 'SQL lab' },
	interview: { label: 'Interview guide', singular: 'Interview guide' },
	reference: { label: 'Reference', singular: 'Reference' },
};
