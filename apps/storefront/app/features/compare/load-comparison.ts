import type { ListedProduct, Product } from '@kindred/contracts';
import { data } from 'react-router';
import { type ApiAnswers, outageStatus } from '../../shared/api-answers.ts';
import { mostCompared } from './compare-list.ts';

export interface Comparison {
  /** Those of one kind, in the order of the address. */
  products: Product[];
  kind: Product['categories'][number] | undefined;
  /** The titles of those of other kinds. */
  otherKinds: string[];
  /** How many the shop does not have, or not any more. */
  goneCount: number;
  /** What else could be compared. */
  suggestions: ListedProduct[];
}

const suggested = 10;

export async function loadComparison(answers: ApiAnswers, ids: readonly number[]): Promise<Comparison> {
  const found = await Promise.all(ids.map((id) => findProduct(answers, id)));
  const all = found.filter((product) => product !== undefined);
  const kind = all[0]?.categories.at(-1);
  const isOfKind = ({ categories }: Product) => categories.at(-1)?.slug === kind?.slug;
  const products = all.filter(isOfKind);
  return {
    products,
    kind,
    otherKinds: all.filter((product) => !isOfKind(product)).map(({ title }) => title),
    goneCount: ids.length - all.length,
    suggestions:
      kind !== undefined && products.length < mostCompared
        ? await findSuggestions(answers, { products, kind: kind.slug })
        : [],
  };
}

async function findProduct({ api, attempt }: ApiAnswers, id: number): Promise<Product | undefined> {
  const { answer, problem } = await attempt(api.product(id));
  if (answer) return answer;
  if (problem.status === 404 || problem.status === 410) return undefined;
  throw data(null, { status: outageStatus(problem) });
}

/** The best known of the kind; those that are similar to the first product come first. */
async function findSuggestions(
  { api, optional }: ApiAnswers,
  { products, kind }: { products: readonly Product[]; kind: string },
): Promise<ListedProduct[]> {
  const [similar, list] = await Promise.all([
    optional(api.similar(products[0]!.product_id, { limit: 12 })),
    optional(api.products({ category: kind, limit: 24 })),
  ]);
  const near = new Set(similar?.items.map(({ product }) => product.product_id));
  const isNear = ({ product_id }: ListedProduct) => near.has(product_id);
  const others = (list?.items ?? []).filter(
    ({ product_id, comparable_in }) =>
      comparable_in === kind && !products.some((product) => product.product_id === product_id),
  );
  return [...others.filter(isNear), ...others.filter((one) => !isNear(one))].slice(0, suggested);
}
