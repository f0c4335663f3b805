/**
 * Picks items that differ. It starts with the first item and then always adds the one whose title shares the fewest words with those
 * already picked. Between equals, the earlier one wins.
 */
export function variedItems<Item extends { product: { title: string } }>(
  items: readonly Item[],
  count: number,
): Item[] {
  const rest = [...items];
  const picked = rest.splice(0, 1);
  const seen = new Set(wordsOf(picked[0]));
  while (picked.length < count && rest.length > 0) {
    const shared = rest.map((item) => wordsOf(item).filter((word) => seen.has(word)).length);
    const [next] = rest.splice(shared.indexOf(Math.min(...shared)), 1);
    if (next) picked.push(next);
    for (const word of wordsOf(next)) seen.add(word);
  }
  return picked;
}

function wordsOf(item: { product: { title: string } } | undefined): string[] {
  return item?.product.title.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
