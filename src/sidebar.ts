import { CHAPTERS, PARTS } from './lib/parts.ts';

/** The navigation: practice first, then the chapters in reading order, then what one looks up. */
export const sidebar = [
	{
		label: 'Practice',
		items: [
			{ label: 'All scenarios', link: '/scenarios/' },
			{ label: 'Easy', link: '/scenarios/?difficulty=easy' },
			{ label: 'Medium', link: '/scenarios/?difficulty=medium' },
			{ label: 'Hard', link: '/scenarios/?difficulty=hard' },
			{ label: 'Practice sets', link: '/practice/' },
			{ label: 'Review', link: '/review/' },
			{ label: 'SQL lab', link: '/lab/' },
			{ label: 'Interview guide', items: [{ autogenerate: { directory: 'content/interview' } }], collapsed: true },
		],
	},
	...CHAPTERS.map((chapter) => ({
		label: PARTS[chapter]?.label ?? chapter,
		items: [{ autogenerate: { directory: `content/${chapter}` } }],
		collapsed: true,
	})),
	{
		label: 'Look up',
		items: [
			{ label: 'Search', link: '/search/' },
			{ label: 'Glossary', link: '/reference/glossary/' },
			{ label: 'Misbeliefs', link: '/reference/misbeliefs/' },
			{ label: 'Cheat sheets', link: '/reference/cheat-sheets/' },
			{ label: 'Reading paths', link: '/reference/reading-paths/' },
			{ label: 'Source map', link: '/reference/sources/' },
			{ label: 'How to use this site', link: '/reference/how-to-use/' },
		],
	},
];
