/** Keys that work on every page. */
export const SHORTCUTS = [
	{ keys: ['/'], does: 'Search' },
	{ keys: ['Ctrl or ⌘', 'K'], does: 'Search, or close it' },
	{ keys: ['↑', '↓'], does: 'Move through results' },
	{ keys: ['Enter'], does: 'Open the result' },
	{ keys: ['Esc'], does: 'Close what is open' },
	{ keys: ['P'], does: 'Previous page or scenario' },
	{ keys: ['N'], does: 'Next page or scenario' },
	{ keys: ['A'], does: 'Show or hide the answer of a scenario' },
	{ keys: ['?'], does: 'This list' },
] as const;
