import type { Brand } from '@kindred/contracts';
import { data, type RouterContextProvider, redirect } from 'react-router';
import { askApi, loadPopular } from '../../shared/api-answers.ts';
import { brandPath } from '../../shared/paths.ts';

/** What the page of an unknown brand shows: the name, and brands with similar names. */
export interface MissingBrand {
  readonly name: string;
  readonly alike: readonly Brand[];
}

const longestName = 200;

/**
 * For a brand whose list is empty. Returns undefined if the shop has products of the brand. Otherwise, returns what the page throws: a
 * redirect to the only brand that is written alike, or a page that is not found.
 */
export async function missingBrand(
  context: Readonly<RouterContextProvider>,
  name: string,
  search: string,
): Promise<Response | ReturnType<typeof data> | undefined> {
  const { api, optional } = askApi(context);
  const isName = name !== '' && name.length <= longestName;
  const found = isName ? await optional(api.brands({ like: name })) : null;
  const alike = found?.items ?? [];
  if (alike.some((brand) => brand.name === name)) return undefined;
  const same = alike.filter((brand) => brand.is_same);
  if (same.length === 1) return redirect(brandPath(same[0]!.name) + search, 301);
  const brand: MissingBrand = { name, alike };
  return data({ popular: await loadPopular(context), brand }, { status: 404 });
}
