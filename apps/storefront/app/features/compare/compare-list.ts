/** @file The products that a shopper wants to compare. The browser keeps them; the address of the comparison names them. */

export interface ComparedProduct {
  readonly id: number;
  readonly title: string;
  readonly imageUrl: string | null;
}

export interface CompareList {
  /** The slug of the category that all of them are in. */
  readonly kind: string;
  readonly products: readonly ComparedProduct[];
}

export const mostCompared = 4;

export const emptyList: CompareList = { kind: '', products: [] };

export const hasProduct = ({ products }: CompareList, id: number): boolean =>
  products.some((product) => product.id === id);

/** Adds a product, or says why it cannot be added. */
export function withProduct(
  list: CompareList,
  product: ComparedProduct,
  kind: string,
): CompareList | 'full' | 'other-kind' {
  if (hasProduct(list, product.id)) return list;
  if (list.products.length > 0 && list.kind !== kind) return 'other-kind';
  if (list.products.length >= mostCompared) return 'full';
  return { kind, products: [...list.products, product] };
}

export function withoutProduct(list: CompareList, id: number): CompareList {
  const products = list.products.filter((product) => product.id !== id);
  return products.length === 0 ? emptyList : { ...list, products };
}

/** The address of the comparison of these products. */
export function comparePath(ids: readonly number[], { onlyDifferences = false } = {}): string {
  return `/compare?ids=${ids.join(',')}${onlyDifferences ? '&only=differences' : ''}`;
}

/** The first four different ids of an address, and whether it has more. */
export function parseIds(text: string): { ids: number[]; hasMore: boolean } {
  const all = [...new Set(text.split(/[\s,]+/).flatMap((word) => productIdOf(Number(word)) ?? []))];
  return { ids: all.slice(0, mostCompared), hasMore: all.length > mostCompared };
}

/** Reads what a browser kept, perhaps in another version of the shop. */
export function parseList(text: string | null): CompareList {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '');
  } catch {
    return emptyList;
  }
  const { kind, products } = (kept ?? {}) as Partial<Record<keyof CompareList, unknown>>;
  if (typeof kind !== 'string' || kind === '' || !Array.isArray(products)) return emptyList;
  const read = products.flatMap((product) => readProduct(product) ?? []);
  const different = read.filter(({ id }, place) => read.findIndex((one) => one.id === id) === place);
  return different.length === 0 ? emptyList : { kind, products: different.slice(0, mostCompared) };
}

function readProduct(kept: unknown): ComparedProduct | undefined {
  const { id, title, imageUrl } = (kept ?? {}) as Partial<Record<keyof ComparedProduct, unknown>>;
  const productId = typeof id === 'number' ? productIdOf(id) : undefined;
  if (productId === undefined || typeof title !== 'string') return undefined;
  return { id: productId, title, imageUrl: typeof imageUrl === 'string' ? imageUrl : null };
}

const productIdOf = (id: number): number | undefined =>
  Number.isInteger(id) && id >= 1 && id <= 2_147_483_647 ? id : undefined;
