/**
 * An Anki package (.apkg): a ZIP with a SQLite collection of schema 11, which every Anki since 2.0 imports.
 * Source of the format: ankitects/anki, `rslib/src/storage/schema11.sql`.
 */
import { strToU8, zipSync } from 'fflate';
import type { SqlJsStatic } from 'sql.js';
import type { ExportCard } from './export-card.ts';

// Fixed: a later export updates the notes of an earlier one instead of adding to them.
const MODEL_ID = 1_763_683_200_000;
const DECK_ID = 1_763_683_200_001;
const FIRST_NOTE_ID = 1_763_683_300_000;
const FIELD_SEPARATOR = '\x1f';

const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

const FIELDS = ['Question', 'Answer', 'Number', 'Title', 'Link'];
const CSS = '.card { font-family: sans-serif; font-size: 18px; line-height: 1.5; text-align: left; max-width: 44em; margin: 0 auto; } pre { overflow-x: auto; } table { border-collapse: collapse; } th, td { border: 1px solid; padding: 0.2em 0.5em; }';

/** Bytes of a package that holds a note a card. `origin` makes links whole, `now` is the time of the export. */
export async function toAnkiPackage(SQL: SqlJsStatic, cards: ExportCard[], { name, origin, now }: { name: string; origin: string; now: Date }): Promise<Uint8Array> {
	const db = new SQL.Database();
	try {
		const seconds = Math.floor(now.getTime() / 1000);
		db.run(SCHEMA);
		db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
			seconds,
			now.getTime(),
			now.getTime(),
			JSON.stringify({ activeDecks: [1], curDeck: 1, curModel: String(MODEL_ID), nextPos: 1, sortType: 'noteFld', sortBackwards: false, addToCur: true, dayLearnFirst: false, newSpread: 0, dueCounts: true, estTimes: true, collapseTime: 1200, timeLim: 0 }),
			JSON.stringify({ [MODEL_ID]: model(name, seconds) }),
			JSON.stringify({ 1: deck(1, 'Default', seconds), [DECK_ID]: deck(DECK_ID, name, seconds) }),
			JSON.stringify({ 1: OPTIONS }),
			'{}',
		]);
		for (const [position, card] of cards.entries()) {
			const link = new URL(card.path, origin).href;
			const id = FIRST_NOTE_ID + card.number;
			const fields = [card.question, `${card.answer}<p><a href="${link}">${link}</a></p>`, String(card.number), escapeHtml(card.title), link];
			const tags = ` ${[card.difficulty, card.kind, ...card.tech, ...card.topics].join(' ')} `;
			db.run('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)', [id, `watermark-${card.number}`, MODEL_ID, seconds, tags, fields.join(FIELD_SEPARATOR), plain(card.question), await checksum(plain(card.question)), '']);
			db.run('INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)', [id, id, DECK_ID, seconds, position + 1, '']);
		}
		return zipSync({ 'collection.anki2': db.export(), media: strToU8('{}') });
	} finally {
		db.close();
	}
}

const plain = (html: string) => html.replace(/<[^>]*>/g, '');
const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What Anki finds duplicates by: the first 32 bits of the SHA-1 of the first field without its markup. */
async function checksum(text: string): Promise<number> {
	const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text));
	return new DataView(digest).getUint32(0);
}

function model(name: string, seconds: number) {
	return {
		id: MODEL_ID,
		name: `${name} scenario`,
		type: 0,
		mod: seconds,
		usn: -1,
		sortf: 0,
		did: DECK_ID,
		tmpls: [
			{
				name: 'Question',
				ord: 0,
				qfmt: '<p>{{Number}}. <b>{{Title}}</b></p>{{Question}}',
				afmt: '{{FrontSide}}<hr id="answer">{{Answer}}',
				did: null,
				bqfmt: '',
				bafmt: '',
			},
		],
		flds: FIELDS.map((field, ord) => ({ name: field, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] })),
		css: CSS,
		latexPre: '',
		latexPost: '',
		latexsvg: false,
		req: [[0, 'any', [0, 2, 3]]],
		tags: [],
		vers: [],
	};
}

const deck = (id: number, name: string, seconds: number) => ({
	id,
	name,
	desc: '',
	mod: seconds,
	usn: -1,
	collapsed: false,
	browserCollapsed: false,
	newToday: [0, 0],
	revToday: [0, 0],
	lrnToday: [0, 0],
	timeToday: [0, 0],
	dyn: 0,
	conf: 1,
	extendNew: 0,
	extendRev: 0,
});

/** Anki's own defaults for a deck. */
const OPTIONS = {
	id: 1,
	name: 'Default',
	mod: 0,
	usn: 0,
	maxTaken: 60,
	autoplay: true,
	timer: 0,
	replayq: true,
	dyn: false,
	new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20, separate: true },
	rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, fuzz: 0.05, minSpace: 1, hardFactor: 1.2 },
	lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
};
