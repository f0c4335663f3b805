/** @file The drawn mark, a ring and a disc that are joined, in the light colours of the pages. */

export const paper = '#fdfdfb';
export const ink = '#1b1c18';
export const inkMuted = '#5b5c54';
const accent = '#22543d';

/** The mark on a square of 32. */
export const mark = `<path d="M12.2 19.8l7.6-7.6" stroke="${ink}" stroke-width="3"/><circle cx="9" cy="23" r="6.2" fill="none" stroke="${ink}" stroke-width="3"/><circle cx="23" cy="9" r="7.5" fill="${accent}"/>`;
