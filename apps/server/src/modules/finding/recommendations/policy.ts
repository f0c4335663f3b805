/** @file The policy of a shelf as values: the sources of its products, the rules that they must meet, and their variety. */
import type { RecommenderModel, ScoredItem, Spread } from '@kindred/recommender';
import type { ListedItem, ListedProducts } from '../../../ports/listed-products.ts';
import type { History, Shopper } from '../interactions/index.ts';

/** The data for making a shelf. */
export interface ShelfContext {
  readonly shopper: Shopper;
  readonly history: History;
  /** The product on whose page the shelf is. */
  readonly productId: number | undefined;
  /** The item of that product. */
  readonly itemId: number | undefined;
  /** The items that the shelf should go with: those of the cart, or of an order. */
  readonly seeds: readonly number[];
  /** The category on whose page the shelf is. */
  readonly category: { readonly categoryId: number; readonly name: string } | undefined;
  readonly products: ListedProducts;
  readonly model: RecommenderModel | undefined;
}

/** Why an item is shown. The text is completed when the titles are known. */
export interface Reason {
  /** A stable code for programs, such as `because-you-viewed`. */
  readonly code: string;
  /** `{item}` is replaced by the title of the product that the reason names. */
  readonly text: string;
  /** The product that the shopper viewed, bought or reviewed. The shelf may show another product of its item. */
  readonly productId?: number;
}

export interface Proposals {
  /** The items, the best first. A source may name an item by any of its products; if it names several, the first counts. */
  readonly items: readonly ScoredItem[];
  /**
   * Called only for items that the shelf shows.
   * @param itemId the number by which the source named the item
   */
  explain(itemId: number): Reason;
}

/** A source of candidates. If it has none, the next source is asked. */
export interface Source {
  /** The name in the API, in the log and in metrics. */
  readonly name: string;
  propose(context: ShelfContext, wanted: Wanted): Proposals | Promise<Proposals>;
}

export interface Wanted {
  /** How many items, if there are as many, not counting those to exclude. */
  readonly k: number;
  /** Items that the shelf does not show to this person. */
  readonly exclude: ReadonlySet<number>;
  /** Whether the shelf may show an item. A source that ignores it loses the others afterwards. */
  accepts(itemId: number): boolean;
}

/** Decides which items a shelf may not show. */
export interface Rule {
  /** Items that sources must not propose. */
  hides?(context: ShelfContext): Iterable<number>;
  allows?(item: ListedItem, context: ShelfContext): boolean;
}

export interface Policy {
  readonly name: string;
  /**
   * The rungs, the best first. The sources of a rung take turns. A page comes from one rung, so that its heading is true for the whole page:
   * from the first rung that still has `least` items, or enough for the page. Lower rungs follow on later pages.
   */
  readonly rungs: readonly (readonly Source[])[];
  /** The rungs below, for a first page that would be empty. It is then the only page. */
  readonly otherwise: readonly (readonly Source[])[];
  readonly least: number;
  readonly rules: readonly Rule[];
  /** Rules that do not count if the first page would be empty. */
  readonly avoids: readonly Rule[];
  readonly spread: Spread;
  /** Whether it ranks alike for all shoppers without a history. An extension's source may not. */
  readonly isSameForAll?: boolean;
}

export const noProposals: Proposals = { items: [], explain: () => ({ code: 'none', text: '' }) };
