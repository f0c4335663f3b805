/**
 * An order number as the shop writes it, however somebody copied it: `#k-0123abcdef`, `0123ABCDEF` and `K 0123 ABCDEF` are all `K-0123ABCDEF`.
 * Whether there is such an order is another question.
 */
export function readOrderNumber(text: string): string {
  const written = text.normalize('NFKC').toUpperCase().replace(/[\s#]/g, '');
  return `K-${written.replace(/^K?\p{Dash_Punctuation}?/u, '')}`;
}
