import type { ViewedProduct } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';

/** Two pages of the widest shelf. */
const onShelf = 12;

/** For the shelf: the products that the visitor opened last, without those that the page shows already. */
export async function loadRecentlyViewed(
  { api, optional }: ApiAnswers,
  { exclude }: { exclude?: string } = {},
): Promise<ViewedProduct[]> {
  const viewed = await optional(api.viewed({ limit: onShelf, ...(exclude && { exclude }) }));
  return viewed?.items ?? [];
}
