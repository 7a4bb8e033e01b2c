import type { SourceLine } from '../model.ts';
import { classify, type LineClass } from './lines.ts';

/** Lines of a document with what each is by itself, classified once and on demand. */
export class Lines {
	readonly lines: readonly SourceLine[];
	readonly words: ReadonlyMap<string, number>;
	readonly #classes = new Map<number, LineClass>();

	constructor(lines: readonly SourceLine[], words: ReadonlyMap<string, number>) {
		this.lines = lines;
		this.words = words;
	}

	text(index: number): string {
		return this.lines[index]?.text ?? '';
	}

	/** A line was replaced by a part of it. */
	forget(index: number): void {
		this.#classes.delete(index);
	}

	class(index: number): LineClass {
		let found = this.#classes.get(index);
		if (found === undefined) {
			found = classify(this.text(index));
			this.#classes.set(index, found);
			// Only lines near by are asked for again.
			if (this.#classes.size > 4096) for (const key of this.#classes.keys()) if (key < index - 128) this.#classes.delete(key);
		}
		return found;
	}
}
