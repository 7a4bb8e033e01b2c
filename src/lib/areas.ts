/** The fields that topics belong to; each has its own page of misbeliefs. */
export const AREAS = {
	modeling: 'Data modeling',
	batch: 'Batch processing',
	storage: 'Files and layout',
	streaming: 'Streaming',
	spark: 'Spark and its plans',
	sql: 'SQL',
	python: 'Python',
	lakehouse: 'Lakehouse',
	operations: 'Operations and design',
} as const;

export type Area = keyof typeof AREAS;

export const AREA_IDS = Object.keys(AREAS) as [Area, ...Area[]];
