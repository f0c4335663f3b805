import type { ProductList } from '@kindred/contracts';
import { countOf, listOf } from '../../shared/in-words.ts';
import { moneyText } from '../../shared/money-text.ts';

/** Describes a category for search engines and previews: what is in it, from which price, and how well it is rated. */
export function categoryDescription(
  name: string,
  { total, facets }: Pick<ProductList, 'facets' | 'total'>,
): string {
  const kinds = facets.category.filter(({ count }) => count > 0).map(({ label }) => label);
  const brands = facets.brand.slice(0, 2).map(({ label }) => label);
  const range =
    kinds.length > 1 ? `: ${listOf(kinds)}` : brands.length > 1 ? ` by ${brands.join(', ')} and more` : '';
  const { min_minor, currency } = facets.price;
  const from =
    min_minor === null || currency === null
      ? ''
      : `, from ${moneyText({ amount_minor: min_minor, currency })}`;
  const good = facets.rating.find(({ value }) => value === '4')?.count ?? 0;
  return [
    `${countOf(total, 'product')} in ${name}${range}${from}.`,
    ...(good > 0 ? [`${good.toLocaleString('en-US')} with four stars or more.`] : []),
  ].join(' ');
}
