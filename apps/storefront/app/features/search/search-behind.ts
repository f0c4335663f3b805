import type { ProductList } from '@kindred/contracts';
import { isRobot } from '../../shared/page-visit.ts';

/** The id of the search that the links of a list name. Robots get plain links, because each search would be new addresses to them. */
export function searchBehind(
  request: Request,
  { list, onFurtherPage }: { list: ProductList; onFurtherPage: string | undefined },
): string | undefined {
  return isRobot(request) || list.search === null ? undefined : (list.search.search_id ?? onFurtherPage);
}
