import type { Shop } from '@kindred/contracts';

/** What the `meta` of every page needs to know of the shop. */
export interface Site {
  /** Where people reach it: absolute, without a slash at the end. */
  publicUrl: string;
  /** Null: the page is made without the shop's data. */
  shop: Shop | null;
}

type RootMatch = { loaderData: Site | undefined } | undefined;

/** From the root's data. */
export function siteOf([root]: readonly [RootMatch, ...unknown[]]): Site {
  return { publicUrl: root?.loaderData?.publicUrl ?? '', shop: root?.loaderData?.shop ?? null };
}

/** “Delivery · Kindred”. */
export function titleOf(title: string, { shop }: Pick<Site, 'shop'>): string {
  return shop === null ? title : `${title} · ${shop.name}`;
}
