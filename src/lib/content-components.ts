/** Components a page may use without importing them, with the attributes each must have. */
export const CONTENT_COMPONENTS: Record<string, { required: string[] }> = {
	Misbelief: { required: ['id'] },
	ChapterMap: { required: ['chapter'] },
	CheatSheet: { required: ['tech', 'group'] },
	SampleAnswers: { required: [] },
	SampleAnswer: { required: ['level'] },
	HomeEntrances: { required: [] },
	SearchExamples: { required: [] },
	Shortcuts: { required: [] },
};
