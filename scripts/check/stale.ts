/** Lists pages by the day they were last checked, oldest first: `npm run check:stale`. */
import { checkContent } from '../../src/lib/check-content.ts';
import { checkDates, formatCheckDates } from '../../src/lib/stale.ts';

const { pages } = checkContent('content');
const dates = checkDates(pages);
console.log(formatCheckDates(dates));
console.log(`${dates.length} pages checked, ${pages.length - dates.length} without a date`);
