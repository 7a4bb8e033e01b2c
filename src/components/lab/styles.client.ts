import styles from '../../styles/lab-page.css?url';

/** Loads the styles of editor, status and result: no page pays for them before a query is run. */
export function loadStyles(): void {
	if (document.querySelector(`link[href="${styles}"]`)) return;
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = styles;
	document.head.append(link);
}
