interface Part {
	label: string;
	singular: string;
	/** A chapter has an index and topics, to be read in order. */
	chapter?: true;
}

/** The parts of the site by folder, chapters in reading order. */
export const PARTS: Record<string, Part> = {
	modeling: { label: 'Data modeling', singular: 'Chapter: data modeling', chapter: true },
	batch: { label: 'Batch processing', singular: 'Chapter: batch processing', chapter: true },
	streaming: { label: 'Streaming', singular: 'Chapter: streaming', chapter: true },
	spark: { label: 'Spark internals', singular: 'Chapter: Spark internals', chapter: true },
	sql: { label: 'SQL', singular: 'Chapter: SQL', chapter: true },
	python: { label: 'Python', singular: 'Chapter: Python', chapter: true },
	lakehouse: { label: 'Lakehouse', singular: 'Chapter: lakehouse', chapter: true },
	'case-study': { label: 'Case study', singular: 'Case study', chapter: true },
	scenarios: { label: 'Scenarios', singular: 'Scenario' },
	lab: { label: 'SQL lab', singular: 'SQL lab' },
	practice: { label: 'Practice', singular: 'Practice' },
	review: { label: 'Review', singular: 'Review' },
	interview: { label: 'Interview guide', singular: 'Interview guide' },
	reference: { label: 'Reference', singular: 'Reference' },
};

/** Folders of the chapters, in reading order. */
export const CHAPTERS = Object.keys(PARTS).filter((part) => PARTS[part]?.chapter);
