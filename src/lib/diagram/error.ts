/** A diagram that cannot be drawn as it is written. */
export class DiagramError extends Error {
	/** 1-based line within the diagram's source. */
	readonly line: number;

	constructor(message: string, line: number) {
		super(message);
		this.name = 'DiagramError';
		this.line = line;
	}
}
