/** A regular expression written over several lines: alternatives, cut at any `|`. */
export const pattern = (flags: string, parts: readonly string[]): RegExp => new RegExp(parts.join('|'), flags);
