/**
 * Returns an order number in the shop's spelling, whichever way it was copied: `#k-0123abcdef`, `0123ABCDEF` and `K 0123 ABCDEF` are all `K-0123ABCDEF`.
 * Does not check that the order exists.
 */
export function readOrderNumber(text: string): string {
  const written = text.normalize('NFKC').toUpperCase().replace(/[\s#]/g, '');
  return `K-${written.replace(/^K?\p{Dash_Punctuation}?/u, '')}`;
}
