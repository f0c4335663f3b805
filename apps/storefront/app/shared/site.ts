import type { Shop } from '@kindred/contracts';

/** The data that the `meta` of every page needs. */
export interface Site {
  /** The shop's public address, without a slash at the end. */
  publicUrl: string;
  /** Null if the shop's data could not be loaded. */
  shop: Shop | null;
}

type RootMatch = { loaderData: Site | undefined } | undefined;

/** Reads the root's data. */
export function siteOf([root]: readonly [RootMatch, ...unknown[]]): Site {
  return { publicUrl: root?.loaderData?.publicUrl ?? '', shop: root?.loaderData?.shop ?? null };
}

/** “Delivery · Kindred”. */
export function titleOf(title: string, { shop }: Pick<Site, 'shop'>): string {
  return shop === null ? title : `${title} · ${shop.name}`;
}
