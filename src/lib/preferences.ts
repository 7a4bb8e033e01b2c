/** Names under which the reader's choices are kept on their device. */
export const HOLD_ANSWERS_KEY = 'watermark-hold-answers';
/** The filtered list last looked at, for "previous" and "next": `{ query, items: [{ path, title }] }`. Per tab. */
export const CURRENT_LIST_KEY = 'watermark-current-list';
