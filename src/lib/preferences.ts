/** Names under which the reader's choices are kept on their device. */
export const HOLD_ANSWERS_KEY = 'watermark-hold-answers';
/** The filtered list last looked at, for "previous" and "next": `{ query, items: [{ path, title }] }`. Per tab. */
export const CURRENT_LIST_KEY = 'watermark-current-list';
/** What the reader has done: `Progress` of `practice/progress.ts`. */
export const PROGRESS_KEY = 'watermark-progress';
/** Progress that could not be read is put aside under this name, so that nothing is lost. */
export const DAMAGED_PROGRESS_KEY = 'watermark-progress-damaged';
