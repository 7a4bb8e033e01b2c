/** What is known of languages by name: the marks of their comments, and which are hard to tell apart. */

const MARKS: Readonly<Record<string, readonly string[]>> = { sql: ['--'], 'c-like': ['//'], python: ['#'], bash: ['#'], yaml: ['#'] };
export const ALL_MARKS = ['# ', '-- ', '// '];

/** Marks of comments in a language; of all languages when it is not known. */
export const marksOf = (lang: string | undefined): readonly string[] => (lang === undefined ? ALL_MARKS : (MARKS[lang] ?? ALL_MARKS));

/** Languages whose lines cannot be told apart line by line. */
const FAMILIES = [
	['properties', 'toml', 'bash', 'dockerfile'],
	['yaml', 'json', 'properties'],
	['plan', 'log'],
];

/** Whether two lines can stand in one sample. */
export const sameFamily = (one: string, other: string): boolean => one === other || FAMILIES.some((family) => family.includes(one) && family.includes(other));
