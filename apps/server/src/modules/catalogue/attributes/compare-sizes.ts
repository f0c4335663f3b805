/** The spellings that shops use, from the smallest. */
const letters = ['XXXS', 'XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL'];
const words = ['EXTRA SMALL', 'SMALL', 'MEDIUM', 'LARGE', 'EXTRA LARGE'];

/** `2XL` is `XXL`. */
function rankOf(size: string): number | undefined {
  const name = size.trim().toUpperCase().replace(/[-_]+/g, ' ');
  const numbered = /^([2-9])(X[SL])$/.exec(name);
  if (numbered) return letters.indexOf('M') + (numbered[2] === 'XS' ? -1 : 1) * (1 + Number(numbered[1]));
  const inWords = words.indexOf(name);
  const rank = letters.indexOf(inWords < 0 ? name : ['XS', 'S', 'M', 'L', 'XL'][inWords]!);
  return rank < 0 ? undefined : rank;
}

function keyOf(size: string): { tier: number; value: number } {
  const rank = rankOf(size);
  if (rank !== undefined) return { tier: 0, value: rank };
  const number = Number.parseFloat(size);
  return Number.isNaN(number) ? { tier: 2, value: 0 } : { tier: 1, value: number };
}

const alike = new Intl.Collator('en', { numeric: true });

/** Sorts sizes from the smallest: letters, then numbers, then anything else. */
export function compareSizes(a: string, b: string): number {
  const [first, second] = [keyOf(a), keyOf(b)];
  return first.tier - second.tier || first.value - second.value || alike.compare(a, b);
}
