/** The name of the site, as readers meet it in titles, cards, feeds and on a home screen. */
export const SITE_NAME = 'Watermark';
